"""What must hold between the values of marktscan.toml, once each value by itself is right."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from marktscan.domain.answer import VENDOR_CODES, AnswerCode
from marktscan.domain.conventions import TOGETHER
from marktscan.domain.finding import Code
from marktscan.domain.project import EVERYONE
from marktscan.project_file.leaves import MOST_DECIMALS, Each, Named, Node, Table, is_within_reason
from marktscan.project_file.problems import Path, Problem, problem, shown, unknown_key
from marktscan.project_file.scenarios import scenarios_fit_their_kind, scenarios_name_what_there_is
from marktscan.project_file.schema import SCHEMA

Content = dict[str, Any]
"""The parsed file; a rule only sees parts whose values already have the right type."""

SCORED_CODES = tuple(code for code in VENDOR_CODES if code is not AnswerCode.NOT_APPLICABLE)


def names_are_unique(content: Content) -> Iterator[Problem]:
    """Municipalities, themes, marks, assessors and invited vendors are named once."""
    yield from _doubles(("municipalities",), (m["slug"] for m in content["municipalities"]))
    yield from _doubles(("themes",), (theme["code"].casefold() for theme in content["themes"]))
    yield from _doubles(("points", "marks"), (level["mark"] for level in content["points"]["marks"]))
    yield from _doubles(("vendors", "invited"), content["vendors"]["invited"])
    assessors = (a for m in content["municipalities"] for a in m.get("assessors", ()))
    yield from _doubles(("municipalities",), assessors)


def _doubles(path: Path, names: Iterable[object]) -> Iterator[Problem]:
    for name, times in Counter(names).items():
        if times > 1:
            yield problem(Code.PROJECT_DOUBLE, path, value=name)


def every_answer_has_points(content: Content) -> Iterator[Problem]:
    """Every answer code that can be scored has points, and no other code has."""
    points = content["points"]["answers"]
    missing = [code.value for code in SCORED_CODES if code.value not in points]
    if missing:
        yield problem(Code.PROJECT_POINTS_MISSING, ("points", "answers"), codes=", ".join(missing))
    for name in points.keys() - set(SCORED_CODES):
        yield unknown_key(("points", "answers", name), tuple(missing))


def keys_give_shares(content: Content) -> Iterator[Problem]:
    """A joint key gives each municipality a weight, either by name or by inhabitants."""
    slugs = {m["slug"] for m in content["municipalities"]}
    for code, key in content["keys"].items():
        path = ("keys", code)
        if ("weights" in key) == ("by" in key) or key.get("by", "inhabitants") != "inhabitants":
            yield problem(Code.PROJECT_KEY_SHARES, path)
        elif "weights" in key and not _usable(key["weights"], slugs):
            yield problem(Code.PROJECT_KEY_SHARES, (*path, "weights"))


def _usable(weights: dict[str, int | Decimal], slugs: set[str]) -> bool:
    """Nothing below 0 and something above it; as whole numbers, as rules are fixed, not too long."""
    if weights.keys() != slugs or min(weights.values()) < 0 or sum(weights.values()) <= 0:
        return False
    whole = all(weight % 1 == 0 for weight in weights.values())
    return whole or is_within_reason(int(max(weights.values()) * 10**MOST_DECIMALS))


def inhabitants_are_known(content: Content) -> Iterator[Problem]:
    """A joint key by inhabitants needs the inhabitants of every municipality."""
    if any(key.get("by") == "inhabitants" for key in content["keys"].values()):
        for index, municipality in enumerate(content["municipalities"]):
            if "inhabitants" not in municipality:
                path = ("municipalities", index, "inhabitants")
                yield problem(Code.PROJECT_INHABITANTS, path, name=municipality["name"])


def incumbent_is_invited(content: Content) -> Iterator[Problem]:
    """The current system answers the same questions as everyone else."""
    vendors = content["vendors"]
    if vendors["incumbent"] not in vendors["invited"]:
        path = ("vendors", "incumbent")
        yield problem(Code.PROJECT_INCUMBENT_UNKNOWN, path, value=vendors["incumbent"])


def other_names_are_of_vendors(content: Content) -> Iterator[Problem]:
    """Other names belong to vendors that were invited."""
    vendors = content["vendors"]
    return _unknown(("vendors", "also"), vendors.get("also", {}), tuple(vendors["invited"]))


def dates_follow_each_other(content: Content) -> Iterator[Problem]:
    """The reference date lies before go-live and not after the report's date."""
    project = content["project"]
    reference = project["reference_date"]
    for key, fits in (
        ("go_live", reference < project["go_live"]),
        ("report_date", reference <= project["report_date"]),
    ):
        if not fits:
            path = ("project", key)
            yield problem(Code.PROJECT_DATES, path, value=project[key], reference=reference)


def price_lines_have_volumes(content: Content) -> Iterator[Problem]:
    """Every line of the price sheet has a volume, and every volume counts every municipality."""
    slugs = {m["slug"] for m in content["municipalities"]}
    sheet = content.get("price_sheet", {"lines": (), "volumes": {}})
    for index, line in enumerate(sheet["lines"]):
        if line["volume"] not in sheet["volumes"]:
            place = ("price_sheet", "lines", index, "volume")
            yield problem(Code.PROJECT_VOLUME_UNKNOWN, place, value=line["volume"])
    for name, units in sheet["volumes"].items():
        if units.keys() != slugs:
            path = ("price_sheet", "volumes", name)
            yield problem(Code.PROJECT_VOLUME_INCOMPLETE, path, value=name)


def costs_name_who_takes_part(content: Content) -> Iterator[Problem]:
    """Ceilings and own costs are for who takes part; what counts towards a ceiling is asked of vendors."""
    slugs = tuple(m["slug"] for m in content["municipalities"])
    costs = content.get("costs", {})
    asked = tuple(line["kind"] for line in content.get("price_sheet", {"lines": ()})["lines"])
    own = tuple(item["kind"] for item in costs.get("internal", ()))
    yield from _unknown(("costs", "ceilings"), costs.get("ceilings", {}), (*slugs, TOGETHER))
    yield from _unknown(("costs", "exit"), costs.get("exit", ()) if asked else (), asked)
    yield from _unknown(("costs", "under_ceiling"), costs.get("under_ceiling", ()), (*asked, *own))
    for index, item in enumerate(costs.get("internal", ())):
        path = ("costs", "internal", index)
        yield from _unknown((*path, "vendors"), item.get("vendors", ()), tuple(content["vendors"]["invited"]))
        for field in ("one_off", "yearly"):
            yield from _unknown((*path, field), item.get(field, {}), slugs)


def _unknown(path: Path, names: Iterable[str], known: tuple[str, ...]) -> Iterator[Problem]:
    return (unknown_key((*path, name), known) for name in names if name not in known)


def weights_can_be_shared_out(content: Content) -> Iterator[Problem]:
    """Declared weights are for who takes part, and those of themes that exist are together above 0."""
    known = tuple(theme["code"] for theme in content["themes"])
    given = content.get("weights", {})
    yield from _unknown(("weights",), given, (EVERYONE, *(m["slug"] for m in content["municipalities"])))
    for name, weights in given.items():
        path, themes = ("weights", name, "themes"), weights.get("themes")
        yield from _unknown(path, themes or (), known)
        if themes is not None and not any(themes.values()):
            expected = "samen meer dan 0"
            yield problem(Code.PROJECT_WRONG_TYPE, path, value=shown(themes), expected=expected)


def minimums_are_for_themes(content: Content) -> Iterator[Problem]:
    """A minimum score is for a theme that exists."""
    known = tuple(theme["code"] for theme in content["themes"])
    given = content.get("tender", {}).get("minimum_themes", {})
    return _unknown(("tender", "minimum_themes"), given, known)


def bounds_of_a_price_differ(content: Content) -> Iterator[Problem]:
    """The price that gets all points lies below the price that gets none."""
    tender = content.get("tender", {})
    if "lowest" in tender and "highest" in tender and tender["lowest"] >= tender["highest"]:
        expected = f"een bedrag boven {tender['lowest']}"
        path = ("tender", "highest")
        yield problem(Code.PROJECT_WRONG_TYPE, path, value=tender["highest"], expected=expected)


def settings_to_verify_exist(content: Content) -> Iterator[Problem]:
    """What is marked as still to verify is a setting of this file."""
    for name in content["project"].get("to_verify", ()):
        if not _exists(SCHEMA, name.split(".")):
            yield problem(Code.PROJECT_TO_VERIFY, ("project", "to_verify"), value=name)


def _exists(node: Node, parts: list[str]) -> bool:
    match node:
        case Table() if parts:
            return parts[0] in node.keys and _exists(node.keys[parts[0]], parts[1:])
        case Each():
            return _exists(node.item, parts)
        case Named() if parts:
            return _exists(node.item, parts[1:])
    return not parts


RULES: tuple[tuple[Callable[[Content], Iterator[Problem]], frozenset[str]], ...] = (
    (names_are_unique, frozenset({"municipalities", "themes", "points", "vendors"})),
    (every_answer_has_points, frozenset({"points"})),
    (keys_give_shares, frozenset({"keys", "municipalities"})),
    (inhabitants_are_known, frozenset({"keys", "municipalities"})),
    (incumbent_is_invited, frozenset({"vendors"})),
    (other_names_are_of_vendors, frozenset({"vendors"})),
    (dates_follow_each_other, frozenset({"project"})),
    (price_lines_have_volumes, frozenset({"price_sheet", "municipalities"})),
    (costs_name_who_takes_part, frozenset({"costs", "municipalities", "vendors", "price_sheet"})),
    (weights_can_be_shared_out, frozenset({"weights", "themes", "municipalities"})),
    (minimums_are_for_themes, frozenset({"tender", "themes"})),
    (bounds_of_a_price_differ, frozenset({"tender"})),
    (scenarios_name_what_there_is, frozenset({"scenarios", "themes", "municipalities", "vendors"})),
    (scenarios_fit_their_kind, frozenset({"scenarios", "vendors"})),
    (settings_to_verify_exist, frozenset({"project"})),
)
"""Each rule with the parts of the file it reads: it is skipped when one of those is itself wrong."""
