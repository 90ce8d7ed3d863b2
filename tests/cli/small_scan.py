"""A scan small enough to redo by hand: one municipality's row per state, and what the pipeline makes of it.

Theme A (weight 0,6): A-1 weight 3, answered S (100); A-2 weight 1, not yet known (0–100).
Theme B (weight 0,4): B-1 weight 1, mean of three marks (200/3).
Score: 0,6 × 75 + 0,4 × 200/3 = 45 + 80/3 = 215/3 = 71,7; at most 60 + 80/3 = 260/3 = 86,7.
"""

from datetime import date
from fractions import Fraction

from marktscan.domain.answer import AnswerCode, Vendor
from marktscan.domain.background import Background
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.programme import JointRequirement, Programme, Status
from marktscan.domain.project import JointKey, MarkLevel, Municipality, Project, Rules, Theme
from marktscan.domain.results import (
    Contribution,
    KnockOut,
    KnockOutState,
    Ranking,
    Results,
    State,
    ThemeScore,
    VendorScore,
)
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.source import Source
from marktscan.robustness.assessors import assessed
from marktscan.robustness.together import together
from marktscan.scoring.claims import claims
from marktscan.scoring.costs import costs
from marktscan.scoring.outlook import outlook

ANSWERS = "vendors/kade/answers.xlsx"

PROJECT = Project(
    title="Proef",
    question="Welke?",
    status="concept",
    version="1",
    report_date=date(2026, 11, 1),
    reference_date=date(2026, 11, 1),
    go_live=date(2028, 1, 1),
    fictitious=True,
    to_verify=(),
    municipalities=(Municipality("diemen", "Diemen", 33_500, ("diemen-1",)),),
    themes=(Theme("A", "Eerste"), Theme("B", "Tweede")),
    keys=(JointKey("gelijk", "Even zwaar", {"diemen": Fraction(1)}),),
    incumbent="kade",
    invited=("kade", "leeg"),
    brands=(),
    rules=Rules(
        answer_points={AnswerCode.STANDARD: 100, AnswerCode.NONE: 0},
        marks=(MarkLevel(10, 100, "goed"), MarkLevel(5, 50, "half")),
        knock_outs_in_score=False,
        reminder_sent=False,
        coverage=90,
        granted_gap=10,
        standard_flag=95,
    ),
    milestones=(),
    source=Source("marktscan.toml"),
)


def _submission(slug: str, *, readable: bool) -> Submission:
    return Submission(Vendor(slug, slug.title(), slug.title()), f"vendors/{slug}/answers.xlsx", readable)


def _joint(requirement: str) -> JointRequirement:
    return JointRequirement(requirement, requirement[0], "Een eis", Status.EQUAL, {})


SCAN = Scan(
    PROJECT,
    lists=(),
    decisions=(),
    programme=Programme(tuple(map(_joint, ("A-1", "A-2", "A-3", "B-1")))),
    submissions=(_submission("kade", readable=True), _submission("leeg", readable=False)),
)


def _row(requirement: str, code: AnswerCode, state: State, low: Fraction, weight: str) -> Contribution:
    """A row whose `weight` is "raw effective"; what is unknown may be worth everything."""
    raw, effective = weight.split()
    high = ONE if state is State.UNKNOWN else low
    cell = Source(ANSWERS, "Vragen", f"F{requirement[-1]}")
    return Contribution(
        municipality="diemen",
        vendor="kade",
        theme=requirement[0],
        requirement=requirement,
        state=state,
        code=code,
        reason=f"antwoord {code}",
        low=low,
        high=high,
        raw_weight=int(raw),
        weight=Fraction(effective),
        sources=(cell,),
    )


ZERO, ONE = Fraction(0), Fraction(1)
ROWS = (
    _row("A-1", AnswerCode.STANDARD, State.ANSWERED, ONE, "3 0.45"),
    _row("A-2", AnswerCode.UNCLEAR, State.UNKNOWN, ZERO, "1 0.15"),
    _row("A-3", AnswerCode.NOT_APPLICABLE, State.GRANTED, ZERO, "2 0"),
    _row("B-1", AnswerCode.STANDARD, State.ANSWERED, Fraction(2, 3), "1 0.4"),
)
KADE = VendorScore(
    "kade",
    1,
    Fraction(215, 3),
    Fraction(260, 3),
    Fraction(85, 100),
    KnockOutState.FAILED,
    (
        ThemeScore("A", Fraction(6, 10), Fraction(75), Fraction(100)),
        ThemeScore("B", Fraction(4, 10), Fraction(200, 3), Fraction(200, 3)),
    ),
)
LEEG = VendorScore("leeg", None, None, None, ZERO, KnockOutState.TO_VERIFY, ())
RANKING = Ranking((KADE, LEEG), provisional=True)
KNOCK_OUT = KnockOut(
    "diemen", "kade", "A-1", KnockOutState.FAILED, "antwoord N", (Source(ANSWERS, "Vragen", "F1"),)
)
RESULTS = Results({"diemen": RANKING}, {"gelijk": RANKING}, (KNOCK_OUT,), ROWS, ())


def unknown_code(cell: str) -> Finding:
    return finding(
        Code.ANSWER_UNKNOWN_CODE, Source(ANSWERS, "Vragen", cell), requirement="A-1", value="Ja, mits"
    )


BACKGROUND = Background(
    outlook(SCAN, RESULTS),
    claims(SCAN, RESULTS),
    assessed(SCAN, RESULTS),
    together(SCAN, RESULTS),
    costs(SCAN, RESULTS),
)
WARNING = finding(Code.ANSWER_EMPTY, Source(ANSWERS, "Vragen", "F9"), requirement="A-2")
