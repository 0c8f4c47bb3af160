"""Whether an answer holds what is asked of its matter: an hour, a price, somebody, or the very thing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.language import Speech
from bot.core.patterns import any_of, split_pair

_PARTICLE = re.compile(r"(?<=[가-힣])(?:이|가|도|은|는|을|를|이나|나)$")
_SHORTEST = 2  # letters of a thing


@dataclass(frozen=True, slots=True)
class HeldValues:
    """What one language's questions ask of an answer: each kind of value as asked and as told, and things.

    ``further`` holds the kinds that are asked of the answer just given, ``further_polar`` what only asks whether it
    holds for all, too.
    """

    kinds: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    things: tuple[re.Pattern[str], ...]
    loose: frozenset[str]
    never: re.Pattern[str]
    further: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    further_polar: re.Pattern[str]


def make_held_values(speech: Speech) -> HeldValues:
    """Return what a language's word file says of the values an answer has to hold."""
    return HeldValues(
        kinds=_pairs(speech.lists["value_kinds"]),
        things=tuple(re.compile(pattern) for pattern in speech.lists["things_asked"]),
        loose=speech.word_sets["things_loose"],
        never=any_of(speech.lists["things_never"]),
        further=_pairs(speech.lists["asked_further"]),
        further_polar=any_of(speech.lists["asked_further_polar"]),
    )


def _pairs(lines: Iterable[str]) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(asked), re.compile(told, re.IGNORECASE)) for asked, told in map(split_pair, lines))


def lacks_value(question: str, answer: str, values: HeldValues) -> bool:
    """Return whether a normalised question asks for a kind of value that the answer does not hold."""
    return any(asked.search(question) and not told.search(answer) for asked, told in values.kinds)


def is_asked_further(question: str, answer: str, values: HeldValues) -> bool:
    """Return whether a short question asks more of the answer just given, and that one holds it."""
    kinds = [told for asked, told in values.further if asked.search(question)]
    if kinds:
        return any(told.search(answer) for told in kinds)
    return values.further_polar.search(question) is not None


def things_of(question: str, values: HeldValues) -> tuple[str, ...]:
    """Return the things that a normalised question wants to be there, to be allowed or needed, without particles."""
    found = (_PARTICLE.sub("", match["thing"]) for pattern in values.things for match in pattern.finditer(question))
    kept = (thing for thing in found if len(thing) >= _SHORTEST and thing not in values.loose)
    return tuple(dict.fromkeys(thing for thing in kept if not values.never.search(thing)))
