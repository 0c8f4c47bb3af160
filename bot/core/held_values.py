"""Whether an answer holds what is asked of its matter: an hour, a price, somebody, or the very thing."""

import re
from dataclasses import dataclass

from bot.core.language import Speech

_BETWEEN = " :: "
_PARTICLE = re.compile(r"(?<=[가-힣])(?:이|가|도|은|는|을|를|이나|나)$")
_SHORTEST = 2  # letters of a thing


@dataclass(frozen=True, slots=True)
class HeldValues:
    """What one language's questions ask of an answer: each kind of value as asked and as told, and things."""

    kinds: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    things: tuple[re.Pattern[str], ...]
    loose: frozenset[str]
    never: re.Pattern[str]


def make_held_values(speech: Speech) -> HeldValues:
    """Return what a language's word file says of the values an answer has to hold."""
    kinds = (line.partition(_BETWEEN) for line in speech.lists["value_kinds"])
    return HeldValues(
        kinds=tuple((re.compile(asked), re.compile(told, re.IGNORECASE)) for asked, _, told in kinds),
        things=tuple(re.compile(pattern) for pattern in speech.lists["things_asked"]),
        loose=speech.word_sets["things_loose"],
        never=re.compile("|".join(speech.lists["things_never"])),
    )


def lacks_value(question: str, answer: str, values: HeldValues) -> bool:
    """Return whether a normalised question asks for a kind of value that the answer does not hold."""
    return any(asked.search(question) and not told.search(answer) for asked, told in values.kinds)


def things_of(question: str, values: HeldValues) -> tuple[str, ...]:
    """Return the things that a normalised question wants to be there, to be allowed or needed, without particles."""
    found = (_PARTICLE.sub("", match["thing"]) for pattern in values.things for match in pattern.finditer(question))
    kept = (thing for thing in found if len(thing) >= _SHORTEST and thing not in values.loose)
    return tuple(dict.fromkeys(thing for thing in kept if not values.never.search(thing)))
