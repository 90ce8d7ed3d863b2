"""Standards and laws requirements refer to, and whether they are still in force."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Norm:
    """One row of the register; `status` and `remark` are Dutch, `reference_date` as written there."""

    code: str
    name: str
    version: str
    status: str
    reference_date: str
    remark: str
