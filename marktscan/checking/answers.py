"""To come."""

from collections.abc import Callable, Iterator

from marktscan.domain.finding import Finding
from marktscan.domain.scan import Scan

CHECKS: tuple[Callable[[Scan], Iterator[Finding]], ...] = ()
