import pytest
from scan_factory import requirement, requirement_list, scan

from marktscan.checking.norms import CHECKS
from marktscan.domain.finding import Finding


def found(**changes: object) -> list[Finding]:
    made = scan((requirement_list(requirement(**changes)),))
    return [item for check in CHECKS for item in check(made)]


@pytest.mark.parametrize("spelling", ["NEN 2082", "NEN-2082", "nen2082", "NEN 2082; Archiefwet"])
def test_withdrawn_norm_in_any_spelling(spelling: str) -> None:
    (item,) = found(norm=spelling)
    assert (item.code.name, str(item.source)) == ("NORM_WITHDRAWN", "requirements/aalsmeer.xlsx · Eisen!J2")
    assert dict(item.facts) == {
        "requirement": "ARC-01",
        "norm": "NEN 2082",
        "remark": "ingetrokken, opgevolgd door NEN-ISO 16175-1:2020",
    }


def test_norm_in_the_text() -> None:
    (item,) = found(text="Metagegevens volgen TMLO.")
    assert (item.code.name, item.source.cell) == ("NORM_WITHDRAWN", "C2")


@pytest.mark.parametrize("norm", ["BIO", "BIO 1.04", "BIO; AVG"])
def test_first_baseline_was_withdrawn(norm: str) -> None:
    assert [item.code.name for item in found(norm=norm)] == ["NORM_WITHDRAWN"]


@pytest.mark.parametrize(
    "norm", ["BIO2 5.17.01", "BIO 2", "BIO-2", "biometrie", "NEN-ISO 16175-1", "", "ZGW 1.7"]
)
def test_norm_that_is_in_force(norm: str) -> None:
    assert found(norm=norm) == []


@pytest.mark.parametrize("norm", ["StUF-ZKN/-BG", "StUF Zaken", "ZDS 1.2", "ZDS-koppeling"])
def test_norm_that_is_phased_out_without_a_date(norm: str) -> None:
    (item,) = found(norm=norm)
    assert item.code.name == "NORM_PHASED_OUT"
    assert set(dict(item.facts)) == {"requirement", "norm"}


def test_reason_for_an_old_norm_is_enough() -> None:
    assert found(norm="StUF-ZKN", reason="Blijft nodig tot de laatste koppeling is vervangen.") == []
