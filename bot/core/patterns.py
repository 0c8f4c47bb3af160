"""Regular expressions: compiled when they are first looked for, and made of the lines of a language's word file.

Long ones compiled at once would take a third of the core's start.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


def find_all(text: str, *expressions: str) -> Iterator[re.Match[str]]:
    """Yield the matches of every expression in a text, those of the first one first."""
    for expression in expressions:
        yield from _compiled(expression).finditer(text)


def find_first(text: str, expression: str) -> re.Match[str] | None:
    """Return the first match of an expression in a text."""
    return _compiled(expression).search(text)


def any_of(expressions: Iterable[str]) -> re.Pattern[str]:
    """Return what matches any of some expressions; nothing where there are none."""
    return re.compile("|".join(expressions) or "(?!)")


def split_pair(line: str) -> tuple[str, str]:
    """Return the halves of a line of a word file, "how it is asked :: how it is told"; the second may be missing."""
    asked, _, told = line.partition(" :: ")
    return asked, told
