"""Changes that are alike, together: the same words swapped, or the same lines, in the answers to several questions."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from bot.impact.cases import Case
from bot.impact.comparing import Change, Lines
from bot.impact.swaps import Swap, find_swaps, without_endings

_Key: TypeAlias = frozenset[Swap] | tuple[Lines, Lines]


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
    def wrong(self) -> int:
        """How many of them became wrong."""
        return sum(change.verdict == "became_wrong" for change in self.changes)


def group_alike(changes: Iterable[Change]) -> tuple[Group, ...]:
    """Return the groups: those in which most became wrong first, then those of most questions."""
    found: dict[_Key, dict[Case, Change]] = {}
    for change in changes:
        change_by_case = found.setdefault(_key_of(change), {})
        known = change_by_case.get(change.case)
        change_by_case[change.case] = _merge(known, change) if known else change
    groups = [Group(tuple(change_by_case.values())) for change_by_case in found.values()]
    return tuple(sorted(groups, key=lambda group: (-group.wrong, -len(group.changes))))


def _key_of(change: Change) -> _Key:
    """What makes two changes alike: the words swapped, whatever ending they have here; else all the lines."""
    swaps = find_swaps(change.before, change.after)
    return frozenset(map(without_endings, swaps)) or (change.before, change.after)


def _length(change: Change) -> tuple[int, int]:
    """How long the swapped words are, with the endings that they have here, and how long the lines."""
    swapped = sum(len(word) for swap in find_swaps(change.before, change.after) for word in swap)
    return swapped, len("".join((*change.before, *change.after)))


def _merge(one: Change, other: Change) -> Change:
    """Make one change of two to the same question that are alike; the first is the one that may be judged."""
    return replace(one, moments=one.moments + other.moments)
