"""What the bot can neither do nor tell, whatever known words stand around: errands, things bought, leave to do them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.core.patterns import any_of, split_pair


@dataclass(frozen=True, slots=True)
class Limits:
    """What shows, in any language, that a question is no matter of telling what is known.

    ``errands`` match a wish that the bot do something; each of ``deeds`` what somebody wants to do (buy, borrow) and
    what an answer about that holds; ``leaves`` the verb of what somebody asks leave to do.
    """

    errands: re.Pattern[str]
    deeds: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    leaves: re.Pattern[str]


def make_limits(lists: Iterable[Mapping[str, tuple[str, ...]]]) -> Limits:
    """Return the limits of these word lists, one mapping a language.

    Each wording is a regular expression; ``WHERE`` in a deed stands for the language's ``deed_openers``.
    """
    every = tuple(lists)
    return Limits(
        errands=any_of(wording for one in every for wording in one.get("errands", ())),
        deeds=tuple(deed for one in every for deed in _deeds_of(one)),
        leaves=any_of(wording for one in every for wording in one.get("leaves", ())),
    )


def _deeds_of(one: Mapping[str, tuple[str, ...]]) -> Iterable[tuple[re.Pattern[str], re.Pattern[str]]]:
    opener = "|".join(one.get("deed_openers", ()))
    for deed in one.get("deeds", ()):
        asked, held = split_pair(deed)
        yield re.compile(asked.replace("WHERE", f"(?:{opener})")), any_of(filter(None, [held]))


def verb_of_leave(question: str, limits: Limits) -> str:
    """Return the verb of what a question asks leave to do, as typed; empty where it asks for none."""
    found = limits.leaves.search(question)
    return next(filter(None, found.groups()), "") if found else ""
