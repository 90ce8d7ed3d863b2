"""A PDF that another program wrote is read too: other fonts, other strings, shared resources."""

import pytest

from marktscan.leaks.pdf_objects import items
from marktscan.leaks.pdf_texts import pdf_texts

PARENT = "<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 /Resources << /Font << /F1 5 0 R >> >> >>"
RANGES = "1 beginbfrange <01> <03> <0041> endbfrange 1 beginbfrange <05> <06> [<0058> <0059>] endbfrange"


def written(first: str, second: str, table: str = "", font: str = "") -> bytes:
    """Two pages without compression; the fonts stand with the parent of the pages."""
    parts = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: PARENT,
        3: "<< /Type /Page /Parent 2 0 R /Contents [4 0 R] >>",
        4: f"<< /Length {len(first)} >>\nstream\n{first}\nendstream",
        5: f"<< /Type /Font /Subtype /Type1 {font} >>",
        6: "<< /Type /Page /Parent 2 0 R /Contents 7 0 R >>",
        7: f"<< /Length 8 0 R >>\nstream\n{second}\nendstream",
        8: str(len(second)),
        9: f"<< /Length {len(table)} >>\nstream\n{table}\nendstream",
        10: "<< /Title (Caf\\351 \\(vier\\)\\\nnamen) /Subject <FEFF00410042> >>",
    }
    body = "".join(f"{number} 0 obj\n{content}\nendobj\n" for number, content in parts.items())
    return f"%PDF-1.4\n{body}trailer << /Root 1 0 R /Info 10 0 R >>\n%%EOF\n".encode("latin-1")


def read(*parts: str) -> dict[str, str]:
    made = written(*parts)
    return dict(pdf_texts(made, items(made)))


def test_plain_strings_are_read_page_by_page_in_the_order_of_the_document() -> None:
    found = read("BT /F1 12 Tf (Kade) Tj 10 0 Td (Zaken) ' ET", "BT /F1 12 Tf <506F6C646572> Tj T* (x) Tj ET")
    assert found["bladzijde 1"].split() == ["Kade", "Zaken"]
    assert found["bladzijde 2"].split() == ["Polder", "x"]


@pytest.mark.parametrize(("codes", "text"), [("010203", "ABC"), ("0506", "XY"), ("0209", "B")])
def test_a_table_of_one_byte_codes_with_ranges_is_followed(codes: str, text: str) -> None:
    found = read(f"BT /F1 12 Tf <{codes}> Tj ET", "", RANGES, "/ToUnicode 9 0 R")
    assert found["bladzijde 1"].strip() == text


def test_strings_outside_the_pages_are_read_through_their_escapes() -> None:
    found = read("", "")
    assert found["een bladwijzer of de titel"] == "Café (vier)namen"
    assert "AB" in found["de gegevens van het document"]


def test_what_is_said_of_drawn_letters_is_text_whatever_the_font_says() -> None:
    said = "Kade".encode("utf-16-be").hex()
    drawn = f"BT /F1 12 Tf /Span <</ActualText <FEFF{said}>>> BDC <01> Tj EMC ET"
    found = read(drawn, "", RANGES, "/ToUnicode 9 0 R")
    assert "Kade" in found["bladzijde 1"]
    assert "A" in found["bladzijde 1"]


def test_a_string_at_the_very_end_of_an_object_is_read() -> None:
    made = written("", "").replace(b"<FEFF00410042> >>", b"<FEFF00410042>>>")
    assert "AB" in dict(pdf_texts(made, items(made)))["de gegevens van het document"]


def test_an_address_is_read_as_what_it_stands_for_too() -> None:
    made = written("", "").replace(b"/Title (Caf", b"/URI (mailto:piet%40polder.nl) /Title (Caf")
    assert "piet@polder.nl" in dict(pdf_texts(made, items(made)))["een koppeling"]
