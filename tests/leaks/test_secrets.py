"""What is searched for in the report of each reader, on the small scan."""

from dataclasses import replace
from decimal import Decimal

from marktscan import pipeline
from marktscan.audience import Material, Selection
from marktscan.domain.classification import Audience, Reader
from marktscan.domain.conventions import CostRules
from marktscan.leaks import Everything, Secrets, hits, said, secrets_for
from tests.audience.material import DIEMEN, KADE, PUBLIC, WORDS, whole
from tests.reporting import small


def secrets(reader: Reader, made: Material | None = None) -> Secrets:
    given = made or whole()
    return secrets_for(Everything(given), Selection(given).material_for(reader), reader)


def found(reader: Reader, text: str, made: Material | None = None) -> set[tuple[str, str]]:
    return {(hit.what, hit.source.file) for hit in hits(secrets(reader, made), "", text.encode())}


def test_a_vendor_may_not_find_a_name_price_or_word_of_another() -> None:
    assert found(KADE, "polder") == {("een naam", "vendors/polder/answers.xlsx")}
    assert ("een naam", "vendors/polder/answers.xlsx") in found(KADE, "Polder Componenten")
    assert found(KADE, "100.006") == {("een bedrag", "vendors/polder/prices.xlsx")}
    assert ("een tekst", "vendors/polder/answers.xlsx") in found(KADE, f"{WORDS} Polder Componenten B.V.")


def test_a_vendor_finds_its_own_name_price_and_words() -> None:
    assert found(KADE, f"Kade Zaken B.V., kade-zaken, 100.010. {WORDS} Kade Zaken B.V.") == set()


def test_everybody_may_find_names_of_vendors_but_no_price_and_no_person() -> None:
    assert found(PUBLIC, "Kade Zaken en Polder Componenten") == set()
    assert found(PUBLIC, "€ 100.010") == {("een bedrag", "vendors/kade-zaken/prices.xlsx")}
    assert {what for what, _ in found(PUBLIC, "Jan de Vries")} == {"een naam"}
    assert {what for what, _ in found(PUBLIC, "diemen-1")} == {"een naam"}


def test_a_municipality_may_not_find_the_remarks_of_another() -> None:
    long = "Ons team wil hier graag van af, maar dat zeggen wij pas na de zomer."
    made = whole()
    lists = tuple(
        replace(item, requirements=(replace(item.requirements[0], remark=long), *item.requirements[1:]))
        if item.municipality == "aalsmeer"
        else item
        for item in made.scan.lists
    )
    made = replace(made, scan=replace(made.scan, lists=lists))
    assert found(DIEMEN, long, made) == {("een tekst", "requirements/aalsmeer.xlsx")}
    assert found(Reader(Audience.MUNICIPALITY, "aalsmeer"), long, made) == set()


def test_a_function_is_no_name_and_a_name_of_ordinary_words_is_not_searched() -> None:
    made = whole()
    own = tuple(replace(s, vendor=replace(s.vendor, contact="accountmanager")) for s in made.scan.submissions)
    made = replace(made, scan=replace(made.scan, submissions=own))
    assert found(PUBLIC, "De accountmanager tekent.", made) == set()
    vendors = small.scan(
        others=(small.submission("systeem-vraagt", "SSSSSSSSSS", small.project(), "Systeem Vraagt"),)
    )
    other = Material(vendors, small.results(vendors), small.NO_STRESS)
    assert "systeemvraagt" not in secrets(KADE, other).names


def test_what_the_reader_may_know_is_not_searched() -> None:
    assert Decimal(30_000) in secrets(KADE).known
    assert found(KADE, "30.000 inwoners") == set()


def test_whatever_is_computed_from_a_price_is_as_secret_as_the_price() -> None:
    """Per line and per kind: one off, a year, the whole period; and what municipalities have to spend."""
    made = whole()
    project = replace(made.scan.project, costs=CostRules(years=4, ceilings={"samen": Decimal(7_654_321)}))
    submissions = tuple(
        replace(
            s,
            prices=(
                replace(
                    s.prices[0],
                    unit="per inwoner",
                    quantity=Decimal(30_000),
                    yearly=Decimal("3.47"),
                    one_off=None,
                ),
            ),
        )
        for s in made.scan.submissions
    )
    scan = replace(made.scan, project=project, submissions=submissions)
    results = small.results(scan)
    priced = Material(scan, results, small.NO_STRESS, (), pipeline.background_of(scan, results))
    for text in ("104.100", "€ 104.100", "416.400", "€ 416 duizend", "3,47", "7.654.321", "€ 7,65 miljoen"):
        assert {what for what, _ in found(PUBLIC, text, priced)} == {"een bedrag"}, text


def test_counts_of_what_was_left_out_are_no_amounts() -> None:
    given = Selection(whole()).material_for(PUBLIC)
    assert set(given.shown.left_out.values()) <= {int(number) for number in secrets(PUBLIC).known}


def awaited() -> Material:
    """The small scan in which one vendor sent nothing yet and one assessor gave no mark yet."""
    made = whole()
    first, *others = made.scan.project.municipalities
    project = replace(
        made.scan.project,
        invited=(*made.scan.project.invited, "kwikstaart-systemen"),
        municipalities=(replace(first, assessors=("truus-vlinderman", "aalsmeer-9")), *others),
    )
    return replace(made, scan=replace(made.scan, project=project))


def test_who_was_invited_but_sent_nothing_is_unknown_to_other_vendors() -> None:
    made = awaited()
    invited = {("een naam", "marktscan.toml")}
    assert found(KADE, "Ook gevraagd: Kwikstaart Systemen.", made) == invited
    for reader in (Reader(Audience.VENDOR, "kwikstaart-systemen"), PUBLIC, DIEMEN):
        assert found(reader, "Ook gevraagd: Kwikstaart Systemen.", made) == set()


def test_who_will_judge_but_gave_no_mark_yet_is_in_no_report() -> None:
    made = awaited()
    assessor = {("een naam", "marktscan.toml")}
    for reader in (KADE, PUBLIC, DIEMEN, Reader(Audience.STEERING_GROUP)):
        for text in ("truus-vlinderman.xlsx", "Truus Vlinderman", "mevrouw Vlinderman", "aalsmeer-9"):
            assert found(reader, text, made) == assessor, (reader, text)
        assert found(reader, "Aalsmeer, beoordelaar-3", made) == set()


def test_an_assessor_called_as_reports_call_somebody_is_no_name() -> None:
    made = whole()
    numbered = (
        replace(m, assessors=(f"beoordelaar-{n}",))
        for n, m in enumerate(made.scan.project.municipalities, start=1)
    )
    project = replace(made.scan.project, municipalities=tuple(numbered))
    made = replace(made, scan=replace(made.scan, project=project, submissions=()))
    everything = Everything(made, fixed=said(["Elke beoordelaar"]))
    secret = secrets_for(everything, made, Reader(Audience.STEERING_GROUP))
    assert hits(secret, "", b"beoordelaar-1 en beoordelaar 3") == ()


def test_a_title_or_theme_that_names_a_vendor_does_not_make_that_name_known_to_others() -> None:
    made = whole()
    for title, hidden in (
        ("Marktverkenning Rx.Enterprise", {"vendors/rx-enterprise/answers.xlsx"}),
        ("Verder na Polder Componenten", {"vendors/polder/answers.xlsx"}),
        ("Marktverkenning zaaksysteem", set()),
    ):
        project = replace(made.scan.project, title=title)
        told = replace(made, scan=replace(made.scan, project=project))
        assert {file for _, file in found(KADE, title, told)} == hidden, title
        assert found(PUBLIC, title, told) == set()
        assert found(Reader(Audience.STEERING_GROUP), title, told) == set()


def test_a_vendor_that_is_called_by_an_ordinary_word_hides_no_title() -> None:
    made = whole()
    own = tuple(
        replace(s, vendor=replace(s.vendor, name="Zaaksysteem B.V.", product="Zaaksysteem"))
        if s.vendor.slug == "polder"
        else s
        for s in made.scan.submissions
    )
    made = replace(made, scan=replace(made.scan, submissions=own))
    assert found(KADE, "Marktverkenning zaaksysteem", made) == set()


def test_a_vendor_without_a_name_hides_nothing_that_the_project_says() -> None:
    """As one that was invited and sent nothing yet."""
    made = whole()
    own = tuple(
        replace(s, vendor=replace(s.vendor, name="")) if s.vendor.slug == "polder" else s
        for s in made.scan.submissions
    )
    nameless = replace(made, scan=replace(made.scan, submissions=own))
    assert secrets(KADE, nameless).allowed == secrets(KADE, made).allowed
    assert "zaaktypeneninrichting" in secrets(KADE, nameless).allowed
