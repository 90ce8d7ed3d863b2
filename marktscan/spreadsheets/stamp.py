"""What a stamp says: which form a workbook is, so that whatever comes back can be recognised."""

import hashlib

from marktscan.domain.text import comparable
from marktscan.spreadsheets.texts import clean_id

SHEET = "_marktscan"
PREFIX = "marktscan_"
"""What the name of every document property of ours begins with."""
SCHEMA = "1"
_HASH_LENGTH = 16


def row_hash(requirement: str, text: str) -> str:
    """The content of one row: the id and the text that was asked, not how they look."""
    content = f"{clean_id(requirement)}\t{comparable(text)}"
    return hashlib.sha256(content.encode(errors="replace")).hexdigest()[:_HASH_LENGTH]


def row_name(requirement: str) -> str:
    """The name under which a stamp keeps the hash of a row."""
    return f"rij {clean_id(requirement)}"
