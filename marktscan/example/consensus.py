"""What the invented assessors agreed on together, for part of the wishes they saw differently."""

import tomllib
from collections.abc import Iterator
from statistics import mean, median_low

from marktscan.example.answers import code
from marktscan.example.draws import choice, uniform
from marktscan.example.marks import Judgement, judged
from marktscan.example.motivations import OFFERED, remark, sentences
from marktscan.example.questions import Question, wishes
from marktscan.example.submission_files import InventedVendor, invented_assessors, read_text
from marktscan.spreadsheets.sheet import Row

_TOLERANCE = 4
"""Marks that lie further apart than this are talked about."""
_DONE = 0.6
"""Part of those talks that were held."""


def consensus_rows(vendor: InventedVendor) -> list[Row]:
    """The sheet Consensus of one vendor."""
    return [_row(vendor, question, judgements) for question, judgements in _discussed(vendor)]


def _discussed(vendor: InventedVendor) -> Iterator[tuple[Question, dict[str, Judgement]]]:
    for question in wishes():
        judgements = {a.slug: judged(vendor, a, question) for a in invented_assessors()}
        held = uniform("consensus", vendor.slug, question.id) < _DONE
        if held and code(vendor.slug, question.id) in OFFERED and _spread(judgements) > _TOLERANCE:
            yield question, judgements


def _row(vendor: InventedVendor, question: Question, judgements: dict[str, Judgement]) -> Row:
    mark = median_low(_marks(judgements))
    return {
        "id": question.id,
        "text": question.text,
        "marks": "\n".join(f"{name}: {_shown(item)}" for name, item in judgements.items()),
        "motivations": "\n".join(f"{name}: {item.motivation}" for name, item in judgements.items()),
        "mark": mark,
        "motivation": _motivation(vendor, question, mark - mean(_marks(judgements))),
    }


def _motivation(vendor: InventedVendor, question: Question, change: float) -> str:
    """Why this mark, by where it ended up against the mean of the own marks."""
    kind = "kept" if abs(change) < 1 / 2 else "raised" if change > 0 else "lowered"
    phrase = choice(tomllib.loads(read_text("consensus.toml"))[kind], vendor.slug, question.id)
    return sentences(phrase.format_map(remark(vendor.slug, question.id, "consensus")))


def _marks(judgements: dict[str, Judgement]) -> list[int]:
    return [item.mark for item in judgements.values() if item.mark is not None]


def _spread(judgements: dict[str, Judgement]) -> int:
    marks = _marks(judgements)
    return max(marks) - min(marks)


def _shown(judgement: Judgement) -> str:
    return "geen" if judgement.mark is None else str(judgement.mark)
