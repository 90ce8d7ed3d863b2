"""What to do when the disk or the memory of this machine stops a command."""

from errno import EDQUOT, EFBIG, ENOSPC, EROFS

_FULL = frozenset({ENOSPC, EDQUOT, EFBIG})


def how_to_go_on(error: OSError | MemoryError) -> str:
    """One Dutch line: what could not be written or read, and what to do about it."""
    if isinstance(error, MemoryError):
        return (
            "Er is te weinig geheugen; geen bestand is half geschreven. Sluit andere programma’s, "
            "of maak een rapport tegelijk: marktscan report --only stuurgroep"
        )
    place = error.filename or "een bestand"
    if error.errno in _FULL:
        return f"De schijf is vol: {place} is niet geschreven. Maak ruimte vrij en geef de opdracht opnieuw."
    if error.errno == EROFS:
        return f"In deze map mag u niets opslaan: {place}. Kopieer de projectmap naar een eigen map."
    return f"Lezen of schrijven lukt niet: {place}. Sluit het bestand of controleer de map."
