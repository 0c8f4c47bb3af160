"""Text in columns of a terminal, where a Hangul syllable is two wide."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from bot.loading.excerpts import measure

_BETWEEN = " │ "


def wrap(text: str, width: int) -> list[str]:
    """Return the lines of a text, none wider than ``width`` (2 at least); a word that is wider is cut."""
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".lstrip()
        if measure(joined) <= width:
            lines[-1] = joined
        else:
            lines += _cut(word, width)
    return list(filter(None, lines))


def _cut(word: str, width: int) -> Iterator[str]:
    part = ""
    for character in word:
        if measure(part + character) > width:
            yield part
            part = ""
        part += character
    yield part


def beside(left: Sequence[str], right: Sequence[str], width: int) -> Iterator[str]:
    """Yield the lines of two texts side by side, each in a column of ``width``."""
    columns = [[part for line in texts for part in wrap(line, width)] for texts in (left, right)]
    for one, other in zip_longest(*columns, fillvalue=""):
        yield f"{one}{' ' * (width - measure(one))}{_BETWEEN}{other}".rstrip()
