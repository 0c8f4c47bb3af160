"""Details of what is told that no text holds: when the megacity is completed, which company, an example, the evidence.

A question may name a talk by its subject and yet ask of the subject itself. Neither the talk's own hour and room nor
its summary answers that: the summary only where it holds a time or a name of the kind that is asked for.
"""

import re

from bot.core.grounding import find_talks
from bot.core.knowledge import Knowledge
from bot.core.language import Sense, Speech
from bot.core.naming_talks import subjects_of_talks
from bot.core.patterns import find_first
from bot.core.reading import Frame
from bot.core.text import has_hangul, normalise

NOT_HELD = Sense("topic", "policy_detail")
_TOLD = ("topic_word", "summary_word", "talk")
_OF_THE_PROGRAMME = (
    "talks", "role", "named_role", "kind", "seminar", "room", "medium", "ordinal", "contact", "release", "person",
    "family", "family_latin", "note", "row", "courtesy",
)  # fmt: skip
_ANSWERED = ("topic", "faq", "unannounced", "row_topic")  # what has an answer of its own
_HOURS = frozenset({"when", "start", "end", "date", "exact"})
_HOUR = re.compile(r"\d{4}|\d+ ?(?:월|시|년)|\d ?[ap]\.?m\b")
_PLACE = re.compile(r"어디|\bwhere\b")
_OPEN = frozenset({"what", "certain"})  # asks that a summary may answer
_FEW = 2  # talks; what more of them tell is not what is asked


def without_details(frame: Frame, knowledge: Knowledge) -> Frame:
    """Return the frame; one that asks for a detail of what a talk tells, as asking for what its text holds, or not."""
    if frame.has(*_ANSWERED) or not frame.has(*_TOLD, "person") or frame.asks_any("contact", "phone"):
        return frame
    lists = knowledge.speeches[frame.language]
    if _asks_beyond(frame, lists, knowledge):
        return frame.without("ask").with_senses([NOT_HELD])
    if frame.has(*_OF_THE_PROGRAMME) or not _asks_of_subject(frame, lists):
        return _with_content(frame, lists, knowledge)
    is_told = bool(frame.asks & _HOURS) and _HOUR.search(_prose(frame, knowledge))
    return frame.without("ask").with_senses([Sense("ask", "content") if is_told else NOT_HELD])


def _asks_of_subject(frame: Frame, speech: Speech) -> bool:
    """Whether it is asked when, where or who of a thing; a place that is told, or amid what is told, is not asked."""
    is_placed = "where" not in frame.asks and "content" in frame.asks
    found = _found(speech, "subject_asks", frame)
    return any(not (_PLACE.search(one[0]) and (is_placed or "who" in frame.asks)) for one in found)


def _with_content(frame: Frame, speech: Speech, knowledge: Knowledge) -> Frame:
    """The frame asking for what one talk says, where it is asked how or what it would have done: 어떻게 살리자고."""
    is_open = not frame.asks - _OPEN and frame.has(*_TOLD) and not frame.has("person", "role")
    if not is_open or not _found(speech, "content_asks", frame) or len(find_talks(frame, knowledge)) != 1:
        return frame
    return frame.with_senses([Sense("ask", "content")])


def _asks_beyond(frame: Frame, speech: Speech, knowledge: Knowledge) -> bool:
    """Whether a thing is asked for that the text would have to name: an example, the evidence, a company, a country."""
    for found in _found(speech, "detail_asks", frame):
        word = found.groupdict().get("held")
        if not word or word not in _prose(frame, knowledge):
            return True
    if not frame.has(*_TOLD):
        return False
    for found in _found(speech, "place_asks", frame):
        prose = _prose(frame, knowledge)
        return bool(found) and not any(place in prose for place in speech.lists["place_names"])
    is_of_people = frame.has("role", "named_role", "person", "talks", "courtesy")
    named = () if is_of_people else _found(speech, "name_asks", frame)
    return any(not _is_named(found["noun"], frame, knowledge) for found in named)


def _is_named(noun: str, frame: Frame, knowledge: Knowledge) -> bool:
    """Whether a text holds a name that ends in a noun: 새솔대학교, Saesol University."""
    name = rf"[가-힣]{{2,}}{noun}" if has_hangul(noun) else rf"[A-Z][a-z]+ {noun.capitalize()}"
    return any(find_first(text, name) for text in _texts(frame, knowledge))


def _found(speech: Speech, name: str, frame: Frame) -> tuple[re.Match[str], ...]:
    """Where the patterns of a list of a language fit the question."""
    typed = _typed(frame)
    return tuple(found for pattern in speech.lists[name] if (found := find_first(typed, pattern)))


def _typed(frame: Frame) -> str:
    """The question as it was typed: what was taken for a word of a text may be another."""
    line = frame.parse.line
    text = line.text
    for token in subjects_of_talks(frame):  # 해외 사례 발표: no example is asked for
        first, last = line.source[token.start], line.source[token.end - 1] + 1
        text = text[:first] + " " * (last - first) + text[last:]
    for token in reversed(frame.parse.tokens):
        if token.mistyped and token.end <= len(line.source):
            text = text[: line.source[token.start]] + token.mistyped + text[line.source[token.end - 1] + 1 :]
    return text


def _prose(frame: Frame, knowledge: Knowledge) -> str:
    """What the talks tell that a question is about, normalised."""
    return normalise("\n".join(_texts(frame, knowledge)))


def _texts(frame: Frame, knowledge: Knowledge) -> tuple[str, ...]:
    """The titles and summaries of the talks that a question is about, where they are few."""
    talks = find_talks(frame, knowledge)
    texts = (text for talk in talks for text in (talk.title, talk.summary) if text)
    return tuple(w for text in texts for w in text.wordings) if len(talks) <= _FEW else ()
