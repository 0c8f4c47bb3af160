"""What the words that nothing explains tell: that the question asks for something the knowledge does not hold."""

from collections.abc import Iterable

from bot.core.clauses import in_background
from bot.core.language import Part
from bot.core.parsing import Token
from bot.core.reading import Frame, is_before_title, is_verbal, is_within_known, word_around
from bot.core.text import has_hangul

_LIGHT = 0.5  # verbs and single syllables of a question that is otherwise clear
_BEARABLE = 0.6  # one word that nothing explains, beside one certain thing and what is asked of it
_CERTAIN_THINGS = (
    "person", "family", "title", "talk", "topic_word", "session", "kind", "ordinal", "release", "medium", "venue",
    "named_role", "contact", "faq", "seminar",
)  # fmt: skip
_LONG_NUMBER = 3  # digits
_LONGEST_VERB = 6  # syllables; an unknown stretch that is longer holds more than a verb
_TOLD_OF = (
    "person", "family", "title", "org", "talk", "session", "kind", "medium", "topic", "faq", "venue", "room", "time",
    "day", "offset", "ordinal", "smalltalk", "release", "contact",
)  # fmt: skip
_SLIP = 1.4
_SHORT = 2  # syllables
_MOST_LIGHT = 0.8  # any number of them is no evidence alone


def asks_for_something_else(frame: Frame, others: Iterable[Token] = ()) -> bool:
    """Return whether the unexplained words of a question, and ``others`` like them, outweigh what is understood."""
    weights = [_weight(frame, token) for token in (*frame.unexplained, *others)]
    weights += [1.0 for _ in _guessed_fillers(frame)]
    light = min(sum(weight for weight in weights if weight < _LIGHT), _MOST_LIGHT)
    return light + sum(weight for weight in weights if weight >= _LIGHT) >= 1


def _guessed_fillers(frame: Frame) -> list[Token]:
    """The short words of a question that asks nothing which were taken for ones without a meaning: 친해 for 인해."""
    if frame.asks or frame.moments or frame.has(*_TOLD_OF):
        return []
    return [
        token
        for token in frame.parse.tokens
        if token.word
        and token.part in (Part.FILLER, Part.FILLER_STEM)
        and token.slips >= _SLIP
        and len(token.word.text) <= _SHORT
        and not in_background(token, frame.clauses)
    ]


def _weight(frame: Frame, token: Token) -> float:
    """How much an unknown word weighs: a verb or a single syllable less than a noun, a name before a title in full."""
    if token in frame.patched:
        return 1.0
    if any(char.isdigit() for char in token.typed):
        return 0.5 if token.typed.isdigit() and len(token.typed) < _LONG_NUMBER else 1.0
    if is_before_title(token, frame.parse):
        return 1.0
    if _is_bearable(frame, token):
        return min(_BEARABLE, _weight_of_form(frame, token))
    return _weight_of_form(frame, token)


def _is_bearable(frame: Frame, token: Token) -> bool:
    """Whether an unknown word is likelier a manner of speaking: all else of the question names and asks one thing."""
    own = {sense.kind for sense, _ in frame.senses if sense not in frame.inherited}
    if _is_before_seminar(frame, token):
        return False
    return token.word is None and bool(frame.asks - {"list"}) and not own.isdisjoint(_CERTAIN_THINGS)


def _is_before_seminar(frame: Frame, token: Token) -> bool:
    """Whether a word that nothing explains says which seminar is meant, another one: 환경부 세미나."""
    return (
        "certain" not in frame.asks
        and len(token.typed) > 1
        and any(s.kind == "seminar" and t.start == token.end for s, t in frame.senses)
    )


def _weight_of_form(frame: Frame, token: Token) -> float:
    """How much a word weighs by its form: verbs and single syllables less than nouns."""
    if not has_hangul(token.typed):
        return 1.0
    if len(token.typed) <= _LONGEST_VERB and is_verbal(token, frame.parse):
        return 0.4 if frame.asks and frame.has_subject else 0.7 if frame.asks else 1.0
    word = "".join(other.typed for other in word_around(token, frame.parse))
    if len(word) == 1:
        return 0.4 if frame.has_subject or not frame.asks else 1.0
    return 0.4 if (len(token.typed) == 1 and is_within_known(token, frame.parse)) else 1.0
