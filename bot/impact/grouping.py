"""Changes that are alike, together: a piece of several answers is told once, and all of an answer that is judged."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.impact.cases import Case
from bot.impact.comparing import Change, Moment, Verdict
from bot.impact.pieces import Piece, list_lone, take_apart
from bot.impact.swaps import Swap, find_swaps

JUDGED: tuple[Verdict, ...] = ("became_wrong", "became_right")  # in the order in which they are told


@dataclass(frozen=True, slots=True)
class Group:
    """Changes that are alike, one for each question."""

    changes: tuple[Change, ...]

    @property
    def example(self) -> Change:
        """The change in the shortest words, which stands for the others."""
        return min(self.changes, key=_length)

    @property
    def swaps(self) -> tuple[Swap, ...]:
        """The words that all of them swap, if they do no more."""
        return find_swaps(self.example.before, self.example.after)

    @property
    def judged(self) -> tuple[Change, ...]:
        """Those that became wrong and, after them, those that became right."""
        return tuple(change for verdict in JUDGED for change in self.changes if change.verdict == verdict)

    @property
    def others(self) -> tuple[Change, ...]:
        """Those that became neither."""
        return tuple(change for change in self.changes if change.verdict not in JUDGED)

    @property
    def moments(self) -> frozenset[Moment]:
        """The moments at which any of them is seen."""
        return frozenset(moment for change in self.changes for moment in change.moments)


def group_alike(changes: Iterable[Change]) -> tuple[Group, ...]:
    """Return the groups: those in which answers became wrong first, then right, then those of most questions.

    An answer that is judged stands with others where it changes in the one piece that they have in common. Else it is
    told whole, and none of its pieces again, as they are at other moments.
    """
    changes = tuple(changes)
    lone = list_lone(changes)
    apart = [(change, tuple(take_apart(change, lone))) for change in changes]
    told = {(change.case, piece.key) for change, pieces in apart if _is_whole(change, pieces) for piece in pieces}
    parts = (part for change, pieces in apart for part in _list_parts(change, pieces))
    return tuple(sorted(_gather((key, part) for key, part in parts if (part.case, key) not in told), key=_rank))


def _is_whole(change: Change, pieces: Sequence[Piece]) -> bool:
    """Whether a change is told whole."""
    return change.verdict in JUDGED and len(pieces) > 1


def _list_parts(change: Change, pieces: Sequence[Piece]) -> Iterator[tuple[Hashable, Change]]:
    """Yield what is told of a change, each part with what makes it like another one."""
    if _is_whole(change, pieces):
        yield frozenset(piece.key for piece in pieces), change
    else:
        yield from ((piece.key, replace(change, before=piece.before, after=piece.after)) for piece in pieces)


def _rank(group: Group) -> tuple[int, int, int]:
    wrong, right = (sum(change.verdict == verdict for change in group.changes) for verdict in JUDGED)
    return -wrong, -right, -len(group.changes)


def _gather(changes: Iterable[tuple[Hashable, Change]]) -> list[Group]:
    """Put the changes of one key together, those of one question as one."""
    found: dict[Hashable, dict[Case, Change]] = {}
    for key, change in changes:
        change_by_case = found.setdefault(key, {})
        known = change_by_case.get(change.case)
        change_by_case[change.case] = _merge(known, change) if known else change
    return [Group(tuple(change_by_case.values())) for change_by_case in found.values()]


def _merge(one: Change, other: Change) -> Change:
    """Make one change, in the shorter words, of two to the same question; the first is the one that may be judged."""
    shown = min(one, other, key=_length)
    return replace(one, before=shown.before, after=shown.after, moments=one.moments + other.moments)


def _length(change: Change) -> tuple[int, int]:
    """How long the swapped words are, with the endings that they have here, and how long the lines."""
    swapped = sum(len(word) for swap in find_swaps(change.before, change.after) for word in swap)
    return swapped, len("".join((*change.before, *change.after)))
