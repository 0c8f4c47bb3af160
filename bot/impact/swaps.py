"""The words that an edit swaps for others, where all around them stays: one name, one time, one number."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from typing import TypeAlias

Swap: TypeAlias = tuple[str, str]

_WORD = re.compile(r"\w+(?:[:.-]\w+)*|\S")
_MOST_SWAPS = 3
_SHORTEST_STAY = 0.5  # the share of the words that stay, where others are swapped


def find_swaps(before: Sequence[str], after: Sequence[str]) -> tuple[Swap, ...]:
    """Return which words were swapped for which, each swap once; none where the answer is another one altogether."""
    one, other = _WORD.findall("\n".join(before)), _WORD.findall("\n".join(after))
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    swaps = tuple(dict.fromkeys(_list_swaps(matcher, one, other)))
    is_like = matcher.ratio() >= _SHORTEST_STAY and len(before) == len(after)
    return swaps if is_like and len(swaps) <= _MOST_SWAPS else ()


def _list_swaps(matcher: SequenceMatcher[str], one: list[str], other: list[str]) -> Iterator[Swap]:
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind != "equal":
            yield " ".join(one[start:end]), " ".join(other[other_start:other_end])


def without_endings(swap: Swap) -> Swap:
    """Return a swap without what both words end in, as particles are: 누리홀에서 → 은하실에서 is 누리홀 → 은하실."""
    before, after = swap
    backwards = zip(reversed(before), reversed(after), strict=False)
    length = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], backwards))
    return before[: len(before) - length], after[: len(after) - length]
