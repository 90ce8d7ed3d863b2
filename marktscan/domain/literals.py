"""Values as text as it stands in a TOML file, so that a rule can be kept exactly and read by people."""

import json
import tomllib
from datetime import date, datetime
from decimal import Decimal
from typing import Any

Value = Any
"""bool, int, str, Decimal, date, or a list of those."""


def literal(value: Value) -> str:
    """The value as TOML; equal values give equal text. TypeError for what no rule can be."""
    match value:
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case Decimal():
            return _decimal(value)
        case date():
            return value.isoformat()
        case list():
            return f"[{', '.join(map(literal, value))}]"
    raise TypeError(f"no rule can be {type(value).__name__}")


def value_of(text: str) -> Value:
    """The value that the text stands for; ValueError when it is not exactly one."""
    try:
        parsed = tomllib.loads(f"value = {text}", parse_float=Decimal)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if parsed.keys() != {"value"} or not _is_rule(parsed["value"]):
        raise ValueError("not the value of a rule")
    return parsed["value"]


def _decimal(value: Decimal) -> str:
    """Without superfluous zeros and without an exponent."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _is_rule(value: Value) -> bool:
    if isinstance(value, list):
        return all(map(_is_rule, value))
    return isinstance(value, bool | int | str | Decimal | date) and not isinstance(value, datetime)
