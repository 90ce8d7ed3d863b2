"""What stands beside the scores: choosing together, promises and proof."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from marktscan.domain.agreement import Concordance, ShareTippingPoint
from marktscan.domain.background import Background
from marktscan.domain.outlook import Rankings
from marktscan.domain.results import Ranking
from marktscan.reporting.anchors import Figures, score_anchor
from marktscan.reporting.chapters.over_time import whose_ranking
from marktscan.reporting.chapters.widths import name_width
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

_GAP, _NARROWEST = 10, 38


def beside_the_scores(facts: Facts) -> tuple[Part, ...]:
    """All of it, in the ranking this report looks at first; nothing when it was not computed."""
    found = facts.background
    if found is None or not facts.scored:
        return ()
    return (*_together(facts, found), _reach(facts, found))


def _reach(facts: Facts, found: Background) -> Table:
    """The scores of today, with what promises add and with what proof leaves of them."""
    rules, source = facts.project.promises, facts.origin(Figures.OVER_TIME)
    subtitle = (
        f"Score (plaats), {whose_ranking(facts)}. Gewogen: een belofte telt naar geloofwaardigheid en datum, "
        f"na {counted(rules.half_life_months, 'maand', 'maanden')} nog voor de helft. Dat is een afspraak. "
        "Daarna: wat overblijft als alleen bewijs telt. Een bewering die niet zo ver is bewezen, is in die "
        "kolom 0 punten waard. Zonder oordeel van beoordelaars geldt een antwoord met bewijs als "
        "gedocumenteerd"
    )
    levels = (
        _Counted(item.level.value.capitalize(), item.rankings, facts.origin(Figures.PROOF))
        for item in found.claims.verified
    )
    counts = (
        _Counted("Nu", _now(facts), _target(facts)),
        _Counted("Beloften gewogen", found.outlook.weighed, source),
        _Counted("Alles geleverd", found.outlook.delivered, source),
        *levels,
    )
    return _scores(facts, "Zo ver reiken de beloften, en zo ver het bewijs", subtitle, counts)


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
    columns = (
        Column("Pakket", width=96),
        *(Column(way.heading, "num gap", _width(way.heading)) for way in counts),
    )
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


def _width(heading: str) -> int:
    """What the longest word of a heading takes, or a score with its place."""
    return _GAP + max(_NARROWEST, *map(name_width, heading.split()))


def _target(facts: Facts) -> str:
    """Where the scores of this report's ranking stand."""
    return score_anchor(facts.own.slug) if facts.own else facts.joint_anchor()


def _score(ranking: Ranking, vendor: str) -> Cell:
    entry = ranking.of(vendor)
    if entry.low is None:
        return cell("geen score", style="num gap quiet")
    return cell(f"{number(entry.low)} ({entry.rank})", style="num gap")


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
