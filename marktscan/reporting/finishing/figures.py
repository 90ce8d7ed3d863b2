"""Every figure says where it stands on its page, in points from the lower left corner."""

from marktscan.reporting.finishing.elements import Structure

POINTS_PER_PIXEL = 0.75


def place_figures(structure: Structure) -> None:
    """Turn the BBox of each Figure from CSS pixels from the top into points from the bottom of its page."""
    for element in structure.below(structure.document):
        if element["S"] == "/Figure":
            x1, y1, x2, y2 = (edge * POINTS_PER_PIXEL for edge in element["A"]["BBox"])
            height = structure.object(element["Pg"])["MediaBox"][3]
            element["A"]["BBox"][:] = (x1, height - y2, x2, height - y1)
