"""What is wrong with a knowledge folder: each problem with its place and what to type instead."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One mistake. ``line`` and ``column`` count from 1; line 0 stands for a file (or folder) as a whole."""

    file: str
    what: str
    instead: str
    line: int = 0
    column: int = 0
    entry: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        entry = f" '{self.entry}'" if self.entry else ""
        return f"{place}{entry}: {self.what}; {self.instead}"


class KnowledgeError(ValueError):
    """A folder that cannot be used; ``problems`` are all that is wrong with it, its text one line for each."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class ReadingError(ValueError):
    """A value that cannot be read, told apart from its place: what is wrong with it and what to type instead."""

    def __init__(self, what: str, instead: str) -> None:
        self.what = what
        self.instead = instead
        super().__init__(f"{what}; {instead}")


def find_nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that ``word`` was probably meant to be, or None if none is near."""
    limit = max(1, (len(word) + 2) // 3)
    found = process.extractOne(word.casefold(), list(known), scorer=OSA.distance, score_cutoff=limit)
    return found[0] if found else None


def suggest(word: str, known: Iterable[str]) -> str:
    """Return the advice to type the nearest known word, or one of them all."""
    names = list(known)
    nearest = find_nearest(word, names)
    return f"write {nearest}" if nearest else f"write one of {', '.join(names)}"


def show(text: str, longest: int = 40) -> str:
    """Return the text in quotes, shortened to ``longest`` characters, on one line."""
    line = " ".join(text.split())
    return f"'{line}'" if len(line) <= longest else f"'{line[: longest - 1]}…'"
