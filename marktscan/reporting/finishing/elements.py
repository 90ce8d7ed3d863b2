"""The tag tree of a PDF in memory: structure elements by reference, their parents and children."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from pydyf import PDF, Dictionary

Element: TypeAlias = Dictionary
"""A structure element: "S" is its tag, "K" its children, "P" a reference to its parent."""


class Structure:
    """Moves about in the tag tree of a pydyf.PDF that WeasyPrint has filled."""

    def __init__(self, pdf: PDF) -> None:
        self.pdf = pdf
        self.root: Element = self.object(pdf.catalog["StructTreeRoot"])
        self.document: Element = self.object(self.root["K"][0])

    def object(self, reference: Any) -> Any:  # noqa: ANN401
        """The object a reference ("12 0 R", text or bytes) points to."""
        return self.pdf.objects[int(reference.split(maxsplit=1)[0])]

    def children(self, element: Element) -> list[Element]:
        """The structure elements directly below; marked content and annotations are not among them."""
        found = (self.object(kid) for kid in element["K"] if not isinstance(kid, int))
        return [kid for kid in found if kid["Type"] == "/StructElem"]

    def parent(self, element: Element) -> Element:
        """The element above."""
        above: Element = self.object(element["P"])
        return above

    def above(self, element: Element, tag: str) -> Element | None:
        """The nearest element above with this tag ("/Table")."""
        while element is not self.document:
            element = self.parent(element)
            if element["S"] == tag:
                return element
        return None

    def below(self, element: Element) -> Iterator[Element]:
        """The element and everything below it, in reading order."""
        waiting = [element]
        while waiting:
            found = waiting.pop()
            yield found
            waiting.extend(reversed(self.children(found)))

    def detach(self, element: Element) -> None:
        """Take an element out of its parent, and the parent too when nothing is left in it."""
        above = self.parent(element)
        above["K"].remove(element.reference)
        if not above["K"] and above is not self.document:
            self.detach(above)

    def move(self, element: Element, above: Element) -> None:
        """Take an element out of its parent and put it last below another."""
        self.detach(element)
        element["P"] = above.reference
        above["K"].append(element.reference)
