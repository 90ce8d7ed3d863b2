"""What the program says of itself: the words of its templates and chapters are nobody's secret."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from marktscan import assets, wording
from marktscan.leaks import Said, said

_KINDS = (".py", ".toml", ".html", ".css", ".js", ".txt")


@cache
def own_words() -> Said:
    """The words of the templates that come with the program, of its chapters and of its sentences.

    Templates of a project are not among them: what those say is searched like everything else.
    """
    return said(_texts())


def _texts() -> Iterator[str]:
    folders = (Path(__file__).parent, Path(wording.__file__).parent, assets.templates())
    files = (path for folder in folders for path in sorted(folder.rglob("*")))
    return (path.read_text(encoding="utf-8") for path in files if path.suffix in _KINDS)
