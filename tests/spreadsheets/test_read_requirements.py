from pathlib import Path

from markdown_workbook import write_markdown
from openpyxl import load_workbook
from scan_factory import project
from spreadsheets.reading import codes, found

from marktscan.domain.finding import Code
from marktscan.domain.requirement import Kind, Priority, RequirementType
from marktscan.domain.source import Source
from marktscan.spreadsheets.read_requirements import read_requirements

THEMES = """
    | Thema | Omschrijving | Gewicht |
    |-------|--------------|---------|
    | ARC   | Archivering  | 60      |
    | ZTC   | Zaaktypen    | 40      |
"""


def write(root: Path, requirements: str, themes: str = THEMES, slug: str = "aalsmeer") -> Path:
    return write_markdown(root / f"requirements/{slug}.xlsx", {"Eisen": requirements, "Thema's": themes})


def test_a_list_is_read_with_its_cells(tmp_path: Path) -> None:
    write(
        tmp_path,
        """
        | Eis-ID | Thema | Eis   | Type      | Soort | Prioriteit | KO  | Gewicht | Norm  | Nvt toegestaan |
        |--------|-------|-------|-----------|-------|------------|-----|---------|-------|----------------|
        | ARC-01 | ARC   | Wist. | juridisch | eis   | Must       | ja  | 5       | AVG   | nee            |
        | ZTC-01 | ZTC   | Fijn. |           | wens  | Could      | nee | 2       |       | ja             |
        """,
    )
    (item,), findings = read_requirements(tmp_path, project("aalsmeer"))
    assert codes(findings) == []
    assert item.readable
    demand, wish = item.requirements
    assert (demand.id, demand.theme, demand.kind, demand.type) == (
        "ARC-01",
        "ARC",
        Kind.DEMAND,
        RequirementType.LEGAL,
    )
    assert (demand.priority, demand.knock_out, demand.weight, demand.norm) == (
        Priority.MUST,
        True,
        5,
        "AVG",
    )
    assert (wish.kind, wish.not_applicable_allowed) == (Kind.WISH, True)
    assert wish.origin.cell("weight") == Source("requirements/aalsmeer.xlsx", "Eisen", "H3")
    assert [(w.theme, w.weight, w.description) for w in item.theme_weights] == [
        ("ARC", 60, "Archivering"),
        ("ZTC", 40, "Zaaktypen"),
    ]


def test_a_list_that_is_missing_still_has_its_place(tmp_path: Path) -> None:
    write(tmp_path, "| Eis-ID | Thema |\n|---|---|\n| A-1 | ARC |")
    lists, findings = read_requirements(tmp_path, project("aalsmeer", "diemen"))
    assert [(item.municipality, item.readable) for item in lists] == [("aalsmeer", False), ("diemen", False)]
    assert set(codes(findings)) == {"FILE_MISSING", "COLUMN_MISSING"}


def test_a_sheet_of_themes_that_is_missing_leaves_the_requirements(tmp_path: Path) -> None:
    write_markdown(
        tmp_path / "requirements/aalsmeer.xlsx",
        {"Eisen": "| Eis-ID | Thema | Eis | Soort | Gewicht |\n|-|-|-|-|-|\n| A-1 | ARC | x | eis | 3 |"},
    )
    (item,), findings = read_requirements(tmp_path, project("aalsmeer"))
    assert (item.readable, len(item.requirements), item.theme_weights) == (True, 1, ())
    assert codes(findings) == ["SHEET_MISSING"]


def test_cells_that_say_something_else_keep_the_row(tmp_path: Path) -> None:
    write(
        tmp_path,
        """
        | Eis-ID | Thema       | Eis | Soort  | Prioriteit | Knock-out | Gewicht |
        |--------|-------------|-----|--------|------------|-----------|---------|
        | A-1    | Archivering | x   | Eis    | must       | ja, mits  | 9       |
        | A-2    | XYZ         | x   | plicht | Moet       | nee       | veel    |
        | A-3    | ARC         | x   |        |            |           |         |
        | A-4    | ARC         | x   | eis    | Won’t      |           | 2.5     |
        | A-5    | ARC         | x   | eis    |            |           | "3,0"   |
        """,
    )
    (item,), findings = read_requirements(tmp_path, project("aalsmeer"))
    rows = item.requirements
    assert [row.theme for row in rows] == ["ARC", "XYZ", "ARC", "ARC", "ARC"]
    assert [row.kind for row in rows] == [Kind.DEMAND] * 5
    assert [row.weight for row in rows] == [None, None, None, None, 3]
    assert [row.priority for row in rows] == [Priority.MUST, None, None, Priority.WONT, None]
    assert not rows[0].knock_out
    assert [cell for cell, _ in found(findings, Code.KIND_UNCLEAR)] == ["D3", "D4"]
    assert [cell for cell, _ in found(findings, Code.WEIGHT_OUT_OF_RANGE)] == ["G2", "G5"]
    assert found(findings, Code.NOT_A_NUMBER) == [("G3", {"value": "veel"})]
    assert found(findings, Code.WEIGHT_MISSING) == [("G4", {"requirement": "A-3"})]
    assert found(findings, Code.NUMBER_READ_AS) == [("G6", {"value": "3,0", "read_as": "3,0"})]
    assert [facts["value"] for _, facts in found(findings, Code.CHOICE_UNKNOWN)] == ["Moet"]
    assert found(findings, Code.YES_NO_UNCLEAR) == [("F2", {"value": "ja, mits", "read_as": "nee"})]


def test_an_id_that_stands_there_twice_counts_once(tmp_path: Path) -> None:
    write(
        tmp_path,
        """
        | Eis-ID | Thema | Eis  | Soort | Gewicht |
        |--------|-------|------|-------|---------|
        | A-1    | ARC   | een  | eis   | 3       |
        | A-2    | ARC   | twee | eis   | 3       |
        | A-1    | ARC   | een  | eis   | 3       |
        | A-2    | ARC   | drie | eis   | 3       |
        """,
    )
    (item,), findings = read_requirements(tmp_path, project("aalsmeer"))
    assert [row.text for row in item.requirements] == ["een", "twee"]
    place = "requirements/aalsmeer.xlsx · Eisen!"
    assert found(findings, Code.REQUIREMENT_REPEATED) == [
        ("A4", {"requirement": "A-1", "first": f"{place}A2"})
    ]
    assert found(findings, Code.REQUIREMENT_DOUBLE) == [("A5", {"requirement": "A-2", "first": f"{place}A3"})]


def test_theme_weights_in_percent(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "| Eis-ID | Thema | Eis | Soort | Gewicht |\n|-|-|-|-|-|\n| A-1 | ARC | x | eis | 3 |",
        """
        | Thema | Omschrijving | Gewicht |
        |-------|--------------|---------|
        | ARC   |              | 35 %    |
        | ZTC   |              | 0.65    |
        | XYZ   |              | 0.5     |
        | QQQ   |              | WAAR    |
        """,
    )
    edited = load_workbook(path)
    edited["Thema's"]["C3"].number_format = "0%"
    edited.save(path)
    (item,), findings = read_requirements(tmp_path, project("aalsmeer"))
    assert [weight.weight for weight in item.theme_weights] == [35, 65, None, None]
    assert found(findings, Code.NUMBER_READ_AS) == [
        ("C2", {"value": "35 %", "read_as": "35"}),
        ("C3", {"value": "65 %", "read_as": "65"}),
    ]
    assert [cell for cell, _ in found(findings, Code.NOT_A_NUMBER)] == ["C4", "C5"]


def test_a_number_that_became_a_date_is_not_guessed_back(tmp_path: Path) -> None:
    write(
        tmp_path,
        "| Eis-ID | Thema | Eis | Soort | Gewicht |\n|-|-|-|-|-|\n| A-1 | ARC | x | eis | 2026-05-03 |",
    )
    (item,), findings = read_requirements(tmp_path, project("aalsmeer"))
    assert item.requirements[0].weight is None
    assert found(findings, Code.DATE_FOR_NUMBER) == [("E2", {"value": "3-5-2026", "meant": "3.5"})]


def test_what_lies_beside_the_lists_is_told(tmp_path: Path) -> None:
    folder = write(
        tmp_path, "| Eis-ID | Thema | Eis | Soort | Gewicht |\n|-|-|-|-|-|\n| A-1 | ARC | x | eis | 3 |"
    ).parent
    for name in (
        *("~$aalsmeer.xlsx", ".~lock.aalsmeer.xlsx#", "aalsmeer (1).xlsx", "aalsmeer - kopie.xlsx"),
        *(
            "aalsmeer.ods",
            "aalsmer.xlsx",
            "plan.docx",
            ".geheim",
            "README.md",
            ".DS_Store",
            "samenvoeging.xlsx",
        ),
    ):
        (folder / name).write_bytes(b"x")
    _, findings = read_requirements(tmp_path, project("aalsmeer"))
    assert {
        (item.source.file.partition("/")[2], item.code) for item in findings if not item.source.sheet
    } == {
        ("~$aalsmeer.xlsx", Code.FILE_LOCK),
        (".~lock.aalsmeer.xlsx#", Code.FILE_LOCK),
        ("aalsmeer (1).xlsx", Code.FILE_COPY),
        ("aalsmeer - kopie.xlsx", Code.FILE_COPY),
        ("aalsmeer.ods", Code.FILE_WRONG_TYPE),
        ("aalsmer.xlsx", Code.FILE_SIMILAR),
        ("plan.docx", Code.FILE_UNEXPECTED),
        (".geheim", Code.FILE_UNEXPECTED),
    }
