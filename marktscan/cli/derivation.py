"""The derivation of a score on the screen, so that someone with a pocket calculator can redo it.

A theme scores Σ weight × points ÷ Σ weight over its rows; the whole is Σ theme weight × theme score. Numbers
that end are printed whole, others rounded with their fraction behind, so that nothing is lost on the way.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from marktscan.cli.terminal import columns
from marktscan.domain.project import Municipality, Rules
from marktscan.domain.results import Contribution, KnockOut, Results, State, ThemeScore, VendorScore
from marktscan.domain.scan import Scan
from marktscan.domain.source import Source
from marktscan.wording.formats import fraction, number, percentage

MOST_DECIMALS = 6
PRINTED = 4
"""Decimals of a product that is only an intermediate result."""


@dataclass(frozen=True, slots=True)
class Question:
    """What must be explained: one vendor, for these municipalities, all its requirements or one."""

    vendor: str
    municipalities: tuple[Municipality, ...]
    requirement: str = ""

    def rows(self, results: Results, municipality: str) -> tuple[Contribution, ...]:
        """The contributions asked for."""
        rows = results.contributions_of(municipality, self.vendor)
        return tuple(row for row in rows if self.requirement in {"", row.requirement})

    def knock_outs(self, results: Results, municipality: str) -> tuple[KnockOut, ...]:
        """The knock-outs asked for."""
        return tuple(
            k
            for k in results.knock_outs
            if (k.municipality, k.vendor) == (municipality, self.vendor)
            and self.requirement in {"", k.requirement}
        )


def lines(scan: Scan, results: Results, question: Question) -> Iterator[str]:
    """The derivation per municipality, then the joint score under every key, then the scales."""
    for municipality in question.municipalities:
        yield from _municipality(results, question, municipality)
    if not question.requirement:
        yield from _joint(scan, results, question)
    yield from _scales(scan.project.rules)


def plain(value: Fraction) -> str:
    """The value without loss: 0,375, or when it does not end 66,6667 (200/3)."""
    for decimals in range(MOST_DECIMALS + 1):
        if (value * 10**decimals).denominator == 1:
            return number(value, decimals)
    return f"{number(value, PRINTED)} ({fraction(value)})"


def counts(row: Contribution) -> bool:
    """Whether the row takes part in the score of its theme."""
    return row.raw_weight > 0 and row.state is not State.GRANTED


def _municipality(results: Results, question: Question, municipality: Municipality) -> Iterator[str]:
    entry = results.municipalities[municipality.slug].of(question.vendor)
    yield f"{municipality.name} · {question.vendor}"
    if entry.low is None:
        yield from ("  Geen score: de antwoorden van deze leverancier zijn niet bruikbaar.", "")
        return
    yield from _outcome(entry, entry.low)
    if not question.requirement:
        yield from _themes(entry, entry.low)
    all_rows = results.contributions_of(municipality.slug, question.vendor)
    asked = question.rows(results, municipality.slug)
    for theme in dict.fromkeys(row.theme for row in asked):
        of_theme = [row for row in all_rows if row.theme == theme]
        yield from _theme(entry.theme(theme), of_theme, [row for row in asked if row.theme == theme])
    yield from _knock_outs(question.knock_outs(results, municipality.slug))


def _outcome(entry: VendorScore, low: Fraction) -> Iterator[str]:
    yield f"  Score {number(low)} van de 100 (exact {fraction(low)}), plaats {entry.rank}."
    if entry.high is not None and entry.high != low:
        best = f"{number(entry.high)} (exact {fraction(entry.high)})"
        yield f"  Met alles wat nog onbekend is op 100 punten: {best}."
    yield f"  Beantwoord: {percentage(entry.coverage)} van het gewicht. Knock-outs: {entry.knock_out}."
    yield ""


def _themes(entry: VendorScore, low: Fraction) -> Iterator[str]:
    rows = [
        (theme.theme, plain(theme.weight), plain(theme.low), number(theme.weight * theme.low, PRINTED))
        for theme in entry.themes
    ]
    total = (
        "samen",
        plain(sum((theme.weight for theme in entry.themes), Fraction())),
        "",
        number(low, PRINTED),
    )
    yield from _indented(columns(("thema", "gewicht", "× score", "= punten"), [*rows, total], (1, 2, 3)))
    yield ""


def _theme(
    theme: ThemeScore | None, of_theme: Sequence[Contribution], asked: Sequence[Contribution]
) -> Iterator[str]:
    yield f"  {asked[0].theme}"
    for row in asked:
        yield from _row(row)
    counting = [row for row in of_theme if counts(row)]
    if theme is None or not counting:
        yield from ("    Dit thema telt niet mee: geen rij heeft gewicht.", "")
        return
    weights = sum(row.raw_weight for row in counting)
    products = sum((_product(row) for row in counting), Fraction())
    yield f"    Themascore: {plain(products)} ÷ {weights} = {plain(theme.low)}, over alle rijen van dit thema"
    points = number(theme.weight * theme.low, PRINTED)
    yield f"    In de score: {plain(theme.weight)} × {plain(theme.low)} = {points}"
    yield ""


def _row(row: Contribution) -> Iterator[str]:
    if counts(row):
        product = f"gewicht {row.raw_weight} × {_points(row)} punten = {plain(_product(row))}"
        yield f"    {row.requirement}: {product} · {row.reason}"
    else:
        yield f"    {row.requirement}: telt niet mee · {row.reason}"
    yield f"      ← {_cells(row.sources)}"


def _knock_outs(knock_outs: Sequence[KnockOut]) -> Iterator[str]:
    for knock_out in knock_outs:
        yield f"  Knock-out {knock_out.requirement}: {knock_out.state} · {knock_out.reason}"
        yield f"      ← {_cells(knock_out.sources)}"
    if knock_outs:
        yield ""


def _joint(scan: Scan, results: Results, question: Question) -> Iterator[str]:
    if len(question.municipalities) < len(scan.project.municipalities):
        return
    for key in scan.project.keys:
        low = results.joint[key.code].of(question.vendor).low
        if low is not None:
            own = {slug: ranking.of(question.vendor).low for slug, ranking in results.municipalities.items()}
            parts = (
                f"{plain(key.shares[slug])} × {number(score or Fraction(), PRINTED)}"
                for slug, score in own.items()
            )
            outcome = f"{number(low)} (exact {fraction(low)})"
            yield f"Samen, verdeelsleutel {key.name}: {' + '.join(parts)} = {outcome}"
    yield ""


def _scales(rules: Rules) -> Iterator[str]:
    answers = ", ".join(f"{code} = {points}" for code, points in rules.answer_points.items())
    marks = ", ".join(f"{level.mark} = {level.points}" for level in rules.marks)
    yield f"Punten per antwoord: {answers}. Punten per cijfer: {marks}."


def _product(row: Contribution) -> Fraction:
    return 100 * row.low * row.raw_weight


def _points(row: Contribution) -> str:
    points = plain(100 * row.low)
    return points if row.low == row.high else f"{points} (hoogstens {plain(100 * row.high)})"


def _cells(sources: Sequence[Source]) -> str:
    """The cells file by file: a.xlsx · Eisen!I2, Thema's!C2; b.xlsx · Vragen!F2."""
    by_file: dict[str, list[str]] = {}
    for source in sources:
        by_file.setdefault(source.file, []).append("!".join(filter(None, (source.sheet, source.cell))))
    return "; ".join(f"{file} · {', '.join(places)}" for file, places in by_file.items())


def _indented(table: Sequence[str]) -> Iterator[str]:
    return (f"    {line}" for line in table)
