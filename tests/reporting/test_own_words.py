"""What the program says of itself, so that its own words are nobody's leak, and a project's are searched."""

from pathlib import Path

from marktscan.leaks.sought import Sought
from marktscan.reporting.own_words import own_words


def test_the_words_of_templates_chapters_and_sentences_are_the_programs_own() -> None:
    found = own_words()
    assert {"leeswijzer", "feitelijke", "bevindingen"} <= found.words
    sought = Sought(["watnietinditrapportstaat", "watnietinditrapportstond"])
    assert found.says(sought) == {"watnietinditrapportstaat"}


def test_the_words_of_the_invented_example_are_not() -> None:
    assert not {"inktvrij", "kroonsluis", "zuiderzaak"} & own_words().words


def test_a_template_of_a_project_is_not_the_programs_own(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/base.html").write_text("<p>Kroonsluis</p>", encoding="utf-8")
    assert "kroonsluis" not in own_words().words
