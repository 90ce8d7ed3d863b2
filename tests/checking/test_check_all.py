"""Everything together: a scan in order is silent, and every code has one place that can tell it."""

import ast
from collections import Counter
from pathlib import Path

from scan_factory import answer, mark, price, project, requirement, requirement_list, scan, submission

import marktscan
from marktscan.checking import check_all
from marktscan.checking.check_all import CHECKS
from marktscan.domain.finding import Code
from marktscan.domain.requirement import Kind

PACKAGE = Path(marktscan.__file__).parent


def test_a_scan_in_order_is_silent() -> None:
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
    assert check_all(made) == ()


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
    """Except that the project file and the workbooks are each a file that can be missing or unreadable."""
    telling = rooms_that_tell()
    assert {code.name for code in Code} - telling.keys() == set()
    shared = {name for name, rooms in telling.items() if len(rooms) > 1}
    assert shared == {"FILE_MISSING", "FILE_UNREADABLE"}
