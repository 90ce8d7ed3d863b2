"""Whatever stands on the sheets of a source: no row disappears, no id changes, nothing breaks."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from importing.importing_lists import read_back

from marktscan.domain.finding import Code, Severity
from marktscan.importing import Imported, mapping_text
from marktscan.importing.propose import propose
from marktscan.importing.read_mapping import read_mapping
from marktscan.importing.source import SourceTable
from marktscan.importing.take import take_over
from marktscan.spreadsheets.grids import Grid, Nature, ShownCell
from marktscan.spreadsheets.texts import clean, clean_id

HEADINGS = ["Nr", "Eis-ID", "Eis", "Requirement", "Thema", "MoSCoW", "M", "S", "C", "W", "Must", "Soort"]
HEADINGS += ["KO", "Gewicht", "Toelichting", "Status", "Eis (EN)", "Opmerking"]
VALUES = [
    "x",
    "M",
    "Must",
    "should",
    "eis",
    "KO",
    "wens",
    "ja",
    "nee",
    "5",
    "20",
    "Archivering",
    "Totaal",
    "A1",
]
VALUES += [
    "a1",
    "1.1",
    "1",
    "2",
    "ARC-03",
    "misschien",
    "Eis",
    "Het systeem moet de zaken van inwoners tonen",
]
VALUES += ["The system must show the cases"]
NATURES = set(Nature) - {Nature.FORMULA_WITHOUT_VALUE}
odd = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12).map(clean).filter(clean_id)
texts = st.one_of(st.sampled_from(VALUES), st.sampled_from(HEADINGS), odd)
cells = st.builds(
    ShownCell,
    texts,
    st.sampled_from([Nature.TEXT] * 6 + sorted(NATURES, key=str)),
    st.sampled_from(["", "x"]),
)
names = st.one_of(st.sampled_from(["PvE", "Zaken", 'Blad "1"\\']), odd)


ids = st.sampled_from(["A1", "A2", "A3", "a3", "1.1", "1.10", "B", "B.1", "001"])
asked = st.sampled_from(["Het systeem moet de zaken van inwoners tonen", "Het systeem bewaart zaken", "Kort"])
anything = st.dictionaries(st.integers(1, 8), cells, min_size=1, max_size=7)
requirements = st.builds(
    lambda others, own_id, text: {**others, 1: ShownCell(own_id), 2: ShownCell(text)}, anything, ids, asked
)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """A sheet with a row of headings somewhere, and rows of requirements and of anything around it."""
    top = draw(st.integers(1, 4))
    heads = ["Nr", "Eis", *draw(st.lists(st.sampled_from(HEADINGS), max_size=6))]
    found = draw(st.dictionaries(st.integers(1, 18), requirements | anything, max_size=15))
    found[top] = {column: ShownCell(text) for column, text in enumerate(heads, 1)}
    merged = {(row, 1): (row - 1, 1) for row in found if 1 not in found[row] and draw(st.booleans())}
    hidden = frozenset(row for row in found if draw(st.booleans()))
    return Grid("lijst.xlsx", draw(names), True, dict(sorted(found.items())), merged, hidden)


@settings(max_examples=100)
@given(st.lists(grids(), min_size=1, max_size=3, unique_by=lambda grid: grid.sheet))
def test_every_row_is_taken_over_or_named(sheets: list[Grid]) -> None:
    mapping = propose(sheets, {})
    if mapping is None:
        return
    taken = take_over(sheets, mapping)
    by_sheet = {grid.sheet: grid for grid in sheets}
    tables = [SourceTable(by_sheet[name], item.head_rows) for item in mapping.tables for name in item.sheets]
    assert taken.rows_in == sum(len(table.rows) for table in tables)
    assert len({row.reason.source for row in taken.left}) == len(taken.left)

    shown = Counter(
        SourceTable(by_sheet[name], item.head_rows).grid.text(row, item.column("id"))
        for item in mapping.tables
        for name in item.sheets
        for row in by_sheet[name].cells
    )
    assert all(shown[str(row["id"])] for row in taken.rows)
    assert len({str(row["id"]).upper() for row in taken.rows}) == len(taken.rows)
    text = mapping_text(mapping, sheets, "lijst.xlsx", "lijst-mapping.toml")
    assert read_mapping(text, "lijst-mapping.toml", sheets) == (mapping, ())


@settings(max_examples=100)
@given(grids())
def test_no_text_of_a_requirement_is_lost(sheet: Grid) -> None:
    mapping = propose([sheet], {})
    if mapping is None:
        return
    (table,) = mapping.tables
    taken = take_over([sheet], mapping)
    left = {int(row.reason.source.cell.lstrip("ABCDEFGH")) for row in taken.left}
    numbers = [number for number in SourceTable(sheet, table.head_rows).rows if number not in left]
    for number, row in zip(numbers, taken.rows, strict=True):
        for column, cell in sheet.cells[number].items():
            name = next((name for name, columns in table.columns.items() if column in columns), "")
            known = bool(mapping.values.get(name, {}).get(cell.text)) or column in table.left_out or not name
            assert known or cell.text in "\n".join(map(str, row.values()))


@settings(max_examples=100)
@given(st.text(max_size=200), st.lists(grids(), min_size=1, max_size=1))
def test_any_text_as_mapping_ends_in_findings(text: str, sheets: list[Grid]) -> None:
    mapping, findings = read_mapping(text, "m.toml", sheets)
    assert mapping is None
    assert findings


@settings(max_examples=25)
@given(grids())
def test_what_was_written_reads_back(sheet: Grid) -> None:
    mapping = propose([sheet], {})
    if mapping is None:
        return
    imported = Imported((), (sheet,), mapping, take_over([sheet], mapping))
    with TemporaryDirectory() as folder:
        item, findings = read_back(Path(folder), imported)
    errors = {found.code for found in findings if found.code.severity is Severity.ERROR}
    assert errors <= {Code.WEIGHT_MISSING, Code.KIND_UNCLEAR}, "what the source does not have"
    ids = [clean_id(str(row["id"])).upper() for row in imported.taken.rows]
    assert [row.id for row in item.requirements] == ids
