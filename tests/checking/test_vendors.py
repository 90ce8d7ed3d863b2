from scan_factory import answer, project, requirement, requirement_list, scan, submission

from marktscan.checking import vendors
from marktscan.domain.answer import Vendor
from marktscan.domain.scan import Submission

LISTS = (requirement_list(requirement()),)


def places(*submissions: Submission, invited: tuple[str, ...] = ("rx", "zaak")) -> list[tuple[str, str]]:
    made = scan(LISTS, submissions=submissions, of=project("aalsmeer", invited=invited))
    return [(item.code.name, str(item.source)) for check in vendors.CHECKS for item in check(made)]


def test_two_invited_vendors_that_answer() -> None:
    assert places(submission(answer(), vendor="rx"), submission(answer())) == []


def test_one_vendor_with_usable_answers() -> None:
    assert places(submission(answer()), submission(vendor="rx", readable=False)) == [
        ("VENDOR_ONE", "vendors")
    ]


def test_vendor_that_was_not_invited() -> None:
    assert places(submission(answer(), vendor="rx"), submission(answer()), invited=("rx",)) == [
        ("VENDOR_NOT_INVITED", "vendors/zaak")
    ]


def test_vendor_is_shown_by_its_product_or_else_its_folder() -> None:
    assert vendors.shown(Vendor("zaak", "Zaak B.V.", "ZaakPlus")) == "ZaakPlus"
    assert vendors.shown(Vendor("zaak", "", "")) == "zaak"
