"""Chapter: each municipality's own ranking first, then joint under every key side by side, then regret."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from marktscan.domain.project import Municipality
from marktscan.domain.results import Ranking, Regret, VendorScore
from marktscan.reporting import verdict
from marktscan.reporting.anchors import Figures, key_anchor, score_anchor
from marktscan.reporting.chapters.knock_out_tables import state_cell
from marktscan.reporting.chapters.titles import results_title
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital
from marktscan.reporting.view import (
    Cell,
    Chapter,
    Column,
    Part,
    Row,
    SideBySide,
    Table,
    cell,
    head,
    led,
    paragraph,
    traced,
)
from marktscan.wording.formats import answered, list_of, number, percentage

ANCHOR = "uitslag"
_SIDE_BY_SIDE = 5


def outcome(facts: Facts) -> Chapter:
    """Rankings per municipality, joint, and what a joint choice costs each."""
    own = tuple(ranking_table(facts, m) for m in facts.municipalities)
    intro = paragraph(*traced(reading(facts, facts.municipalities), facts.origin(Figures.SETTINGS)))
    joint = _joint(facts) if facts.several else ()
    subject = "Resultaat per gemeente en samen" if facts.several else "Resultaat"
    return Chapter(ANCHOR, subject, results_title(facts), (intro, *own, *joint), new_page=True)


def _joint(facts: Facts) -> tuple[Part, ...]:
    """Side by side while the columns fit; one package gives nothing up."""
    if not facts.comparable:
        return (joint_table(facts),)
    columns = len(facts.project.keys) + len(facts.municipalities)
    if columns > _SIDE_BY_SIDE:
        return (joint_table(facts), regret_part(facts))
    return (SideBySide(((6, (joint_table(facts),)), (6, (regret_part(facts),)))),)


def ranking_table(facts: Facts, municipality: Municipality) -> Table:
    """One municipality: place, score, how far it may still rise, coverage and knock-outs."""
    ranking = facts.ranking(municipality.slug)
    columns = (
        Column("Plaats", "num gap", 44),
        Column("Pakket", width=120),
        Column("Score", "num gap", 48),
        *((Column("Kan worden", "num gap", 66),) if facts.unknown else ()),
        Column("Beantwoord", "num gap", 66),
        Column("Knock-outs"),
    )
    rows = tuple(_entry(facts, municipality, entry) for entry in ranking.entries)
    return Table(
        _ranking_title(facts, municipality, ranking),
        columns,
        rows,
        _close(facts, ranking),
        "keep spaced matrix-last",
    )


def _ranking_title(facts: Facts, municipality: Municipality, ranking: Ranking) -> str:
    if not ranking.scored:
        return f"{municipality.name}: nog geen uitslag"
    first = verdict.first_places(ranking)
    score = number(first[0].low or 0)
    if not facts.comparable:
        return f"{municipality.name}: {verdict.leaders(facts, ranking)} haalt {score}"
    said = "bovenaan" if len(first) == 1 else "samen bovenaan"
    return f"{municipality.name}: {verdict.leaders(facts, ranking)} {said} met {score}"


def reading(facts: Facts, municipalities: Sequence[Municipality]) -> str:
    """How to read the rankings of these municipalities, and which are provisional."""
    provisional = [m.name for m in municipalities if facts.ranking(m.slug).provisional]
    said = f"Eigen eisen en eigen gewichten, 0–100, {facts.basis}."
    if not provisional:
        return said
    rule = percentage(Fraction(facts.project.rules.coverage, 100))
    return f"{said} Voorlopig in {list_of(provisional)}: van een pakket is minder dan {rule} beantwoord."


def _close(facts: Facts, ranking: Ranking) -> str:
    """A difference that rounding hides is told."""
    hidden = [
        facts.product(b.vendor)
        for a, b in pairwise(ranking.scored)
        if a.low is not None and b.low is not None and a.low != b.low and number(a.low) == number(b.low)
    ]
    return f"Afgerond gelijk, maar niet precies: {list_of(hidden)} en wie daarboven staat." if hidden else ""


def _entry(facts: Facts, municipality: Municipality, entry: VendorScore) -> Row:
    style = "incumbent" if facts.is_incumbent(entry.vendor) else ""
    return Row(
        (
            cell("–" if entry.rank is None else number(entry.rank, 0), style="num gap"),
            head(facts.product(entry.vendor)),
            led(score_cell(entry), score_anchor(municipality.slug)),
            *((_reach(entry),) if facts.unknown else ()),
            cell(_coverage(facts, entry), style="num gap"),
            state_cell(facts, entry.vendor, entry.knock_out, municipality.slug),
        ),
        style,
    )


def _coverage(facts: Facts, entry: VendorScore) -> str:
    return "–" if entry.low is None else answered(entry.coverage, facts.project.rules.coverage)


def score_cell(entry: VendorScore) -> Cell:
    """The score; the first place bold."""
    if entry.low is None:
        return cell("geen", style="num gap quiet")
    return cell(number(entry.low), style="num gap best" if entry.rank == 1 else "num gap")


def _reach(entry: VendorScore) -> Cell:
    if entry.low is None or entry.high is None or entry.high == entry.low:
        return cell("–", style="num gap quiet")
    return cell(f"tot {number(entry.high)}", style="num gap")


def joint_table(facts: Facts) -> Table:
    """Vendors × keys: score and place under every declared key."""
    keys = facts.project.keys
    columns = (Column("Pakket", width=96), *(Column(key.name, "num gap") for key in keys))
    rows = tuple(
        Row(
            (
                head(facts.product(s.vendor.slug)),
                *(
                    led(joint_cell(facts.results.joint[k.code].of(s.vendor.slug)), key_anchor(k.code))
                    for k in keys
                ),
            ),
            "incumbent" if facts.is_incumbent(s.vendor.slug) else "",
        )
        for s in facts.submissions
    )
    subtitle = "Score, met de plaats tussen haakjes."
    return Table(joint_title(facts), columns, rows, subtitle, "keep spaced")


def joint_cell(entry: VendorScore) -> Cell:
    """A joint score with its place."""
    if entry.low is None:
        return cell("geen score", style="num gap quiet")
    said = f"{number(entry.low)} ({number(entry.rank or 0, 0)})"
    return cell(said, style="num gap best" if entry.rank == 1 else "num gap")


def joint_title(facts: Facts) -> str:
    """Who leads under the keys, or that it depends on the key."""
    if not facts.scored:
        return "Samen is er nog geen uitslag"
    if not facts.comparable:
        return f"Samen haalt {verdict.leaders(facts, facts.joint)} {_under_the_keys(facts)}"
    first = {key.name: verdict.leaders(facts, facts.results.joint[key.code]) for key in facts.project.keys}
    if len(set(first.values())) == 1:
        several = len(verdict.first_places(facts.joint)) > 1
        stands = "staan" if several else "staat"
        under = "onder elke sleutel" if len(first) > 1 else "onder de afgesproken sleutel"
        return f"Samen {stands} {next(iter(first.values()))} {under} bovenaan"
    return capital(
        f"wie samen bovenaan staat, hangt af van de sleutel: {list_of(list(dict.fromkeys(first.values())))}"
    )


def _under_the_keys(facts: Facts) -> str:
    """The score of the only package, from the lowest key to the highest."""
    scores = [facts.results.joint[key.code].scored[0].low or 0 for key in facts.project.keys]
    lowest, highest = number(min(scores)), number(max(scores))
    return lowest if lowest == highest else f"{lowest} tot {highest}, naar de sleutel"


def regret_part(facts: Facts) -> Part:
    """What each municipality gives up when all choose the same vendor."""
    if not facts.results.regrets:
        return paragraph("Zonder scores is niet te zeggen wat een gezamenlijke keuze kost.")
    columns = (
        Column("Bij een keuze voor", width=88),
        *(Column(f"{m.name[:3]}.", "num gap", full=m.name) for m in facts.municipalities),
        Column("Grootste spijt", "num", 44),
    )
    ordered = sorted(facts.results.regrets, key=lambda r: (r.greatest, facts.product(r.vendor).casefold()))
    rows = tuple(_regret_row(facts, regret) for regret in ordered)
    subtitle = "Punten onder de eigen hoogste score."
    return Table(regret_title(facts), columns, rows, subtitle, "keep spaced")


def _regret_row(facts: Facts, regret: Regret) -> Row:
    cells = (
        led(cell(number(regret.by_municipality[m.slug]), style="num gap"), score_anchor(m.slug))
        for m in facts.municipalities
    )
    style = "incumbent" if facts.is_incumbent(regret.vendor) else ""
    return Row(
        (head(facts.product(regret.vendor)), *cells, cell(number(regret.greatest), style="num strong")), style
    )


def regret_title(facts: Facts) -> str:
    """The vendor with the smallest greatest regret."""
    least = least_regret(facts)
    names = list_of([facts.product(r.vendor) for r in least])
    if least[0].greatest == 0:
        return f"Met {names} levert geen gemeente punten in"
    return f"Met {names} levert geen gemeente meer dan {number(least[0].greatest)} punten in"


def least_regret(facts: Facts) -> tuple[Regret, ...]:
    """The vendors whose greatest regret is smallest."""
    least = min(r.greatest for r in facts.results.regrets)
    found = (r for r in facts.results.regrets if r.greatest == least)
    return tuple(sorted(found, key=lambda r: facts.product(r.vendor).casefold()))
