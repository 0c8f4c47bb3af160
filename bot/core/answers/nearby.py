"""A detail of what a talk tells, which its text may or may not hold: refused, with what is known of the talk."""

from bot.core.answers.refusals import told_nearby
from bot.core.drafts import Draft
from bot.core.grounding import find_talks
from bot.core.inquiry import Inquiry
from bot.core.model import Talk

_TOLD = ("topic_word", "summary_word", "talk")
_ELSEWHERE = (
    "kind", "session", "medium", "release", "contact", "room", "venue", "title", "department", "faq", "unannounced",
    "smalltalk", "seminar", "time", "offset", "day",
)  # fmt: skip
_OPEN = frozenset({"what", "certain", "content", "count", "list", "background", "duration", "each"})
_DETAIL = "policy_detail"
_LONGEST = 280  # letters; what is longer is no short refusal


def answer_nearby(inquiry: Inquiry) -> Draft | None:
    """Refuse what cannot be told for sure of one talk's subject, and say what is known of it; else None."""
    frame = inquiry.frame
    if not frame.has(*_TOLD) or frame.has(*_ELSEWHERE) or frame.asks - _OPEN or frame.moments:
        return None
    if set(frame.values("topic")) - {_DETAIL}:
        return None
    talk = _only_talk(inquiry)
    if talk is None or talk.summary is None:
        return None
    made = told_nearby(inquiry, talk)
    return made if sum(map(len, made.lines)) <= _LONGEST else None


def _only_talk(inquiry: Inquiry) -> Talk | None:
    found = find_talks(inquiry.frame, inquiry.knowledge)
    return found[0] if len(found) == 1 else None
