"""`marktscan promises`: what hangs on promises, and the fit over time."""

import typer

from marktscan.cli.findings import as_json, exit_code, summary
from marktscan.cli.options import AsJson
from marktscan.cli.scored import OneVendor, scored
from marktscan.cli.terminal import show, show_json


def promises(context: typer.Context, vendor: OneVendor = "", json: AsJson = False) -> int:
    """Laat zien wat van beloften afhangt, en wanneer."""
    from marktscan.cli import promise_lines, promise_records

    found = scored(context, quiet=json)
    vendors = found.vendors(vendor)
    if json:
        records = promise_records.as_json(found.background.outlook, vendors)
        show_json({**records, "findings": as_json(found.findings)})
    else:
        told = promise_lines.of_vendor(found, vendors[0]) if vendor else promise_lines.overview(found)
        show(*told, "", summary(found.findings))
    return exit_code(found.findings)
