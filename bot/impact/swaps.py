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
    one, other = _Words("\n".join(before)), _Words("\n".join(after))
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    swaps = tuple(dict.fromkeys(_list_swaps(matcher, one, other)))
    is_like = matcher.ratio() >= _SHORTEST_STAY and len(before) == len(after)
    return swaps if is_like and len(swaps) <= _MOST_SWAPS else ()


class _Words:
    """The words of a text, and the text from one to another as it is written."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans = [found.span() for found in _WORD.finditer(text)]
        self.words = [text[start:end] for start, end in self._spans]

    def cut(self, start: int, end: int) -> str:
        if start == end:
            return ""
        return " ".join(self._text[self._spans[start][0] : self._spans[end - 1][1]].split())


def _list_swaps(matcher: SequenceMatcher[str], one: _Words, other: _Words) -> Iterator[Swap]:
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind != "equal":
            yield one.cut(start, end), other.cut(other_start, other_end)


def without_endings(swap: Swap) -> Swap:
    """Return a swap without what both words end in, as particles are: 누리홀에서 → 은하실에서 is 누리홀 → 은하실."""
    before, after = swap
    backwards = zip(reversed(before), reversed(after), strict=False)
    length = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], backwards))
    return before[: len(before) - length], after[: len(after) - length]
