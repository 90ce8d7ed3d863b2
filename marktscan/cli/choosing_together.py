"""What choosing together does, on the screen and as JSON."""

from collections.abc import Iterator, Sequence

from marktscan.cli.scores import exact, rounded
from marktscan.cli.terminal import columns
from marktscan.domain.agreement import Concordance, ShareTippingPoint, Together
from marktscan.domain.project import Project
from marktscan.domain.results import Regret
from marktscan.wording.formats import number, percentage


def lines(project: Project, regrets: Sequence[Regret], together: Together) -> Iterator[str]:
    """What each municipality gives up, how far the rankings agree and where the keys tip."""
    if not regrets or len(project.municipalities) < 2:  # noqa: PLR2004
        return
    yield "Samen kiezen: wat elke gemeente inlevert op haar eigen eerste keus, in punten"
    names = sorted((m.name, m.slug) for m in project.municipalities)
    header = ("leverancier", *(name.lower() for name, _ in names), "hoogstens")
    rows = [_regret(regret, [slug for _, slug in names]) for regret in regrets]
    yield from columns(header, rows, range(1, len(header)))
    yield from ("", *_agreement(together.concordance), *_keys(project, together.tipping_points), "")


def as_json(regrets: Sequence[Regret], together: Together) -> dict[str, object]:
    """Regrets, tipping points of the keys and concordance."""
    found = together.concordance
    return {
        "regrets": [
            {
                "vendor": regret.vendor,
                "greatest_exact": exact(regret.greatest),
                "municipalities": {slug: exact(value) for slug, value in regret.by_municipality.items()},
            }
            for regret in regrets
        ],
        "tipping_points": [_point(point) for point in together.tipping_points],
        "concordance": found
        and {
            "municipalities": found.municipalities,
            "vendors": found.vendors,
            "w": rounded(found.w),
            "mean_correlation": rounded(found.mean_correlation),
        },
    }


def _regret(regret: Regret, slugs: Sequence[str]) -> tuple[str, ...]:
    own = (number(regret.by_municipality[slug]) for slug in slugs)
    return (regret.vendor, *own, number(regret.greatest))


def _agreement(found: Concordance | None) -> Iterator[str]:
    if found:
        yield (
            f"Overeenstemming tussen de rangordes van {found.municipalities} gemeenten: Kendalls W is "
            f"{number(found.w, 2)} en de gemiddelde rangcorrelatie {number(found.mean_correlation, 2)} "
            "(1 is dezelfde rangorde, 0 is geen verband)."
        )


def _keys(project: Project, found: Sequence[ShareTippingPoint]) -> Iterator[str]:
    """One sentence per share at which joint first place changes."""
    key_names = {key.code: key.name for key in project.keys}
    for point in found:
        name = project.municipality(point.municipality).name
        for word, share, vendor in (
            ("minder", point.lower, point.lower_vendor),
            ("meer", point.upper, point.upper_vendor),
        ):
            if share is not None:
                yield (
                    f"{key_names[point.key]}: telt {name} voor {word} dan {percentage(share, 1)} mee "
                    f"(nu {percentage(point.share, 1)}), dan komt {vendor} samen bovenaan."
                )


def _point(point: ShareTippingPoint) -> dict[str, object]:
    return {
        "key": point.key,
        "municipality": point.municipality,
        "share_exact": exact(point.share),
        "lower_exact": exact(point.lower),
        "lower_vendor": point.lower_vendor,
        "upper_exact": exact(point.upper),
        "upper_vendor": point.upper_vendor,
    }
