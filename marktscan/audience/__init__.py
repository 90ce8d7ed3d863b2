"""Who may read what: the class of every cell, and a scan in which one reader's report finds only that."""

from marktscan.audience.anonymous import aliases
from marktscan.audience.cells import cells
from marktscan.audience.material import NOTHING_SHOWN, Material, Shown
from marktscan.audience.persons import contact_is_a_person, is_a_person
from marktscan.audience.select import Selection

__all__ = [
    "NOTHING_SHOWN",
    "Material",
    "Selection",
    "Shown",
    "aliases",
    "cells",
    "contact_is_a_person",
    "is_a_person",
]
