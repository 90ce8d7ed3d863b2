"""What changes after the freeze is told, with what it does to the outcome, until it is recorded."""

import json
from datetime import date
from fractions import Fraction

import pytest
from freezing.agreed_project import BESLUITEN, EISEN, agreed_project, change, themes
from markdown_workbook import write_markdown

from marktscan import fixing, pipeline
from marktscan.domain.frozen import Measure, Stand
from marktscan.wording.findings import text_of

GROUP = fixing.Fixing("Stuurgroep", date(2026, 9, 30))
LATER = fixing.Fixing("Projectleider", date(2026, 10, 15), "Vraag van een leverancier")
RECORD, AMENDMENTS = "rules/vastgesteld.json", "rules/wijzigingen.json"


@pytest.fixture
def root(tmp_path):
    """Rules fixed before anybody answered, and then the answers."""
    agreed_project(tmp_path, answered=False)
    assert fixing.freeze(tmp_path, GROUP).freeze is not None
    return agreed_project(tmp_path)


def told(root):
    """The findings about fixed rules: number, place and explanation."""
    found = pipeline.check(root).findings
    return [
        (item.code.number, str(item.source), text_of(item).explanation.replace("\N{NO-BREAK SPACE}", " "))
        for item in found
        if item.code.number.startswith("V")
    ]


def test_without_changes_there_is_nothing_to_tell(root):
    assert told(root) == []
    held = pipeline.score(root).background.rules
    assert (held.freeze.by, held.freeze.day, held.freeze.answers) == ("Stuurgroep", date(2026, 9, 30), ())
    assert (held.changes, held.amendments, held.since) == ((), (), None)
    assert set(held.freeze.files) == {
        "marktscan.toml",
        *(f"requirements/{name}.xlsx" for name in ("aalsmeer", "diemen", "samenvoeging")),
    }


def test_comments_and_titles_are_no_rules(root):
    change(root, 'title = "Proef"', 'title = "Andere titel" # beter')
    assert told(root) == []


def test_a_changed_setting_is_told_with_what_it_does(root):
    """C from 90 to 60: oost falls to 60 × 0,6 + 40 = 76 in Aalsmeer and 30 + 50 = 80 in Diemen."""
    change(root, "C = 90", "C = 60")
    line = (root / "marktscan.toml").read_text(encoding="utf-8").splitlines().index("C = 60") + 1
    assert told(root) == [
        (
            "V201",
            f"marktscan.toml · regel {line}",
            "points.answers.C was 90 (bij de vaststelling op 30 september 2026) en is nu 60. "
            "Eerste plaats Aalsmeer: was Oost, is Noord. En zo nog 2 keer.",
        )
    ]
    (changed,) = pipeline.check(root).rules.changes
    moves = {(m.measure, m.ranking, m.vendor): (m.before, m.after) for m in changed.effect.moves}
    met = "voldoet"
    assert moves[Measure.NOW, "aalsmeer", "oost"] == (
        Stand(1, Fraction(94), met),
        Stand(2, Fraction(76), met),
    )
    assert moves[Measure.NOW, "diemen", "oost"] == (Stand(1, Fraction(95), met), Stand(2, Fraction(80), met))
    joint = moves[Measure.NOW, "key:gelijk", "oost"]
    assert joint == (Stand(1, Fraction(189, 2), met), Stand(2, Fraction(78), met))
    assert moves[Measure.NOW, "key:gelijk", "noord"][1] == Stand(1, Fraction(173, 2), met)


def test_each_change_alone_and_all_together(root):
    """P from 70 to 100 alone: noord 100 and first. C from 90 to 100 alone: oost 100. Both: both first."""
    change(root, "P = 70", "P = 100")
    change(root, "C = 90", "C = 100")
    held = pipeline.check(root).rules
    first = {
        item.rule[-1]: next((f.before, f.after) for f in item.effect.firsts if f.ranking == "aalsmeer")
        for item in held.changes
    }
    assert first == {"C": (("noord",), ("noord", "oost")), "P": (("oost",), ("noord", "oost"))}
    assert {(f.before, f.after) for f in held.together.firsts} == {(("oost",), ("noord", "oost"))}
    assert [number for number, _, _ in told(root)] == ["V201", "V201", "V204"]


def test_a_changed_cell_is_told_by_its_cell(root):
    sheets = {"Thema's": themes(60, 40), "Eisen": EISEN.replace("| nee | 3 |", "| ja | 5 |")}
    write_markdown(root / "requirements/aalsmeer.xlsx", sheets)
    (knock_out, weight, together) = told(root)
    assert knock_out[:2] == ("V201", "requirements/aalsmeer.xlsx · Eisen!F2")
    assert "eisen.aalsmeer.ARC-01.knock-out was nee" in knock_out[2]
    assert weight[:2] == ("V201", "requirements/aalsmeer.xlsx · Eisen!G2")
    assert "was 3" in weight[2] and "is nu 5" in weight[2]
    assert together[0] == "V204"


def test_theme_weights_are_rules(root):
    """A theme weight of 10 and 90: noord 10 + 63 = 73, oost 9 + 90 = 99; nobody changes place."""
    write_markdown(root / "requirements/aalsmeer.xlsx", {"Thema's": themes(10, 90), "Eisen": EISEN})
    first, second, _ = told(root)
    assert first[1] == "requirements/aalsmeer.xlsx · Thema's!C2"
    assert second[2].startswith("themas.aalsmeer.ZTC was 40 (bij de vaststelling")
    held = pipeline.check(root).rules
    moves = {(m.ranking, m.vendor): m.points for m in held.together.moves if m.measure is Measure.NOW}
    assert moves["aalsmeer", "noord"] == -15
    assert moves["aalsmeer", "oost"] == 5


def test_a_requirement_that_came_and_one_that_went(root):
    rows = EISEN.strip().splitlines()
    new = rows[-1].replace("ZTC-01", "ZTC-02")
    agreed_project(root, "\n".join((*rows[:-1], new)))
    numbers = {number: (place, text) for number, place, text in told(root)}
    assert numbers["V202"][0] == "requirements/aalsmeer.xlsx · Eisen!A3"
    assert "eisen.aalsmeer.ZTC-02 stond er niet" in numbers["V202"][1]
    assert numbers["V203"][0] == "requirements/aalsmeer.xlsx · Eisen"
    gone = "eisen.aalsmeer.ZTC-01 staat er niet meer. Er stond (bij de vaststelling op 30 september 2026): "
    assert numbers["V203"][1].startswith(f"{gone}Het pakket kent twintig zaaktypen.")


def test_a_recorded_change_is_no_finding_any_more(root):
    change(root, "C = 90", "C = 60")
    made = fixing.amend(root, ["points.answers.C"], LATER)
    assert [(item.before, item.after) for item in made.amendments] == [("90", "60")]
    assert told(root) == []
    held = pipeline.check(root).rules
    (amended,) = held.amendments
    assert (amended.amendment.by, amended.amendment.reason) == ("Projectleider", "Vraag van een leverancier")
    assert amended.effect == held.since
    assert held.changes == ()


def test_a_recorded_change_that_changes_again_is_told_again(root):
    change(root, "C = 90", "C = 60")
    fixing.amend(root, ["points.answers"], LATER)
    change(root, "C = 60", "C = 70")
    ((number, _, text),) = told(root)
    assert number == "V201"
    assert text.startswith(
        "points.answers.C was 60 (bij de wijziging van 15 oktober 2026 door Projectleider)"
    )
    assert pipeline.check(root).rules.amendments[0].effect is None
    fixing.amend(root, ["alles"], LATER)
    assert told(root) == []
    change(root, "C = 70", "C = 90")
    assert [number for number, _, _ in told(root)] == ["V201"]


def test_only_rules_that_differ_can_be_amended(root):
    change(root, "C = 90", "C = 60")
    made = fixing.amend(root, ["points.answers.C", "rules.coverage"], LATER)
    assert (made.amendments, made.unknown, made.differing) == ((), ("rules.coverage",), ("points.answers.C",))
    assert not (root / AMENDMENTS).exists()


def test_rules_are_fixed_once(root):
    with pytest.raises(fixing.AlreadyFixedError):
        fixing.freeze(root, GROUP)


def test_answers_that_are_there_are_told_for_ever(tmp_path):
    agreed_project(tmp_path)
    with pytest.raises(fixing.AnswersThereError):
        fixing.freeze(tmp_path, GROUP)
    assert not (tmp_path / "rules").exists()
    made = fixing.freeze(tmp_path, LATER)
    assert made.freeze.answers == ("vendors/noord/answers.xlsx", "vendors/oost/answers.xlsx")
    assert [number for number, _, _ in told(tmp_path)] == ["V105"]


def test_rules_with_an_error_are_not_fixed(tmp_path):
    agreed_project(tmp_path, EISEN.replace("| nee | 3 |", "| nee | 9 |"), answered=False)
    made = fixing.freeze(tmp_path, GROUP)
    assert made.freeze is None
    assert {item.code.number for item in made.findings} == {"R104"}
    assert not (tmp_path / "rules").exists()


def test_the_same_rules_give_the_same_bytes(root, tmp_path_factory):
    again = agreed_project(tmp_path_factory.mktemp("again"), answered=False)
    one, two = json.loads((root / RECORD).read_bytes()), fixing.freeze(again, GROUP).freeze
    assert one["rules_sha256"] == two.rules_sha256


def test_the_text_for_people_holds_every_rule(root):
    text = (root / "rules/vastgesteld.md").read_text(encoding="utf-8")
    assert "| points.answers.C | 90 |" in text
    assert "| ARC-01 | ARC | eis | Must | nee | 3 | nee | Het pakket bewaart zaken tien jaar. |" in text
    assert "Er lagen nog geen antwoorden" in text
    assert pipeline.check(root).rules.freeze.sha256 in text


def test_a_list_that_cannot_be_read_says_nothing_about_its_rules(root):
    (root / "requirements/aalsmeer.xlsx").write_bytes(b"kapot")
    assert told(root) == []


@pytest.mark.parametrize("file", [RECORD, AMENDMENTS])
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[1]",
        b"null",
        b'"' + b"x" * 99,
        b"\xff\xfe",
        b"[" * 99_999,
        b'{"rules": 1}',
        b'{"amendments": 7}',
    ],
)
def test_a_record_that_is_no_record_is_told(root, file, content):
    (root / file).write_bytes(content)
    assert [(number, place) for number, place, _ in told(root)] == [("V101", file)]
    with pytest.raises(fixing.NotFixedError):
        fixing.amend(root, ["alles"], LATER)


def test_a_record_larger_than_any_is_not_read(root):
    with (root / RECORD).open("wb") as file:
        file.truncate(65 * 2**20)
    assert [number for number, _, _ in told(root)] == ["V101"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"Stuurgroep"', '"Iemand anders"'),
        ('"points", "answers", "C"], "90"', '"points", "answers", "C"], "60"'),
    ],
)
def test_a_record_that_was_changed_is_told(root, before, after):
    text = (root / RECORD).read_text(encoding="utf-8")
    assert before in text
    (root / RECORD).write_text(text.replace(before, after), encoding="utf-8")
    assert "V102" in [number for number, _, _ in told(root)]
    with pytest.raises(fixing.NotFixedError):
        fixing.amend(root, ["alles"], LATER)


def test_a_record_with_rules_that_mean_nothing_is_told(root):
    text = (root / RECORD).read_text(encoding="utf-8")
    broken = text.replace('"points", "answers", "C"], "90"', '"points"], "\\u0000 = ["')
    (root / RECORD).write_text(broken, encoding="utf-8")
    assert [number for number, _, _ in told(root)][-2:] != []
    assert pipeline.check(root).rules.together is None


def test_the_chain_of_amendments_holds(root):
    change(root, "C = 90", "C = 60")
    fixing.amend(root, ["alles"], LATER)
    change(root, "P = 70", "P = 60")
    fixing.amend(root, ["alles"], LATER)
    value = json.loads((root / AMENDMENTS).read_bytes())
    value["amendments"] = value["amendments"][1:]
    (root / AMENDMENTS).write_text(json.dumps(value), encoding="utf-8")
    assert [number for number, _, _ in told(root)] == ["V201", "V104"]


def test_amendments_without_the_freeze_are_told(root):
    change(root, "C = 90", "C = 60")
    fixing.amend(root, ["alles"], LATER)
    (root / RECORD).unlink()
    assert [(number, place) for number, place, _ in told(root)] == [("V103", AMENDMENTS)]


def test_without_a_record_nothing_is_told(tmp_path):
    agreed_project(tmp_path)
    assert told(tmp_path) == []
    assert pipeline.check(tmp_path).rules is None


def test_a_decision_is_a_rule_with_its_cell(root):
    """Both municipalities keep their own row: one requirement becomes two."""
    row = "| ARC-01 | ARC-01 | ARC-01 | | aparte eisen | | Projectgroep | 2026-10-01 |"
    write_markdown(root / "requirements/samenvoeging.xlsx", {"Besluiten": f"{BESLUITEN.strip()}\n{row}"})
    ((number, place, text),) = told(root)
    assert (number, place) == ("V202", "requirements/samenvoeging.xlsx · Besluiten!A2")
    assert "samenvoeging.ARC-01 stond er niet" in text
    fixing.amend(root, ["samenvoeging"], LATER)
    assert told(root) == []
    write_markdown(root / "requirements/samenvoeging.xlsx", {"Besluiten": BESLUITEN})
    ((number, place, _),) = told(root)
    assert (number, place) == ("V203", "requirements/samenvoeging.xlsx · Besluiten")


def test_settings_in_a_list_of_tables_are_told_by_their_own_line(root):
    change(root, "mark = 10\npoints = 100", "mark = 10\npoints = 90")
    lines = (root / "marktscan.toml").read_text(encoding="utf-8").splitlines()
    ((_, place, text),) = told(root)
    assert place == f"marktscan.toml · regel {lines.index('mark = 10')}"
    assert text.startswith("points.marks.10 was 100")


def test_a_rule_that_only_moves_a_hard_requirement(root):
    """ZTC-01 becomes hard in Aalsmeer: noord offers it through a partner, so conditional; its weight is gone,
    and theme ARC is all that counts: noord 100, oost 90."""
    sheets = {"Thema's": themes(60, 40), "Eisen": EISEN.replace("| nee | 1 |", "| ja | 1 |")}
    write_markdown(root / "requirements/aalsmeer.xlsx", sheets)
    held = pipeline.check(root).rules
    moves = {(m.ranking, m.vendor): m for m in held.together.moves if m.measure is Measure.NOW}
    assert moves["aalsmeer", "noord"].after == Stand(1, Fraction(100), "voorwaardelijk")
    assert moves["aalsmeer", "oost"].after == Stand(2, Fraction(90), "voldoet")


def test_a_change_that_moves_knock_outs_and_no_score_says_so(root):
    """The start of the contract moves before a promise made in it: nothing else depends on that day."""
    agreed_project(root)
    answers = (
        "| Eis-ID | Antwoord | Uitleg | Bewijs | Beschikbaar per | Contractueel toegezegd |\n|-|-|-|-|-|-|\n"
        "| ARC-01 | R | Komt. | | 2027-12-31 | ja |\n| ZTC-01 | S | Zo. | bijlage | | |"
    )
    write_markdown(root / "vendors/oost/answers.xlsx", {"Vragen": answers})
    hard = EISEN.replace("| nee | 3 |", "| ja | 3 |")
    write_markdown(root / "requirements/aalsmeer.xlsx", {"Thema's": themes(60, 40), "Eisen": hard})
    fixing.amend(root, ["eisen.aalsmeer"], LATER)
    change(root, "go_live = 2028-07-01", "go_live = 2027-06-30")
    (changed,) = pipeline.check(root).rules.changes
    now = {
        (m.ranking, m.vendor): (m.before, m.after) for m in changed.effect.moves if m.measure is Measure.NOW
    }
    before, after = now["aalsmeer", "oost"]
    assert (before.knock_out, after.knock_out) == ("voorwaardelijk", "voldoet niet")
    assert before.outcome == after.outcome
