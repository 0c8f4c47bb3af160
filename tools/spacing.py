"""Spaces that are left out, or that stand where none belongs."""

import re
from collections.abc import Iterator
from random import Random

from tools.syllables import HANGUL, LONG_WORD

_SPACE = re.compile(r"(?<=[가-힣])\s+|\s+(?=[가-힣])")  # beside Hangul: "PPT 3" and "14 15" stay apart
_BETWEEN = re.compile(r"(?<=[가-힣]) (?=[가-힣])")


def remove_spaces(question: str, _: Random) -> str | None:
    """Return ``question`` without the spaces beside Hangul; None where there are none."""
    joined = _SPACE.sub("", question)
    return joined if joined != question else None


def insert_space(question: str, random: Random) -> str | None:
    """Return ``question`` with a space within one of its words; None where no word has two syllables."""
    words = [found.span() for found in LONG_WORD.finditer(question)]
    if not words:
        return None
    start, end = random.choice(words)
    at = random.randrange(start + 1, end)
    return f"{question[:at]} {question[at:]}"


def move_space(question: str, random: Random) -> str | None:
    """Return ``question`` with one space a syllable too early or too late; None where that would leave no word."""
    moved = [move for found in _BETWEEN.finditer(question) for move in _moves(question, found.start())]
    return random.choice(moved) if moved else None


def _moves(question: str, at: int) -> Iterator[str]:
    """The question with the space ``at`` put one syllable to the left, to the right, wherever words remain."""
    joined = question[:at] + question[at + 1 :]
    for new in (at - 1, at + 1):
        if HANGUL.match(joined, new - 1) and HANGUL.match(joined, new) and new > 0:
            yield f"{joined[:new]} {joined[new:]}"
