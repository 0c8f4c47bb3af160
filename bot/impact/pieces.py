"""What a changed answer is made of: pieces of text that other answers gained, lost or swapped alike."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from bot.impact.comparing import Change, Lines
from bot.impact.swaps import Swap, find_swaps, without_endings

Key: TypeAlias = frozenset[Swap] | tuple[Lines, Lines]

# Since when something has changed is told in brackets, and otherwise at every moment: (13:02), (9월 25일(금) 13:02).
_ASIDE = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines of an answer that were ``before`` and are ``after``, one of both perhaps empty."""

    before: Lines
    after: Lines

    @property
    def key(self) -> Key:
        """What makes two pieces alike: the words swapped, whatever ending they have; else the lines without asides."""
        if swaps := find_swaps(self.before, self.after):
            return frozenset(map(without_endings, swaps))
        before, after = _bare(self.before), _bare(self.after)
        return (before, after) if before != after else (self.before, self.after)


def list_lone(changes: Iterable[Change]) -> frozenset[Key]:
    """Return the keys of the lines that some answer gains, or loses, and changes in nothing else."""
    wholes = (Piece(change.before, change.after) for change in changes)
    return frozenset(whole.key for whole in wholes if len(whole.before) + len(whole.after) == 1)


def take_apart(change: Change, lone: frozenset[Key]) -> Iterator[Piece]:
    """Yield the pieces of a change: what is left without the lone lines, and each of these."""
    singles = [*(Piece((line,), ()) for line in change.before), *(Piece((), (line,)) for line in change.after)]
    alone = [single for single in singles if single.key in lone]
    before = tuple(line for line in change.before if Piece((line,), ()) not in alone)
    after = tuple(line for line in change.after if Piece((), (line,)) not in alone)
    if before or after:
        yield Piece(before, after)
    yield from alone


def _bare(lines: Lines) -> Lines:
    """Lines without what stands in brackets, those within brackets included."""
    bare = tuple(_ASIDE.sub("", line) for line in lines)
    return bare if bare == lines else _bare(bare)
