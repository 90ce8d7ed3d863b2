"""Write the pages of docs/ that follow from the program (`make docs`); a test says when they are stale."""

from collections.abc import Callable, Iterator
from pathlib import Path

import typer

from marktscan.cli.app import app
from marktscan.wording.findings import findings_page
from marktscan.wording.glossary import glossary_page

DOCS = Path(__file__).resolve().parent.parent / "docs"
WIDTH = 80

_ABOUT = """# Opdrachten

Typ `marktscan` met een opdracht. Elke opdracht kan ook JSON geven, voor andere programma's: zie
[json.md](json.md). Staat u niet in de map van de marktverkenning? Wijs die dan aan:
`marktscan --project MAP check`.

| Afsluitcode | Betekenis |
| --- | --- |
| 0 | goed; er kunnen punten zijn om op te letten |
| 1 | minstens één bevinding is een fout; de uitkomst staat er wel |
| 2 | de opdracht kan zo niet; één regel zegt waarom |
"""


def cli_page() -> str:
    """docs/cli.md: the help page of the program and of every command."""
    return _ABOUT + "".join(f"\n## {title}\n\n```text\n{page}\n```\n" for title, page in _help_pages())


PAGES: dict[str, Callable[[], str]] = {
    "cli.md": cli_page,
    "findings.md": findings_page,
    "glossary.md": glossary_page,
}


def main() -> None:
    """Write every page."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8", newline="\n")


def _help_pages() -> Iterator[tuple[str, str]]:
    program = typer.main.get_command(app)
    context = program.context_class(program, info_name="marktscan", terminal_width=WIDTH)
    yield "marktscan", program.get_help(context)
    for name, command in getattr(program, "commands", {}).items():
        own = command.context_class(command, info_name=name, parent=context, terminal_width=WIDTH)
        yield f"marktscan {name}", command.get_help(own)


if __name__ == "__main__":
    main()
