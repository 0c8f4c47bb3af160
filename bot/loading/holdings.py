"""What a field holds before it is set: its value and standing, or what held for it where it has none of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.loading.entries import follow
from bot.loading.fields import is_claim
from bot.loading.nodes import Document, Trail, Tree
from bot.loading.paths import Field

_HANDED_DOWN = {"room": ("venue", "room"), "date": ("date",)}  # to rows and talks, from the seminar's own fields


@dataclass(frozen=True, slots=True)
class Holding:
    """A value, None where there is none; ``claim`` is the mapping in which it stands with a standing of its own.

    ``was`` and ``since`` are what that says of a change. ``is_own`` is false for what another entry hands down.
    """

    value: "Tree | None"
    claim: dict[str, Tree] | None = None
    was: "Tree | None" = None
    since: str = ""
    is_own: bool = True

    @property
    def is_unsure(self) -> bool:
        """Whether it is not confirmed."""
        return self.claim is not None and self.claim.get("status") == "unconfirmed"


def read_holding(field: Field, documents: Mapping[str, Document]) -> Holding:
    """Return what a field holds; a row's or talk's room or date that it does not name, from its session or seminar."""
    own = _read(documents[field.stem].tree, field.trail)
    if own.value is not None or field.stem != "schedule" or field.name not in _HANDED_DOWN:
        return own
    held = next((held for held in _list_around(field, documents) if held.value is not None), own)
    return own if held.is_unsure else Holding(held.value, is_own=False)


def is_same(one: "Tree | None", other: "Tree | None") -> bool:
    """Return whether two values are the same in Korean; how they are written, and the English, makes no difference."""
    return one is not None and other is not None and join(one) == join(other)


def join(value: Tree) -> str:
    """Return a value as one text: the Korean of a wording, a list divided by commas."""
    if isinstance(value, list):
        return ", ".join(map(join, value))
    return str(value.get("ko", "")) if isinstance(value, dict) else value


def _read(tree: Tree, trail: Trail) -> Holding:
    held = follow(tree, trail)
    if not isinstance(held, dict) or not is_claim(held):
        return Holding(held)
    change = held.get("changed")
    standing = {"was": change.get("was", ""), "since": change.get("at", "")} if isinstance(change, dict) else held
    return Holding(held.get("value"), held, standing.get("was"), str(standing.get("since", "")))


def _list_around(field: Field, documents: Mapping[str, Document]) -> Iterator[Holding]:
    """Yield what the session of a talk, and then the seminar, hold under a field's name."""
    schedule = documents["schedule"].tree
    session = follow(schedule, (*field.entry, "session"))
    if isinstance(session, str):
        yield _read(schedule, ("items", session, field.name))
    held = _read(documents["seminar"].tree, _HANDED_DOWN[field.name])
    is_dates = field.name == "date" and isinstance(held.value, list)
    yield Holding(min(map(join, held.value)), held.claim) if is_dates and isinstance(held.value, list) else held
