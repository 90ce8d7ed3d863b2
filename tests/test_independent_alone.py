"""What decides alone, a second time: a package, municipality, theme or assessor less, an answer a step on."""

from collections import defaultdict
from fractions import Fraction
from pathlib import Path
from shutil import copytree

import pytest
from openpyxl import load_workbook
from printed import Printed, background, page_from, printed, read, signed
from recomputed import (
    added,
    answer,
    joint,
    keys,
    lists,
    part_of_theme,
    points,
    products,
    programme,
    score,
    slugs,
    themes,
    vendors,
    weight,
)
from test_independent_recomputation import ROOT, _outcome, _rows, declared

from marktscan import pipeline
from marktscan.domain.background import Background
from marktscan.domain.sureness import LeftOut

pytestmark = pytest.mark.xdist_group("independent")
Given = dict[str, list[tuple[str, str, int]]]
"""By vendor every mark: who gave it, for which requirement."""


def _first(slug: str) -> str:
    return _best({vendor: score(slug, vendor) for vendor in vendors()})


def test_who_is_first_when_a_package_is_left_out() -> None:
    shown = {row[0]: row[1:] for row in printed("stuurgroep").table("Geen enkele score verandert")}
    for vendor, product in products().items():
        others = [other for other in vendors() if other != vendor]
        first = [products()[max(others, key=lambda v, s=slug: score(s, v))] for slug in slugs()]
        assert shown[product] == first


def test_which_theme_or_municipality_decides_alone() -> None:
    """Weights without one theme are shared anew; without one municipality the other shares are."""
    found: dict[tuple[str, str], list[str]] = {}
    for code, name in themes().items():
        for ranking in slugs():
            _note(found, name, ranking.title(), _without_theme(code, ranking), _first(ranking))
    for key in keys():
        now = _best({v: joint(lambda slug, v=v: score(slug, v), key) for v in vendors()})
        for code, name in themes().items():
            _note(found, name, key, _best({v: _joint_without(code, v, key) for v in vendors()}), now)
        for slug in slugs():
            left = {other: share for other, share in keys()[key].items() if other != slug}
            then = {v: sum(share * score(other, v) for other, share in left.items()) for v in vendors()}
            _note(found, slug.title(), key, _best(then), now)
    shown = printed("stuurgroep").table("Zonder dit ene staat een ander bovenaan")
    assert {(row[0], row[2]): row[1] for row in shown if row[0] != "Eén beoordelaar"} == {
        changed: _said(names) for changed, names in found.items()
    }


def _note(found: dict[tuple[str, str], list[str]], left: str, ranking: str, then: str, now: str) -> None:
    if then != now:
        found.setdefault((left, products()[then]), []).append(ranking)


def _best(scores: dict[str, Fraction]) -> str:
    return max(scores, key=lambda vendor: scores[vendor])


def _without_theme(code: str, slug: str) -> str:
    others = [theme for theme in themes() if theme != code]
    return _best({v: sum(weight(slug, t) * points(slug, v, t) for t in others) for v in vendors()})


def _joint_without(code: str, vendor: str, key: str) -> Fraction:
    """The joint score less what the theme adds to it: the joint weight that is left is the same for all."""
    return joint(lambda slug: score(slug, vendor) - weight(slug, code) * points(slug, vendor, code), key)


def _said(names: list[str]) -> str:
    said = {"gelijk": "elke gemeente even zwaar", "inwoners": "naar inwoners"}
    own, together = [n for n in names if n not in said], [said[n] for n in names if n in said]
    parts = (" en ".join(own), f"samen ({' en '.join(together)})" if together else "")
    return "; ".join(filter(None, parts))


@pytest.fixture
def harsh(tmp_path: Path) -> Path:
    """The example, but one assessor finds nothing good in the package that is first jointly."""
    for folder in ("requirements", "rules", "vendors"):
        copytree(ROOT / folder, tmp_path / folder)
    settings = (ROOT / "marktscan.toml").read_text(encoding="utf-8")
    fewer = settings.replace("draws = 100000", "draws = 2048")
    (tmp_path / "marktscan.toml").write_text(fewer, encoding="utf-8")
    file = tmp_path / "vendors/linde-gemeentecloud/assessments/amstelveen-1.xlsx"
    book = load_workbook(file)
    head, *rows = book["Beoordeling"].iter_rows()
    column = [cell.value for cell in head].index("Cijfer (invullen)")
    for row in rows:
        row[column].value = 0 if row[column].value is not None else None
    book.save(file)
    return tmp_path


def test_no_assessor_of_the_example_decides_alone() -> None:
    assert _told(ROOT, background(), printed("stuurgroep")) == []


def test_an_assessor_who_decides_alone_is_told_without_a_name(harsh: Path) -> None:
    outcome = pipeline.score(harsh)
    sure = pipeline.with_sureness(outcome.background, outcome.scan, outcome.results)
    shown = read(page_from(outcome, sure, "stuurgroep"))
    assert _told(harsh, sure, shown) == [
        ["Eén beoordelaar", "samen (elke gemeente even zwaar)", "Kade Zaken"],
        ["Eén beoordelaar", "Amstelveen; samen (naar inwoners)", "Linde Gemeentecloud"],
    ]


def _told(root: Path, sure: Background, shown: Printed) -> list[list[str]]:
    """What the report prints of assessors, once who is first without each of them is the recomputed one."""
    given = _given(root)
    names = sorted({name for own in given.values() for name, *_ in own})
    now, then = _firsts(given, ""), {name: _firsts(given, name) for name in names}
    assert {
        (item.name, item.ranking): (item.first, item.first_changed)
        for item in sure.sureness.without_one
        if item.kind == LeftOut.ASSESSOR
    } == {
        (name, ranking): (first, first != now[ranking])
        for name in names
        for ranking, first in then[name].items()
    }
    found = defaultdict(list)
    for ranking in now:  # municipalities by name, then the keys
        for first in sorted({then[name][ranking] for name in names} - {now[ranking]}):
            found[first].append(ranking.title() if ranking in slugs() else ranking.removeprefix("key:"))
    rows = [row for row in shown.table("Zonder dit ene") if row[0] == "Eén beoordelaar"]
    assert {row[2]: row[1] for row in rows} == {
        " en ".join(products()[v] for v in first): _said(rankings) for first, rankings in found.items()
    }
    return rows


def _firsts(given: Given, assessor: str) -> dict[str, tuple[str, ...]]:
    """Who is first in every ranking without the marks of one; what was agreed together stays."""
    own = {v: {**found, "marks": _of_others(given[v], assessor)} for v, found in vendors().items()}
    scores = {
        slug: {vendor: _outcome(*lists()[slug], found, declared())[0] for vendor, found in own.items()}
        for slug in slugs()
    }
    together = {
        f"key:{key}": {v: sum(share * scores[slug][v] for slug, share in shares.items()) for v in own}
        for key, shares in keys().items()
    }
    return {
        ranking: tuple(sorted(v for v in found if found[v] == max(found.values())))
        for ranking, found in {**scores, **together}.items()
    }


def _given(root: Path) -> Given:
    files = {v: sorted(root.glob(f"vendors/{v}/assessments/*.xlsx")) for v in vendors()}
    return {
        vendor: [
            (file.stem, row["Eis-ID"], row["Cijfer"])
            for file in own
            for row in _rows(file, "Beoordeling")
            if row["Cijfer"] is not None
        ]
        for vendor, own in files.items()
    }


def _of_others(given: list[tuple[str, str, int]], assessor: str) -> dict[str, list[int]]:
    marks = defaultdict(list)
    for name, requirement, mark in given:
        if name != assessor:
            marks[requirement].append(mark)
    return marks


def test_the_answers_that_move_most_with_one_step() -> None:
    """Every answer one value of its scale higher or lower; only a neighbour in the order can be met first."""
    settings, moves = declared(), []
    codes = sorted(set(settings["points"]["answers"].values()))
    marks = sorted(level["points"] for level in settings["points"]["marks"])
    for slug in slugs():
        for vendor in vendors():
            for id_, asked in programme().items():
                row = asked.get(slug)
                share = part_of_theme(slug, vendor, row) if row else None
                if not share or answer(vendor, id_)["Antwoord"] is None:
                    continue
                part = weight(slug, row["Thema"]) * share
                now = added(slug, vendor, id_) / part
                scale = marks if row["Soort"] == "wens" else codes
                steps = [
                    max((p for p in scale if p < now), default=now),
                    min((p for p in scale if p > now), default=now),
                ]
                for moved in (part * (step - now) for step in steps if step != now):
                    ends = sorted((score(slug, vendor), score(slug, vendor) + moved))
                    met = [v for v in vendors() if v != vendor and ends[0] <= score(slug, v) <= ends[1]]
                    moves += [(abs(moved), slug.title(), id_, vendor, signed(moved, 2), met)] if met else []
    table = next(
        rows
        for caption, rows in printed("stuurgroep").by_caption.items()
        if "met één stap een volgorde" in caption
    )
    assert any(caption.startswith(f"{len(moves)} antwoorden") for caption in printed("stuurgroep").by_caption)
    heaviest = sorted((move[0] for move in moves), reverse=True)[:5]
    found = {move[1:4]: (move[0], move[4], move[5]) for move in moves}
    by_name = {name: vendor for vendor, name in products().items()}
    shown = [found[row[0], row[1], by_name[row[2]]] for row in table[1:]]
    assert [size for size, _, _ in shown] == heaviest
    assert [row[3] for row in table[1:]] == [said for _, said, _ in shown]
    assert [row[4] for row in table[1:]] == [" en ".join(products()[v] for v in met) for _, _, met in shown]
