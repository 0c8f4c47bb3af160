"""Whether a question wants a yes or a no: no word in it asks for a fact, and it ends or begins as such do."""

import re
from collections.abc import Iterable

from bot.core.knowledge import Knowledge
from bot.core.language import Part
from bot.core.reading import Frame

_STEMS = (Part.STEM, Part.FILLER_STEM)
_TITLED = ("talk", "session")
_CLOSING = " .!?~…ㅋㅎㅠㅜ"


def is_polar(frame: Frame, knowledge: Knowledge) -> bool:
    """Return whether the question wants a yes or a no: "…가 좌장인가요?", "is she the chair?"."""
    speech = knowledge.speeches[frame.language]
    text = frame.parse.line.text
    read_as = (token.word.text for token in frame.parse.tokens if token.word and token.slips)
    if _holds(speech.lists["question_words"], " ".join((_without_titles(frame), *read_as))):
        return False
    bare = text.rstrip(_CLOSING)
    return (
        "certain" in frame.asks
        or text.rstrip().endswith("?")
        or bare.endswith(speech.lists["polar_endings"])
        or bare.startswith(tuple(f"{opener} " for opener in speech.lists["polar_openers"]))
    )


def _without_titles(frame: Frame) -> str:
    """The text without the titles in it, which may be questions themselves: “Why we did not split the monolith”."""
    text = frame.parse.line.text
    for sense, token in frame.senses:
        if sense.kind in _TITLED:
            text = text.replace(token.typed, " ")
    return text


def tells_more(frame: Frame, knowledge: Knowledge) -> bool:
    """Return whether a verb says something else than that it is so: "그 과장이 받나요" claims no title."""
    light = knowledge.speeches[frame.language].lists["light_verbs"]
    words = [token.word for token in frame.parse.tokens if token.word and token.part in _STEMS]
    return any(not word.senses and word.text not in light for word in words)


def asks_whether_done(frame: Frame, knowledge: Knowledge) -> bool:
    """Return whether it is asked if somebody does what no word here means, and nothing else: "실장님이 챙기시나요"."""
    if (
        frame.asks
        or frame.inherited
        or frame.has("talks", "talk", "role", "session", "kind", "topic_word", "reference")
    ):
        return False
    is_bare = frame.parse.tokens[-1].part is Part.PARTICLE  # "그럼 그분은?" asks what was asked before
    return not is_bare and is_polar(frame, knowledge) and tells_more(frame, knowledge)


def is_alternative(frame: Frame, knowledge: Knowledge) -> bool:
    """Return whether one of two is to be chosen: "before or after", "3시 아니면 4시"."""
    words = knowledge.speeches[frame.language].lists["alternative_words"]
    return any(token.typed in words for token in frame.parse.tokens)


def has_limit(frame: Frame, knowledge: Knowledge) -> bool:
    """Return whether a time is a limit, not a claim: "will it be over before five", "4시 넘어서 끝나요"."""
    return _holds(knowledge.speeches[frame.language].lists["limit_words"], frame.parse.line.text)


def is_exclusive(frame: Frame, knowledge: Knowledge) -> bool:
    """Return whether it is asked for one thing alone: "토론만 하나요", "only the panel"."""
    words = knowledge.speeches[frame.language].lists["exclusive_words"]
    return any(token.typed in words for token in frame.parse.tokens)


def _holds(words: Iterable[str], text: str) -> bool:
    """Whether one of the words stands in the text; Latin ones as words of their own."""
    return any(re.search(rf"\b{re.escape(word)}\b", text) if word.isascii() else word in text for word in words)
