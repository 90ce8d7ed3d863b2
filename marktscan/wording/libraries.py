"""One line that says how to install the system libraries WeasyPrint needs, on this machine.

Standard library only: tools/bootstrap.py uses it before anything is installed.
"""

import platform
from pathlib import Path

DEBIAN_PACKAGES = ("libpangoft2-1.0-0", "libharfbuzz-subset0")

MISSING = "De bibliotheek Pango ontbreekt; zonder Pango kan marktscan geen pdf maken."
_DEBIAN = f"Voer uit: sudo apt-get install {' '.join(DEBIAN_PACKAGES)}"
_ADVICE = {
    "Darwin": "Voer uit: brew install pango",
    "Windows": "Installeer MSYS2 en voer in het MSYS2-venster uit: pacman -S mingw-w64-ucrt-x86_64-pango",
}
_OTHER = "Installeer Pango met het pakketbeheer van dit systeem (Fedora: sudo dnf install pango)."


def how_to_install(system: str = "") -> str:
    """What is missing and what to run, in one line; `system` as platform.system() gives it."""
    return f"{MISSING} {_advice(system or platform.system())}"


def on_debian() -> bool:
    """Whether apt-get installs packages here."""
    return Path("/etc/debian_version").exists()


def _advice(system: str) -> str:
    if system == "Linux" and on_debian():
        return _DEBIAN
    return _ADVICE.get(system, _OTHER)
