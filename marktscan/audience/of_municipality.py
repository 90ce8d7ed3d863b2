"""For the municipalities: everything but persons, and but what is for another municipality alone."""

from dataclasses import replace

from marktscan.audience.material import Material
from marktscan.domain.programme import JointRequirement
from marktscan.domain.requirement import Requirement, RequirementList


def for_municipality(nameless: Material, slug: str) -> Material:
    """What one municipality may read, or with an empty slug the steering group."""
    scan = nameless.scan
    rows = tuple(_joint(row, slug) for row in scan.programme.rows)
    others = {item.file for item in scan.lists if slug not in {"", item.municipality}}
    submissions = tuple(replace(s, vendor=replace(s.vendor, contact="")) for s in scan.submissions)
    return replace(
        nameless,
        scan=replace(
            scan,
            lists=tuple(_list(item, slug) for item in scan.lists),
            programme=replace(scan.programme, rows=rows),
            submissions=submissions,
        ),
        findings=tuple(item for item in nameless.findings if item.source.file not in others),
    )


def _list(item: RequirementList, slug: str) -> RequirementList:
    return replace(item, requirements=tuple(_row(row, slug) for row in item.requirements))


def _joint(row: JointRequirement, slug: str) -> JointRequirement:
    return replace(row, positions={name: _row(own, slug) for name, own in row.positions.items()})


def _row(row: Requirement, slug: str) -> Requirement:
    """Without the owner, and without remarks of another municipality."""
    if slug in {"", row.municipality}:
        return replace(row, owner="")
    return replace(row, owner="", remark="", reason="", demo="")
