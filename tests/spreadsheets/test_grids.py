from openpyxl import Workbook
from openpyxl.styles import Font

from marktscan.spreadsheets.books import open_book
from marktscan.spreadsheets.grids import Grid, Nature, ShownCell, grids_of


def grid_of(tmp_path, book: Workbook) -> Grid:
    book.save(tmp_path / "a.xlsx")
    opened, problems = open_book(tmp_path, "a.xlsx")
    assert opened is not None, problems
    return grids_of(opened)[0]


def test_cells_are_what_people_see(tmp_path):
    book = Workbook()
    sheet = book.active
    sheet.append(["  Eis\u200b ", 1.1, "#N/A", "=A1", " "])
    sheet["B1"].number_format = "0.00"
    sheet["A1"].font = Font(strike=True)
    grid = grid_of(tmp_path, book)
    assert grid.cells == {
        1: {
            1: ShownCell("Eis", struck="Eis"),
            2: ShownCell("1.10", Nature.NUMBER),
            3: ShownCell("#N/A", Nature.ERROR),
            4: ShownCell("", Nature.FORMULA_WITHOUT_VALUE),
        }
    }
    assert str(grid.place(1, 4)) == "a.xlsx · Sheet!D1"


def test_outcomes_of_formulas_are_shown_as_their_cell_shows_them(tmp_path):
    from xlsxwriter import Workbook as Writer

    with Writer(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_formula(0, 0, "=1+0.1", book.add_format({"num_format": "0.00"}), 1.1)
        sheet.write_formula(0, 1, "=NA()", None, "#N/A")
    opened, _ = open_book(tmp_path, "a.xlsx")
    assert grids_of(opened)[0].cells[1] == {
        1: ShownCell("1.10", Nature.FORMULA),
        2: ShownCell("#N/A", Nature.ERROR),
    }


def test_merged_cells_lead_to_the_cell_with_the_content(tmp_path):
    book = Workbook()
    book.active.append(["Zaken", "A1"])
    book.active.append([None, "A2"])
    book.active.merge_cells("A1:A2")
    book.active.row_dimensions[2].hidden = True
    grid = grid_of(tmp_path, book)
    assert grid.text(2, 1) == ""
    assert grid.text_through_merge(2, 1) == "Zaken"
    assert grid.hidden_rows == {2}
    assert grid.visible
