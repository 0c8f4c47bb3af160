"""Asking for what was just told once more in another language: "영어로도 부탁", "in Korean, please"."""

from bot.core.hosting import listed
from bot.core.knowledge import Knowledge
from bot.core.language import Part, Sense
from bot.core.model import Language
from bot.core.parsing import Token
from bot.core.polarity import is_polar
from bot.core.reading import Frame

_LIST_BY_LANGUAGE: dict[Language, str] = {"ko": "in_korean", "en": "in_english"}
_WHAT = Sense("ask", "what")
_ATTACHED = (Part.PARTICLE, Part.COPULA, Part.ENDING)
_LOOSE = (Part.FILLER, Part.FILLER_STEM)


def language_wanted(frame: Frame, knowledge: Knowledge) -> Language | None:
    """Return the language that is asked for, where the question asks for nothing else; None else.

    "영어로도 되나요" asks whether there is interpretation, "영어로도 주세요" and a bare "영어로도?" do not.
    """
    wanted = {language: listed(frame, name, knowledge) for language, name in _LIST_BY_LANGUAGE.items()}
    named = [language for language, words in wanted.items() if words]
    if len(named) != 1:
        return None
    words = wanted[named[0]]
    rest = [token for token in frame.parse.tokens if token not in words and token.part not in _ATTACHED]
    if any(token.part not in _LOOSE and not _is_of_what_was_told(token) for token in rest):
        return None
    is_of_event = not words.isdisjoint(frame.tokens_of("topic")) and is_polar(frame, knowledge)
    return None if rest and is_of_event else named[0]


def _is_of_what_was_told(token: Token) -> bool:
    """Whether a word means no more than what was told: "그거 영어로", "영어로는 뭐예요"."""
    return token.word is not None and all(sense.kind == "reference" or sense == _WHAT for sense in token.word.senses)
