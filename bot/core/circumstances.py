"""Moments and topics that only tell the circumstances: having missed it, at present, the way there, a coffee."""

from dataclasses import replace

from bot.core.hosting import listed
from bot.core.knowledge import Knowledge
from bot.core.language import Sense
from bot.core.reading import NAMED_ONE, Frame

THINGS_TOLD = ("talk", "topic_word", "kind", "session", "person", "talks")
_SOMEBODY = ("person", "title", "honorific", "family")
_NOW, _WAY = Sense("moment", "now"), Sense("topic", "transport")


def without_now(frame: Frame, knowledge: Knowledge) -> Frame:
    """Without the present moment of a verb of taking place: "when is the closing happening"."""
    verbs = listed(frame, "event_verbs", knowledge)
    if not verbs or not frame.asks & {"when", "start"} or not frame.has(*THINGS_TOLD):
        return frame
    return replace(frame, senses=tuple(pair for pair in frame.senses if pair[1] not in verbs))


def without_present(frame: Frame, knowledge: Knowledge) -> Frame:
    """Without the present moment where it is asked what somebody is at present: "지금 어떤 직함을 갖고 계신지"."""
    del knowledge
    is_of_somebody = frame.has(*_SOMEBODY, "talk", "topic_word", "ordinal") and not frame.has("time", "session", "kind")
    if not frame.asks & {"title", "affiliation"} or frame.moments != {"now"} or not is_of_somebody:
        return frame
    return frame.without_senses(_NOW)


def without_way(frame: Frame, knowledge: Knowledge) -> Frame:
    """Without the way to the venue where the room of something is asked: "김 교수 발표는 어느 방을 찾아가야 해요"."""
    if "where" not in frame.asks or not frame.has("topic"):
        return frame
    rooms = knowledge.speeches[frame.language].lists["room_words"]
    is_placed = any(token.typed.endswith(rooms) for token in frame.tokens_meaning(Sense("ask", "where")))
    if (
        not is_placed
        or not frame.has("talks", "talk", "session", *NAMED_ONE)
        or frame.values("topic") != ("transport",)
        or frame.has("seminar", "venue", "told_topic")
    ):
        return frame
    return frame.without_senses(_WAY)


def with_break(frame: Frame, knowledge: Knowledge) -> Frame:
    """With the break, where it is asked when one can go out for a coffee or a smoke."""
    breaks = knowledge.sessions_by_kind.get("break", ())
    is_out = {"leaving", "when"} <= frame.asks and set(frame.values("topic")) <= {"meals", "facilities"}
    if not is_out or not breaks or not frame.has("topic") or frame.has("kind", "session"):
        return frame
    return frame.without("topic", "detail", "ask").with_senses([Sense("kind", "break"), Sense("ask", "when")])


def without_missing(frame: Frame, knowledge: Knowledge) -> Frame:
    """Without having missed it, where it is asked what a talk said: "I missed talk 2, what was it about"."""
    del knowledge
    if not frame.moments & {"missed", "late"} or not frame.asks & {"content", "quote", "heading"}:
        return frame
    if not frame.has("talk", "topic_word", "ordinal", *_SOMEBODY):
        return frame
    return frame.without_senses(Sense("moment", "missed"), Sense("moment", "late"))


def with_website(frame: Frame, knowledge: Knowledge) -> Frame:
    """With the paper's own website, where somebody of a newspaper asks to put something there: "홈페이지에 먼저"."""
    if "newspaper" not in frame.values("medium") or not frame.asks_any("permission", "embargo"):
        return frame
    words = knowledge.speeches[frame.language].lists["website_words"]
    if not any(word in token.typed for token in frame.parse.tokens for word in words):
        return frame
    made = frame.with_swapped(Sense("medium", "newspaper"), Sense("medium", "newspaper_website"))
    return made.without("detail", "topic")
