import re

import pytest
import typer

from marktscan.cli import main
from marktscan.cli.app import app
from marktscan.cli.dutch import UNKNOWN_COMPLAINT, complaint

COMMANDS = ("check", "score", "explain", "report", "example")
ENGLISH = re.compile(
    r"\b(usage|options?|arguments?|commands?|show|message|exit|required|default|text|path|such|missing|error"
    r"|invalid|value|try|did you mean|got|extra|takes?|not|does|the|aborted|completion|help for)\b",
    re.IGNORECASE,
)
OWN_WORDS = re.compile(
    r"--?[a-z]+(-[a-z]+)*|marktscan( \w+)?|build/reports|\b(check|score|explain|report|example)\b"
)


def english_in(text: str) -> list[str]:
    return [match[0] for match in ENGLISH.finditer(OWN_WORDS.sub(" ", text))]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_has_no_english_word(command, capsys):
    assert main([*command.split(), "--help"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("Gebruik: marktscan")
    assert "Opties:" in page
    assert english_in(page) == []


def test_without_words_the_help_is_shown(capsys):
    assert main([]) == 0
    assert "Opdrachten:" in capsys.readouterr().out


def test_help_names_every_command_and_no_shell_completion(capsys):
    main(["--help"])
    page = capsys.readouterr().out
    assert all(f"\n  {command} " in page for command in COMMANDS)
    assert "completion" not in page


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("exampel", "De opdracht exampel bestaat niet. Bedoelde u example? Hulp: marktscan --help"),
        ("zzz", "De opdracht zzz bestaat niet. Hulp: marktscan --help"),
        ("--project .", "De opdracht ontbreekt. Hulp: marktscan --help"),
        ("--project", "Achter de optie --project hoort een waarde. Hulp: marktscan --help"),
        ("example", "MAP ontbreekt. Hulp: marktscan example --help"),
        ("explain", "LEVERANCIER ontbreekt. Hulp: marktscan explain --help"),
        ("check --jsn", "De optie --jsn bestaat niet. Bedoelde u --json? Hulp: marktscan check --help"),
        ("check --zzz", "De optie --zzz bestaat niet. Hulp: marktscan check --help"),
        ("check -j", "De optie -j bestaat niet. Hulp: marktscan check --help"),
        ("check --json=3", "Achter de optie --json hoort geen waarde. Hulp: marktscan --help"),
        ("check 3 4", "Dit hoort er niet bij: 3 4. Hulp: marktscan check --help"),
    ],
)
def test_wrong_use_is_one_dutch_line_and_exit_code_2(words, sentence, capsys):
    assert main(words.split()) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err == sentence + "\n"
    assert english_in(shown.err) == []


def test_a_complaint_nobody_foresaw_is_not_shown_in_english():
    assert complaint("Something went wrong in a new version") == UNKNOWN_COMPLAINT


def test_every_option_has_a_dutch_metavar_so_that_no_python_type_is_shown():
    group = typer.main.get_command(app)
    for command in group.commands.values():
        for parameter in command.params:
            if parameter.param_type_name == "option" and not parameter.is_flag:
                assert parameter.metavar, f"{command.name} {parameter.name}"
