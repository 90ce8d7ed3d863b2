"""Every header cell says whether it heads a column or a row."""

from marktscan.reporting.finishing.elements import Structure


def scope_headers(structure: Structure) -> None:
    """Give each TH its Scope: in the head of a table it is a column's, elsewhere a row's."""
    for element in structure.below(structure.document):
        if element["S"] == "/TH":
            in_head = structure.above(element, "/THead") is not None
            element["A"]["Scope"] = "/Column" if in_head else "/Row"
