"""The questions the invented vendors answer: the three lists, joined as the decisions say.

The real merge stands in `merging`; this one only knows the kinds of decision that the example holds, and a
test proves that both agree.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from marktscan.domain.programme import Decision
from marktscan.domain.project import letter
from marktscan.domain.requirement import Kind
from marktscan.example.requirements import decision_rows, requirement_rows, slugs
from marktscan.example.settings import themes
from marktscan.spreadsheets.sheet import Row

NOT_APPLICABLE = "Antwoord X (niet van toepassing) mag hier."


@dataclass(frozen=True, slots=True)
class Question:
    """One joint requirement; `holders` keeps each municipality's own row by slug."""

    id: str
    theme: str
    text: str
    holders: dict[str, Row]

    @property
    def explanation(self) -> str:
        """The explanation of the first municipality that gives one, and whether all of them allow X."""
        allowed = all(row.get("not_applicable_allowed") for row in self.holders.values())
        return " ".join(filter(None, (self._first("explanation"), NOT_APPLICABLE if allowed else "")))

    @property
    def evidence(self) -> str:
        """The evidence the first municipality asks that names any."""
        return self._first("evidence")

    @property
    def wish(self) -> bool:
        """Whether a municipality holds it as a wens: then assessors mark it."""
        return any(row["kind"] == Kind.WISH.value for row in self.holders.values())

    def knock_out_in(self, municipality: str) -> bool:
        """Whether this municipality would drop a vendor over it."""
        return bool(self.holders.get(municipality, {}).get("knock_out"))

    def _first(self, field: str) -> str:
        return next((str(row[field]) for row in self.holders.values() if row[field]), "")


@cache
def questions() -> tuple[Question, ...]:
    """All questions, theme by theme."""
    joined: dict[str, dict[str, Row]] = {}
    for municipality in slugs():
        for row in requirement_rows(municipality):
            joined.setdefault(_joint_id(municipality, row), {})[municipality] = row
    return tuple(sorted((_question(*item) for item in joined.items()), key=_place))


def wishes() -> Iterator[Question]:
    """What assessors mark."""
    return (question for question in questions() if question.wish)


def _question(joint_id: str, holders: dict[str, Row]) -> Question:
    first = next(iter(holders.values()))
    text = {row["joint_id"]: row["text"] for row in decision_rows()}.get(joint_id) or first["text"]
    return Question(joint_id, str(first["theme"]), str(text), holders)


def _joint_id(municipality: str, row: Row) -> str:
    """The id vendors see: a municipality's own, unless a decision joins or parts it."""
    for decision in decision_rows():
        if decision[f"id_{municipality}"] == row["id"]:
            apart = decision["decision"] == Decision.SEPARATE.value
            named = [slug for slug in slugs() if decision[f"id_{slug}"]]
            return f"{row['id']}-{letter(named.index(municipality))}" if apart else str(decision["joint_id"])
    return str(row["id"])


def _place(question: Question) -> tuple[int, str]:
    return [theme.code for theme in themes()].index(question.theme), question.id
