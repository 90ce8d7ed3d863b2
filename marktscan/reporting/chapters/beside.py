"""What stands beside the scores: choosing together, promises, proof and assessors."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from marktscan.domain.agreement import Assessed, Concordance, ShareTippingPoint
from marktscan.domain.background import Background
from marktscan.domain.outlook import Rankings
from marktscan.domain.results import Ranking
from marktscan.reporting.anchors import Figures, key_anchor, score_anchor
from marktscan.reporting.chapters.over_time import whose_ranking
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import counted
from marktscan.reporting.view import (
    Bullets,
    Cell,
    Column,
    Heading,
    Part,
    Row,
    Table,
    Text,
    cell,
    head,
    led,
    paragraph,
    traced,
)
from marktscan.wording.formats import number, percentage


def beside_the_scores(facts: Facts) -> tuple[Part, ...]:
    """All of it, in the ranking this report looks at first; nothing when it was not computed."""
    found = facts.background
    if found is None or not facts.scored:
        return ()
    return (
        *_together(facts, found),
        _with_promises(facts, found),
        _as_verified(facts, found),
        *_agreement(facts, found.assessed),
    )


def _with_promises(facts: Facts, found: Background) -> Table:
    rules, source = facts.project.promises, facts.origin(Figures.OVER_TIME)
    subtitle = (
        f"Score (plaats), {whose_ranking(facts)}. Gewogen: een belofte telt naar geloofwaardigheid en datum, "
        f"na {counted(rules.half_life_months, 'maand', 'maanden')} nog voor de helft. Dat is een afspraak"
    )
    counts = (
        _Counted("Nu", _now(facts), _target(facts)),
        _Counted("Met gewogen beloften", found.outlook.weighed, source),
        _Counted("Alles geleverd", found.outlook.delivered, source),
    )
    return _scores(facts, "Nu telt geen belofte; zo ver reiken de beloften", subtitle, counts)


def _as_verified(facts: Facts, found: Background) -> Table:
    subtitle = (
        f"Score (plaats), {whose_ranking(facts)}. Een bewering die niet zo ver is bewezen, is in die kolom 0 "
        "punten waard. Zonder oordeel van beoordelaars geldt een antwoord met bewijs als gedocumenteerd"
    )
    levels = (
        _Counted(item.level.value.capitalize(), item.rankings, facts.origin(Figures.PROOF))
        for item in found.claims.verified
    )
    counts = (_Counted("Geclaimd", _now(facts), _target(facts)), *levels)
    return _scores(facts, "Wat overblijft als alleen bewijs telt", subtitle, counts)


def _now(facts: Facts) -> Rankings:
    return Rankings(facts.results.municipalities, facts.results.joint)


@dataclass(frozen=True, slots=True)
class _Counted:
    """One way of counting: what it is called, its rankings and where its figures come from."""

    heading: str
    rankings: Rankings
    source: str


def _scores(facts: Facts, title: str, subtitle: str, counts: Sequence[_Counted]) -> Table:
    """A row per package with its score and place in each way of counting."""
    columns = (Column("Pakket", width=126), *(Column(way.heading, "num gap") for way in counts))
    named = [(way.rankings.named()[facts.view], way.source) for way in counts]
    rows = tuple(
        Row(
            (
                head(facts.product(submission.vendor.slug)),
                *(led(_score(ranking, submission.vendor.slug), source) for ranking, source in named),
            )
        )
        for submission in facts.submissions
    )
    return Table(title, columns, rows, subtitle, "keep spaced", source=counts[-1].source)


def _target(facts: Facts) -> str:
    """Where the scores of this report's ranking stand."""
    return score_anchor(facts.own.slug) if facts.own else key_anchor(facts.base_key.code)


def _score(ranking: Ranking, vendor: str) -> Cell:
    entry = ranking.of(vendor)
    if entry.low is None:
        return cell("geen score", style="num gap quiet")
    return cell(f"{number(entry.low)} ({entry.rank})", style="num gap")


def _agreement(facts: Facts, found: Assessed) -> Iterator[Part]:
    """How far assessors agree per theme; who marked what stays out of the report."""
    if not found.themes:
        yield paragraph(
            "Er zijn nog geen cijfers van beoordelaars, dus ook geen overeenstemming te berekenen."
        )
        return
    rows = tuple(
        Row(
            (
                head(facts.project.theme(theme.theme).name),
                cell(_measure(theme.alpha), style="num gap"),
                cell(_share(theme.share_near), style="num gap"),
            )
        )
        for theme in found.themes
    )
    columns = (
        Column("Thema"),
        Column("Overeenstemming (alfa)", "num gap", 120),
        Column("Binnen één trede", "num gap", 96),
    )
    title = (
        f"Over {counted(len(found.agenda), 'cijfer', 'cijfers')} moeten beoordelaars nog praten"
        if found.agenda
        else "Over geen enkel cijfer hoeven beoordelaars nog te praten"
    )
    subtitle = (
        "Alleen cijfers die te ver uiteenliggen en een volgorde kunnen veranderen. Alfa van Krippendorff: "
        "1 is volledige overeenstemming, 0 is toeval; alleen over wensen die een pakket nu heeft. Rechts: "
        "welk deel van de paren cijfers dicht bij elkaar ligt. Wie welk cijfer gaf, staat niet in dit rapport"
    )
    yield Table(title, columns, rows, subtitle, "keep spaced", source=facts.origin(Figures.MARKS))


def _measure(value: Fraction | None) -> str:
    return "niet te zeggen" if value is None else number(value, 2)


def _share(value: Fraction | None) -> str:
    return "één cijfer" if value is None else percentage(value)


def _together(facts: Facts, found: Background) -> Iterator[Part]:
    """How far the rankings agree, and at which share of a municipality joint first place changes."""
    if not facts.comparable:
        return
    if found.together.concordance:
        yield Heading("Kijken de gemeenten hetzelfde?", style="next")
        yield paragraph(*traced(_concordance(found.together.concordance), facts.origin(Figures.TOGETHER)))
    turns = tuple(item for point in found.together.tipping_points for item in _turns(facts, point))
    if turns:
        yield paragraph("De gezamenlijke eerste plaats hangt ook af van hoe zwaar elke gemeente telt:")
        yield Bullets(turns)
    elif found.together.tipping_points:
        yield paragraph("Bij elke verdeling tussen de gemeenten blijft hetzelfde pakket samen bovenaan.")


def _concordance(found: Concordance) -> str:
    whose = counted(found.municipalities, "gemeente", "gemeenten")
    return (
        f"Op een schaal van 0 (geen verband) tot 1 (dezelfde volgorde) lijken de rangordes van {whose} "
        f"{number(found.w, 2)} op elkaar (Kendalls W; gemiddelde rangcorrelatie "
        f"{number(found.mean_correlation, 2)})."
    )


def _turns(facts: Facts, point: ShareTippingPoint) -> Iterator[Text]:
    key = {key.code: key.name for key in facts.project.keys}[point.key]
    name = facts.project.municipality(point.municipality).name
    for word, share, vendor in (
        ("minder", point.lower, point.lower_vendor),
        ("meer", point.upper, point.upper_vendor),
    ):
        if share is not None:
            said = (
                f"{key}: telt {name} voor {word} dan {percentage(share, 1)} mee (nu "
                f"{percentage(point.share, 1)}), dan komt {facts.product(vendor)} samen bovenaan."
            )
            yield traced(said, facts.origin(Figures.TOGETHER))
