"""A question as one run of letters: syllables taken apart into jamo, spaces taken out but remembered."""

from dataclasses import dataclass
from functools import cached_property

from bot.core.text import to_jamo

_MEDIALS_AND_FINALS = ("\u1161", "\u11c2")


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
        return (*(self._is_start(at) for at in range(len(self.jamo))), True)

    def _is_start(self, at: int) -> bool:
        char = self.jamo[at]
        if at == 0 or at in self.breaks:
            return True
        if _MEDIALS_AND_FINALS[0] <= char <= _MEDIALS_AND_FINALS[1]:
            return False
        return not (script_of(char) in "LDC" and script_of(char) == script_of(self.jamo[at - 1]))

    def next_start(self, at: int) -> int:
        """The first place after ``at`` where a word may start."""
        end = at + 1
        while not self.starts[end]:
            end += 1
        return end

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


def script_of(char: str) -> str:
    """Return L(atin), D(igit), C (a lone Korean letter), or H for everything whose units are single characters."""
    if char.isdigit():
        return "D"
    if "\u3131" <= char <= "\u318e":
        return "C"
    return "L" if char.isalpha() and ord(char) < 0x1100 else "H"
