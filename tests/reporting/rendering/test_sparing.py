"""What is left out while a report is rendered changes no byte of it."""

import gc
import subprocess
import sys
from contextlib import nullcontext
from io import BytesIO
from weakref import ref

import pikepdf
import pydyf
import pytest
from pydyf import PDF
from weasyprint import HTML, draw
from weasyprint.css import StyleFor
from weasyprint.layout import inline, percent, preferred
from weasyprint.text import line_break

from marktscan.reporting import pdf as module
from marktscan.reporting.pdf import pdf
from marktscan.reporting.rendering import objects
from marktscan.reporting.rendering.sparing import without_needless_work

ROW = "<tr><th scope='row'>Kade</th><td>100</td><td>Een antwoord van meer dan één regel.</td></tr>"
TABLE = f"""<table><caption><span class="h" id="t{{}}">Antwoorden</span></caption>
<colgroup><col style="width:60pt"><col style="width:40pt"><col style="width:90pt"></colgroup>
<thead><tr><th scope="col">Pakket</th><th scope="col">Punten</th><th scope="col">Uitleg</th></tr></thead>
<tbody>{ROW * 20}</tbody></table>"""
HTML_OF_A_REPORT = f"""<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Proef</title>
<link rel="stylesheet" href="css/tokens.css"><link rel="stylesheet" href="css/print.css"></head>
<body data-running="Proef" data-notice="Fictief" data-owners="A"><section class="chapter"><h1>Proef</h1>
<h2>Uitslag</h2><ul><li>Een</li><li><a href="#t1">Twee</a></li></ul><ol><li>Drie</li></ol>
<div class="row"><div class="c6"><p>Links</p></div><div class="c6"><p>Rechts</p></div></div>
{TABLE.format(0)}{TABLE.format(1)}</section></body></html>"""
ODD_TEXTS = HTML_OF_A_REPORT.replace(
    "</section>",
    f"""<p>Kade <u>Kade</u> <s>Kade</s> <b>Kade</b> <a href="#t0">Kade</a>
<i style="visibility:hidden">Kade</i> <span style="letter-spacing:2pt">Kade</span>
<span style="font-variant-caps:small-caps">Kade</span>
<span style="color:#b00">Kade</span> <span style="word-spacing:3pt">Kade Kade</span> 😀 😀 ⁠</p>
<p dir="rtl" lang="he">שלום Kade שלום Kade</p><p style="text-align:justify">{"Kade en Linde " * 20}</p>
<div style="overflow:hidden;text-overflow:ellipsis;white-space:nowrap;width:40pt">Kade Kade Kade Kade</div>
<svg xmlns="http://www.w3.org/2000/svg" width="90"><text x="5" y="9">Kade Kade</text></svg>
</section>""",
)


def counted(monkeypatch, where, name):
    """What is given to this function of WeasyPrint's from now on."""
    given, made = [], getattr(where, name)

    def counting(*things, **named):
        given.append(things)
        return made(*things, **named)

    monkeypatch.setattr(where, name, counting)
    return given


def said(document):
    """Every page as drawn, out of its squeezed form."""
    with pikepdf.open(BytesIO(document)) as file:
        return [page.Contents.read_bytes() for page in file.pages]


@pytest.mark.parametrize("page", [HTML_OF_A_REPORT, ODD_TEXTS])
def test_the_same_bytes_as_with_all_work_done(monkeypatch, page):
    spared = pdf(page)
    monkeypatch.setattr(module, "Page", HTML)
    monkeypatch.setattr(module, "without_needless_work", nullcontext)
    assert pdf(page) == spared


def test_a_line_is_broken_once_in_every_look(monkeypatch):
    broken = counted(monkeypatch, line_break, "create_layout")
    pdf(HTML_OF_A_REPORT)
    assert [word for word, *_ in broken].count("Kade") == 1


def test_equal_widths_of_columns_are_one_style(monkeypatch):
    made = counted(monkeypatch, StyleFor, "set_computed_styles")
    pdf(HTML_OF_A_REPORT)
    assert [getattr(element, "tag", "") for _, element, *_ in made].count("col") == 3


def test_the_height_of_a_line_is_worked_out_once_in_every_look(monkeypatch):
    asked = counted(monkeypatch, line_break, "_font_style_cache_key")
    pdf(HTML_OF_A_REPORT)
    assert 1 < len(asked) < 60  # 160 lines, each asks twice or more


def test_lengths_are_worked_out_once_in_every_style(monkeypatch):
    asked = counted(monkeypatch, percent, "resolve_one_percentage")
    pdf(HTML_OF_A_REPORT)
    of_cells = [box for box, name, _ in asked if box.element_tag == "th" and name == "width"]
    assert 1 < len(of_cells) < 20  # 46 header cells, each asks twice or more


def test_a_text_is_drawn_by_glyphs_once_in_every_look(monkeypatch):
    set_up = counted(monkeypatch, line_break.Layout, "reactivate")
    pdf(HTML_OF_A_REPORT)
    assert [layout.text for layout, _ in set_up].count("Kade") == 1  # in forty rows


def test_a_font_is_looked_up_once_in_every_look(monkeypatch):
    looked_up = counted(monkeypatch, line_break, "get_font_description")
    pdf(HTML_OF_A_REPORT)
    assert 1 < len(looked_up) < 40  # 180 lines, each asks once or more


def test_every_page_is_squeezed_once(monkeypatch):
    squeezed = counted(monkeypatch, objects.zlib, "compressobj")
    pages = len(said(pdf(HTML_OF_A_REPORT)))
    once = len(squeezed)
    squeezed.clear()
    monkeypatch.setattr(module, "without_needless_work", nullcontext)
    pdf(HTML_OF_A_REPORT)
    assert len(squeezed) >= once + pages > pages


def test_what_is_left_of_a_document_is_collected_when_the_next_one_comes():
    class Left:
        pass

    with without_needless_work():
        left = Left()
        left.self = left
        seen = ref(left)
        del left
    gc.collect()
    assert seen() is not None
    with without_needless_work():
        assert seen() is None


def test_a_file_that_is_squeezed_less_says_the_same(monkeypatch):
    less = pdf(HTML_OF_A_REPORT)
    monkeypatch.setattr(module, "squeezed_less", nullcontext)
    more = pdf(HTML_OF_A_REPORT)
    assert less != more
    assert said(less) == said(more)


def test_nothing_is_collected_at_the_end_of_a_program_that_rendered():
    program = "\n".join((
        "import atexit, gc",
        "atexit.register(lambda: print(gc.get_freeze_count() > 0))",  # registered first, called last
        "from marktscan.reporting.rendering.sparing import without_needless_work",
        "with without_needless_work(): pass",
    ))  # fmt: skip
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["True"]


def test_everything_is_as_before_afterwards():
    def state():
        replaced = (
            inline.split_first_line,
            preferred.split_first_line,
            inline.strut,
            percent.resolve_percentages,
            draw.draw_text,
            line_break.Layout.setup,
            line_break.split_first_line,
            pydyf._to_bytes,
            PDF.write,
            PDF.page_references,
        )
        return gc.isenabled(), *replaced

    before = state()
    try:
        with without_needless_work():
            assert state() != before
            raise RuntimeError
    except RuntimeError:
        assert state() == before
