"""What every vendor is asked: the joint programme without whose it is, how heavy or how hard."""

from marktscan.domain.programme import JointRequirement
from marktscan.domain.project import Project
from marktscan.domain.scan import Scan
from marktscan.spreadsheets.columns import VENDOR_FACTS
from marktscan.spreadsheets.sheet import Row

NOT_APPLICABLE = "Antwoord X (niet van toepassing) mag hier."


def question_rows(scan: Scan) -> list[Row]:
    """The sheet Vragen, not yet answered."""
    return [
        {
            "id": row.id,
            "theme": row.theme,
            "text": row.text,
            "explanation_asked": explanation(row),
            "evidence_asked": _first(row, "evidence"),
        }
        for row in scan.programme.rows
    ]


def explanation(row: JointRequirement) -> str:
    """The explanation of the first municipality that gives one, and whether X is allowed by all."""
    allowed = all(position.not_applicable_allowed for position in row.positions.values())
    return " ".join(filter(None, (_first(row, "explanation"), NOT_APPLICABLE if allowed else "")))


def _first(row: JointRequirement, field: str) -> str:
    return next(filter(None, (str(getattr(item, field)) for item in row.positions.values())), "")


def vendor_rows() -> list[Row]:
    """The sheet Leverancier, for the vendor to fill in."""
    return [{"fact": label} for label in VENDOR_FACTS.values()]


def price_rows(project: Project) -> list[Row]:
    """The sheet Kosten: every line for every municipality, under a letter, with its volume."""
    sheet = project.forms.price_sheet
    return [
        {
            "kind": line.kind,
            "municipality": project.alias(item.slug),
            "unit": line.unit,
            "quantity": sheet.volumes[line.volume][item.slug],
            "optional": line.optional,
        }
        for line in sheet.lines
        for item in sorted(project.municipalities, key=lambda item: item.slug)
    ]
