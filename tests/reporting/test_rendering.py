"""What is left out while a report is rendered changes no byte of it."""

import gc
import subprocess
import sys
from contextlib import nullcontext
from io import BytesIO

import pikepdf
from pydyf import PDF
from weasyprint import HTML
from weasyprint.layout import inline, percent, preferred
from weasyprint.text import line_break

from marktscan.reporting import pdf as module
from marktscan.reporting.pdf import pdf
from marktscan.reporting.rendering import without_needless_work

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


def test_the_same_bytes_as_with_all_work_done(monkeypatch):
    spared = pdf(HTML_OF_A_REPORT)
    monkeypatch.setattr(module, "Page", HTML)
    monkeypatch.setattr(module, "without_needless_work", nullcontext)
    assert pdf(HTML_OF_A_REPORT) == spared


def test_a_line_is_broken_once_in_every_style(monkeypatch):
    """The first row, the last and those between have styles of their own; two tables share them."""
    broken = counted(monkeypatch, line_break, "create_layout")
    pdf(HTML_OF_A_REPORT)
    assert [text for text, *_ in broken].count("Kade") == 3


def test_the_height_of_a_line_is_worked_out_once_in_every_style(monkeypatch):
    asked = counted(monkeypatch, line_break, "_font_style_cache_key")
    pdf(HTML_OF_A_REPORT)
    assert 1 < len(asked) < 60  # 160 lines, each asks twice or more


def test_lengths_are_worked_out_once_in_every_style(monkeypatch):
    asked = counted(monkeypatch, percent, "resolve_one_percentage")
    pdf(HTML_OF_A_REPORT)
    of_cells = [box for box, name, _ in asked if box.element_tag == "th" and name == "width"]
    assert 1 < len(of_cells) < 20  # 46 header cells, each asks twice or more


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
        "from marktscan.reporting.rendering import without_needless_work",
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
        )
        return gc.isenabled(), PDF.page_references, *replaced

    before = state()
    try:
        with without_needless_work():
            assert state() != before
            raise RuntimeError
    except RuntimeError:
        assert state() == before
