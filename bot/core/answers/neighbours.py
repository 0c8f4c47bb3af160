"""Who comes, or what is given, before or after a row that is named: "who speaks after the break"."""

from collections.abc import Sequence

from bot.core.answers import talks
from bot.core.answers.timeline import PAUSES, local_now, slots_asked, tell_slots, with_people
from bot.core.drafts import Draft
from bot.core.grounding import find_sessions
from bot.core.hosting import listed
from bot.core.inquiry import Inquiry
from bot.core.model import Session, Talk
from bot.core.parsing import Token
from bot.core.programme import last_before, next_after
from bot.core.reading import Frame
from bot.core.relations import talks_held_in
from bot.core.slots import Slot

_ASKED = frozenset({"who", "name", "title", "affiliation", "heading", "content", "what", "topic_of", "attend", "role"})
_NAMED = ("person", "family", "family_latin", "talk", "topic_word", "time", "offset", "ordinal", "number", "org")
_ROWS = ("session", "kind")


def tell_neighbour(inquiry: Inquiry) -> Draft | None:
    """Say who speaks in the row beside the one named, or what talk; None where only the row itself is asked for."""
    frame = inquiry.frame
    gives = frame.has("talks") or frame.has("role")
    if not frame.has(*_ROWS) or frame.has(*_NAMED) or set(frame.values("role")) - {"speaker"}:
        return None
    of_people = frame.asks_any("who", "name", "title", "affiliation")
    strange = frame.asks - _ASKED - ({"quote"} if of_people else set())  # who gives the remarks after the break
    if strange or not (gives or of_people):
        return None
    step = step_beside(inquiry)
    anchor = _anchor(inquiry) if step else None
    if not step or not anchor:
        return None
    talk = _talk_beside(inquiry, anchor, step) if gives else None
    return talks.describe(inquiry, [talk]) if talk else _tell_row(inquiry, anchor, step)


def step_beside(inquiry: Inquiry) -> str:
    """Return "next" or "previous" where such a word stands beside the row named; "" where none does."""
    frame = inquiry.frame
    steps = {token: sense.value for sense, token in frame.senses if sense.kind == "moment"}
    steps |= dict.fromkeys(listed(frame, "preceding", inquiry.knowledge), "previous")
    lone = listed(frame, "attributive_steps", inquiry.knowledge)
    rows = [token for sense, token in frame.senses if sense.kind in _ROWS]
    if any(sense.kind in _ROWS for sense in frame.inherited):  # and the one before that, who does it
        return next((step for step in steps.values() if step in ("next", "previous")), "")
    for token, step in steps.items():
        if step not in ("next", "previous") or token in lone:
            continue
        is_led = frame.language == "en"
        pairs = [(token, row) if is_led else (row, token) for row in rows]
        if any(_is_beside(frame, first, second) for first, second in pairs):
            return step
    return ""


def _is_beside(frame: Frame, first: Token, second: Token) -> bool:
    """Whether nothing that means something stands between the two."""
    meant = {token for _, token in frame.senses}
    between = [t for t in frame.parse.tokens if first.end <= t.start and t.end <= second.start]
    return first.end <= second.start and meant.isdisjoint(between)


def _anchor(inquiry: Inquiry) -> Slot | None:
    """The row named: of several of its kind the one that is on or comes next, else the last."""
    rows, now = set(find_sessions(inquiry.frame, inquiry.knowledge)), local_now(inquiry)
    found = [slot for slot in slots_asked(inquiry) if slot.entry in rows]
    return next((slot for slot in found if slot.end > now), found[-1] if found else None)


def _tell_row(inquiry: Inquiry, anchor: Slot, step: str) -> Draft | None:
    found = _row_beside(inquiry, anchor, step)
    if not found:
        return None
    title, voice = inquiry.voice.text(anchor.title), inquiry.voice
    key, named = ("next_after", "previous") if step == "next" else ("previous_of", "anchor")
    told = tell_slots(inquiry, found, key, **{named: title})
    is_pause = all(_is_kind(slot, PAUSES) for slot in found)
    beyond = _row_beside(inquiry, found[0], step) if is_pause else ()
    if not beyond:
        return with_people(inquiry, told, found)
    return with_people(inquiry, told + tell_slots(inquiry, beyond, key, **{named: voice.text(found[0].title)}), beyond)


def _row_beside(inquiry: Inquiry, anchor: Slot, step: str, skipped: Sequence[str] = ()) -> tuple[Slot, ...]:
    """What takes place right after or before a row, without the rows of the kinds skipped."""
    slots = [slot for slot in slots_asked(inquiry) if not _is_kind(slot, skipped)]
    return next_after(slots, anchor.end) if step == "next" else last_before(slots, anchor.start)


def _is_kind(slot: Slot, kinds: Sequence[str]) -> bool:
    return isinstance(slot.entry, Session) and slot.entry.kind in kinds


def _talk_beside(inquiry: Inquiry, anchor: Slot, step: str) -> Talk | None:
    """The first talk of the row that follows, the last of the one before; None where that is no row of talks."""
    found = _row_beside(inquiry, anchor, step, PAUSES)
    if len(found) != 1:
        return None
    entry = found[0].entry
    if isinstance(entry, Talk):
        return entry
    given = talks_held_in(entry, inquiry.knowledge)
    return (given[0] if step == "next" else given[-1]) if given else None
