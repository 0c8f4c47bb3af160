"""People whom the knowledge does not name: claimed to hold a post or to play a part, or meant by a title alone."""

from bot.core.grounding import find_people
from bot.core.knowledge import Knowledge
from bot.core.language import Part, Sense
from bot.core.polarity import is_polar
from bot.core.reading import Frame, word_around

_NAME = range(2, 5)  # syllables of a Korean name


def without_stranger(frame: Frame, knowledge: Knowledge) -> Frame:
    """Return the frame without the surname of somebody unknown who is claimed to play a part: the true one is told."""
    families = frame.tokens_of("family", "family_latin")
    if not families or not frame.has("role") or frame.has("person") or not is_polar(frame, knowledge):
        return frame
    strange = any(family.end == token.start for token in frame.parse.unknown for family in families)
    return frame.without("family", "family_latin").with_senses([Sense("ask", "certain")]) if strange else frame


def claims_stranger(frame: Frame, knowledge: Knowledge) -> bool:
    """Return whether somebody who is not known is claimed to hold a post or to play a part: the true one is told."""
    if not frame.has("title", "role") or frame.has("person", "topic_word"):
        return False
    is_of_one = frame.has("family", "family_latin") or (frame.language == "ko" and _is_name_before_copula(frame))
    return "certain" in frame.asks or (is_of_one and not frame.asks and is_polar(frame, knowledge))


def _is_name_before_copula(frame: Frame) -> bool:
    """Whether an unknown word of a name's length bears the copula: 좌장이 박철수예요."""
    unknown = frame.parse.unknown
    if len(unknown) != 1:
        return False
    word = word_around(unknown[0], frame.parse)
    size = sum(len(token.typed) for token in word if token.part is not Part.COPULA)
    return word[-1].part is Part.COPULA and size in _NAME


def is_strange_title(frame: Frame, knowledge: Knowledge) -> bool:
    """Return whether a title is all that names somebody, and nobody here holds it."""
    named = ("person", "family", "family_latin", "title", "role", "named_role", "org", "talk", "topic_word")
    lone = any(len(value) > 1 for value in frame.values("honorific")) and not frame.has(*named)
    return lone and not find_people(frame, knowledge)
