"""What is wrong or was read otherwise than written: a code, a place and facts, never prose."""

import re
from dataclasses import dataclass
from enum import Enum, StrEnum

from marktscan.domain.source import Source

_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class Severity(StrEnum):
    """How bad it is: an error makes the exit code 1, the others inform."""

    ERROR = "fout"
    WARNING = "let op"
    NOTE = "gelezen als"


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE


class Code(Enum):
    """Every kind of finding; its sentences stand in wording/nl.toml under the same number."""

    # P: marktscan.toml
    PROJECT_SYNTAX = ("P101", _E)
    PROJECT_UNKNOWN_KEY = ("P102", _E)
    PROJECT_MISSING_KEY = ("P103", _E)
    PROJECT_WRONG_TYPE = ("P104", _E)
    PROJECT_DOUBLE = ("P105", _E)
    PROJECT_KEY_SHARES = ("P106", _E)
    PROJECT_POINTS_RANGE = ("P107", _E)
    PROJECT_POINTS_MISSING = ("P108", _E)
    PROJECT_INCUMBENT_UNKNOWN = ("P109", _E)
    PROJECT_SLUG = ("P110", _E)
    PROJECT_DATES = ("P111", _E)
    PROJECT_TO_VERIFY = ("P112", _W)
    PROJECT_INHABITANTS = ("P113", _E)
    PROJECT_SIMILAR_KEY = ("P114", _E)
    PROJECT_UNREADABLE = ("P115", _E)
    PROJECT_VOLUME_UNKNOWN = ("P121", _E)
    PROJECT_VOLUME_INCOMPLETE = ("P122", _E)
    ROUND_CHANGED = ("P123", _E)
    ROUND_RECORD_UNREADABLE = ("P124", _E)
    # F1: files
    FILE_MISSING = ("F101", _E)
    FILE_UNREADABLE = ("F102", _E)
    FILE_EMPTY = ("F103", _E)
    FILE_PROTECTED = ("F104", _E)
    FILE_TOO_LARGE = ("F105", _E)
    FILE_WRONG_TYPE = ("F106", _E)
    FILE_LOCK = ("F107", _W)
    FILE_COPY = ("F108", _E)
    FILE_UNEXPECTED = ("F109", _W)
    FILE_OUTSIDE = ("F110", _E)
    FOLDER_NAME = ("F111", _E)
    FILE_UNSAFE = ("F112", _E)
    FILE_SIMILAR = ("F113", _E)
    FILE_READ_AS = ("F114", _N)
    FILE_OLD = ("F115", _W)
    FILES_DIFFER = ("F116", _E)
    FILES_SAME = ("F117", _W)
    # F2: sheets and columns
    SHEET_MISSING = ("F201", _E)
    SHEET_AMBIGUOUS = ("F202", _E)
    SHEET_RENAMED = ("F203", _N)
    COLUMN_MISSING = ("F204", _E)
    COLUMN_SIMILAR = ("F205", _E)
    COLUMN_DOUBLE = ("F206", _E)
    COLUMN_UNKNOWN = ("F207", _W)
    HEADER_MOVED = ("F208", _N)
    COLUMN_LEFT_OUT = ("F209", _W)
    SHEETS_SAME = ("F210", _E)
    # F3: cells and rows
    ID_FORMULA = ("F301", _E)
    ID_NUMBER = ("F302", _E)
    FORMULA_WITHOUT_VALUE = ("F303", _E)
    CELL_ERROR = ("F304", _E)
    TEXT_CLEANED = ("F305", _N)
    NOT_A_NUMBER = ("F306", _E)
    NUMBER_AMBIGUOUS = ("F307", _E)
    NUMBER_READ_AS = ("F308", _N)
    DATE_UNCLEAR = ("F309", _E)
    YES_NO_UNCLEAR = ("F310", _E)
    CHOICE_UNKNOWN = ("F311", _E)
    VALUE_READ_AS = ("F312", _N)
    ROW_HIDDEN = ("F313", _N)
    CELL_MERGED = ("F314", _W)
    ROW_WITHOUT_ID = ("F315", _E)
    TEXT_STRUCK = ("F316", _W)
    DATE_FOR_NUMBER = ("F317", _E)
    FORMULA_READ = ("F318", _N)
    NOT_IN_A_CELL = ("F319", _W)
    TOTAL_ROW = ("F320", _N)
    PERCENTAGE_FOR_AMOUNT = ("F321", _E)
    TEXT_PARTLY_STRUCK = ("F322", _W)
    ROW_SHIFTED = ("F323", _E)
    # R: requirements of one municipality
    REQUIREMENT_DOUBLE = ("R101", _E)
    REQUIREMENT_WITHOUT_TEXT = ("R102", _E)
    REQUIREMENT_UNKNOWN_THEME = ("R103", _E)
    WEIGHT_OUT_OF_RANGE = ("R104", _E)
    WEIGHT_MISSING = ("R105", _E)
    THEME_WEIGHTS_SUM = ("R106", _E)
    THEME_WITHOUT_WEIGHT = ("R107", _E)
    THEME_EMPTY = ("R108", _W)
    KNOCK_OUT_WISH = ("R109", _E)
    KNOCK_OUT_NOT_MUST = ("R110", _W)
    KNOCK_OUT_WITHOUT_EVIDENCE = ("R111", _W)
    TEXT_VAGUE = ("R112", _W)
    TEXT_BUNDLED = ("R113", _W)
    TEXT_BRAND = ("R114", _W)
    NORM_WITHDRAWN = ("R115", _W)
    NORM_PHASED_OUT = ("R116", _W)
    THEME_WEIGHT_NEGATIVE = ("R117", _E)
    THEME_DOUBLE = ("R118", _E)
    ID_FORM = ("R119", _W)
    NO_REQUIREMENTS = ("R120", _E)
    THEME_UNKNOWN = ("R121", _E)
    KIND_UNCLEAR = ("R122", _E)
    REQUIREMENT_REPEATED = ("R123", _W)
    TEXT_NAMES_MUNICIPALITY = ("R124", _E)
    ID_NAMES_MUNICIPALITY = ("R125", _E)
    ID_HINTS_AT_MUNICIPALITY = ("R126", _W)
    WEIGHT_FOR_NOTHING = ("R131", _E)
    WEIGHT_NOT_THAT = ("R132", _W)
    # M: merge decisions
    DECISION_UNKNOWN_ID = ("M101", _E)
    DECISION_MISSING = ("M102", _E)
    DECISION_UNKNOWN = ("M103", _E)
    DECISION_WITHOUT_NAME = ("M104", _W)
    DECISION_DOUBLE = ("M105", _E)
    DECISION_JOINT_ID_DOUBLE = ("M106", _E)
    DECISION_CONFLICT = ("M107", _W)
    DECISION_WITHOUT_TEXT = ("M108", _E)
    DECISION_THEME_DIFFERS = ("M109", _E)
    NEARLY_THE_SAME = ("M110", _W)
    DECISION_TEXT_CHANGED = ("M111", _W)
    DECISION_TO_REVIEW = ("M112", _W)
    DECISION_SHEET_ADDED = ("M113", _W)
    MUNICIPALITY_ONE = ("M121", _W)
    # A: vendors and their answers
    VENDORS_EMPTY = ("A101", _E)
    VENDOR_ONE = ("A102", _W)
    VENDOR_WITHOUT_ANSWERS = ("A103", _E)
    VENDOR_NOT_INVITED = ("A104", _W)
    VENDOR_MISSING = ("A105", _E)
    VENDOR_NAME_MISSING = ("A106", _W)
    ANSWER_NOT_ASKED = ("A201", _W)
    ANSWER_DOUBLE = ("A202", _E)
    ANSWER_UNKNOWN_CODE = ("A203", _E)
    ANSWER_EMPTY = ("A204", _W)
    ANSWER_ROW_MISSING = ("A205", _W)
    ANSWER_WITHOUT_EVIDENCE = ("A206", _W)
    ROADMAP_WITHOUT_DATE = ("A207", _E)
    ROADMAP_PAST = ("A208", _E)
    ROADMAP_AFTER_GO_LIVE = ("A209", _W)
    ROADMAP_COMMITMENT_MISSING = ("A210", _W)
    PARTNER_WITHOUT_NAME = ("A211", _W)
    CUSTOM_WITHOUT_PRICE = ("A212", _W)
    NOT_APPLICABLE_NOT_ALLOWED = ("A213", _W)
    NOT_APPLICABLE_WITHOUT_REASON = ("A214", _W)
    CONFIDENTIAL_WITHOUT_REASON = ("A215", _W)
    ANSWER_CONTRADICTS = ("A216", _W)
    ALMOST_ALL_STANDARD = ("A217", _W)
    SEE_OFFER = ("A218", _W)
    GRANTED_GAP = ("A219", _W)
    QUESTION_CHANGED = ("A220", _W)
    LOW_COVERAGE = ("A221", _W)
    KNOCK_OUT_ALL_FAIL = ("A222", _W)
    ANSWER_REPEATED = ("A223", _N)
    PARTNER_WITHOUT_PRICE = ("A224", _W)
    ROUND_OLD = ("A225", _W)
    QUESTION_OF_OLD_ROUND = ("A226", _E)
    ROW_DELETED = ("A227", _W)
    QUESTION_LATER = ("A228", _W)
    ROW_ADDED = ("A229", _W)
    ONE_EXPLANATION = ("A230", _W)
    ROUND_NEWER = ("A231", _W)
    ALL_EQUAL = ("A241", _W)
    # K: prices (kosten)
    PRICES_MISSING = ("K101", _W)
    PRICE_LINE_EMPTY = ("K102", _W)
    PRICE_NEGATIVE = ("K103", _E)
    PRICE_WITHOUT_QUANTITY = ("K104", _W)
    PRICE_LINE_DOUBLE = ("K105", _W)
    PRICE_MUNICIPALITY_MISSING = ("K106", _W)
    PRICE_MUNICIPALITY_UNKNOWN = ("K107", _E)
    PRICE_QUANTITY_DIFFERS = ("K108", _W)
    PRICE_KIND_MISSING = ("K109", _W)
    PRICE_OPTION_DIFFERS = ("K110", _W)
    COSTS_ABOVE_CEILING = ("K111", _W)
    CEILING_ALL_FAIL = ("K112", _W)
    # B: marks (beoordelingen)
    MARK_OFF_SCALE = ("B101", _E)
    MARK_WITHOUT_MOTIVATION = ("B102", _W)
    MARK_NOT_ASKED = ("B103", _W)
    MARK_DOUBLE = ("B104", _E)
    ASSESSOR_UNKNOWN = ("B105", _E)
    ASSESSOR_MISSING = ("B106", _W)
    CONSENSUS_WITHOUT_MOTIVATION = ("B107", _E)
    CONSENSUS_OFF_SCALE = ("B108", _E)
    CONSENSUS_NOT_ASKED = ("B109", _W)
    CONSENSUS_DOUBLE = ("B110", _E)
    MARK_WITHOUT_OFFER = ("B111", _W)
    MARK_MISSING = ("B112", _W)
    CONSENSUS_OUTSIDE_MARKS = ("B113", _W)
    # I: lists that are brought in (importeren)
    IMPORT_NO_TABLE = ("I101", _E)
    IMPORT_WITHOUT_ID = ("I102", _E)
    IMPORT_WITHOUT_TEXT = ("I103", _E)
    IMPORT_ID_DOUBLE = ("I104", _E)
    IMPORT_VALUE_UNCLEAR = ("I105", _W)
    IMPORT_COLUMN_LEFT_OUT = ("I106", _W)
    IMPORT_COLUMN_CHOSEN_OUT = ("I107", _N)
    IMPORT_COLUMN_ABSENT = ("I108", _W)
    IMPORT_SHEET_LEFT_OUT = ("I109", _W)
    IMPORT_ID_FORMULA = ("I110", _N)
    IMPORT_ID_NUMBER = ("I111", _N)
    IMPORT_SECTION = ("I112", _N)
    IMPORT_TOTAL = ("I113", _N)
    IMPORT_HEADER_REPEATED = ("I114", _N)
    IMPORT_NOTE = ("I115", _W)
    IMPORT_FILLED_DOWN = ("I116", _N)
    IMPORT_TEXT_TOO_LONG = ("I117", _W)
    IMPORT_ID_UNCERTAIN = ("I118", _W)
    IMPORT_ID_GIVEN = ("I119", _N)
    MAPPING_SYNTAX = ("I201", _E)
    MAPPING_UNKNOWN_KEY = ("I202", _E)
    MAPPING_WRONG_VALUE = ("I203", _E)
    MAPPING_SHEET_UNKNOWN = ("I204", _E)
    MAPPING_MISSING_KEY = ("I205", _E)
    # V: rules that were fixed (vaststellen)
    FREEZE_UNREADABLE = ("V101", _E)
    FREEZE_CHANGED = ("V102", _E)
    FREEZE_MISSING = ("V103", _E)
    AMENDMENTS_CHANGED = ("V104", _E)
    FREEZE_AFTER_ANSWERS = ("V105", _W)
    RULE_CHANGED = ("V201", _E)
    RULE_ADDED = ("V202", _E)
    RULE_REMOVED = ("V203", _E)
    RULES_CHANGED = ("V204", _W)
    # H: house style (huisstijl)
    COLOUR_UNKNOWN = ("H101", _W)
    COLOUR_CONTRAST = ("H102", _W)
    COLOUR_NAME = ("H103", _W)
    LOGO_MISSING = ("H201", _W)
    LOGO_NOT_SVG = ("H202", _W)
    LOGO_UNSAFE = ("H203", _W)
    LOGO_TOO_LARGE = ("H204", _W)
    LOGO_WITHOUT_SIZE = ("H205", _W)
    TEMPLATE_ERROR = ("H301", _E)
    TEMPLATE_UNREADABLE = ("H302", _E)
    TEMPLATE_SIMILAR = ("H303", _W)
    TEMPLATE_UNUSED = ("H304", _W)
    PROSE_TOO_LONG = ("H305", _W)
    STYLESHEET_ERROR = ("H306", _W)
    STYLESHEET_OUTSIDE = ("H307", _E)
    CHARACTERS_REPLACED = ("H401", _W)
    # L: what a reader may not have (lekken)
    LEAK = ("L101", _E)
    LEAK_INFERRED = ("L102", _E)
    REPORT_UNSEARCHABLE = ("L103", _E)

    def __init__(self, number: str, severity: Severity) -> None:
        self.number = number
        self.severity = severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to tell; `facts` (name, text) fill the placeholders of its sentences."""

    code: Code
    source: Source
    facts: tuple[tuple[str, str], ...] = ()


def finding(code: Code, source: Source, **facts: object) -> Finding:
    """A finding with its facts as text, sorted by name."""
    return Finding(code, source, tuple(sorted((name, str(value)) for name, value in facts.items())))


def place_order(item: Finding) -> tuple[str, str, int, int, str, str, tuple[tuple[str, str], ...]]:
    """Sort key: file, sheet, row, column, then code; what has no cell comes before what has one."""
    source = item.source
    column, row = _split(source.cell)
    return source.file, source.sheet, row, column, source.cell, item.code.number, item.facts


def _split(cell: str) -> tuple[int, int]:
    """Column and row as numbers ("F14" → 6, 14); zero for what is not an address."""
    match = _ADDRESS.fullmatch(cell)
    if match is None:
        return 0, 0
    column = 0
    for letter in match[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return column, int(match[2])
