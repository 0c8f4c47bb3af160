"""Who speaks in a turn that was cancelled: that it is, and who is in that turn of those that take place."""

import re

from bot.core.drafts import Basis, Draft
from bot.core.grounding import find_talks
from bot.core.inquiry import Inquiry

_NUMBER = re.compile(r"\D*\d+ ?번?")  # talk 2, 2번: the number of a talk, not its turn
_WHO = frozenset({"who", "name", "title", "affiliation"})
_OTHERS = ("session", "kind", "talk", "topic_word", "person", "org", "title")


def answer_cancelled_turn(inquiry: Inquiry) -> Draft | None:
    """Answer who speaks second where the second talk was cancelled; None where it was not, or talk 2 is meant."""
    frame, voice, held = inquiry.frame, inquiry.voice, inquiry.knowledge.held_talks
    turns = [(int(sense.value), token.typed) for sense, token in frame.senses if sense.kind == "ordinal"]
    is_of_speakers = frame.has("talks") or "speaker" in frame.values("role")
    if len(turns) != 1 or not is_of_speakers or not frame.asks & _WHO or frame.asks - _WHO or frame.has(*_OTHERS):
        return None
    turn, typed = turns[0]
    found = find_talks(frame, inquiry.knowledge)
    if len(found) != 1 or not found[0].is_cancelled or _NUMBER.fullmatch(typed) or frame.moments or not held:
        return None
    basis = Basis(found[0], "status")
    turn = len(held) if turn < 0 else turn
    if not 0 < turn <= len(held):
        return Draft((), (basis,), about=found)
    now = held[turn - 1]
    names = voice.join(voice.whom(id_) for id_ in now.speakers)
    line = voice.say("talk_speaker", person=names, order=now.order, title=voice.text(now.title))
    rests_on = (basis, Basis(now, "speakers"))
    return Draft((voice.say("turn_now", turn=turn, line=line),), rests_on, about=(now,))
