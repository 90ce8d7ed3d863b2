"""Who can mend what: every finding goes to one sender, and nothing goes out that is not meant for them."""

from collections.abc import Sequence
from dataclasses import dataclass

from marktscan.domain.finding import Finding
from marktscan.domain.scan import Scan
from marktscan.domain.sender import Role, Sender
from marktscan.wording.findings import FindingText, sent_text_of, text_of

PROJECT = Sender(Role.PROJECT, "projectgroep", "projectgroep")
_OUTSIDE = frozenset({Role.VENDOR, Role.ASSESSOR})
_ROLES = tuple(Role)


@dataclass(frozen=True, slots=True)
class Request:
    """One finding as its sender reads it; `vendor` is whose folder it is about, if any."""

    finding: Finding
    text: FindingText
    vendor: str = ""


def requests_by_sender(scan: Scan, findings: Sequence[Finding]) -> dict[Sender, list[Request]]:
    """What each sender is asked to mend: municipalities, vendors, assessors, then the project group."""
    found: dict[Sender, list[Request]] = {}
    for item in findings:
        sender, request = _addressed(scan, item)
        found.setdefault(sender, []).append(request)
    return dict(sorted(found.items(), key=lambda pair: (_ROLES.index(pair[0].role), pair[0].slug)))


def _addressed(scan: Scan, item: Finding) -> tuple[Sender, Request]:
    """To whom a finding goes, in words for them; what has no words for outside stays inside."""
    sender = _owner(scan, item.source.file)
    vendor = _vendor(item.source.file)
    if sender.role not in _OUTSIDE:
        return sender, Request(item, text_of(item), vendor)
    text = sent_text_of(item)
    if text is None:
        return PROJECT, Request(item, text_of(item), vendor)
    return sender, Request(item, text, vendor)


def _owner(scan: Scan, file: str) -> Sender:
    """Who filled in this file; what nobody in particular filled in is for the project group."""
    match file.split("/"):
        case ["requirements", name]:
            return _municipalities(scan).get(_stem(name), PROJECT)
        case ["vendors", slug, name] if _stem(name) in {"answers", "prices"}:
            return _vendors(scan).get(slug, PROJECT)
        case ["vendors", _, "assessments", name]:
            return _assessors(scan).get(_stem(name), PROJECT)
    return PROJECT


def _vendor(file: str) -> str:
    match file.split("/"):
        case ["vendors", slug, *_]:
            return slug
    return ""


def _stem(name: str) -> str:
    return name.rpartition(".")[0]


def _municipalities(scan: Scan) -> dict[str, Sender]:
    return {
        m.slug: Sender(Role.MUNICIPALITY, m.slug, f"gemeente {m.name}") for m in scan.project.municipalities
    }


def _vendors(scan: Scan) -> dict[str, Sender]:
    named = ((item.vendor.slug, item.vendor.name or item.vendor.slug) for item in scan.submissions)
    return {slug: Sender(Role.VENDOR, slug, name) for slug, name in named}


def _assessors(scan: Scan) -> dict[str, Sender]:
    slugs = (slug for item in scan.project.municipalities for slug in item.assessors)
    return {slug: Sender(Role.ASSESSOR, slug, f"beoordelaar {slug}") for slug in slugs}
