"""`marktscan claims`: what is claimed beside what was proved, and what to check in the demonstration."""

from collections.abc import Iterator, Mapping

import typer

from marktscan.cli.findings import as_json as findings_as_json
from marktscan.cli.findings import exit_code, summary
from marktscan.cli.options import AsJson
from marktscan.cli.promise_records import points_by_ranking
from marktscan.cli.scored import OneVendor, Scored, scored
from marktscan.cli.scores import places, rankings_as_json
from marktscan.cli.terminal import columns, show, show_json
from marktscan.domain.assessment import Level
from marktscan.domain.claims import Unproved
from marktscan.domain.outlook import Rankings
from marktscan.domain.results import Ranking
from marktscan.wording.formats import number

NO_SCORE = "–"


def claims(context: typer.Context, vendor: OneVendor = "", json: AsJson = False) -> int:
    """Zet beweringen naast het bewijs.

    Per leverancier ziet u wat u in de demo nagaat.
    """
    found = scored(context, quiet=json)
    vendors = found.vendors(vendor)
    if json:
        show_json({**record(found, vendors), "findings": findings_as_json(found.findings)})
    else:
        show(*(_to_check(found, vendors[0]) if vendor else _overview(found)), "", summary(found.findings))
    return exit_code(found.findings)


def _overview(found: Scored) -> Iterator[str]:
    """The scores as claimed and as verified, in every ranking."""
    levels = {
        Level.CLAIMED: Rankings(found.results.municipalities, found.results.joint),
        **{item.level: item.rankings for item in found.background.claims.verified},
    }
    by_level = {level: rankings.named() for level, rankings in levels.items()}
    names = {m.slug: m.name for m in found.scan.project.municipalities}
    names |= {f"key:{key.code}": f"Samen, verdeelsleutel: {key.name}" for key in found.scan.project.keys}
    for code, name in names.items():
        yield from (name, *_table(found, {level.value: named[code] for level, named in by_level.items()}), "")
    yield "Een kolom telt alleen beweringen (S, C, P) die zo ver of verder zijn bewezen; de rest is 0 punten."
    yield "Wat u in een demo nagaat: marktscan claims LEVERANCIER"


def _table(found: Scored, by_level: Mapping[str, Ranking]) -> list[str]:
    header = ("leverancier", *by_level, "nog te bewijzen")
    rows = (_row(found, vendor, by_level) for vendor in found.vendors(""))
    return columns(header, rows, range(1, len(header)))


def _row(found: Scored, vendor: str, by_level: Mapping[str, Ranking]) -> tuple[str, ...]:
    scores = (ranking.of(vendor).low for ranking in by_level.values())
    shown = (NO_SCORE if score is None else number(score) for score in scores)
    return vendor, *shown, str(len(found.background.claims.to_check(vendor)))


def _to_check(found: Scored, vendor: str) -> Iterator[str]:
    """What to ask this vendor to show, most influential first."""
    items = found.background.claims.to_check(vendor)
    wanted = found.scan.project.assessing.minimum_level
    yield f"Na te gaan bij {vendor}, zwaarste eerst: {len(items)} beweringen, nog niet {wanted.value}."
    if items:
        names = {m.slug: m.name.lower() for m in found.scan.project.municipalities}
        names |= {f"key:{key.code}": f"samen: {key.code}" for key in found.scan.project.keys}
        header = ("eis", "antwoord", "bewezen tot", "knock-out voor", *names.values())
        rows = (_item(item, names) for item in items)
        yield from ("", *columns(header, rows, range(4, len(header))))
        yield from ("", "De getallen zijn de punten die vervallen als de bewering niet klopt.")


def _item(item: Unproved, names: Mapping[str, str]) -> tuple[str, ...]:
    hard = ", ".join(names[slug] for slug in item.knock_outs)
    stakes = (number(item.stakes[name], 2) if name in item.stakes else NO_SCORE for name in names)
    return item.requirement, item.code.value, item.level.value, hard, *stakes


def record(found: Scored, vendors: tuple[str, ...]) -> dict[str, object]:
    """The rankings as verified, and what to check per vendor."""
    return {
        "verified": {
            item.level.value: rankings_as_json(item.rankings) for item in found.background.claims.verified
        },
        "to_check": {
            vendor: [_unproved(item) for item in found.background.claims.to_check(vendor)]
            for vendor in vendors
        },
    }


def _unproved(item: Unproved) -> dict[str, object]:
    return {
        "requirement": item.requirement,
        "answer": item.code.value,
        "level": item.level.value,
        "knock_outs": list(item.knock_outs),
        "stakes_exact": points_by_ranking(item.stakes),
        "sources": places(item.sources),
    }
