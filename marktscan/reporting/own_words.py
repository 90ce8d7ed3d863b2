"""What the program says of itself: the words of its templates and chapters are nobody's secret."""

from functools import cache
from pathlib import Path

from marktscan import assets, wording
from marktscan.leaks import Said, said_in


@cache
def own_words() -> Said:
    """The words of the templates that come with the program, of its chapters and of its sentences.

    Templates of a project are not among them: what those say is searched like everything else.
    """
    return said_in((Path(__file__).parent, Path(wording.__file__).parent, assets.templates()))
