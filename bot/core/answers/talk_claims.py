"""Whether it is so, of one talk: the room, the time, the day, the place in the order that are claimed."""

from datetime import time

from bot.core.answers import talk_times, talks
from bot.core.drafts import Draft
from bot.core.evidence import asks_for_something_else
from bot.core.grounding import find_talks
from bot.core.inquiry import Inquiry
from bot.core.knowledge import Knowledge
from bot.core.language import UNTIL
from bot.core.polarity import is_polar, tells_more
from bot.core.reading import NAMED_ONE, Frame
from bot.core.relations import talk_day, talk_room
from bot.core.text import normalise
from bot.core.verdicts import with_verdict

_OF_PLACE = frozenset({"certain", "where", "what", "attend", "participants"})
_PLACES = ("room", "former_place")
_OTHER_THINGS = ("topic", "unannounced", "faq", "medium", "release", "contact", "time", "day", "session", "kind")


def answer_room_claim(inquiry: Inquiry) -> Draft | None:
    """Answer a question that wants a yes or a no about the room of one talk: "세 번째 발표 오동홀에서 하죠?"."""
    frame, knowledge = inquiry.frame, inquiry.knowledge
    if not frame.has(*_PLACES) or frame.has(*_OTHER_THINGS) or not _names_talk(frame):
        return None
    if frame.asks - _OF_PLACE or frame.moments - {"return", "now"} or not is_polar(frame, knowledge):
        return None
    if "now" in frame.moments and "certain" not in frame.asks:
        return None  # whether it is on
    given = find_talks(frame.without(*_PLACES), knowledge)
    if len(given) != 1 or asks_for_something_else(frame):
        return None
    room = talk_room(given[0], knowledge)
    is_so = normalise(room.ko) in frame.values("room") if room else None
    return with_verdict(talks.tell_where(inquiry, given), is_so, inquiry.voice)


def _names_talk(frame: Frame) -> bool:
    """Whether a talk is named: by its title, its words, its number or its speaker."""
    gives = frame.has("talks") or "speaker" in frame.values("role")
    return frame.has("talk", "topic_word") or (gives and frame.has("ordinal", "org", "place", *NAMED_ONE))


def judge_talk_day(inquiry: Inquiry) -> Draft | None:
    """Whether a talk is on the day claimed; of two days named, when it is."""
    frame = inquiry.frame
    if (
        not frame.days
        or frame.asks - {"certain", "when", "date", "what", "attend"}
        or frame.moments
        or frame.has("time")
    ):
        return None
    given = find_talks(frame.without("day"), inquiry.knowledge)
    if len(given) != 1 or frame.has("room") or asks_for_something_else(frame):
        return None
    is_so = talk_day(given[0], inquiry.knowledge) in frame.days if len(frame.days) == 1 else None
    return with_verdict(talk_times.tell_when(inquiry, given), is_so, inquiry.voice)


def judge_talk_time(inquiry: Inquiry, claimed: list[time]) -> Draft | None:
    """Whether a talk starts at the time claimed; of one without times of its own, what is announced."""
    given = find_talks(inquiry.frame, inquiry.knowledge)
    if len(given) != 1 or inquiry.frame.has("session", "kind"):
        return None
    made = talk_times.tell_when(inquiry, given)
    actual = given[0].end if asks_end(inquiry.frame, inquiry.knowledge) else given[0].start
    return with_verdict(made, claimed[0] == actual if actual and len(claimed) == 1 else None, inquiry.voice)


def judge_order(inquiry: Inquiry) -> Draft | None:
    """Whether the talk named is the one of that number."""
    frame = inquiry.frame
    if not frame.has("ordinal") or not frame.has("talk", "topic_word") or frame.asks - {"certain", "what", "order"}:
        return None
    if frame.moments:
        return None
    named = find_talks(frame.without("ordinal"), inquiry.knowledge)
    numbered = find_talks(frame.without("talk", "topic_word", "summary_word"), inquiry.knowledge)
    if len(named) != 1 or len(numbered) != 1:
        return None
    return with_verdict(talks.tell_order(inquiry, named), named == numbered, inquiry.voice)


def asks_end(frame: Frame, knowledge: Knowledge) -> bool:
    """Whether the end is meant: "4시에 끝나죠", "4시까지죠"."""
    if "end" in frame.asks:
        return "start" not in frame.asks
    if tells_more(frame, knowledge):
        return False
    times = {token.end for sense, token in frame.senses if sense.kind == "time"}
    return any(token.word and UNTIL in token.word.senses and token.start in times for token in frame.parse.tokens)
