"""Which number an assessor has cannot be worked out by who knows the names and reads a report."""

from dataclasses import replace
from hashlib import sha256

from marktscan.audience.anonymous import aliases
from marktscan.domain.scan import InputFile, Scan
from tests.reporting import small

FILE = "vendors/polder/assessments/{}.xlsx"


def marked(content: str) -> Scan:
    """The small scan in which six assessors handed in files with this in them."""
    made = small.scan()
    slugs = [slug for place in made.project.municipalities for slug in place.assessors]
    files = tuple(
        InputFile(FILE.format(slug), "ab" * 32, sha256(content.encode()).hexdigest()) for slug in slugs
    )
    return replace(made, inputs=files)


def test_numbers_follow_from_the_bytes_of_the_marks_and_not_from_names_alone() -> None:
    """Three names can be tried in six orders: were it the title and the names alone, one would fit."""
    orders = [tuple(aliases(marked(str(number))).items()) for number in range(12)]
    assert len(set(orders)) > 1
    assert aliases(marked("1")) == aliases(marked("1"))


def test_the_hash_that_is_printed_says_nothing_of_the_order() -> None:
    made = marked("1")
    printed = replace(made, inputs=tuple(replace(item, sha256="cd" * 32) for item in made.inputs))
    assert aliases(printed) == aliases(made)
