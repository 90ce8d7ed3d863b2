"""What the project file says to readers outside: only what is named here, so that nothing new slips along."""

from dataclasses import replace

from marktscan.domain.conventions import CostRules
from marktscan.domain.project import Forms, PriceSheet, Project


def for_outside(project: Project) -> Project:
    """The declarations without amounts, weights, scenarios, assessors and other names of vendors."""
    forms = project.forms
    return Project(
        title=project.title,
        question=project.question,
        status=project.status,
        version=project.version,
        report_date=project.report_date,
        reference_date=project.reference_date,
        go_live=project.go_live,
        fictitious=project.fictitious,
        to_verify=project.to_verify,
        municipalities=tuple(replace(m, assessors=()) for m in project.municipalities),
        themes=project.themes,
        keys=project.keys,
        incumbent=project.incumbent,
        invited=project.invited,
        brands=(),
        rules=project.rules,
        milestones=project.milestones,
        source=project.source,
        forms=Forms(forms.round, forms.contact, price_sheet=PriceSheet(volumes=forms.price_sheet.volumes)),
        simulation=project.simulation,
        costs=CostRules(years=project.costs.years),
        classification=project.classification,
        style=project.style,
    )


def for_one_vendor(project: Project, slug: str) -> Project:
    """The same without anybody else; the question names the current system, so it goes too."""
    return replace(for_outside(project), question="", incumbent="", invited=(slug,), to_verify=())
