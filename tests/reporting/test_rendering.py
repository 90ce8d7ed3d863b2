"""What is left out while a report is rendered changes no byte of it."""

import gc
from contextlib import nullcontext

from pydyf import PDF
from weasyprint import HTML
from weasyprint.layout import inline, preferred

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


def test_the_same_bytes_as_with_all_work_done(monkeypatch):
    spared = pdf(HTML_OF_A_REPORT)
    monkeypatch.setattr(module, "Page", HTML)
    monkeypatch.setattr(module, "without_needless_work", nullcontext)
    assert pdf(HTML_OF_A_REPORT) == spared


def test_a_line_is_broken_once_in_every_style(monkeypatch):
    """The first row, the last and those between have styles of their own; two tables share them."""
    broken = []
    made = inline.split_first_line

    def counting(text, *rest, **named):
        broken.append(text)
        return made(text, *rest, **named)

    monkeypatch.setattr(inline, "split_first_line", counting)
    pdf(HTML_OF_A_REPORT)
    assert broken.count("Kade") == 3


def test_everything_is_as_before_afterwards():
    def state():
        return gc.isenabled(), PDF.page_references, inline.split_first_line, preferred.split_first_line

    before = state()
    try:
        with without_needless_work():
            assert state() != before
            raise RuntimeError
    except RuntimeError:
        assert state() == before
