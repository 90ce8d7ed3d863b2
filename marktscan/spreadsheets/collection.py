"""Reading without garbage collection."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collection() -> Iterator[None]:
    """Without garbage collection, which takes a tenth of the reading and finds nothing to throw away.

    Around one list or one vendor at a time, so that what was read before can go; also a decorator.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
