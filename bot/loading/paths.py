"""The fields of a folder by the paths that replies name facts by: where ``schedule.discussion.start`` is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from bot.loading import schema
from bot.loading.entries import follow, list_entries
from bot.loading.fields import Claim, Sourced, Wording
from bot.loading.hints import Known, make_hint
from bot.loading.nodes import Document, Trail

_SHAPE_BY_SECTION: Mapping[str, Mapping[str, type[Sourced]]] = {
    "schedule": {"items": schema.Item, "talks": schema.Talk},
    "speakers": {"organisations": schema.Organisation, "people": schema.Person},
    "contacts": {"contacts": schema.Contact},
    "press": {"embargoes": schema.Embargo, "quotations": schema.Quotation},
    "faq": {"faq": schema.Faq},
}
_TITLES = ("purpose", "name", "title", "label", "headline", "organisation")  # by which an entry is called
_LONGEST = 24  # characters of a title that are shown
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


def find_field(path: str, documents: Mapping[str, Document]) -> Field:
    """Return the field that a path leads to. Raises PathError."""
    shapes = {entry: (stem, trail, shape) for entry, stem, trail, shape in _list_shapes(documents)}
    owner, _, name = path.rpartition(".")
    if owner in shapes:
        stem, trail, shape = shapes[owner]
        if name in list_names(shape):
            return _describe(stem, (*trail, name), shape)
    known = {
        entry: _introduce(documents[stem], trail, list_names(shape)) for entry, (stem, trail, shape) in shapes.items()
    }
    raise make_hint(path, known, ("seminar", *_SHAPE_BY_SECTION))


def _introduce(document: Document, trail: Trail, fields: tuple[str, ...]) -> Known:
    """Return how an entry is called."""
    tree = follow(document.tree, trail) if trail else {}
    entry = tree if isinstance(tree, dict) else {}
    named = next((entry[key] for key in _TITLES if key in entry), "")
    held = named.get("value", named) if isinstance(named, dict) else named
    wordings = [*held.values()] if isinstance(held, dict) else [held]
    spellings = entry.get("spellings", [])
    wordings += spellings if isinstance(spellings, list) else [spellings]
    texts = tuple(text for text in wordings if isinstance(text, str) and text)
    return Known(fields, _shorten(texts[0]) if held and texts else "", texts)


def _shorten(title: str) -> str:
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"


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
