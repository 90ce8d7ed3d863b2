"""Values as text as it stands in a TOML file, so that a rule can be kept exactly and read by people."""

import json
import re
import tomllib
from datetime import date, datetime
from decimal import Decimal
from typing import Any

Value = Any
"""bool, int, str, Decimal, date, or a list of those."""
_TEXT = re.compile(r'"[^"\\\x00-\x1f\x7f]*"')
"""In quotes, with nothing in it that TOML escapes: it stands for itself."""
_NUMBER = re.compile(r"0|[1-9][0-9]{0,15}")
_TRUTHS = {"true": True, "false": False}


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
    """The value that the text stands for; ValueError when it is not exactly one.

    What most rules are is told apart at sight: reading each as a TOML file takes five times as long.
    """
    if _TEXT.fullmatch(text):
        return text[1:-1]
    if _NUMBER.fullmatch(text):
        return int(text)
    return _TRUTHS[text] if text in _TRUTHS else _parsed(text)


def _parsed(text: str) -> Value:
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
