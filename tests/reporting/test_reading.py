"""Whether people can read it: the summary by a readability score, and ten questions each one click away."""

import re
from collections.abc import Callable
from functools import cache
from html import unescape

import pytest
from example_reports import ExampleReports

from marktscan.domain.conventions import TOGETHER, CostRules
from marktscan.domain.results import KnockOutState
from marktscan.domain.scenario import Scenario, ScenarioKind
from marktscan.reporting import verdict
from marktscan.reporting.chapters.acceptability import around
from marktscan.reporting.chapters.outcome import least_regret
from marktscan.reporting.compose import compose
from marktscan.reporting.facts import Facts
from marktscan.reporting.html import render
from marktscan.wording.formats import number, percentage
from marktscan.wording.sureness import share_of_draws
from tests.reporting import small
from tests.reporting.readability import ORDINARY, Reading, reading, syllables
from tests.reporting.wide import facts, wide

MEAN, LONGEST = 15, 25
NOTHING = Scenario("Niets doen", ScenarioKind.NOTHING, "rx-enterprise", "Wat ontbreekt, blijft ontbreken.")
_PROSE = re.compile(r"<(p|li|dd)\b(?![^>]*class=\"(?:kicker|sub))[^>]*>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def section(page: str, anchor: str) -> str:
    """The HTML of one chapter."""
    start = page.index(f'id="{anchor}"')
    return page[start : page.find("<section", start) if "<section" in page[start:] else None]


def plain(html: str) -> str:
    """What is read aloud, on one line."""
    return " ".join(unescape(_TAG.sub(" ", html)).split()).replace("\N{NO-BREAK SPACE}", " ")


def prose(page: str) -> list[str]:
    """The paragraphs and list items of the summary."""
    return [plain(match[2]) for match in _PROSE.finditer(section(page, "samenvatting"))]


def names(page: str, given: Facts | None = None) -> list[str]:
    """Packages and municipalities: nobody can make those easier."""
    if given:
        return [
            *(given.product(s.vendor.slug) for s in given.submissions),
            *(m.name for m in given.municipalities),
        ]
    return [*re.findall(r"<h2>([^:<]+):", page), "Rx.Enterprise", "Amstelveen", "Aalsmeer", "Diemen"]


def judged(found: Reading) -> None:
    assert found.words > 100
    assert found.ease >= ORDINARY
    assert found.mean <= MEAN
    assert found.longest <= LONGEST


@pytest.mark.parametrize(
    ("word", "amount"),
    [("gemeente", 3), ("zaaksysteem", 3), ("reëel", 2), ("ideeën", 3), ("tijdlijn", 2), ("zou", 1), ("n", 1)],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, amount: int) -> None:
    assert syllables(word) == amount


def test_the_score_knows_easy_from_hard() -> None:
    easy = reading(["De gemeente kiest nog niet. Zij kijkt eerst."], [])
    hard = reading(
        ["Besluitvormingsverantwoordelijkheid betreffende functieontwikkeling is gemeentelijk."],
        [],
    )
    assert easy.sentences == (5, 3)
    assert easy.ease > 90
    assert hard.ease < 0


@pytest.mark.xdist_group("reports")
@pytest.mark.parametrize("variant", ["stuurgroep", "gemeente-diemen"])
def test_the_summary_of_the_example_is_ordinary_dutch(example_reports: ExampleReports, variant: str) -> None:
    page = example_reports.pages[variant]
    judged(reading(prose(page), names(page)))


@pytest.mark.parametrize("size", [(1, 1), (3, 12), (12, 12)])
def test_the_summary_of_any_scan_is_ordinary_dutch(size: tuple[int, int]) -> None:
    given = wide(*size)
    page = render(compose(given))
    judged(reading(prose(page), names(page, given)))


@cache
def asked() -> Facts:
    """A scan that has everything to be asked about."""
    prices = {"kade-zaken": 900_000, "rx-enterprise": 500_000}
    return facts(small.ANSWERS, prices=prices, costs=CostRules(years=2), scenarios=(NOTHING,))


@cache
def printed() -> str:
    return render(compose(asked()))


def failed(given: Facts) -> str:
    return next(k.requirement for k in given.results.knock_outs if k.state is KnockOutState.FAILED)


def surest(given: Facts) -> str:
    (_, run), *_ = around(given, given.municipalities)
    return share_of_draws(run.vendors[0].first)


def turning(given: Facts) -> str:
    found = next(t for t in given.stress.tipping_points if t.lower is not None or t.upper is not None)
    bound = found.lower if found.lower is not None else found.upper
    assert bound is not None
    return percentage(bound, 1)


def costs(given: Facts) -> str:
    assert given.background is not None
    total = given.background.costs.of("rx-enterprise").totals[TOGETHER].total
    assert total is not None
    return number(total, 0)


def promised(given: Facts) -> str:
    return next(
        a.available_text for a in given.answers(given.submission("rx-enterprise")) if a.available_text
    )


def doing_nothing(given: Facts) -> str:
    assert given.background is not None
    return number(given.background.scenarios[0].fits[given.view].now)


QUESTIONS: tuple[tuple[str, str, Callable[[Facts], str]], ...] = (
    ("Wat is het antwoord op onze vraag?", "samenvatting", verdict.answer),
    ("Hoe zeker is dat antwoord?", "zekerheid", surest),
    ("Wat kost het?", "kosten", costs),
    (
        "Wat levert mijn gemeente in als wij samen kiezen?",
        "uitslag",
        lambda f: number(least_regret(f)[0].greatest),
    ),
    ("Welke harde eisen worden niet gehaald?", "knock-outs", failed),
    ("Wat verandert de uitkomst?", "zekerheid", turning),
    ("Wat belooft Rx.Enterprise, en wanneer?", "huidig-systeem", promised),
    ("Wat als wij niets doen?", "huidig-systeem", doing_nothing),
    ("Waarin verschillen wij van de andere gemeenten?", "eisen", lambda _: "één is strijdig"),
    (
        "Wat wordt van mij gevraagd, en wat gebeurt hierna?",
        "conclusie",
        lambda f: f.project.milestones[0].what,
    ),
)
"""What a wethouder asks: the question, the chapter in the table of contents, and the answer printed there."""


@pytest.mark.parametrize(("question", "chapter", "answer"), QUESTIONS)
def test_a_question_is_answered_one_click_away(
    question: str, chapter: str, answer: Callable[[Facts], str]
) -> None:
    contents = printed()[printed().index('class="contents"') : printed().index("</ol>")]
    assert f'href="#{chapter}"' in contents, question
    said = plain(section(printed(), chapter))
    assert answer(asked()).replace("\N{NO-BREAK SPACE}", " ") in re.sub(r" ([.,;:)])", r"\1", said), question


def test_there_are_ten_questions() -> None:
    assert len({question for question, *_ in QUESTIONS}) == 10
