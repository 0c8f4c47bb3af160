"""A line of a file with a mark below the column that a problem is about, as a terminal shows it."""

import unicodedata
from collections.abc import Iterable

MOST_COLUMNS = 50  # on each side of the mark: both fit a terminal, and no long line hides it

_WIDE = ("W", "F")  # https://www.unicode.org/reports/tr11/: Hangul and full-width forms take two columns
_CUT = "…"


def excerpt(line: str, column: int, mark: str = "^") -> tuple[str, str]:
    """Return the part of a line around a column (counted from 1), and a line that has ``mark`` below that column."""
    before, after = line[: column - 1], line[column - 1 :]
    shown_before = _fit(before[: -MOST_COLUMNS - 1 : -1])[::-1]
    shown_after = _fit(after[:MOST_COLUMNS])
    start = _CUT if len(shown_before) < len(before) else ""
    end = _CUT if len(shown_after) < len(after) else ""
    left = _show(start + shown_before)
    return left + _show(shown_after + end), " " * measure(left) + mark


def measure(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(map(_measure, unicodedata.normalize("NFC", text)))


def _measure(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def _fit(characters: Iterable[str]) -> str:
    """Return the first characters that fit into ``MOST_COLUMNS``."""
    fitting, width = "", 0
    for character in characters:
        width += _measure(character)
        if width > MOST_COLUMNS:
            break
        fitting += character
    return fitting


def _show(text: str) -> str:
    """Return the text as it is printed: a tab and what is not printable as one blank or sign each."""
    plain = unicodedata.normalize("NFC", text).replace("\t", " ")
    return "".join(character if character.isprintable() else "\ufffd" for character in plain)
