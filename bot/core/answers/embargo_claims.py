"""Whether it is so, of the embargo: the day, the hour or the edition that is claimed is confirmed or denied."""

from collections.abc import Sequence
from datetime import time

from bot.core.inquiry import Inquiry
from bot.core.model import Embargo
from bot.core.patterns import find_all
from bot.core.polarity import is_polar

_OF_A_CLAIM = frozenset({"embargo", "certain", "what", "when", "date", "start", "end"})


def claims_moment(inquiry: Inquiry) -> bool:
    """Return whether a question claims from when the news may run: "엠바고 26일 맞죠", not "26일이면 풀리죠"."""
    frame, lists = inquiry.frame, inquiry.knowledge.speeches[inquiry.frame.language].lists
    if "embargo" not in frame.asks or frame.asks - _OF_A_CLAIM or not frame.has("day", "time") or frame.has("offset"):
        return False
    by_then = any(find_all(frame.parse.line.text, *lists["by_then"]))
    return is_polar(frame, inquiry.knowledge) and not by_then and not frame.moments


def judge_moment(inquiry: Inquiry, embargoes: Sequence[Embargo]) -> bool | None:
    """Return whether all of these lift at the moment claimed, or none does; None where that differs or is not known."""
    found = {_lifts_then(inquiry, embargo) for embargo in embargoes}
    return found.pop() if len(found) == 1 else None


def _lifts_then(inquiry: Inquiry, embargo: Embargo) -> bool | None:
    frame, text = inquiry.frame, inquiry.frame.parse.line.text
    times = [time.fromisoformat(value) for value in frame.values("time")]
    if len(frame.days) > 1 or len(times) > 1:
        return None  # one of several is to be chosen
    if frame.days and frame.days[0] != embargo.day:
        return False
    if times:
        return _may_be(times[0], embargo.start) if embargo.start else None
    editions = [word for word in inquiry.voice.speech.lists["editions"] if word in text]
    own = inquiry.voice.text(embargo.edition) if embargo.edition else ""
    return not editions or any(word in own for word in editions) if own else True


def _may_be(claimed: time, start: time) -> bool:
    """Whether an hour claimed is an embargo's: 2시 may be 14:00, 23시 is not 11:00."""
    return claimed.minute == start.minute and claimed.hour in (start.hour, start.hour - 12)
