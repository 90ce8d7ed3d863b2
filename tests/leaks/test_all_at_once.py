"""What is read once for many, or looked for all at once, gives what reading and looking each time would."""

import random

import pytest

from marktscan.leaks import html_texts
from marktscan.leaks.places import SCRIPT
from marktscan.leaks.secret_texts import LENGTH, runs_of
from marktscan.leaks.sought import Sought, runs_among
from tests.leaks.drawn import drawn

PAGES = (
    *("</sheetData>", "</SHEETDATA>", "<c r='A1'>", "<v>", "12", "</v>", "<", "&", "&amp", "&#12", "8;", "é"),
    *("<!--", "-->", "<script>", "</script>", "<style>", "</style>", '<a href="', '">', "<br/>", "<![CDATA["),
    *("]]>", "data:text/plain,abc", "DATA:image/png;base64,QUJD ", "<?xml ?>", "content: 'q'", "\n"),
)


def test_a_page_that_is_read_on_from_its_cells_holds_what_it_holds_when_read_at_once() -> None:
    several = 0
    for text in drawn(PAGES):
        page = html_texts._Page()
        page.feed(html_texts._DATA.sub("", text))
        page.close()
        page.found[SCRIPT].extend(f"\n{name}" for name in sorted(page.called))
        assert list(html_texts.html_texts(text)) == [
            (place, "".join(t)) for place, t in page.found.items()
        ], text
        several += text.count("</sheetData>") > 1
    assert several > 200


@pytest.mark.parametrize("seed", range(40))
def test_rows_of_letters_are_found_all_at_once_as_one_by_one(seed: int) -> None:
    choose = random.Random(seed)  # noqa: S311 (nothing is kept secret with it)
    letters = "".join(choose.choices("ab1", k=400))
    begins = [choose.randrange(len(letters)) for _ in range(60)]
    copied = [letters[begin : begin + choose.randrange(1, 40)] for begin in begins]
    others = ["".join(choose.choices("ab1", k=choose.randrange(1, 40))) for _ in range(60)]
    rows = copied + others
    assert Sought(rows).within(letters) == {row for row in rows if row in letters}
    runs = {run for row in rows if len(row) >= LENGTH for run in runs_of(row, 1)}
    assert runs_among(runs, letters, LENGTH) == {run for run in runs if run in letters}
    assert Sought([]).within(letters) == Sought(rows).within("") == frozenset()
