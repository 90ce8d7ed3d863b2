"""The forms that go out: questionnaires for vendors, sheets for assessors, a fresh project."""

from marktscan.forms.new_project import NewProject, write_new_project
from marktscan.forms.questionnaires import write_questionnaires
from marktscan.forms.rounds import round_findings
from marktscan.forms.scoresheets import consensus_waits_for, write_scoresheets

__all__ = [
    "NewProject",
    "consensus_waits_for",
    "round_findings",
    "write_new_project",
    "write_questionnaires",
    "write_scoresheets",
]
