"""What is wrong with a knowledge folder: each problem with its place, its rule and the words to tell it with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.loading.rules import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One mistake. ``line`` and ``column`` count from 1; line 0 stands for a file (or folder) as a whole.

    ``words`` fill the places in the rule's sentences (see ``telling``).
    """

    file: str
    rule: Rule
    words: Mapping[str, str] = field(default_factory=dict)
    line: int = 0
    column: int = 0
    entry: str = ""

    def __str__(self) -> str:
        from bot.loading.telling import tell  # here, for the sentences are only read once there is something to tell

        return tell(self)


class KnowledgeError(ValueError):
    """A folder that cannot be used; ``problems`` are all that is wrong with it, its text one line for each."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class ReadingError(ValueError):
    """A value that cannot be read, told apart from its place: the rule it breaks and the words to tell it with."""

    def __init__(self, rule: Rule, **words: object) -> None:
        self.rule = rule
        self.words = fill(words)
        super().__init__(rule)


def fill(words: Mapping[str, object]) -> dict[str, str]:
    """Return the words as texts; those that are None or empty are left out, as is a guess that there is not."""
    return {name: str(word) for name, word in words.items() if word not in (None, "")}


def find_nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that ``word`` was probably meant to be, or None if none is near."""
    limit = max(1, (len(word) + 2) // 3)
    found = process.extractOne(word.casefold(), list(known), scorer=OSA.distance, score_cutoff=limit)
    return found[0] if found else None


def suggest(word: str, known: Iterable[str]) -> dict[str, str]:
    """Return the words of an advice: the ``nearest`` known word if one is near, and all the ``names``."""
    names = list(known)
    return fill({"nearest": find_nearest(word, names), "names": ", ".join(names)})


def show(text: str, longest: int = 40) -> str:
    """Return the text in quotes, shortened to ``longest`` characters, on one line."""
    line = " ".join(text.split())
    return f"'{line}'" if len(line) <= longest else f"'{line[: longest - 1]}…'"
