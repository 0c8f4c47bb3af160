"""What a row is called by its number or letter: 분과 A, 세션 2-가, 1부, 2부 B, Part 2A."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.core.patterns import find_first
from bot.core.text import has_hangul

_END = r"(?![0-9A-Za-z가-힣])"
# A noun, then a number and a letter or one of the two: 분과 A, 세션 2-가, Session 2B.
_NOUN_FIRST = rf"^([^\d:\s]+) ?(?:(\d+) ?-?([A-Z가-하])|(\d+|[A-Z])){_END}"
# 1부, 제2부, 2부 B; but only with nouns for a part of a programme: not 30분 휴식.
_NUMBER_FIRST = rf"^제?(\d+)([가-힣]{{1,2}}?)(?: ?-?([A-Z가-하]))?{_END}"


class Label(NamedTuple):
    """The ``noun`` that rows of one series share, and the ``mark`` by which they differ: 분과 and A, 2부 and B."""

    noun: str
    mark: str


class _Found(NamedTuple):
    noun: str
    number: str
    letter: str
    is_noun_first: bool


def label_of(title: str, nouns: Sequence[str]) -> Label | None:
    """Return the label that a row's title begins with; None where it has none.

    ``nouns`` are those that may follow a number (부), each with the others for the same, spaces between.
    """
    found = _find(title, nouns)
    if found is None or not found.letter:
        return Label(found.noun, found.number) if found else None
    return Label(f"{found.noun} {found.number}" if found.is_noun_first else f"{found.number}{found.noun}", found.letter)


def labels_in(title: str, nouns: Sequence[str]) -> Iterator[str]:
    """Yield how people call a row with a label: 분과 2 is 2분과, 제2분과, 2번 분과; 2부 B is 2부, 파트 2B.

    What several rows have in common (2부 of 2부 A and 2부 B) names them all.
    """
    found = _find(title, nouns)
    if found is None:
        return
    number, letter = found.number, found.letter
    alike = next((group.split() for group in nouns if found.noun in group.split()), [found.noun])
    for noun in alike:
        forms = [f"{noun} {number}"]
        if has_hangul(noun):
            forms += [f"{number}{noun}", f"제{number}{noun}", f"{number}번 {noun}", f"{number}번째 {noun}"]
        for form in forms:
            yield form
            if letter:
                yield f"{form} {letter}"
        if letter:
            yield f"{number}{letter} {noun}"


def _find(title: str, nouns: Sequence[str]) -> _Found | None:
    found = find_first(title, _NUMBER_FIRST)
    if found and any(found[2] in group.split() for group in nouns):
        return _Found(found[2], found[1], found[3] or "", is_noun_first=False)
    if found := find_first(title, _NOUN_FIRST):
        noun, number, letter, mark = found.groups()
        return _Found(noun, number or mark, letter or "", is_noun_first=True)
    return None
