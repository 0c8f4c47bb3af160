"""Problems told in a language, in the sentences of bot/language/*/problems.yaml."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from string import Formatter

from bot.core.model import Language
from bot.loading.descriptions import load_descriptions
from bot.loading.languages import LANGUAGE_DIR
from bot.loading.problems import Problem
from bot.loading.words import load_mapping

_JOINT_BY_LANGUAGE: Mapping[Language, str] = {"ko": ". ", "en": "; "}


@dataclass(frozen=True, slots=True)
class Sentences:
    """What a rule says: what is wrong and what to type instead, each in wordings from the fullest to the barest."""

    what: tuple[str, ...]
    instead: tuple[str, ...]


@cache
def load_sentences(language: Language) -> Mapping[str, Sentences]:
    """Return the sentences of every rule by its name. Raises KnowledgeError where the file cannot be used."""
    return {
        name: Sentences(_list(said["what"]), _list(said["instead"]))
        for name, said in load_mapping(LANGUAGE_DIR / language / "problems.yaml").items()
        if isinstance(said, dict)
    }


def _list(part: object) -> tuple[str, ...]:
    return tuple(map(str, part)) if isinstance(part, list) else (str(part),)


def list_places(wording: str) -> set[str]:
    """Return the names of the places that a wording has for words."""
    return {name for _, name, _, _ in Formatter().parse(wording) if name is not None}


def tell_what(problem: Problem, language: Language) -> str:
    """Return what is wrong."""
    return choose(load_sentences(language)[problem.rule].what, problem.words)


def tell_instead(problem: Problem, language: Language) -> str:
    """Return what to type instead; a field that is named in full is described."""
    hint = load_descriptions(language).get(problem.words.get("full_name", ""))
    words = {**problem.words, "hint": hint} if hint else problem.words
    return choose(load_sentences(language)[problem.rule].instead, words)


def tell_both(problem: Problem, language: Language) -> str:
    """Return what is wrong and what to type instead."""
    return _JOINT_BY_LANGUAGE[language].join((tell_what(problem, language), tell_instead(problem, language)))


def choose(wordings: tuple[str, ...], words: Mapping[str, str]) -> str:
    """Return the first wording for all of whose places there are words, with the words in them."""
    return next(wording.format_map(words) for wording in wordings if list_places(wording) <= words.keys())


def tell(problem: Problem, language: Language = "ko", file: str | None = None) -> str:
    """Return the problem in one line that can be printed: its place, its entry, what is wrong and what to type instead.

    ``file`` is the file's name as the reader would open it, the problem's own where left out.
    """
    name = problem.file if file is None else file
    place = f"{name}:{problem.line}:{problem.column}" if problem.line else name
    entry = f" '{problem.entry}'" if problem.entry else ""
    told = f"{place}{entry}: {tell_both(problem, language)}"
    return "".join(character if character.isprintable() else "\ufffd" for character in told)


def tell_all(problems: Iterable[Problem], language: Language) -> str:
    """Return problems with a line for each."""
    return "\n".join(tell(problem, language) for problem in problems)
