"""`marktscan costs`: what every offer costs over the declared period, and cost beside quality."""

import typer

from marktscan.cli.findings import as_json, exit_code, summary
from marktscan.cli.options import AsJson
from marktscan.cli.scored import OneVendor, scored
from marktscan.cli.terminal import show, show_json


def costs(context: typer.Context, vendor: OneVendor = "", json: AsJson = False) -> int:
    """Tel de kosten op en zet ze naast de kwaliteit.

    De uitkomst is vertrouwelijk.
    """
    from marktscan.cli import cost_lines, cost_records

    found = scored(context, quiet=json)
    vendors = found.vendors(vendor)
    if json:
        records = cost_records.as_json(found.background.costs, vendors)
        show_json({**records, "findings": as_json(found.findings)})
    else:
        told = cost_lines.of_vendor(found, vendors[0]) if vendor else cost_lines.overview(found)
        show(*told, "", summary(found.findings))
    return exit_code(found.findings)
