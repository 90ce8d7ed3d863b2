"""Scans drawn at random for properties: small, but with every state, kind and special row."""

from hypothesis import strategies as st
from scoring.scans import requirements, scan, submission

from marktscan.domain.requirement import RequirementList
from marktscan.domain.scan import Scan, Submission

MUNICIPALITIES = ("aalsmeer", "amstelveen", "diemen")
VENDORS = ("noord", "oost", "west", "zuid")
THEMES = ("ARC", "DVL", "ZTC")
IDS = tuple(f"{theme}-0{number}" for theme in THEMES for number in (1, 2, 3))
CODES = ("S", "S!", "C", "P", "M", "R 2027-04-30 ja", "R", "N", "X", "O", "?")
SPECIAL = ("", "", "", "nvt", "KO", "Won't", "KO nvt")
MARKS = (0, 2, 4, 6, 8, 10)
HEAD = "| id | thema | soort | gewicht | bijzonder |\n|---|---|---|---|---|\n"


@st.composite
def lists(draw: st.DrawFn, slug: str) -> RequirementList:
    """One municipality's list: some of the ids, themes with any weight from 0 to 60."""
    weights = ", ".join(f"{theme} {draw(st.integers(0, 60))}" for theme in THEMES)
    ids = draw(st.lists(st.sampled_from(IDS), unique=True))
    return requirements(slug, weights, HEAD + "\n".join(draw(_row(id_)) for id_ in sorted(ids)))


@st.composite
def _row(draw: st.DrawFn, id_: str) -> str:
    kind = draw(st.sampled_from(("eis", "wens")))
    weight = draw(st.sampled_from(("", "1", "2", "3", "4", "5")))
    return f"| {id_} | {id_[:3]} | {kind} | {weight} | {draw(st.sampled_from(SPECIAL))} |"


@st.composite
def submissions(draw: st.DrawFn, slug: str) -> Submission:
    """One vendor's answers, to some of the ids, with some marks and some consensus."""
    ids = draw(st.lists(st.sampled_from(IDS), unique=True))
    answers = [f"{id_} {draw(st.sampled_from(CODES))}" for id_ in ids]
    given = st.tuples(st.sampled_from(("a-1", "a-2", "b-1")), st.sampled_from(IDS))
    marks = draw(st.dictionaries(given, st.sampled_from(MARKS), max_size=9))
    agreed = draw(st.dictionaries(st.sampled_from(IDS), st.sampled_from(MARKS), max_size=3))
    return submission(
        slug,
        ", ".join(answers),
        ", ".join(f"{assessor} {id_} {mark}" for (assessor, id_), mark in marks.items()),
        ", ".join(f"{id_} {mark}" for id_, mark in agreed.items()),
    )


@st.composite
def scans(draw: st.DrawFn, least_vendors: int = 0) -> Scan:
    """A whole scan of up to three municipalities and four vendors."""
    slugs = MUNICIPALITIES[: draw(st.integers(1, 3))]
    vendors = VENDORS[: draw(st.integers(least_vendors, 4))]
    return scan(
        [draw(lists(slug)) for slug in slugs],
        [draw(submissions(slug)) for slug in vendors],
        reminder_sent=draw(st.booleans()),
        knock_outs_in_score=draw(st.booleans()),
    )
