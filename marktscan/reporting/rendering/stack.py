"""Room on Python's own stack for what goes deep and calls often."""

from collections.abc import Callable
from typing import Any, TypeVar

_SLOTS = 100_000
"""Room on Python's stack, of 8 bytes each: one piece of a megabyte, most of which is for what is called."""
Function = TypeVar("Function", bound=Callable[..., Any])


def roomy(function: Function) -> Function:
    """The same function, with room on the stack for all that it calls.

    Python gets its stack from the system in pieces of 16 KiB, asks for one when a call crosses the end of the
    last, and gives it back on return: a call in a loop there asks half a million times for one report. A
    function that claims this much gets a piece in which everything above it fits.
    """
    function.__code__ = function.__code__.replace(co_stacksize=_SLOTS)
    return function
