"""Chapter: what can go wrong and what nobody knows yet."""

from marktscan.reporting.chapters.decisions import open_questions, risks
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital, counted
from marktscan.reporting.view import Bullets, Chapter, Heading, Numbered, Part, SideBySide, paragraph

ANCHOR = "risicos"


def risk_chapter(facts: Facts) -> Chapter:
    """Risks by rule, open questions per vendor."""
    found, asked = risks(facts), open_questions(facts)
    wrong: Part = Numbered(found) if found else paragraph("Uit de antwoorden zelf volgt geen risico.")
    still_open: Part = (
        Bullets(asked) if asked else paragraph("Er staan geen vragen aan leveranciers meer open.")
    )
    beside = (
        (8, (Heading("Wat er mis kan gaan"), wrong)),
        (4, (Heading("Open vragen per pakket"), still_open)),
    )
    parts = (SideBySide(beside, ruled=False),)
    risky = counted(len(found), "risico", "risico’s")
    still = counted(len(asked), "pakket", "pakketten")
    title = capital(
        f"{risky}; bij {still} staan nog vragen open" if asked else f"{risky} en geen open vragen"
    )
    return Chapter(ANCHOR, "Risico’s en open vragen", title, parts, new_page=True)
