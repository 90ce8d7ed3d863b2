"""What may stand in marktscan.toml, as data: each key with what belongs in it."""

from marktscan.domain.classification import DECLARED, CellKind
from marktscan.domain.conventions import Credibility
from marktscan.domain.style import TOKENS
from marktscan.project_file.leaves import (
    AMOUNT,
    CLASS,
    COUNT,
    DATE,
    DECIMALS,
    DRAWS,
    FACTOR,
    FLAG,
    FORMULA,
    GROUP,
    KEY_WEIGHT,
    KIND,
    LEVEL,
    NOT_PUBLIC,
    POINTS,
    ROUNDING,
    SHARE,
    SLUG,
    TEXT,
    UNITS,
    WHOLE,
    YEARS,
    Each,
    Named,
    Node,
    Table,
)

_TENDER: dict[str, Node] = {
    "formula": FORMULA,
    "quality": POINTS,
    "price": POINTS,
    "decimals": DECIMALS,
    "rounding": ROUNDING,
    "tie_break": Each(TEXT, least=1),
    "lowest": AMOUNT,
    "highest": AMOUNT,
    "half_points_factor": FACTOR,
    "value_per_point": AMOUNT,
    "theme_decimals": DECIMALS,
    "quality_decimals": DECIMALS,
    "minimum_quality": POINTS,
    "minimum_themes": Named(POINTS),
    "strict": FLAG,
}

_CLASSES: dict[str, Node] = {
    **{kind.value: NOT_PUBLIC if kind is CellKind.PRICE else CLASS for kind in DECLARED},
    "smallest_group": GROUP,
}

SCHEMA = Table(
    {
        "project": Table(
            {
                "title": TEXT,
                "question": TEXT,
                "status": TEXT,
                "version": TEXT,
                "report_date": DATE,
                "reference_date": DATE,
                "go_live": DATE,
                "fictitious": FLAG,
                "to_verify": Each(TEXT),
            },
            optional=frozenset({"to_verify"}),
        ),
        "municipalities": Each(
            Table(
                {
                    "slug": SLUG,
                    "name": TEXT,
                    "inhabitants": COUNT,
                    "assessors": Each(SLUG),
                    "colour": TEXT,
                    "logo": TEXT,
                },
                optional=frozenset({"inhabitants", "assessors", "colour", "logo"}),
            ),
            least=1,
        ),
        "vendors": Table(
            {"incumbent": SLUG, "invited": Each(SLUG, least=1), "also": Named(Each(TEXT))},
            optional=frozenset({"also"}),
        ),
        "keys": Named(
            Table(
                {"name": TEXT, "weights": Named(KEY_WEIGHT), "by": TEXT},
                optional=frozenset({"weights", "by"}),
            )
        ),
        "points": Table(
            {
                "answers": Named(POINTS),
                "marks": Each(Table({"mark": WHOLE, "points": POINTS, "label": TEXT}), least=1),
            }
        ),
        "weights": Named(
            Table(
                {"themes": Named(UNITS), "requirements": Named(UNITS)},
                optional=frozenset({"themes", "requirements"}),
            )
        ),
        "rules": Table(
            {
                "knock_outs_in_score": FLAG,
                "reminder_sent": FLAG,
                "coverage": POINTS,
                "granted_gap": POINTS,
                "standard_flag": POINTS,
                "brands": Each(TEXT),
            },
            optional=frozenset({"brands"}),
        ),
        "promises": Table(
            {
                "credibility": Table({kind.name.lower(): SHARE for kind in Credibility}),
                "half_life_months": COUNT,
                "delivered": POINTS,
                "public_words": Each(TEXT),
            }
        ),
        "simulation": Table({"draws": DRAWS, "seed": UNITS, "concentration": COUNT}),
        "assessors": Table(
            {"tolerance": UNITS, "minimum_level": LEVEL, "same_text": POINTS, "demo": UNITS},
            optional=frozenset({"demo"}),
        ),
        "costs": Table(
            {
                "years": YEARS,
                "indexation": SHARE,
                "exit": Each(TEXT),
                "ceilings": Named(AMOUNT),
                "under_ceiling": Each(TEXT, least=1),
                "internal": Each(
                    Table(
                        {
                            "kind": TEXT,
                            "vendors": Each(SLUG, least=1),
                            "one_off": Named(AMOUNT),
                            "yearly": Named(AMOUNT),
                        },
                        optional=frozenset({"vendors", "one_off", "yearly"}),
                    )
                ),
            },
            optional=frozenset({"years", "indexation", "exit", "ceilings", "under_ceiling", "internal"}),
        ),
        "tender": Table(_TENDER, optional=frozenset(_TENDER)),
        "classification": Table(_CLASSES, optional=frozenset(_CLASSES)),
        "scenarios": Each(
            Table(
                {
                    "name": TEXT,
                    "kind": KIND,
                    "vendor": SLUG,
                    "risks": TEXT,
                    "themes": Named(SLUG),
                    "starts": Named(DATE),
                },
                optional=frozenset({"themes", "starts"}),
            )
        ),
        "style": Table(
            {"colours": Table(dict.fromkeys(TOKENS, TEXT), optional=frozenset(TOKENS)), "owners": TEXT},
            optional=frozenset({"colours", "owners"}),
        ),
        "milestones": Each(Table({"when": TEXT, "what": TEXT})),
        "themes": Each(Table({"code": TEXT, "name": TEXT}), least=1),
        "forms": Table(
            {"round": COUNT, "contact": TEXT, "blind": FLAG},
            optional=frozenset({"round", "contact", "blind"}),
        ),
        "deadlines": Table(
            {"requirements": DATE, "answers": DATE, "marks": DATE},
            optional=frozenset({"requirements", "answers", "marks"}),
        ),
        "price_sheet": Table(
            {
                "volumes": Named(Named(UNITS)),
                "lines": Each(
                    Table(
                        {"kind": TEXT, "unit": TEXT, "volume": TEXT, "optional": FLAG},
                        optional=frozenset({"optional"}),
                    )
                ),
            }
        ),
    },
    optional=frozenset(
        {
            "style",
            "milestones",
            "scenarios",
            "forms",
            "deadlines",
            "price_sheet",
            "promises",
            "assessors",
            "simulation",
            "costs",
            "tender",
            "weights",
            "classification",
        }
    ),
)
