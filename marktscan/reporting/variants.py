"""Which reports there are, and for whom."""

from dataclasses import dataclass

from marktscan.domain.classification import Audience, Reader
from marktscan.domain.project import Project

STEERING_GROUP = "stuurgroep"
PUBLIC = "openbaar"


class UnknownVariantError(Exception):
    """A report was asked for that this project does not have."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"unknown report variant {name!r}; known: {', '.join(known)}")
        self.name = name
        self.known = known


@dataclass(frozen=True, slots=True)
class Variant:
    """One report; `municipality` or `vendor` is the slug of whom it is written for, both empty for all."""

    name: str
    municipality: str = ""
    vendor: str = ""

    @property
    def audience(self) -> Audience:
        """For what kind of reader it is."""
        if self.vendor:
            return Audience.VENDOR
        if self.municipality:
            return Audience.MUNICIPALITY
        return Audience.PUBLIC if self.name == PUBLIC else Audience.STEERING_GROUP

    @property
    def reader(self) -> Reader:
        """Who reads it."""
        return Reader(self.audience, self.vendor or self.municipality)


def variants(project: Project) -> tuple[str, ...]:
    """The names of all reports of this project."""
    return tuple(variant.name for variant in _all(project))


def chosen(project: Project, only: tuple[str, ...]) -> tuple[Variant, ...]:
    """The variants named in `only`, all when it is empty; UnknownVariantError for an unknown name."""
    known = {variant.name: variant for variant in _all(project)}
    for name in only:
        if name not in known:
            raise UnknownVariantError(name, tuple(known))
    return tuple(known.values()) if not only else tuple(known[name] for name in dict.fromkeys(only))


def _all(project: Project) -> tuple[Variant, ...]:
    own = (
        Variant(f"gemeente-{m.slug}", m.slug) for m in sorted(project.municipalities, key=lambda m: m.slug)
    )
    vendors = (Variant(f"leverancier-{slug}", vendor=slug) for slug in sorted(project.invited))
    return (Variant(STEERING_GROUP), *own, *vendors, Variant(PUBLIC))
