"""The register of standards and laws, with whether they are in force."""

from functools import cache
from importlib.resources import files

from marktscan.catalogue.rows import rows_of
from marktscan.domain.norm import Norm


@cache
def norms() -> tuple[Norm, ...]:
    """Every version of every standard in norms.csv, in the order of the file."""
    return tuple(
        Norm(row["code"], row["naam"], row["versie"], row["status"], row["peildatum"], row["opmerking"])
        for row in rows_of(files("marktscan.catalogue") / "norms.csv")
    )
