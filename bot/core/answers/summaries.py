"""What a talk or a row says of a topic people ask of any seminar: "임금은 몇 퍼센트나 보전하자는 건데요"."""

import re
from collections.abc import Iterator

from bot.core.answers.talks import tell_content
from bot.core.drafts import Basis, Draft
from bot.core.grounding import find_talks
from bot.core.inquiry import Inquiry
from bot.core.language import WEAK_SENSES, Part
from bot.core.model import Session, Talk
from bot.core.parsing import Token
from bot.core.reading import Frame, is_verbal
from bot.core.text import has_hangul, normalise

_TOPICS = frozenset({"policy_detail", "budget", "conclusion", "personal", "fee", "pay", "predecessor"})
# What asks for a number, and how a number of its kind is written.
_MEASURES = (
    (re.compile(r"퍼센트|프로$|비율|비중|percent|share|proportion"), re.compile(r"\d ?%|\d ?퍼센트|percent")),
    (re.compile(r"얼마|금액|가격|how much|price|cost"), re.compile(r"\d ?(?:원|만 원|억|조)|\d ?(?:won|dollars)")),
    (re.compile(r"몇 배"), re.compile(r"\d ?배|두 배|세 배|twice|times")),
)
_CONTENT_SENSES = frozenset({"topic_word", "summary_word", "other", *WEAK_SENSES})
_CONTENT_PARTS = frozenset({Part.NOUN, Part.STEM, Part.UNKNOWN})
_NAMING = ("talk", "person", "ordinal", "topic_word")
_FEW = 100  # rows; more are not read through for one question
_ENOUGH = 2  # words of the question that a text holds
_LATIN_STEM = 5  # letters


def tell_summary(inquiry: Inquiry) -> Draft | None:
    """Return the summary that holds all that a question about a topic asks for; None where none does, or several do."""
    frame = inquiry.frame
    if not {*frame.values("topic")} <= _TOPICS:
        return None
    told: list[Talk | Session] = [*_talks_that_hold(inquiry)]
    if not told and len(inquiry.facts.sessions) <= _FEW:
        told = [row for row in inquiry.facts.sessions if row.summary and _holds(frame, row, False)]
    if len(told) != 1:
        return None
    entry = told[0]
    if isinstance(entry, Talk):
        return tell_content(inquiry, [entry])
    return Draft((inquiry.voice.text(entry.summary),), (Basis(entry, "summary"),), about=(entry,), is_released=True)


def _talks_that_hold(inquiry: Inquiry) -> Iterator[Talk]:
    """The talks that hold what is asked, of those that words of the question belong to."""
    frame, knowledge = inquiry.frame, inquiry.knowledge
    found = find_talks(frame, knowledge) if frame.has(*_NAMING) else ()
    named = found if len(found) == 1 else ()
    ids = dict.fromkeys(frame.values("topic_word", "summary_word"))
    for talk in named or knowledge.in_order(t for id_ in ids if (t := knowledge.talk_by_id.get(id_))):
        if talk.summary and _holds(frame, talk, talk in named):
            yield talk


def _holds(frame: Frame, entry: Talk | Session, is_named: bool) -> bool:
    """Whether an entry holds every word of the question, and what its topics ask for."""
    text = _text_of(entry)
    topics = [token for sense, token in frame.senses if sense.kind == "topic"]
    if not all(_holds_topic(token, text, frame) for token in topics):
        return False
    words = {*_content_words(frame)}
    held = words | {token.typed for token in topics if _is_in(token.typed, text)}
    is_enough = len(held) >= _ENOUGH or (is_named and frame.values("topic") == ("conclusion",))
    return is_enough and all(_is_in(word, text) for word in words)


def _text_of(entry: Talk | Session) -> str:
    keywords = entry.keywords if isinstance(entry, Talk) else ()
    summary = entry.summary.wordings if entry.summary else ()
    return normalise(" \n ".join((*entry.title.wordings, *entry.spellings, *keywords, *summary)))


def _holds_topic(token: Token, text: str, frame: Frame) -> bool:
    """Whether a text holds what a topic's word asks: a number of its kind, or the word itself; a talk's own result."""
    for asked, written in _MEASURES:
        if asked.search(token.typed):
            return bool(written.search(text))
    is_result = token.word is not None and any(s.value == "conclusion" for s in token.word.senses)
    return _is_in(token.typed, text) or (is_result and "content" in frame.asks)


def _content_words(frame: Frame) -> Iterator[str]:
    """The words that carry the question: those of the talks, and those that nothing explains, verbs left out."""
    topics = {token.start for sense, token in frame.senses if sense.kind == "topic"}
    for token in frame.parse.tokens:
        if token.part not in _CONTENT_PARTS or token.start in topics or len(token.typed) < _ENOUGH:
            continue
        kinds = {sense.kind for sense in token.word.senses} if token.word else set()
        if kinds <= _CONTENT_SENSES and not (token.word is None and is_verbal(token, frame.parse)):
            yield token.typed


def _is_in(word: str, text: str) -> bool:
    return word in text if has_hangul(word) else word[:_LATIN_STEM] in text
