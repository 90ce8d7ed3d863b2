import pytest

from marktscan.cli.terminal import columns, safe, show_json


@pytest.mark.parametrize(
    ("outside", "shown"),
    [
        ("gewoon, coördinatie €", "gewoon, coördinatie €"),
        ("\x1b[31mrood", "\\x1b[31mrood"),
        ("bel\x07", "bel\\x07"),
        ("regel\r\nregel", "regel  regel"),
        ("\u202eachterstevoren", "\\u202eachterstevoren"),
        ("98\u00a0%", "98 %"),
        ("\ud800", "\\ud800"),
        ("[bold]geen opmaak[/bold]", "[bold]geen opmaak[/bold]"),
    ],
)
def test_text_from_outside_cannot_steer_the_terminal(outside, shown):
    assert safe(outside) == shown


def test_columns_line_up():
    assert columns(("naam", "score"), [("kade", "71,7"), ("zuiderzaak", "8,0")], right=(1,)) == [
        "naam        score",
        "kade         71,7",
        "zuiderzaak    8,0",
    ]


def test_json_is_plain_ascii(capsys):
    show_json({"naam": "coördinatie\x1b\u202e"})
    assert capsys.readouterr().out.isascii()
