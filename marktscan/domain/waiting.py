"""What has to happen first."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Waiting:
    """A vendor whose consensus waits for the marks of these assessors."""

    vendor: str
    assessors: tuple[str, ...]
