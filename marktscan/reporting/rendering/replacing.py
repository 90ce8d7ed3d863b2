"""A function of another library replaced for a while."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def replaced(owner: Any, name: str, by: object) -> Iterator[None]:  # noqa: ANN401 (a module or a class)
    """Another thing under this name of a module or class."""
    made = getattr(owner, name)
    setattr(owner, name, by)
    try:
        yield
    finally:
        setattr(owner, name, made)


@contextmanager
def replaced_everywhere(made: Callable[..., Any], by: Callable[..., Any]) -> Iterator[None]:
    """Another function in every module of WeasyPrint that has this one under its own name."""
    name = made.__name__
    users = [
        module
        for of, module in sys.modules.items()
        if of.startswith("weasyprint.") and vars(module).get(name) is made
    ]
    for module in users:
        setattr(module, name, by)
    try:
        yield
    finally:
        for module in users:
            setattr(module, name, made)
