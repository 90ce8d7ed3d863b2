"""What is on the page but not in the text (running headers, repeated table heads) becomes an artifact."""

from typing import Any

from pydyf import Dictionary

from marktscan.reporting.finishing.elements import Structure


def hide_what_is_not_content(structure: Structure) -> None:
    """Mark as artifacts the page content whose structure element cannot be reached from the document."""
    content = {element.number for element in structure.below(structure.document)}
    numbers = structure.object(structure.root["ParentTree"])["Nums"]
    tags = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for page in _pages(structure):
        owners = tags[page["StructParents"]]
        hidden = {mark for mark, owner in enumerate(owners) if structure.object(owner).number not in content}
        for mark in hidden:
            owners[mark] = "null"
        stream = structure.object(page["Contents"])
        stream.stream = _with_artifacts(stream.stream, hidden)
    _free_orphans(structure, content)


def _pages(structure: Structure) -> list[Dictionary]:
    return [structure.pdf.objects[number] for number in structure.pdf.pages["Kids"][::3]]


def _with_artifacts(operators: list[Any], hidden: set[int]) -> list[Any]:
    """The page's operators, with `/Tag <</MCID n>> BDC` turned into `/Artifact BMC` for the hidden marks."""
    kept: list[Any] = []
    for operator in operators:
        if isinstance(operator, Dictionary) and operator.get("MCID") in hidden:
            kept[-1:] = ["/Artifact", b"BMC"]
        elif not (operator == b"BDC" and kept[-1] == b"BMC"):
            kept.append(operator)
    return kept


def _free_orphans(structure: Structure, content: set[int]) -> None:
    for item in structure.pdf.objects:
        if isinstance(item, Dictionary) and item.get("Type") == "/StructElem" and item.number not in content:
            item.free = "f"
