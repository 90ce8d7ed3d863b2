"""Reading what people filled in."""

from measure import OFTEN, PROJECT, Measurement, in_turn, often

QUESTIONNAIRE = PROJECT / "vendors" / "rx-enterprise" / "answers.xlsx"


def reading() -> Measurement:
    """Every workbook with addresses, notes and hidden rows, beside openpyxl that only loads them."""
    from openpyxl import load_workbook

    from marktscan.project_file import read_project
    from marktscan.spreadsheets.read_decisions import read_decisions
    from marktscan.spreadsheets.read_requirements import read_requirements
    from marktscan.spreadsheets.read_submissions import read_submissions

    project, _ = read_project(PROJECT)
    if project is None:
        raise SystemExit("the example's marktscan.toml cannot be read")
    workbooks = sorted(PROJECT.rglob("*.xlsx"))

    def ours() -> None:
        for read in (read_requirements, read_decisions, read_submissions):
            read(PROJECT, project)

    def bare() -> None:
        for workbook in workbooks:
            load_workbook(workbook)

    return Measurement(
        f"read {len(workbooks)} workbooks", *in_turn(ours, "openpyxl.load_workbook", bare), 1.3
    )


def looking_first() -> Measurement:
    """The look at a questionnaire's bytes before it is parsed, beside the whole reading of it."""
    from marktscan.spreadsheets.preflight import obstacle

    data = QUESTIONNAIRE.read_bytes()
    times = in_turn(often(lambda: obstacle(data)), "reading it", often(_read_questionnaire))
    return Measurement(f"preflight of a questionnaire, {OFTEN} ×", *times, 0.1)


def reading_one() -> Measurement:
    """One returned questionnaire, with its addresses, notes and stamp, beside openpyxl that only loads it."""
    from openpyxl import load_workbook

    bare = often(lambda: load_workbook(QUESTIONNAIRE))
    times = in_turn(often(_read_questionnaire), "openpyxl.load_workbook", bare)
    return Measurement(f"read a questionnaire, {OFTEN} ×", *times, 1.5)


def _read_questionnaire() -> None:
    from marktscan.spreadsheets.books import open_book
    from marktscan.spreadsheets.read_answers import read_answers, read_vendor

    book, _ = open_book(QUESTIONNAIRE.parent, QUESTIONNAIRE.name)
    if book is None:
        raise SystemExit("the questionnaire cannot be read")
    read_vendor(book, QUESTIONNAIRE.parent.name)
    read_answers(book)
