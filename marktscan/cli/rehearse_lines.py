"""A dry run of the rules on the screen, with an example to redo by calculator."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from marktscan.cli.terminal import columns
from marktscan.domain.answer import AnswerCode
from marktscan.domain.conventions import PriceFormula
from marktscan.domain.project import Project
from marktscan.domain.rehearsal import Rehearsed, Reversal, TenderTrial
from marktscan.domain.tender import Awarded
from marktscan.wording.effects import ranking_name
from marktscan.wording.formats import euro, list_of, number, percentage, thousands
from marktscan.wording.tender import bound_name, tie_break

MOST_HARD = 10
"""Hard requirements on the screen; JSON has all."""
_NO_WEIGHT = "Geen enkele eis heeft een gewicht. Alleen de knock-outs zijn te proberen."


def told(found: Rehearsed, project: Project) -> Iterator[str]:
    """Everything that was found, and what it was drawn from."""
    yield from _assumed(found)
    weighed = (_ties(found), _themes(found, project), _hard(found), _tender(found, project))
    for part in weighed if found.themes else ((_NO_WEIGHT,), _hard(found)):
        yield from ("", *part)
    yield ""


def _assumed(found: Rehearsed) -> Iterator[str]:
    plan, given = found.plan, found.assumptions
    yield (
        f"Droogloop: {thousands(plan.rounds)} rondes met {plan.vendors} verzonnen aanbiedingen, startgetal "
        f"{plan.seed}. Zelfde startgetal, zelfde uitkomst."
    )
    yield (
        "De mix komt uit de map vendors."
        if given.observed
        else "De mix is aangenomen; er is niets van uw leveranciers in gebruikt."
    )
    yield f"Antwoorden: {_mix(given.answers)}. Bij een knock-out: {_mix(given.hard_answers)}."
    yield f"Cijfers: {_mix(given.marks)}."
    low, high = (euro(amount) for amount in (given.lowest, given.highest))
    level = low if low == high else f"{low} tot {high}"
    yield f"Prijzen: per ronde rond één niveau ({level}), ten hoogste 25 % erboven of eronder."


def _mix(shares: Mapping[AnswerCode, Fraction] | Mapping[int, Fraction]) -> str:
    return ", ".join(f"{name} {percentage(share)}" for name, share in shares.items())


def _ties(found: Rehearsed) -> Iterator[str]:
    yield "Gelijke stand"
    rows = (
        (ranking_name(item.ranking), _percent(item.at_first), _percent(item.hidden_by_print))
        for item in found.ties
    )
    yield from columns(("rangorde", "gelijk op plaats 1", "verschil niet te zien"), rows, (1, 2))


def _themes(found: Rehearsed, project: Project) -> Iterator[str]:
    """Under the first joint key, else for the first municipality."""
    rankings = list(dict.fromkeys(item.ranking for item in found.themes))
    joint = f"key:{project.keys[0].code}"
    shown = joint if joint in rankings else rankings[0]
    yield f"Wat elk gewicht kan doen ({ranking_name(shown)})"
    rows = (
        (
            item.theme,
            percentage(item.weight, 1),
            number(item.most, 1),
            _percent(item.changes_first),
            "kan de volgorde niet omdraaien" if item.idle else "",
        )
        for item in found.themes
        if item.ranking == shown
    )
    header = ("thema", "gewicht", "hoogstens punten", "zonder: ander op 1", "")
    yield from columns(header, rows, (1, 2, 3))


def _hard(found: Rehearsed) -> Iterator[str]:
    hard = found.hard
    if not hard.items:
        yield "Er zijn geen knock-outs."
        return
    yield (
        f"Knock-outs: {_percent(hard.bids_failing)} van de aanbiedingen voldoet aan minstens één niet; in "
        f"{_percent(hard.rounds_without_anyone)} van de rondes blijft er niemand over."
    )
    rows = ((item.requirement, _percent(item.fails), _percent(item.alone)) for item in hard.items[:MOST_HARD])
    yield from columns(("knock-out", "voldoet niet", "alleen hierdoor"), rows, (1, 2))
    if len(hard.items) > MOST_HARD:
        yield f"… en {len(hard.items) - MOST_HARD} meer; met --json krijgt u ze alle."


def _tender(found: Rehearsed, project: Project) -> Iterator[str]:
    rules, trial = project.tender, found.tender
    yield f"Regels voor een latere aanbesteding (formule: {rules.formula.value})"
    if found.bounds:
        rows = (
            (bound_name(item.rule, project), _percent(item.keeps_out), _percent(item.leaves_nobody))
            for item in found.bounds
        )
        yield from columns(("grens", "mag niet meedoen", "niemand over"), rows, (1, 2))
    if trial is None:
        yield "Niet na te bootsen: er ontbreekt een waarde, of er deden nooit twee aanbiedingen mee."
        return
    themes = {theme.code: theme.name for theme in project.themes}
    yield f"Bij een gelijke uitkomst beslist {tie_break(rules, themes)}."
    yield from columns(("wat", "hoe vaak"), _rates(trial), (1,))
    yield (
        f"Prijspunten: van {number(trial.least, rules.decimals)} tot {number(trial.most, rules.decimals)}. "
        f"Prijs is op papier {_percent(trial.declared_part)} van de punten en maakt in de proef "
        f"{_percent(trial.price_part)} van het verschil."
    )
    if trial.smallest:
        yield from ("", *_example(trial.smallest, trial.formula, rules.decimals))


def _rates(trial: TenderTrial) -> Iterator[tuple[str, str]]:
    yield "rondes met minstens twee aanbiedingen", thousands(trial.rounds)
    yield "gelijke hoogste uitkomst", _percent(trial.ties)
    yield "daarna beslist het lot, of niets", _percent(trial.lots)
    yield "zonder afronden wint een ander", _percent(trial.rounding_flips)
    yield "met een half punt de andere kant op wint een ander", _percent(trial.half_flips)
    yield "zonder het goedkoopste bod, dat niet wint, wint een ander", _percent(trial.reversals)
    yield "aanbiedingen met 0 punten voor de prijs", _percent(trial.none)
    yield "aanbiedingen met alle punten voor de prijs", _percent(trial.all_points)


def _example(item: Reversal, formula: PriceFormula, decimals: int) -> Iterator[str]:
    """Both cases in full, to redo with a calculator."""
    first, then = (
        list_of([offer.vendor for offer in o if offer.rank == 1]) for o in (item.together, item.without)
    )
    yield f"Reken na: met {item.out} wint {first}, zonder {item.out} wint {then}."
    yield from _offers(item.together, formula, decimals)
    yield f"Zonder {item.out}:"
    yield from _offers(item.without, formula, decimals)


def _offers(offers: Sequence[Awarded], formula: PriceFormula, decimals: int) -> list[str]:
    rows = (
        (
            str(offer.rank),
            offer.vendor,
            number(offer.quality, 0 if offer.quality.denominator == 1 else 2),
            euro(offer.price),
            number(offer.price_points, decimals),
            euro(offer.outcome) if formula is PriceFormula.AFTER_VALUE else number(offer.outcome, 2),
        )
        for offer in offers
    )
    return columns(("plaats", "bod", "kwaliteit", "prijs", "prijspunten", "uitkomst"), rows, (0, 2, 3, 4, 5))


def _percent(share: Fraction) -> str:
    return percentage(share, 1)
