"""Regular expressions compiled when they are first looked for: long ones would take a third of the core's start."""

import re
from collections.abc import Iterator
from functools import cache


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


def find_all(text: str, *expressions: str) -> Iterator[re.Match[str]]:
    """Yield the matches of every expression in a text, those of the first one first."""
    for expression in expressions:
        yield from _compiled(expression).finditer(text)
