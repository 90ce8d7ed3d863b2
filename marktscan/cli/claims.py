"""`marktscan claims`: what is claimed beside what was proved, and what to check in the demonstration."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Annotated

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
Everything = Annotated[
    bool, typer.Option("--all", help="Toon alles wat nog niet is bewezen, niet alleen wat in een demo past.")
]


def claims(
    context: typer.Context, vendor: OneVendor = "", everything: Everything = False, json: AsJson = False
) -> int:
    """Zet beweringen naast het bewijs.

    Per leverancier ziet u wat u in de demo nagaat.
    """
    found = scored(context, quiet=json)
    vendors = found.vendors(vendor)
    if json:
        show_json({**record(found, vendors), "findings": findings_as_json(found.findings)})
    else:
        told = _to_check(found, vendors[0], everything) if vendor else _overview(found)
        show(*told, "", summary(found.findings))
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


def _to_check(found: Scored, vendor: str, everything: bool) -> Iterator[str]:
    """What to ask this vendor to show, most influential first; what is left out is counted."""
    rules, items = found.scan.project.assessing, found.background.claims.to_check(vendor)
    shown = items if everything else found.background.claims.demo(vendor, rules.demo).shown
    yield f"Na te gaan bij {vendor}, zwaarste eerst: {len(items)} beweringen, nog niet {rules.minimum_level}."
    if shown:
        names = {m.slug: m.name.lower() for m in found.scan.project.municipalities}
        names |= {f"key:{key.code}": f"samen: {key.code}" for key in found.scan.project.keys}
        header = ("eis", "antwoord", "bewezen tot", "knock-out voor", *names.values(), "zelfde uitleg")
        rows = (_item(item, names) for item in shown)
        yield from ("", *columns(header, rows, range(4, len(header))))
        yield from ("", "De getallen zijn de punten die vervallen als de bewering niet klopt.")
    if len(shown) < len(items):
        yield _left_out(items[len(shown) :], f"key:{found.scan.project.keys[0].code}")


def _left_out(rest: Sequence[Unproved], base: str) -> str:
    """How many more there are, and how much each of them weighs at most."""
    heaviest = max(item.stakes.get(base, Fraction(0)) for item in rest)
    return (
        f"Niet getoond: {len(rest)} beweringen van elk hoogstens {number(heaviest, 2)} punten samen. "
        "Zie ze met --all; hoeveel er in een demo passen, staat bij demo in marktscan.toml."
    )


def _item(item: Unproved, names: Mapping[str, str]) -> tuple[str, ...]:
    hard = ", ".join(names[slug] for slug in item.knock_outs)
    stakes = (number(item.stakes[name], 2) if name in item.stakes else NO_SCORE for name in names)
    alike = f"{item.alike} keer" if item.alike > 1 else ""
    return item.requirement, item.code.value, item.level.value, hard, *stakes, alike


def record(found: Scored, vendors: tuple[str, ...]) -> dict[str, object]:
    """The rankings as verified, what to check per vendor, and which of that a demonstration has time for."""
    most = found.scan.project.assessing.demo
    return {
        "verified": {
            item.level.value: rankings_as_json(item.rankings) for item in found.background.claims.verified
        },
        "to_check": {
            vendor: [_unproved(item) for item in found.background.claims.to_check(vendor)]
            for vendor in vendors
        },
        "demo": {
            vendor: [item.requirement for item in found.background.claims.demo(vendor, most).shown]
            for vendor in vendors
        },
    }


def _unproved(item: Unproved) -> dict[str, object]:
    return {
        "requirement": item.requirement,
        "answer": item.code.value,
        "level": item.level.value,
        "knock_outs": list(item.knock_outs),
        "same_explanation": item.alike,
        "stakes_exact": points_by_ranking(item.stakes),
        "sources": places(item.sources),
    }
