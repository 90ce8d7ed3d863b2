"""Everything the report counts, counted a second time in the cells and held against what is printed."""

from collections import Counter
from fractions import Fraction

import pytest
from printed import dutch, percent, printed
from recomputed import Row, answer, decisions, lists, products, programme, slugs, vendors
from test_independent_promises import _day
from test_independent_recomputation import ROOT, _rows, declared

pytestmark = pytest.mark.xdist_group("independent")
REPORTS = ("stuurgroep", "gemeente-diemen")
NAMES = {
    "S": "Standaard",
    "C": "Configuratie",
    "P": "Via partner",
    "R": "Belofte",
    "M": "Maatwerk",
    "N": "Niet",
    "X": "Niet van toepassing",
    None: "Leeg",
}
FEW = (
    "nul",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
)


@pytest.mark.parametrize("report", REPORTS)
def test_requirements_wishes_and_knock_outs_of_every_municipality(report: str) -> None:
    shown = {row[0].lower(): row[1:4] for row in printed(report).table("Wat elke gemeente vraagt")}
    for slug in slugs():
        _, rows = lists()[slug]
        kinds = Counter(row["Soort"] for row in rows)
        hard = sum(row["Knock-out"] == "ja" for row in rows)
        assert shown[slug] == [str(kinds["eis"]), str(kinds["wens"]), str(hard)]


@pytest.mark.parametrize("report", REPORTS)
def test_answers_by_code_and_how_many_are_given(report: str) -> None:
    page = printed(report)
    head, *rows = page.by_anchor["cijfers-antwoorden"]
    given = {row[0]: row[2] for row in page.table("Wie antwoordde")}
    assert len(rows) == len(vendors())
    for vendor, product in products().items():
        found = Counter(NAMES[answer(vendor, id_)["Antwoord"]] for id_ in programme())
        assert dict(zip(head, [product, *(str(found[name]) for name in head[1:])], strict=True)) == dict(
            zip(head, next(row for row in rows if row[0] == product), strict=True)
        )
        assert given[product] == f"{len(programme()) - found['Leeg']} van {len(programme())}"


def _relation(id_: str) -> str:
    own = programme()[id_]
    if decisions().get(id_, {}).get("Besluit") == "strijdig":
        return "Strijdig"
    if len(own) < len(slugs()):
        return "Niet bij elke gemeente"
    if len({row["Norm"] for row in own.values()}) > 1:
        return "Andere norm"
    asked = {(row["Gewicht"], row["Soort"], row["Prioriteit"], row["Knock-out"]) for row in own.values()}
    return "Ander gewicht" if len(asked) > 1 else "Gelijk"


@pytest.mark.parametrize("report", REPORTS)
def test_how_the_requirements_of_the_municipalities_relate(report: str) -> None:
    found = Counter(map(_relation, programme()))
    shown = {row[0]: row[2:] for row in printed(report).table("Zo verhouden de eisen zich")}
    whole = len(programme())
    assert shown == {name: [str(n), percent(Fraction(n, whole))] for name, n in found.items()}
    shared = sum(len(own) == len(slugs()) for own in programme().values())
    assert f"{shared} van de {whole} eisen gelden in elke gemeente" in printed(report).words


def test_promises_and_how_many_stand_in_a_contract_in_time() -> None:
    words, start = printed("stuurgroep").words, declared()["project"]["go_live"]
    for vendor, product in products().items():
        made = [answer(vendor, id_) for id_ in programme() if answer(vendor, id_)["Antwoord"] == "R"]
        sure = [
            row
            for row in made
            if row["Contractueel toegezegd"] == "ja"
            and row["Beschikbaar per"]
            and _day(row["Beschikbaar per"]) <= start
        ]
        said = f"{product} doet {_count(len(made))} belofte{'' if len(made) == 1 else 'n'}; "
        said += f"{_count(len(sure)) if sure else 'geen'} sta{'at' if len(sure) < 2 else 'an'} op tijd"
        assert said in words


def _count(amount: int) -> str:
    return FEW[amount] if amount < len(FEW) else dutch(amount, 0)


def test_what_the_public_report_says_it_leaves_out() -> None:
    """Every cell that says something, counted in the workbooks; an assessor's name counts once in each."""
    shown = {row[0]: row[1] for row in printed("openbaar").table("Wat is weggelaten")}
    answers = [row for own in vendors().values() for row in own["answers"].values()]
    files = {v: sorted((ROOT / "vendors" / v / "assessments").glob("*.xlsx")) for v in vendors()}
    marks = [row for own in files.values() for file in own for row in _rows(file, "Beoordeling")]
    agreed = [row for v in vendors() for row in _rows(ROOT / f"vendors/{v}/consensus.xlsx", "Consensus")]
    prices = [row for v in vendors() for row in _rows(ROOT / f"vendors/{v}/prices.xlsx", "Kosten")]
    given = [r for v in vendors() for r in _rows(ROOT / f"vendors/{v}/answers.xlsx", "Leverancier")]
    asked = [row for _, rows in lists().values() for row in rows]
    words = ("Uitleg", "Bewijs/verwijzing", "Meerprijs", "Motivering vertrouwelijk")
    contacts = sum(row["Gegeven"] == "Functie contactpersoon" and bool(row["Waarde"]) for row in given)
    names = _filled(asked, "Eigenaar") + contacts + sum(map(len, files.values()))
    assert shown == {
        "Prijzen": dutch(_filled(prices, "Eenmalig", "Per jaar"), 0),
        "Uitleg en bewijs": dutch(_filled(answers, *words), 0),
        "Data van beloften": dutch(_filled(answers, "Beschikbaar per"), 0),
        "Antwoorden": dutch(sum(row["Vertrouwelijk"] == "ja" for row in answers), 0),
        "Gewichten": dutch(_filled(asked, "Gewicht") + sum(len(themes) for themes, _ in lists().values()), 0),
        "Opmerkingen": dutch(_filled(asked, "Opmerking", "Reden", "Demoscript"), 0),
        "Motiveringen van cijfers": dutch(_filled([*marks, *agreed], "Motivering"), 0),
        "Namen en functies van personen": dutch(names, 0),
    }


def _filled(rows: list[Row], *columns: str) -> int:
    return sum(row[column] not in {None, ""} for row in rows for column in columns)


def test_what_the_current_system_has_and_keeps_missing() -> None:
    own = declared()["vendors"]["incumbent"]
    codes = Counter(answer(own, id_)["Antwoord"] for id_ in programme())
    now, missing = codes["S"] + codes["C"] + codes["P"], codes["M"] + codes["N"] + codes[None]
    words = printed("stuurgroep").words
    assert f"van de {len(programme())} eisen werken er nu {now}; {codes['R']} antwoorden" in words
    table = printed("stuurgroep").table(f"Voor {missing} eisen is er nu niets en ook geen belofte")
    assert len(table) == missing
    for vendor, product in products().items():
        found = Counter(answer(vendor, id_)["Antwoord"] for id_ in programme())
        works = found["S"] + found["C"] + found["P"]
        assert f"{works} van {len(programme())} eisen werken nu" in words, product
