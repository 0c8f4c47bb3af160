"""A question as one run of letters: syllables taken apart into jamo, spaces taken out but remembered."""

from dataclasses import dataclass
from functools import cache, cached_property

from bot.core.text import to_jamo

_FIRST_MEDIAL, _LAST_FINAL = "\u1161", "\u11c2"
_UNBROKEN = "LDC"  # scripts of which a run is one word


@dataclass(frozen=True)
class Line:
    """A normalised question as one run of jamo without spaces, and where its spaces were.

    ``breaks`` are the places before which a space or a mark stood; ``source`` tells for each place the character of
    ``text`` it comes from.
    """

    text: str
    jamo: str
    breaks: frozenset[int]
    source: tuple[int, ...]

    @cached_property
    def starts(self) -> tuple[bool, ...]:
        """Whether a word may start at each place (the end of the line included)."""
        starts, script = [], ""
        for at, char in enumerate(self.jamo):
            before, script = script, script_of(char)
            is_inner = _FIRST_MEDIAL <= char <= _LAST_FINAL or (script == before and script in _UNBROKEN)
            starts.append(at == 0 or at in self.breaks or not is_inner)
        return (*starts, True)

    @cached_property
    def next_starts(self) -> tuple[int, ...]:
        """For each place the first one after it where a word may start."""
        following = len(self.jamo)
        found: list[int] = []
        for at in range(len(self.jamo) - 1, -1, -1):
            found.append(following)
            if self.starts[at]:
                following = at
        return tuple(reversed(found))

    def count_breaks(self, start: int, end: int) -> int:
        """How many spaces and marks stand between two places."""
        return self._breaks_before[end - 1] - self._breaks_before[start] if end > start else 0

    @cached_property
    def _breaks_before(self) -> tuple[int, ...]:
        """For each place how many breaks there are up to it, itself included."""
        count, counts = 0, []
        for at in range(len(self.jamo)):
            count += at in self.breaks
            counts.append(count)
        return tuple(counts)

    def typed(self, start: int, end: int) -> str:
        """What was typed between two places, as it stands in ``text``."""
        return self.text[self.source[start] : self.source[end - 1] + 1] if end > start else ""


def make_line(text: str) -> Line:
    """Return the line of a normalised text."""
    jamo: list[str] = []
    source: list[int] = []
    breaks: set[int] = set()
    for at, char in enumerate(text):
        letters = to_jamo(char)
        if not letters:
            breaks.add(len(jamo))
        jamo.extend(letters)
        source.extend([at] * len(letters))
    return Line(text, "".join(jamo), frozenset(breaks), tuple(source))


@cache
def script_of(char: str) -> str:
    """Return L(atin), D(igit), C (a lone Korean letter), or H for everything whose units are single characters."""
    if char.isdigit():
        return "D"
    if "\u3131" <= char <= "\u318e":
        return "C"
    return "L" if char.isalpha() and ord(char) < 0x1100 else "H"
