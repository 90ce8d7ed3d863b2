"""Every finding has its sentences, and every fact the sentences ask for is given."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import marktscan
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.source import Source
from marktscan.wording.findings import LONGEST_FACT, findings_page, text_of

PACKAGE = Path(marktscan.__file__).parent
SENTENCES = tomllib.loads((PACKAGE / "wording" / "nl.toml").read_text(encoding="utf-8"))
SOMEWHERE = Source("vendors/zaak/answers.xlsx", "Vragen", "F14")
GIVEN_WITH_ALL = {"about": {"requirement", "vendor"}, "problem": {"key"}, "mistake": {"line"}}
"""Facts that a function gives with every finding it makes, whether its sentences use them or not."""

Facts = frozenset[str]


def placeholders(code: Code) -> Facts:
    return frozenset(re.findall(r"{(\w*)}", " ".join(SENTENCES[code.number].values())))


def told() -> Iterator[tuple[Code, str, Facts]]:
    """Every place in the code that makes a finding: by which function and with which facts."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(args=[ast.Attribute(value=ast.Name(id="Code"), attr=name), *_], func=function):
                    by = ast.unparse(function).rpartition(".")[2]
                    yield Code[name], by, frozenset(word.arg or "**" for word in node.keywords)


def test_every_code_has_sentences_and_nothing_else_has() -> None:
    assert sorted(SENTENCES) == sorted(code.number for code in Code)
    assert all(section.keys() == {"title", "explanation", "action"} for section in SENTENCES.values())


def test_sections_are_in_order() -> None:
    letters = "PFRMAKBIVOHL"
    assert list(SENTENCES) == sorted(SENTENCES, key=lambda number: (letters.index(number[0]), number))


def test_sentences_are_sentences() -> None:
    for section in SENTENCES.values():
        assert not section["title"].endswith(".")
        assert section["explanation"].endswith((".", "?"))
        assert section["action"].endswith((".", "?"))


@pytest.mark.parametrize(("code", "by", "facts"), sorted(set(told()), key=str))
def test_sentences_ask_for_exactly_the_facts_given(code: Code, by: str, facts: Facts) -> None:
    asked = placeholders(code) - GIVEN_WITH_ALL.get(by, set())
    assert asked >= facts - {"**"}
    assert asked == facts or "**" in facts


def test_sentences_are_filled_in() -> None:
    text = text_of(
        finding(Code.ANSWER_WITHOUT_EVIDENCE, SOMEWHERE, vendor="Zaak", answer="S", requirement="ARC-03")
    )
    assert text.title == "Antwoord zonder bewijs"
    assert text.explanation == "Zaak antwoordt S op ARC-03, maar geeft geen bewijs of verwijzing."
    assert text.action == "Vraag de leverancier om bewijs, bijvoorbeeld een bladzijde in de handleiding."


@pytest.mark.parametrize("code", Code)
def test_missing_fact_shows_as_dots(code: Code) -> None:
    text = text_of(Finding(code, SOMEWHERE))
    assert "{" not in text.title + text.explanation + text.action
    assert ("…" in text.title + text.explanation + text.action) is bool(placeholders(code))


def vague(word: str) -> str:
    """What text_of makes of a fact from outside."""
    item = finding(Code.TEXT_VAGUE, SOMEWHERE, requirement="ARC-03", word=word)
    return text_of(item).explanation.removeprefix('In eis ARC-03 staat "').split('". Daarvan kan')[0]


@pytest.mark.parametrize(
    ("fact", "shown"),
    [
        ("snel", "snel"),
        ("snel\nen\tgoed\x00", "snel en goed"),
        ("van rechts\u202e naar links", "van rechts naar links"),
        ("{requirement} {0} %s", "{requirement} {0} %s"),
        ("x" * 120, "x" * 120),
        ("x" * 121, "x" * 119 + "…"),
        ("woord " * 40, ("woord " * 20)[:119].rstrip() + "…"),
    ],
)
def test_fact_from_outside_is_one_short_line(fact: str, shown: str) -> None:
    assert vague(fact) == shown


@given(st.text())
def test_any_fact_can_be_shown(fact: str) -> None:
    assert len(vague(fact)) <= LONGEST_FACT
    assert vague(fact).isprintable() or fact


def test_page_lists_every_finding_once() -> None:
    page = findings_page()
    for code in Code:
        assert page.count(f"| {code.number} | {code.severity} |") == 1
    assert "‹leverancier› antwoordt ‹antwoord› op ‹eis›, maar geeft geen bewijs" in page


def test_every_fact_has_a_name_on_the_page() -> None:
    names = tomllib.loads((PACKAGE / "wording" / "facts.toml").read_text(encoding="utf-8"))
    assert set(names) == {fact for code in Code for fact in placeholders(code)}
