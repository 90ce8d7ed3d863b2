"""Rankings on the screen and as JSON; see docs/json.md."""

from collections.abc import Iterator
from fractions import Fraction

from marktscan.cli.terminal import columns
from marktscan.domain.background import Background
from marktscan.domain.outlook import Outlook, Rankings
from marktscan.domain.results import KnockOut, Ranking, Results, ThemeScore, VendorScore
from marktscan.domain.scan import Scan
from marktscan.domain.source import Source
from marktscan.wording.formats import fraction, number, percentage

DECIMALS = 4
HEADER = (
    "plaats",
    "leverancier",
    "score nu",
    "bandbreedte",
    "gewogen",
    "geleverd",
    "beantwoord",
    "knock-out",
)
RIGHT = (0, 2, 3, 4, 5, 6)
EXPLAINED = (
    "Een score (0–100) is de som van de eigen weging. "
    "Zolang antwoorden onbekend zijn, ligt de score ergens in de bandbreedte.",
    "Score nu is de uitkomst. Daarin telt een belofte (R) met de punten uit marktscan.toml, gewoonlijk 0. "
    "Gewogen: beloften tellen naar geloofwaardigheid en datum. Geleverd: elke belofte komt uit.",
)

BESIDE_CEILINGS = (
    "Bij knock-out staat hier geen plafond: wie cijfers geeft, ziet geen prijzen. Zie: marktscan costs"
)


def lines(scan: Scan | None, results: Results | None, background: Background | None) -> Iterator[str]:
    """A table per municipality, one per key, and what choosing together does."""
    from marktscan.cli import choosing_together

    if scan is None or results is None or background is None:
        yield "Er zijn geen scores: los eerst de fouten op. Bekijk ze met: marktscan check"
        return
    names = {m.slug: m.name for m in scan.project.municipalities}
    names |= {f"key:{key.code}": f"Samen, verdeelsleutel: {key.name}" for key in scan.project.keys}
    rankings = Rankings(results.municipalities, results.joint).named()
    for code, name in names.items():
        yield from _table(name, code, rankings[code], background.outlook)
    yield from EXPLAINED
    if scan.project.costs.ceilings:
        yield BESIDE_CEILINGS
    yield ""
    yield from choosing_together.lines(scan.project, results.regrets, background.together)


def as_json(results: Results | None, background: Background | None) -> dict[str, object]:
    """All rankings, what promises make of them, and knock-outs; empty when nothing could be scored."""
    from marktscan.cli import choosing_together

    if results is None or background is None:
        return {"municipalities": {}, "joint": {}, "knock_outs": []}
    return {
        **rankings_as_json(Rankings(results.municipalities, results.joint)),
        "weighed": rankings_as_json(background.outlook.weighed),
        "delivered": rankings_as_json(background.outlook.delivered),
        "together": choosing_together.as_json(results.regrets, background.together),
        "knock_outs": [knock_out_as_json(knock_out) for knock_out in results.knock_outs],
    }


def rankings_as_json(rankings: Rankings) -> dict[str, object]:
    """Every ranking of one way of counting."""
    return {
        "municipalities": {slug: _ranking(ranking) for slug, ranking in rankings.municipalities.items()},
        "joint": {key: _ranking(ranking) for key, ranking in rankings.joint.items()},
    }


def rounded(value: Fraction | None) -> float | None:
    """The value rounded half up to four decimals, as a JSON number."""
    return (
        None
        if value is None
        else float(number(value, DECIMALS).replace(".", "").replace(",", ".").replace("−", "-"))
    )


def exact(value: Fraction | None) -> str | None:
    """The value as numerator/denominator."""
    return None if value is None else fraction(value)


def places(sources: tuple[Source, ...]) -> list[dict[str, str]]:
    """The cells behind a value."""
    return [{"file": source.file, "sheet": source.sheet, "cell": source.cell} for source in sources]


def _table(title: str, code: str, ranking: Ranking, outlook: Outlook) -> Iterator[str]:
    yield f"{title} (voorlopig: er is nog te weinig beantwoord)" if ranking.provisional else title
    weighed, delivered = outlook.weighed.named()[code], outlook.delivered.named()[code]
    rows = (_row(entry, weighed.of(entry.vendor), delivered.of(entry.vendor)) for entry in ranking.entries)
    yield from columns(HEADER, rows, RIGHT)
    yield ""


def _row(entry: VendorScore, weighed: VendorScore, delivered: VendorScore) -> tuple[str, ...]:
    if entry.low is None or entry.high is None:
        return ("–", entry.vendor, "–", "", "", "", "", entry.knock_out.value)
    band = f"{number(entry.low)}–{number(entry.high)}" if entry.high != entry.low else ""
    return (
        str(entry.rank),
        entry.vendor,
        number(entry.low),
        band,
        number(weighed.low or 0),
        number(delivered.low or 0),
        percentage(entry.coverage),
        entry.knock_out.value,
    )


def _ranking(ranking: Ranking) -> dict[str, object]:
    return {
        "provisional": ranking.provisional,
        "ranking": [entry_as_json(entry) for entry in ranking.entries],
    }


def entry_as_json(entry: VendorScore) -> dict[str, object]:
    """One place in a ranking."""
    return {
        "vendor": entry.vendor,
        "rank": entry.rank,
        "score": rounded(entry.low),
        "score_exact": exact(entry.low),
        "score_high": rounded(entry.high),
        "score_high_exact": exact(entry.high),
        "coverage": rounded(entry.coverage),
        "coverage_exact": exact(entry.coverage),
        "knock_out": entry.knock_out.value,
        "themes": {theme.theme: _theme(theme) for theme in entry.themes},
    }


def _theme(theme: ThemeScore) -> dict[str, object]:
    return {
        "score": rounded(theme.low),
        "score_exact": exact(theme.low),
        "score_high": rounded(theme.high),
        "score_high_exact": exact(theme.high),
        "weight": rounded(theme.weight),
        "weight_exact": exact(theme.weight),
    }


def knock_out_as_json(knock_out: KnockOut) -> dict[str, object]:
    """One hard requirement of one municipality for one vendor."""
    return {
        "municipality": knock_out.municipality,
        "vendor": knock_out.vendor,
        "requirement": knock_out.requirement,
        "state": knock_out.state.value,
        "reason": knock_out.reason,
        "sources": places(knock_out.sources),
    }
