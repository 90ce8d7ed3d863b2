"""Everything together: a scan in order is silent, and every code has one place that can tell it."""

import ast
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from scan_factory import answer, mark, price, project, requirement, requirement_list, scan, submission

import marktscan
from marktscan.checking import check_all
from marktscan.checking.check_all import CHECKS
from marktscan.domain.answer import Answer, AnswerCode, PriceLine
from marktscan.domain.assessment import Mark
from marktscan.domain.finding import Code
from marktscan.domain.requirement import Kind
from marktscan.wording.findings import text_of

PACKAGE = Path(marktscan.__file__).parent


def test_a_scan_in_order_is_silent_but_for_being_alone() -> None:
    rows = (requirement("ARC-01", kind=Kind.WISH), requirement("ARC-02", row=3))
    answers = (answer("ARC-01", code="C"), answer("ARC-02", row=3))
    made = scan(
        (requirement_list(*rows),),
        submissions=tuple(
            submission(*answers, vendor=vendor, prices=(price(yearly=1),), marks=(mark("ARC-01", 8),))
            for vendor in ("rx", "zaak")
        ),
        of=project("aalsmeer"),
    )
    assert [item.code for item in check_all(made)] == [Code.MUNICIPALITY_ONE]


strange_answers = st.builds(
    answer,
    st.sampled_from(("ARC-01", "ARC-02", "ARC-99", "")),
    st.sampled_from(AnswerCode),
    explanation=st.text(max_size=40),
    text=st.text(max_size=40),
    available=st.none() | st.dates(),
    committed=st.sampled_from((True, False, None)),
    confidential=st.booleans(),
)
strange_prices = st.builds(
    price,
    st.text(max_size=9),
    municipality=st.sampled_from(("", "Aalsmeer", "DIEMEN", "Elders")),
    unit=st.text(max_size=5),
    quantity=st.none() | st.decimals(allow_nan=False, allow_infinity=False),
    yearly=st.none() | st.decimals(allow_nan=False, allow_infinity=False),
)
strange_marks = st.builds(mark, st.sampled_from(("ARC-01", "ARC-02", "ARC-99")), st.none() | st.integers())


@settings(max_examples=50)
@given(st.text(max_size=60), st.lists(strange_answers), st.lists(strange_prices), st.lists(strange_marks))
def test_whatever_people_fill_in_is_judged_and_told(
    text: str, answers: list[Answer], prices: list[PriceLine], marks: list[Mark]
) -> None:
    rows = (requirement("ARC-01", text=text, norm=text, kind=Kind.WISH), requirement("ARC-02", row=3))
    filled = submission(*answers, prices=tuple(prices), marks=tuple(marks))
    for item in check_all(scan((requirement_list(*rows),), submissions=(filled,))):
        assert text_of(item).explanation


def test_every_check_says_its_rule() -> None:
    assert all(check.__doc__ and check.__doc__.splitlines()[0].endswith(".") for check in CHECKS)


def test_every_check_of_every_subject_runs() -> None:
    named = Counter(check.__name__ for check in CHECKS)
    assert set(named.values()) == {1}
    assert len(CHECKS) >= 40


def rooms_that_tell() -> dict[str, set[str]]:
    """The rooms that mention each code, by the code's name."""
    telling: dict[str, set[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        room = path.relative_to(PACKAGE).parts[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Attribute(value=ast.Name(id="Code"), attr=name):
                    telling.setdefault(name, set()).add(room)
    return telling


def test_every_code_is_told_in_one_room() -> None:
    """Except that the project file and the workbooks are each a file that can be missing.

    A list that is brought in has the same damaged cells as a form; wording names codes without telling them.
    """
    telling = rooms_that_tell()
    assert {code.name for code in Code} - telling.keys() == set()
    shared = {name for name, rooms in telling.items() if len(rooms - {"importing", "wording"}) > 1}
    assert shared == {"FILE_MISSING"}
