"""A mistyped question written as it was meant, so that it can be read once more as a whole.

A word that was repaired alone may be a part of a longer one ("어누 분" is 어느 분), or one end of a clock time
("네쉬 반" is 네시 반): only the corrected text shows it.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.core.lattice import SLIP
from bot.core.line import Line, make_line
from bot.core.parsing import Parse, Token
from bot.core.text import normalise, to_jamo


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a corrected text: from where to where, its text, what was typed there, and how far off that is."""

    start: int
    end: int
    text: str
    typed: str
    slips: float


@dataclass(frozen=True, slots=True)
class Respelled:
    """The line of a corrected text, and what was corrected, by the places of the new line."""

    line: Line
    regions: tuple[Region, ...]

    def marked(self, reading: Parse) -> Parse:
        """Return a reading of the corrected line with the price of what was corrected.

        Its words tell what was typed in their place; where it was corrected further they are known by their text.
        """
        cost = reading.cost + SLIP * sum(region.slips for region in self.regions)
        is_moved = reading.line is not self.line
        return replace(reading, cost=cost, tokens=tuple(self._mark(token, is_moved) for token in reading.tokens))

    def _mark(self, token: Token, is_moved: bool) -> Token:
        if is_moved:
            is_new = len(token.typed) > 1 and not token.mistyped
            within = [region for region in self.regions if is_new and token.typed in region.text]
        else:
            within = [region for region in self.regions if region.start < token.end and region.end > token.start]
        if not within:
            return token
        typed = " ".join(region.typed for region in within)
        return replace(token, slips=sum(region.slips for region in within), mistyped=typed)


def respell(reading: Parse, repaired: Sequence[Token]) -> Respelled | None:
    """Return the text of a reading with its ``repaired`` words spelled right; None where there are none."""
    if not repaired:
        return None
    text, places = _spell(reading.line, repaired)
    line = make_line(normalise(text))
    if line.text != text:
        return None
    regions = (
        Region(
            bisect_left(line.source, start), bisect_left(line.source, end), text[start:end], token.typed, token.slips
        )
        for token, (start, end) in zip(repaired, places, strict=True)
    )
    return Respelled(line, tuple(regions))


def _spell(line: Line, repaired: Iterable[Token]) -> tuple[str, list[tuple[int, int]]]:
    """The corrected text, and where each repaired word stands in it."""
    text, done = "", 0
    places: list[tuple[int, int]] = []
    for token in repaired:
        text += line.text[done : line.source[token.start]]
        start, done = len(text), line.source[token.end - 1] + 1
        text += _written(token)
        places.append((start, len(text)))
    return text + line.text[done:], places


def _written(token: Token) -> str:
    word = token.word
    if word is None:
        return token.typed
    return word.text if to_jamo(word.text) == word.form else unicodedata.normalize("NFC", word.form)
