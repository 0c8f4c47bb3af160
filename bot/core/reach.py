"""Whether a question is within reach: of something to be told, not to be done, bought or allowed."""

from collections.abc import Iterator
from dataclasses import replace

from bot.core.faqs import text_of, topics_of
from bot.core.grounding import find_sessions
from bot.core.knowledge import Knowledge
from bot.core.limits import verb_of_leave
from bot.core.model import Faq
from bot.core.reading import Frame
from bot.core.text import normalise

# Beside these something to do may be asked about: where it is done, by whom. Any other ask is the question itself.
_OPEN = frozenset(
    {
        "where",
        "what",
        "who",
        "certain",
        "attend",
        "phone",
        "contact",
        "name",
        "content",
        "permission",
        "affiliation",
        "remaining",
    }
)
_OF_LEAVE = _OPEN - {"permission"}
_EXCEPTED = ("topic", "faq", "faq_word")
_PARTICLE = 3  # jamo between what is not meant and the word that says so
_SETTLED = ("topic", "faq", "unannounced", "medium", "release", "time", "day")  # answered by what is said of these


def is_beyond(frame: Frame, knowledge: Knowledge) -> bool:
    """Return whether the question wants something done, or is about doing something of which nothing is told."""
    limits = knowledge.limits
    is_offered = frame.language == "ko" and frame.question.endswith("?") and frame.has("faq")  # 통역해 줘요?
    if limits.errands.search(frame.question) and not is_offered:
        return True
    return _is_untold_deed(frame, knowledge) or _is_untold_leave(frame, knowledge)


def without_excepted(frame: Frame, knowledge: Knowledge) -> Frame:
    """Return the frame without the topics that it says are not meant: 와이파이 말고."""
    words = knowledge.speeches[frame.language].lists["excepting_words"]
    places = [token.start for token in frame.parse.tokens if token.typed in words]
    if not places:
        return frame
    near = {t for t in frame.parse.tokens if any(t.end <= at <= t.end + _PARTICLE for at in places)}
    return replace(frame, senses=tuple((s, t) for s, t in frame.senses if s.kind not in _EXCEPTED or t not in near))


def _is_untold_deed(frame: Frame, knowledge: Knowledge) -> bool:
    """Whether it is asked where or how to do something (buy, borrow) that no answer on the matter speaks of."""
    if frame.asks - _OPEN or frame.has("situation"):
        return False
    wanted = [held for asked, held in knowledge.limits.deeds if asked.search(frame.question)]
    texts = tuple(_texts_on(frame, knowledge)) if wanted else ()
    return any(not any(held.search(text) for text in texts) for held in wanted)


def _texts_on(frame: Frame, knowledge: Knowledge) -> Iterator[str]:
    """What is told of the matters that a question names: the answers about them, the titles of the rows."""
    topics = {*frame.values("topic", "told_topic", "row_topic")}
    yield from (text_of(faq, knowledge) for faq in knowledge.facts.faqs if _is_named(faq, topics, frame, knowledge))
    if frame.has("session", "kind"):
        for row in find_sessions(frame, knowledge):
            yield normalise(" \n ".join(row.title.wordings))


def _is_named(faq: Faq, topics: set[str], frame: Frame, knowledge: Knowledge) -> bool:
    return faq.id in frame.values("faq", "faq_word") or not topics.isdisjoint(topics_of(faq, knowledge))


def _is_untold_leave(frame: Frame, knowledge: Knowledge) -> bool:
    """Whether leave is asked to do something that no word of the question's own is known for."""
    verb = verb_of_leave(frame.question, knowledge.limits)
    if not verb or frame.asks - _OF_LEAVE or frame.has(*_SETTLED) or frame.moments - {"over", "now"}:
        return False
    known = {token.typed for sense, token in frame.senses if sense.kind == "ask"}
    return not any(verb in typed or verb.startswith(typed) for typed in known if typed)
