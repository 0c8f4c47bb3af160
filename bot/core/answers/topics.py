"""Topics that people ask of any seminar: answered where the knowledge holds an answer, else said to be unannounced."""

import re

from bot.core.answers import talk_times, talks
from bot.core.answers.refusals import not_announced, topic_not_announced
from bot.core.drafts import Basis, Draft, combine, draft
from bot.core.grounding import find_talks
from bot.core.inquiry import Inquiry
from bot.core.model import Entry, Note, Status, Venue

_OF_A_ROW = frozenset({"when", "start", "end", "duration", "remaining", "where"})
_FLOOR = re.compile(r"\d ?층|\bB?\d+F\b|\bfloor\b")


def answer_topics(inquiry: Inquiry) -> Draft | None:
    """Answer a question that names a topic, a question of the knowledge's own, or something it lists as unannounced."""
    frame, facts = inquiry.frame, inquiry.facts
    topics = frame.values("topic")
    own = frame.values("faq")
    if (frame.has("wrong") and "certain" in frame.asks) or (frame.has("said_word") and frame.asks_any("quote", "who")):
        return None
    if facts.embargoes and _asks_to_report(inquiry):
        return None
    if frame.has("session", "kind") and frame.asks & _OF_A_ROW and not topics:
        return None
    if topics[:1] == ("fee",) and not own and frame.has("topic_word") and not frame.has("seminar", "talks", "kind"):
        return not_announced(inquiry, inquiry.voice.say("not_announced_thing"))  # what something told of costs
    answers = [faq for faq in facts.faqs if faq.id in own or (topics and faq.topic == topics[0])]
    if not answers and topics[:1] == ("floor",) and _FLOOR.search(inquiry.voice.place()):
        return None
    if answers:
        return combine(draft(inquiry.voice.text(faq.answer), (faq, "answer")) for faq in answers)
    listed = [u for u in facts.unannounced if u.id in frame.values("unannounced")]
    if listed:
        return topic_not_announced(inquiry, inquiry.voice.text(listed[0].label))
    if "cancellation" in topics and frame.has("person", "talk", "topic_word", "ordinal"):
        given = find_talks(frame, inquiry.knowledge)
        return combine((talks.tell_where(inquiry, given), talk_times.tell_when(inquiry, given))) if given else None
    if "cancellation" in topics:
        return _changes(inquiry)
    if topics:
        return topic_not_announced(inquiry, inquiry.voice.name_of("topic", topics[0]))
    return None


def _asks_to_report(inquiry: Inquiry) -> bool:
    """Whether a topic is only what is to be reported: "사진 기사만 먼저 내도 되나요"."""
    frame = inquiry.frame
    of_the_programme = frame.has("session", "kind", "talk", "talks", "topic_word")
    may_report = "permission" in frame.asks and "content" not in frame.asks
    return "embargo" in frame.asks or (may_report and not of_the_programme)


def _changes(inquiry: Inquiry) -> Draft:
    """What was changed or cancelled."""
    changed: list[Entry] = [
        entry
        for entry in inquiry.knowledge.entry_by_path.values()
        if entry.status is Status.CHANGED or (entry.status is Status.CANCELLED and "where" not in inquiry.frame.asks)
    ]
    if not changed:
        return topic_not_announced(inquiry, inquiry.voice.name_of("topic", "cancellation"))
    lines = tuple(_describe(inquiry, entry) for entry in changed if entry.status is Status.CHANGED)
    return Draft(lines, tuple(_basis(entry) for entry in changed), about=tuple(changed))


def _describe(inquiry: Inquiry, entry: Entry) -> str:
    """The changed thing as it is now; of a changed field, its entry and its value."""
    voice = inquiry.voice
    if isinstance(entry, Note):
        parent = inquiry.knowledge.entry_by_path[entry.path.rpartition(".")[0]]
        return voice.say("session_when", title=voice.label(parent), when=voice.text(entry.value))
    return voice.place() if isinstance(entry, Venue) else voice.label(entry)


def _basis(entry: Entry) -> Basis:
    return Basis(entry, "status")
