"""Outputs beside their manifest: what holds, what does not, and that nothing is ever half written."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from marktscan import delivery
from marktscan.delivery import InputsChangedError, fingerprints
from marktscan.files import put_all

REPORT = "reports/stuurgroep.pdf"
EDITION = "reports/stuurgroep.html"
NAMES = ("stuurgroep", "gemeente-diemen")
PROGRAM = '{"program": {"version": "1", "sha256": "0", "libraries": {}}'
BESIDE = {"results.json": b"{}\n", "scores.csv": b"Gemeente\r\n"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a finished run: one report and what lies beside it."""
    write(tmp_path / "marktscan.toml", "titel")
    write(tmp_path / "requirements" / "diemen.xlsx", "eisen")
    write(tmp_path / "vendors" / "kade" / "answers.xlsx", "antwoorden")
    (tmp_path / "vendors" / "leeg").mkdir()
    run(tmp_path)
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(root: Path, version: str = "1.0") -> None:
    begun = delivery.begin(root, root / "build", version)
    write(root / "build" / REPORT, "rapport")
    write(root / "build" / EDITION, "rapport op het scherm")
    delivery.deliver(root, root / "build", begun, (REPORT, EDITION), BESIDE)


def to_make(root: Path, version: str = "1.0") -> tuple[str, ...]:
    return delivery.stale(delivery.begin(root, root / "build", version), NAMES)


def differences(root: Path) -> tuple[delivery.Differences, delivery.Differences]:
    found = delivery.verify(root, root / "build")
    assert found is not None
    return found.inputs, found.outputs


def test_the_manifest_names_the_program_every_input_and_every_output(root):
    manifest = json.loads((root / "build/manifest.json").read_bytes())
    assert manifest["program"]["version"] == "1.0"
    assert manifest["program"]["libraries"].keys() == set(fingerprints.LIBRARIES)
    assert list(manifest["inputs"]) == [
        "marktscan.toml",
        "requirements/diemen.xlsx",
        "vendors/kade/answers.xlsx",
        "vendors/leeg/",
    ]
    assert list(manifest["outputs"]) == [EDITION, REPORT, "results.json", "scores.csv"]
    assert manifest["outputs"]["results.json"] == (
        "ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356"
    )


def test_the_seed_of_the_draws_stands_in_the_manifest_and_keeps_nothing_from_being_kept(root):
    begun = replace(delivery.begin(root, root / "build", "1.0"), seed=20261101)
    delivery.deliver(root, root / "build", begun, (REPORT,), BESIDE)
    assert json.loads((root / "build/manifest.json").read_bytes())["seed"] == 20261101
    assert to_make(root) == ("gemeente-diemen",)


def test_a_manifest_with_a_seed_that_is_no_number_is_none(root):
    path = root / "build/manifest.json"
    path.write_text(path.read_text().replace('"seed": null', '"seed": "tien"'))
    assert delivery.verify(root, root / "build") is None


def test_logos_and_own_templates_are_inputs_but_the_products_templates_are_not(root, monkeypatch):
    write(root / "logos/diemen.svg", "<svg/>")
    write(root / "templates/prose/aanpak.txt", "eigen tekst")
    assert differences(root)[0].extra == ("logos/diemen.svg", "templates/prose/aanpak.txt")
    monkeypatch.setattr(fingerprints, "templates", lambda: root / "templates")
    assert differences(root)[0].extra == ("logos/diemen.svg",)


def test_the_same_run_gives_the_same_manifest(root):
    first = (root / "build/manifest.json").read_bytes()
    run(root)
    assert (root / "build/manifest.json").read_bytes() == first


def test_what_was_made_belongs_to_its_inputs(root):
    found = delivery.verify(root, root / "build")
    assert found is not None and found.belongs
    assert (found.version, found.number_of_inputs, found.number_of_outputs) == ("1.0", 4, 4)


def test_every_difference_is_named(root):
    write(root / "marktscan.toml", "andere titel")
    (root / "requirements/diemen.xlsx").unlink()
    write(root / "vendors/oost/answers.xlsx", "nieuw")
    write(root / "build/scores.csv", "anders")
    (root / "build/results.json").unlink()
    write(root / "build/reports/oud.pdf", "van een vorige keer")
    inputs, outputs = differences(root)
    assert inputs == delivery.Differences(
        ("marktscan.toml",), ("requirements/diemen.xlsx",), ("vendors/oost/answers.xlsx",)
    )
    assert outputs == delivery.Differences(("scores.csv",), ("results.json",), ("reports/oud.pdf",))


@pytest.mark.parametrize("name", ["~$answers.xlsx", ".DS_Store", ".~lock.answers.xlsx#"])
def test_what_a_program_leaves_beside_a_workbook_is_no_input(root, name):
    write(root / "vendors/kade" / name, "slot")
    inputs, outputs = differences(root)
    assert not inputs and not outputs


def test_a_link_to_a_file_elsewhere_is_no_input(root, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elders") / "geheim.xlsx"
    write(elsewhere, "geheim")
    (root / "vendors/kade/geheim.xlsx").symlink_to(elsewhere)
    assert not differences(root)[0]


def test_only_what_is_not_there_yet_is_made(root):
    assert to_make(root) == ("gemeente-diemen",)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("marktscan.toml", "andere titel"),
        ("vendors/kade/answers.xlsx", "andere antwoorden"),
        ("vendors/kade/bijlage.docx", "een bestand dat niet wordt gelezen"),
        ("build/" + REPORT, "een ander rapport"),
        ("build/" + EDITION, "een ander rapport"),
        ("build/results.json", "met de hand veranderd"),
        ("build/manifest.json", "geen manifest"),
    ],
)
def test_a_change_makes_it_again(root, file, text):
    write(root / file, text)
    assert to_make(root) == NAMES


def test_a_new_version_makes_it_again(root):
    assert to_make(root, "1.1") == NAMES


def test_a_change_of_the_code_or_a_template_makes_it_again(root, tmp_path_factory, monkeypatch):
    templates = tmp_path_factory.mktemp("templates")
    monkeypatch.setattr(fingerprints, "templates", lambda: templates)
    run(root)
    assert to_make(root) == ("gemeente-diemen",)
    write(templates / "base.html", "<html>")
    assert to_make(root) == NAMES


def test_an_input_that_changes_during_a_run_leaves_the_last_manifest(root):
    begun = delivery.begin(root, root / "build", "1.0")
    before = (root / "build/manifest.json").read_bytes()
    write(root / "vendors/kade/answers.xlsx", "ondertussen")
    with pytest.raises(InputsChangedError) as raised:
        delivery.deliver(root, root / "build", begun, (REPORT,), {"results.json": b"nieuw"})
    assert raised.value.files == ("vendors/kade/answers.xlsx",)
    assert (root / "build/manifest.json").read_bytes() == before
    assert (root / "build/results.json").read_bytes() == b"{}\n"


@pytest.mark.parametrize(
    "text",
    [
        "geen JSON",
        "[]",
        "{}",
        f'{PROGRAM}, "inputs": {{}}}}',
        f'{PROGRAM}, "inputs": [], "outputs": {{}}}}',
        f'{PROGRAM}, "inputs": {{}}, "outputs": {{"../x": ""}}}}',
        f'{PROGRAM}, "inputs": {{"/x": ""}}, "outputs": {{}}}}',
        "[" * 100_000,
    ],
)
def test_a_manifest_that_makes_no_sense_is_none(root, text):
    write(root / "build/manifest.json", text)
    assert delivery.verify(root, root / "build") is None


@pytest.mark.parametrize("names", [("nieuw", "oud"), ("oud", "nieuw")])
@pytest.mark.parametrize("fails_at", [1, 2])
def test_all_files_are_written_or_none(tmp_path, monkeypatch, fails_at, names):
    (tmp_path / "oud").write_bytes(b"het vorige")
    calls = iter(range(1, 3))
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if next(calls) == fails_at:
            raise OSError("geen ruimte")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="geen ruimte"):
        put_all({tmp_path / name: b"iets anders" for name in names})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"oud": b"het vorige"}
