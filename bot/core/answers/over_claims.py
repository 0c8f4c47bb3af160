"""Yes or no to whether something will be over by a time: "2시 반이면 인사말 끝났을까요?"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time

from bot.core.answers import row_times
from bot.core.answers import seminar as whole
from bot.core.drafts import Draft
from bot.core.grounding import find_sessions
from bot.core.inquiry import Inquiry
from bot.core.language import Sense
from bot.core.model import Session
from bot.core.patterns import find_all
from bot.core.programme import ending
from bot.core.relations import rows_with_talks
from bot.core.verdicts import with_verdict

_ALLOWED = frozenset({"certain", "end", "attend", "what"})
_OF_ONE_TALK = ("talk", "topic_word", "ordinal")
_END = Sense("ask", "end")


def judge_over(inquiry: Inquiry) -> Draft | None:
    """Whether the row, the talks or the seminar are over at the one time that is named."""
    frame = inquiry.frame
    times = [time.fromisoformat(value) for value in frame.values("time")]
    if len(times) != 1 or frame.asks - _ALLOWED or frame.has(*_OF_ONE_TALK) or not _is_of_being_over(inquiry):
        return None
    rows = _rows_meant(inquiry)
    if not rows and not frame.has("seminar"):
        return None
    end = max((datetime.combine(row.day, row.end) for row in rows), default=ending(inquiry.knowledge))
    if end is None or len({row.day for row in rows}) > 1:
        return None
    asked = replace(inquiry, frame=frame.with_senses([_END]))
    made = row_times.tell_when(asked, rows) if rows else whole.tell_when(asked)
    return with_verdict(made, end.time() <= times[0], inquiry.voice)


def _is_of_being_over(inquiry: Inquiry) -> bool:
    """Whether it is said to be over: 끝났을까, 끝난 뒤인가요, "be over by"; not that it ends then."""
    frame = inquiry.frame
    if "over" in frame.moments:
        return True
    patterns = inquiry.knowledge.speeches[frame.language].lists["over_claims"]
    return any(find_all(frame.question, *patterns))


def _rows_meant(inquiry: Inquiry) -> Sequence[Session]:
    """The rows named; of the talks in general those that hold them."""
    rows = find_sessions(inquiry.frame, inquiry.knowledge)
    return rows if rows or not inquiry.frame.has("talks") else rows_with_talks(inquiry.knowledge)
