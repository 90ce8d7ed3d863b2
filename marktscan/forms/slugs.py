"""Names of files and folders made from names of people's organisations."""

import re
import unicodedata


def slug_of(name: str) -> str:
    """ "'s-Hertogenbosch" → "s-hertogenbosch"; empty when no letter or digit is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
