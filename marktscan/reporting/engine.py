"""Whether WeasyPrint can start: it needs Pango, which pip cannot install."""

import io
from contextlib import redirect_stdout


def loads() -> bool:
    """Load WeasyPrint, without the page of English it prints when Pango is missing."""
    try:
        with redirect_stdout(io.StringIO()):
            import weasyprint  # noqa: F401
    except OSError:
        return False
    return True
