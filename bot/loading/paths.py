"""The fields of a folder by the paths that replies name facts by: where ``schedule.discussion.start`` is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from bot.loading import schema
from bot.loading.entries import list_entries
from bot.loading.fields import Claim, Sourced, Wording
from bot.loading.nodes import Document, Trail
from bot.loading.problems import find_nearest

_SHAPE_BY_SECTION: Mapping[str, Mapping[str, type[Sourced]]] = {
    "schedule": {"items": schema.Item, "talks": schema.Talk},
    "speakers": {"organisations": schema.Organisation, "people": schema.Person},
    "contacts": {"contacts": schema.Contact},
    "press": {"embargoes": schema.Embargo, "quotations": schema.Quotation},
    "faq": {"faq": schema.Faq},
}
_NOT_SET = ("was", "since", "changed", "venue", "hosts")  # written with a change, or entries of their own


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an entry: where it is written (the file's name without its ending, and the trail), what it holds."""

    stem: str
    trail: Trail
    is_text: bool  # which may stand in Korean and English
    is_list: bool
    may_change: bool  # whether it can say what it was

    @property
    def name(self) -> str:
        """The field's own name."""
        return str(self.trail[-1])

    @property
    def entry(self) -> Trail:
        """The trail of its entry."""
        return self.trail[:-1]


class PathError(ValueError):
    """A path to no field: the nearest one, if any, and the fields that its entry has."""

    def __init__(self, path: str, nearest: str | None, fields: tuple[str, ...] = ()) -> None:
        self.path, self.nearest, self.fields = path, nearest, fields
        super().__init__(path)


def find_field(path: str, documents: Mapping[str, Document]) -> Field:
    """Return the field that a path leads to. Raises PathError."""
    shapes = {entry: (stem, trail, shape) for entry, stem, trail, shape in _list_shapes(documents)}
    if path in shapes:
        raise PathError(path, None, list_names(shapes[path][2]))
    owner, _, name = path.rpartition(".")
    if owner in shapes:
        stem, trail, shape = shapes[owner]
        names = list_names(shape)
        if name in names:
            return _describe(stem, (*trail, name), shape)
        nearest = find_nearest(name, names)
        raise PathError(path, f"{owner}.{nearest}" if nearest else None, names)
    known = [f"{entry}.{field}" for entry, (_, _, shape) in shapes.items() for field in list_names(shape)]
    raise PathError(path, find_nearest(path, known))


def list_names(shape: type[Sourced]) -> tuple[str, ...]:
    """Return the names of an entry's fields that can be set."""
    return tuple(name for name in shape.model_fields if name not in _NOT_SET)


def _describe(stem: str, trail: Trail, shape: type[Sourced]) -> Field:
    parts = list(_parts_of(shape.model_fields[str(trail[-1])].annotation))
    return Field(
        stem,
        trail,
        is_text=any(part is Wording for part in parts),
        is_list=any(part is tuple for part in parts),
        may_change=any(isinstance(part, type) and issubclass(part, Claim) for part in parts),
    )


def _parts_of(annotation: object) -> Iterator[object]:
    """Yield the types that an annotation is made of, without those within a claim."""
    yield getattr(annotation, "__origin__", annotation)
    for part in get_args(annotation):
        yield from _parts_of(part)


def _list_shapes(documents: Mapping[str, Document]) -> Iterator[tuple[str, str, Trail, type[Sourced]]]:
    """Yield every entry: its path, its file, the trail to it and its shape."""
    seminar = documents["seminar"]
    yield "seminar", "seminar", (), schema.SeminarFile
    if "venue" in seminar.tree:
        yield "seminar.venue", "seminar", ("venue",), schema.Venue
    for trail, host in list_entries(seminar, "hosts"):
        yield f"seminar.hosts.{host.get('organisation')}", "seminar", trail, schema.Host
    if "release" in documents["press"].tree:
        yield "press.release", "press", ("release",), schema.Release
    for stem, sections in _SHAPE_BY_SECTION.items():
        for section, shape in sections.items():
            for trail, _ in list_entries(documents[stem], section):
                yield f"{stem}.{trail[-1]}", stem, trail, shape
