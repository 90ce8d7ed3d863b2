"""Ranglijst: every score and place, the municipalities first."""

from marktscan.domain.results import VendorScore
from marktscan.spreadsheets.results.cells import Cell, Heading, Live, Shown, Table, place, span
from marktscan.spreadsheets.results.layout import (
    KEY,
    RANK_HIGHEST,
    RANK_SCORE,
    RANKINGS,
    THEME_HIGHEST,
    THEME_SCORE,
    THEME_SHARE,
    THEMES,
    Layout,
)


def rankings(layout: Layout) -> Table:
    """The sheet: live places and scores beside what marktscan found."""
    headings = (
        Heading("Ranglijst", 34),
        Heading("Leverancier", 22),
        Heading("Plaats", 9, Shown.WHOLE),
        Heading("Score", 10, Shown.POINTS),
        Heading("Hoogste score", 12, Shown.POINTS),
        Heading("Plaats volgens marktscan", 14, Shown.WHOLE),
        Heading("Beantwoord", 12, Shown.PERCENT),
        Heading("Knock-out", 16),
        Heading("Opmerking", 44),
    )
    rows = [
        _ranked(layout, name, entry)
        for name, (_, found) in layout.rankings.items()
        for entry in found.entries
    ]
    return Table(RANKINGS, headings, rows, frozen=2)


def _ranked(layout: Layout, name: str, entry: VendorScore) -> list[Cell]:
    title, ranking = layout.rankings[name]
    head: list[Cell] = [title, layout.product[entry.vendor]]
    if entry.low is None or entry.high is None or entry.rank is None:
        return [
            *head,
            None,
            None,
            None,
            None,
            None,
            entry.knock_out.value,
            "Geen score: de antwoorden ontbreken",
        ]
    note = "Voorlopig: er is nog te weinig beantwoord" if ranking.provisional else ""
    return [
        *head,
        Live(_rank_formula(layout, name, entry.vendor), entry.rank),
        Live(_score_formula(layout, name, entry.vendor, RANK_SCORE), entry.low),
        Live(_score_formula(layout, name, entry.vendor, RANK_HIGHEST), entry.high),
        entry.rank,
        entry.coverage,
        entry.knock_out.value,
        note,
    ]


def _rank_formula(layout: Layout, name: str, vendor: str) -> str:
    """One more than the number of scores that are higher, at six decimals."""
    rows = [layout.ranking_places[name, entry.vendor] for entry in layout.rankings[name][1].scored]
    everyone = span(RANKINGS, (rows[0], RANK_SCORE), (rows[-1], RANK_SCORE))
    own = place(RANKINGS, layout.ranking_places[name, vendor], RANK_SCORE)
    return f"=1+SUMPRODUCT(--(ROUND({everyone},6)>ROUND({own},6)))"


def _score_formula(layout: Layout, name: str, vendor: str, column: int) -> str:
    if name in layout.results.municipalities:
        return _own_formula(layout, name, vendor, column)
    return _joint_formula(layout, name.removeprefix("key:"), vendor, column)


def _own_formula(layout: Layout, municipality: str, vendor: str, column: int) -> str:
    first, last = layout.vendor_blocks[municipality, vendor]
    scores = THEME_SCORE if column == RANK_SCORE else THEME_HIGHEST
    shares = span(THEMES, (first, THEME_SHARE), (last, THEME_SHARE))
    return f"=SUMPRODUCT({shares},{span(THEMES, (first, scores), (last, scores))})"


def _joint_formula(layout: Layout, code: str, vendor: str, column: int) -> str:
    """Σ weight × score over the weights; a municipality of weight 0 may be without a score."""
    key = next(key for key in layout.scan.project.keys if key.code == code)
    terms = [
        f"{layout.weight(KEY, code, slug)}*{place(RANKINGS, layout.ranking_places[slug, vendor], column)}"
        for slug in layout.municipalities
        if key.shares.get(slug)
    ]
    total = f"SUM({layout.key_weights(code)})"
    return f"=IF({total}=0,0,({'+'.join(terms)})/{total})"
