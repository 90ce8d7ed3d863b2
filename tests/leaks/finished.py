"""Finished files with something in them that may not be there, each in another place."""

import io
from functools import cache

import pikepdf

from marktscan.domain.source import Source
from marktscan.leaks import Secrets
from marktscan.reporting.pdf import pdf

NAME, OTHER = "Zuiderzaak Café", Source("vendors/zuiderzaak/answers.xlsx", "Leverancier")
PRICE = Source("vendors/zuiderzaak/prices.xlsx", "Kosten", "F9")


def secrets(**changes: object) -> Secrets:
    """Only the name of one vendor, unless more is given."""
    given = {"names": {"zuiderzaakcafe": OTHER}, "amounts": (), "percentages": {}, "runs": {}, "allowed": ""}
    return Secrets(**{**given, "known": frozenset(), **changes})  # type: ignore[arg-type]


@cache
def document(body: str = "<h1>Proef</h1><p>Niets bijzonders.</p>") -> bytes:
    """A report of this body, made as all reports are."""
    return pdf(
        f'<html lang="nl"><title>Proef</title><link rel="stylesheet" href="css/tokens.css">'
        f'<style>body {{ font-family: "Source Sans 3" }}</style><body>{body}</body></html>'
    )


def changed(change: object, kept: pikepdf.ObjectStreamMode = pikepdf.ObjectStreamMode.preserve) -> bytes:
    """A proper document in which one thing was changed."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(document())) as opened:
        change(opened)  # type: ignore[operator]
        opened.save(out, object_stream_mode=kept)
    return out.getvalue()


def behind(body: bytes, length: int, kind: bytes = b"") -> bytes:
    """A proper document with one more object at its end, a stream that says it is so long."""
    head = b"7777 0 obj\n<<" + kind + b"/Length %d>>\nstream\n" % length
    return document().replace(b"%%EOF", head + body + b"\nendstream\nendobj\n%%EOF")


def in_alt_text(opened: pikepdf.Pdf) -> None:
    opened.Root.StructTreeRoot.K[0]["/Alt"] = pikepdf.String(f"Het pakket {NAME} staat bovenaan.")


def in_bookmark(opened: pikepdf.Pdf) -> None:
    with opened.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(NAME, 0))


def in_info(opened: pikepdf.Pdf) -> None:
    opened.docinfo["/Keywords"] = f"zaaksysteem, {NAME}"


def in_xmp(opened: pikepdf.Pdf) -> None:
    with opened.open_metadata() as metadata:
        metadata["dc:subject"] = {NAME}


def in_attachment(opened: pikepdf.Pdf) -> None:
    opened.attachments["cijfers.csv"] = f"pakket;score\n{NAME};71,2\n".encode()


def in_name_of_attachment(opened: pikepdf.Pdf) -> None:
    opened.attachments["zuiderzaak-cafe.csv"] = b"niets"


def in_link(opened: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Link,
        Rect=[0, 0, 9, 9],
        Contents=pikepdf.String(f"Naar {NAME}"),
    )
    opened.pages[0]["/Annots"] = opened.make_indirect(pikepdf.Array([note]))


def in_font_name(opened: pikepdf.Pdf) -> None:
    for font in opened.pages[0].Resources.Font.as_dict().values():
        font["/BaseFont"] = pikepdf.Name("/ABCDEF+ZuiderzaakCafe")


def in_coded_name(opened: pikepdf.Pdf) -> None:
    opened.Root["/Own"] = opened.make_indirect(pikepdf.Dictionary(Of=pikepdf.Name(f"/{NAME}")))


def in_program(opened: pikepdf.Pdf) -> None:
    script = pikepdf.Stream(opened, f"app.alert('{NAME}')".encode("latin-1"))
    opened.Root["/OpenAction"] = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=script)


def in_pattern(opened: pikepdf.Pdf) -> None:
    opened.Root["/Own"] = pikepdf.Stream(opened, f"BT ({NAME}) Tj ET".encode("latin-1"), PatternType=1)


def in_comment(opened: pikepdf.Pdf) -> None:
    page = opened.pages[0]
    content = page.Contents.read_bytes() + f"\n% {NAME}\n".encode("latin-1")
    page.Contents = pikepdf.Stream(opened, content)


def in_page_label(opened: pikepdf.Pdf) -> None:
    label = pikepdf.Dictionary(P=pikepdf.String(f"{NAME}-"), S=pikepdf.Name.D)
    opened.Root["/PageLabels"] = pikepdf.Dictionary(Nums=[0, label])
