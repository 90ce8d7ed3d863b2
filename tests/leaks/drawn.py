"""Texts put together by chance, of the pieces that a search may trip over."""

import random
from collections.abc import Iterator, Sequence

TEXTS = 3_000


def drawn(pieces: Sequence[str]) -> Iterator[str]:
    """Texts of these pieces, the same every time."""
    choose = random.Random(7)  # noqa: S311 (nothing is kept secret with it)
    for _ in range(TEXTS):
        yield "".join(choose.choices(pieces, k=choose.randrange(2, 24)))
