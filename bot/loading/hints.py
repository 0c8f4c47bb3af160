"""A path that leads to no field: which was meant, or what there is in its place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.loading.problems import find_nearest

_SHORTEST_BY_SLIPS = {1: 4, 2: 7}  # letters that an id needs to be known in spite of so many slips
_OF_ANY = ("source", "status")  # fields that every entry has: of entries below another, not worth telling


@dataclass(frozen=True, slots=True)
class Known:
    """An entry: the fields that can be set in it, its title or name, and all wordings by which it may be called."""

    fields: tuple[str, ...]
    title: str
    wordings: tuple[str, ...]


class PathError(ValueError):
    """A path to no field: the nearest one, if any, the fields that its entry has, or the entries of its ``place``.

    Entries are told with their titles; a ``place`` without any is none.
    """

    def __init__(
        self,
        path: str,
        nearest: str | None = None,
        fields: tuple[str, ...] = (),
        place: str = "",
        entries: tuple[str, ...] = (),
    ) -> None:
        self.path, self.nearest, self.fields, self.place, self.entries = path, nearest, fields, place, entries
        super().__init__(path)


def make_hint(path: str, known: Mapping[str, Known], stems: Iterable[str]) -> PathError:
    """Return what to say of a path that leads to no field, given all entries by their paths and the files' stems."""
    head, _, rest = path.partition(".")
    place = next((stem for stem in stems if _is_meant(head, stem)), "")
    said = rest if place else path
    owner, _, name = said.rpartition(".")
    for entry, field in ((said, ""), (owner, name)):
        if found := _find_entry(entry, place, known):
            return _hint_field(path, found, field, known)
    if found := _find_field(said, place, known):
        return PathError(path, found)
    if place == "seminar":
        return _hint_field(path, place, said, known)
    return PathError(path, place=place, entries=_list_entries(place, known) if place else ())


def _hint_field(path: str, entry: str, name: str, known: Mapping[str, Known]) -> PathError:
    """Return the field that is meant in an entry, or in one below it; where none is, the entry's fields."""
    own = known[entry].fields
    below = {f"{other[len(entry) + 1 :]}.{field}" for other, field in _list_below(entry, known)}
    fields = (*own, *sorted(below))
    nearest = name if name in fields else _choose([field for field in below if field.rpartition(".")[2] == name])
    nearest = nearest or (find_nearest(name, own) if name else None)
    if nearest:
        return PathError(path, f"{entry}.{nearest}", () if nearest.rpartition(".")[2] == name else fields)
    return PathError(path, None if f"{path}.".startswith(f"{entry}.") else entry, fields)


def _list_below(entry: str, known: Mapping[str, Known]) -> list[tuple[str, str]]:
    return [
        (other, field)
        for other, each in known.items()
        if entry == "seminar" and other.startswith(f"{entry}.")
        for field in each.fields
        if field not in _OF_ANY
    ]


def _find_entry(said: str, place: str, known: Mapping[str, Known]) -> str | None:
    """Find the one entry of this id, of this title or name, or of an id that this is a misspelling of."""
    if not said:
        return None
    id_by_path = {path: path.partition(".")[2] for path in known if path.startswith(f"{place}." if place else "")}
    called = _fold(said)
    same = [path for path, id_ in id_by_path.items() if id_ == said]
    titled = [path for path in id_by_path if called in map(_fold, known[path].wordings)]
    misspelt = [path for path, id_ in id_by_path.items() if _is_meant(said, id_)]
    return next((path for found in (same, titled, misspelt) if (path := _choose(found))), None)


def _find_field(said: str, place: str, known: Mapping[str, Known]) -> str | None:
    """Find the one field whose path ends so."""
    fields = (f"{entry}.{field}" for entry, each in known.items() for field in each.fields)
    ending = f".{said}"
    return _choose([field for field in fields if said and field.startswith(place) and field.endswith(ending)])


def _is_meant(said: str, name: str) -> bool:
    """Whether a name is what is said but for a slip or two; its digits are no slips."""
    if said == name:
        return True
    slips = OSA.distance(said.casefold(), name)
    is_long = slips in _SHORTEST_BY_SLIPS and len(name) >= _SHORTEST_BY_SLIPS[slips]
    return is_long and [*filter(str.isdigit, said)] == [*filter(str.isdigit, name)]


def _list_entries(place: str, known: Mapping[str, Known]) -> tuple[str, ...]:
    ids = ((path.removeprefix(f"{place}."), each.title) for path, each in known.items() if path.startswith(f"{place}."))
    return tuple(f"{id_} {title}".rstrip() for id_, title in ids)


def _choose(found: list[str]) -> str | None:
    return found[0] if len(found) == 1 else None


def _fold(text: str) -> str:
    return "".join(text.casefold().split())
