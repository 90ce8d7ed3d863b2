"""Chapter: what can go wrong and what nobody knows yet."""

from marktscan.reporting.chapters.decisions import open_questions, risks
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital, counted
from marktscan.reporting.view import Bullets, Chapter, Heading, Numbered, Part, paragraph

ANCHOR = "risicos"


def risk_chapter(facts: Facts) -> Chapter:
    """Risks by rule, open questions per vendor."""
    found, asked = risks(facts), open_questions(facts)
    parts: tuple[Part, ...] = (
        Numbered(found) if found else paragraph("Uit de antwoorden zelf volgt geen risico."),
        Heading("Open vragen per pakket", style="next"),
        Bullets(asked) if asked else paragraph("Er staan geen vragen aan leveranciers meer open."),
    )
    risky = counted(len(found), "risico", "risico’s")
    still = counted(len(asked), "pakket", "pakketten")
    title = capital(
        f"{risky}; bij {still} staan nog vragen open" if asked else f"{risky} en geen open vragen"
    )
    return Chapter(ANCHOR, "Risico’s en open vragen", title, parts, new_page=True)
