"""Compare what stands in marktscan.toml with the schema; everything wrong is collected."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from marktscan.domain.finding import Code
from marktscan.project_file.leaves import MOST_DIGITS, Each, Leaf, Named, Node, Table, is_within_reason

Path = tuple[str | int, ...]
"""Where a value stands: ("municipalities", 1, "slug")."""

_LONGEST_SHOWN = 60
"""Characters of a value that a finding repeats."""
_LONGEST_INT = 1000
"""Bits of a whole number that is written out."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with the value at `path`; `facts` fill the placeholders of its sentence."""

    code: Code
    path: Path
    facts: tuple[tuple[str, str], ...] = ()


def problem(code: Code, path: Path, **facts: object) -> Problem:
    """A problem at `path`, with the dotted key among its facts."""
    shown = {"key": dotted(path), **facts}
    return Problem(code, path, tuple((name, str(value)) for name, value in shown.items()))


def dotted(path: Path) -> str:
    """The path as people write it, list positions left out: "municipalities.slug"."""
    return ".".join(part for part in path if isinstance(part, str))


def compare(value: object, node: Node, path: Path = ()) -> Iterator[Problem]:
    """Everything in `value` that is not what `node` asks for."""
    match node:
        case Leaf():
            yield from _compare_leaf(value, node, path)
        case Table():
            yield from _compare_table(value, node, path)
        case Each():
            yield from _compare_list(value, node, path)
        case Named():
            yield from _compare_named(value, node, path)


def _compare_leaf(value: object, leaf: Leaf, path: Path) -> Iterator[Problem]:
    if not is_within_reason(value):
        yield problem(Code.PROJECT_NUMBER_TOO_LONG, path, value=shown(value), limit=MOST_DIGITS)
    elif not leaf.type_ok(value):
        yield _wrong_type(value, leaf.expected, path)
    elif not leaf.value_ok(value):
        yield problem(leaf.code, path, value=shown(value), expected=leaf.expected)


def _compare_table(value: object, table: Table, path: Path) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield _wrong_type(value, "een groep instellingen", path)
        return
    for key in value.keys() - table.keys.keys():
        yield unknown_key((*path, key), tuple(table.keys.keys() - value.keys()))
    for key in table.keys.keys() - value.keys() - table.optional:
        yield problem(Code.PROJECT_MISSING_KEY, (*path, key))
    for key in value.keys() & table.keys.keys():
        yield from compare(value[key], table.keys[key], (*path, key))


def _compare_list(value: object, each: Each, path: Path) -> Iterator[Problem]:
    if not isinstance(value, list):
        yield _wrong_type(value, "een lijst", path)
        return
    if len(value) < each.least:
        yield problem(Code.PROJECT_MISSING_KEY, path)
    for index, item in enumerate(value):
        yield from compare(item, each.item, (*path, index))


def _compare_named(value: object, named: Named, path: Path) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield _wrong_type(value, "een groep instellingen", path)
        return
    if not value:
        yield problem(Code.PROJECT_MISSING_KEY, path)
    for key, item in value.items():
        yield from compare(item, named.item, (*path, key))


def unknown_key(path: Path, known: tuple[str, ...]) -> Problem:
    """The key at the end of `path` does not exist; one of the `known` keys may have been meant."""
    near = get_close_matches(str(path[-1]), sorted(known), n=1)
    if near:
        return problem(Code.PROJECT_SIMILAR_KEY, path, meant=dotted((*path[:-1], *near)))
    return problem(Code.PROJECT_UNKNOWN_KEY, path)


def _wrong_type(value: object, expected: str, path: Path) -> Problem:
    return problem(Code.PROJECT_WRONG_TYPE, path, value=shown(value), expected=expected)


def shown(value: object) -> str:
    """A value as it stands in the file, shortened."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, int) and value.bit_length() > _LONGEST_INT:  # Python refuses to write it out
        return "een heel groot getal"
    return "[…]" if isinstance(value, list) else str(value)[:_LONGEST_SHOWN]
