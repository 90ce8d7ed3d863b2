"""Characters the report cannot draw are told with their cell; common ones cost no look at the font."""

from dataclasses import replace

import pytest

from marktscan import pipeline
from marktscan.checking.characters import _COMMON, uncommon_texts
from marktscan.domain.finding import Code
from marktscan.reporting.charts import missing_glyphs
from tests.reporting import small


def test_the_font_has_every_character_that_is_called_common() -> None:
    common = [chr(code) for code in range(0x2800) if _COMMON.fullmatch(chr(code))]
    assert len(common) > 300
    assert missing_glyphs("".join(common)) == ()


def test_ordinary_texts_need_no_font() -> None:
    assert uncommon_texts(small.scan()) == ()


@pytest.mark.parametrize(("text", "told"), [("akkoord 👍", "U+1F44D"), ("漢字", "U+6F22 en U+5B57")])
def test_a_strange_character_in_an_answer_is_told_with_its_cell(text: str, told: str) -> None:
    made = small.scan()
    kade, *others = made.submissions
    changed = replace(kade.answers["ARC-02"], explanation=text)
    vendor = replace(kade, answers={**kade.answers, "ARC-02": changed})
    (found,) = pipeline._unprintable(replace(made, submissions=(vendor, *others)))
    assert found.code is Code.CHARACTERS_REPLACED
    assert str(found.source) == "vendors/kade-zaken/answers.xlsx · Vragen!G6"
    assert dict(found.facts) == {"found": told}


def test_rare_characters_that_the_font_has_are_not_told() -> None:
    made = small.scan(small.project(question="Ω ≈ ∑?"))
    assert uncommon_texts(made) != ()
    assert pipeline._unprintable(made) == ()


def test_names_of_the_project_and_of_vendors_are_looked_at() -> None:
    strange = small.submission("vreemd", "SSSSSSSSSS", small.project(), product="名")
    made = small.scan(small.project(title="名"), others=[strange])
    assert {source.file for source, _ in uncommon_texts(made)} == {
        "marktscan.toml",
        "vendors/vreemd/answers.xlsx",
    }
