"""Greetings, thanks and farewells, and messages without a word."""

from bot.core.choices import suggestions
from bot.core.drafts import Draft
from bot.core.inquiry import Inquiry
from bot.core.language import Part
from bot.core.reading import Frame, word_around
from bot.core.reply import Outcome


def answer_smalltalk(inquiry: Inquiry) -> Draft | None:
    """A short friendly line for a greeting, thanks or a farewell that asks nothing."""
    frame, voice = inquiry.frame, inquiry.voice
    if not frame.has("smalltalk") or frame.has_subject or frame.asks - {"what"} or frame.unexplained:
        return None
    if frame.moments or frame.has("time", "day", "offset"):
        return None
    kind = frame.values("smalltalk")[0]
    if not _stands_alone(frame):
        return None
    title = voice.text(inquiry.facts.seminar.title)
    return Draft(
        (voice.say(kind, title=title),),
        outcome=Outcome.SMALLTALK,
        choices=suggestions(inquiry.voice) if kind == "greeting" else (),
    )


def _stands_alone(frame: Frame) -> bool:
    """Whether the greeting is a word of its own, not the start of another: "네" in "네시오분".

    A particle typed across a space ("네용도 요양해줘") is none: other words were taken to pieces.
    """
    line = frame.parse.line
    if any(token.part is Part.PARTICLE and line.count_breaks(token.start, token.end) for token in frame.parse.tokens):
        return False
    words = (Part.NOUN, Part.STEM, Part.FILLER, Part.FILLER_STEM, Part.UNKNOWN)
    tokens = [token for sense, token in frame.senses if sense.kind == "smalltalk"]
    around = [other for token in tokens for other in word_around(token, frame.parse) if other is not token]
    return not any(other.part in words and other not in tokens for other in around)


def answer_nothing(inquiry: Inquiry) -> Draft | None:
    """An empty question, or one without a letter."""
    if inquiry.frame.parse.tokens:
        return None
    return Draft(
        (inquiry.voice.say("empty"), inquiry.voice.contact_line()),
        outcome=Outcome.UNKNOWN,
        choices=suggestions(inquiry.voice),
    )
