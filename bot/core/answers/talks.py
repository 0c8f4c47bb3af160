"""Talks: number, title, speaker, content, order and when."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.core.answers import row_times
from bot.core.answers.refusals import not_announced, unconfirmed_speaker
from bot.core.answers.talk_times import is_everything, session_of, tell_duration, tell_when
from bot.core.choices import entry_choice
from bot.core.claims import claimed_count, judged
from bot.core.drafts import Basis, Draft, combine, draft
from bot.core.grounding import find_talks
from bot.core.inquiry import Inquiry
from bot.core.model import Talk
from bot.core.polarity import is_polar
from bot.core.programme import next_after, slots_of
from bot.core.relations import speakers_of, talk_room, unsure_note
from bot.core.reply import Outcome


def answer_talks(inquiry: Inquiry) -> Draft | None:
    """Answer a question about talks: those it points to, or all of them."""
    frame = inquiry.frame
    if not frame.has("talk", "topic_word", "summary_word", "talks", "ordinal"):
        return None
    if not inquiry.facts.talks:
        return not_announced(inquiry, inquiry.voice.say("not_announced_thing"))
    found = find_talks(frame, inquiry.knowledge)
    if not found and frame.moments & {"next", "previous"}:
        return tell_end_of_talks(inquiry)
    if not found and frame.has("ordinal") and frame.has("talks", "role"):
        count = len(inquiry.knowledge.held_talks)
        return not_announced(inquiry, inquiry.voice.say("no_such_talk", count=count))
    if not found:
        return None
    return describe(inquiry, found)


def describe(inquiry: Inquiry, found: Sequence[Talk]) -> Draft:
    """Say of these talks what is asked of them."""
    asks = inquiry.frame.asks
    if "count" in asks and not inquiry.frame.has("talks"):
        return not_announced(inquiry, inquiry.voice.say("not_announced_thing"), *found)
    asks = asks - {"content"} if "who" in asks and not any(talk.summary for talk in found) else asks  # who speaks about
    told = [state(inquiry, found) for names, state in _STATEMENTS if asks & names]
    if "over" in inquiry.frame.moments and not (asks - {"start", "end", "certain"}):
        told = [tell_progress(inquiry, found)]
    if not told and (_asks_content(inquiry) or _claims_content(inquiry, found)):
        told = [tell_content(inquiry, found)]
    if not told and _asks_whether_off(inquiry, found):
        return tell_off(found)
    if asks & {"topic_of"} or not told or asks == {"who", "what"}:
        told = [_card(inquiry, found), *told[:0]]
    return combine(told)


def _asks_whether_off(inquiry: Inquiry, found: Sequence[Talk]) -> bool:
    """Whether it is only asked if talks that are cancelled take place, or did: "2번째 발표 하나요"."""
    is_bare = not inquiry.frame.asks - {"certain", "attend"}
    return is_bare and all(talk.is_cancelled for talk in found) and is_polar(inquiry.frame, inquiry.knowledge)


def tell_off(talks: Sequence[Talk]) -> Draft:
    """Say of talks that they are cancelled; their standing says it all."""
    return Draft((), tuple(Basis(talk, "status") for talk in talks), about=tuple(talks))


def _claims_content(inquiry: Inquiry, found: Sequence[Talk]) -> bool:
    """Whether something is claimed of what one talk says: a share, an amount; its text tells what is so."""
    frame = inquiry.frame
    is_claim = "certain" in frame.asks and (bool(frame.unexplained) or frame.has("quantity", "number"))
    is_claim |= any(s.kind == "talk" for s in frame.inherited) and not frame.asks and is_polar(frame, inquiry.knowledge)
    return is_claim and len(found) == 1 and found[0].summary is not None and not frame.has("talks", "role", "ordinal")


def _asks_content(inquiry: Inquiry) -> bool:
    """Whether "what" is asked with words of what a talk says: "혁신공간에 뭐를 융합한다는 거예요"."""
    words = {token.start for sense, token in inquiry.frame.senses if sense.kind in ("topic_word", "summary_word")}
    is_told = bool(words) and not inquiry.frame.has("talks", "role", "seminar", "ordinal", "talk")
    wanted = inquiry.knowledge.speeches[inquiry.frame.language].lists["object_words"]
    is_object = any(token.typed in wanted for sense, token in inquiry.frame.senses if sense.value == "what")
    return "what" in inquiry.frame.asks and (is_told or len(words) > 1 or (bool(words) and is_object))


def tell_end_of_talks(inquiry: Inquiry) -> Draft:
    """Say that no talk comes before the first, or what follows the last one."""
    voice = inquiry.voice
    if "previous" in inquiry.frame.moments:
        return draft(voice.say("talk_first"), (inquiry.facts.talks[0], "order"))
    last = inquiry.facts.talks[-1]
    own = [slot for slot in slots_of(inquiry.knowledge) if slot.entry in (last, session_of(inquiry, last))]
    after = next_after(inquiry.knowledge.held_timetable, max(slot.end for slot in own)) if own else ()
    if not after:
        return draft(voice.say("last_talk"), (last, "order"))
    span = voice.span(after[0].start.time(), after[0].end.time())
    line = voice.say("no_next_talk", title=voice.text(after[0].title), span=span)
    return draft(line, (after[0].entry, "start"))


def tell_progress(inquiry: Inquiry, talks: Sequence[Talk]) -> Draft:
    """Say whether the talks are ahead, on or over; of those without times of their own, the session they lie in."""
    voice, now = inquiry.voice, inquiry.voice.now.replace(tzinfo=None)
    if len(talks) == 1 and talks[0].is_cancelled:
        return tell_off(talks)
    own = [s for t in talks if (s := inquiry.knowledge.timetable.slot_by_path.get(t.path))]
    told = []
    for slot in own:
        key = "session_ahead" if now < slot.start else "session_over" if now >= slot.end else "session_running"
        span = voice.span(slot.start.time(), slot.end.time())
        when = voice.when(slot.day, slot.start.time(), slot.end.time())
        told.append(draft(voice.say(key, title=voice.text(slot.title), span=span, when=when), (slot.entry, "start")))
    rows = list(dict.fromkeys(filter(None, (session_of(inquiry, t) for t in talks if not t.start))))
    if rows:
        told.append(row_times.tell_progress(inquiry, rows))
    return combine(told) if told else not_announced(inquiry, voice.say("not_announced_thing"), *talks)


def _speakers(inquiry: Inquiry, talk: Talk) -> str:
    people = speakers_of([talk], inquiry.knowledge)
    return inquiry.voice.join(inquiry.voice.person(p) for p in people)


def _card(inquiry: Inquiry, talks: Sequence[Talk]) -> Draft:
    voice = inquiry.voice
    lines, basis = [], []
    for talk in talks:
        lines.append(
            voice.say(
                "talk_line", order=talk.order, title=voice.text(talk.title), person=_speakers(inquiry, talk)
            ).rstrip(" —")
        )
        basis += [Basis(talk, "title"), Basis(talk, "speakers")]
    return Draft(tuple(lines), tuple(basis), about=tuple(talks))


def tell_speakers(inquiry: Inquiry, talks: Sequence[Talk]) -> Draft:
    """Say who gives the talks; of one where that is not confirmed or not announced, say so."""
    if len(talks) == 1 and not _speakers(inquiry, talks[0]):
        return _tell_nobody(inquiry, talks[0])
    voice = inquiry.voice
    lines, people = [], []
    for talk in talks:
        speakers = _speakers(inquiry, talk)
        if len(talks) > 1:
            lines.append(f"{talk.order}. {speakers or _tell_nobody(inquiry, talk).lines[0]}")
        else:
            lines.append(voice.say("talk_speaker", person=speakers, order=talk.order, title=voice.text(talk.title)))
        people += speakers_of([talk], inquiry.knowledge)
    basis = tuple(Basis(talk, "speakers") for talk in talks)
    made = Draft(tuple(lines), basis, about=(*people, *talks))
    return made if people else replace(made, outcome=Outcome.NOT_ANNOUNCED)


def _tell_nobody(inquiry: Inquiry, talk: Talk) -> Draft:
    """Say that who gives a talk is not confirmed, or was not announced."""
    if note := unsure_note(talk):
        return unconfirmed_speaker(inquiry, note, talk.title)
    return not_announced(inquiry, inquiry.voice.say("speaker_unannounced", title=inquiry.voice.label(talk)), talk)


def tell_heading(inquiry: Inquiry, talks: Sequence[Talk]) -> Draft:
    """Say the talks' titles."""
    voice = inquiry.voice
    lines = tuple(voice.say("talk_heading", order=t.order, title=voice.text(t.title)) for t in talks)
    return Draft(lines, tuple(Basis(t, "title") for t in talks), about=tuple(talks))


def tell_content(inquiry: Inquiry, talks: Sequence[Talk]) -> Draft:
    """Say what a talk argues; of several, ask which."""
    voice = inquiry.voice
    if is_everything(inquiry, talks):
        return _card(inquiry, talks)
    if len(talks) > 1:
        return _which_talk(inquiry, talks, "content")
    talk = talks[0]
    if talk.summary is None:
        line = voice.say("talk_heading", order=talk.order, title=voice.text(talk.title))
        made = not_announced(inquiry, voice.say("not_announced_thing"), talk)
        return replace(made + draft(line, (talk, "title")), outcome=made.outcome)
    lines = (
        voice.text(talk.summary),
        voice.say("talk_content_by", order=talk.order, title=voice.text(talk.title), person=_speakers(inquiry, talk)),
    )
    return Draft(lines, (Basis(talk, "summary"),), about=(talk,), is_released=True)


def _which_talk(inquiry: Inquiry, talks: Sequence[Talk], ask: str) -> Draft:
    voice = inquiry.voice
    choices = tuple(entry_choice(voice, ask, talk) for talk in talks[:3])
    return Draft((voice.say("which"),), outcome=Outcome.CHOICES, choices=choices)


def tell_part(inquiry: Inquiry, talks: Sequence[Talk]) -> Draft:
    """Say in which row of the timetable each talk is given."""
    voice, rows = inquiry.voice, {talk: session_of(inquiry, talk) for talk in talks}
    told = [
        draft(
            voice.say("talk_part", order=t.order, title=voice.text(t.title), session=voice.text(row.title)),
            (t, "session"),
        )
        for t, row in rows.items()
        if row
    ]
    return combine(told) if told else not_announced(inquiry, voice.say("not_announced_thing"), *talks)


def tell_order(inquiry: Inquiry, talks: Sequence[Talk]) -> Draft:
    """Say the talks' places in the order."""
    if len(talks) > 1:
        return _card(inquiry, talks)
    voice, talk = inquiry.voice, talks[0]
    line = voice.say("talk_order", order=talk.order, title=voice.text(talk.title))
    return draft(line, (talk, "order"))


def tell_where(inquiry: Inquiry, talks: Sequence[Talk]) -> Draft:
    """Say where the talks are given."""
    voice, venue = inquiry.voice, inquiry.facts.seminar.venue
    place_by_talk = {}
    basis = []
    for talk in talks:
        if talk.is_cancelled:  # its standing says it all
            basis.append(Basis(talk, "status"))
            continue
        session = session_of(inquiry, talk)
        place_by_talk[talk] = voice.place(talk_room(talk, inquiry.knowledge))
        owner = talk if talk.room else session if session and session.room else venue or talk
        basis.append(Basis(owner, "room"))
    places = list(dict.fromkeys(place_by_talk.values()))
    if not any(places) and not all(talk.is_cancelled for talk in talks):
        return not_announced(inquiry, voice.say("not_announced_thing"), *talks)
    if len(places) == 1:
        return Draft((voice.say("where", place=places[0]),), tuple(basis), about=tuple(talks))
    lines = tuple(voice.say("where_session", title=voice.label(t), place=p) for t, p in place_by_talk.items())
    return Draft(lines, tuple(basis), about=tuple(talks))


def tell_count(inquiry: Inquiry, talks: Sequence[Talk]) -> Draft:
    """Say how many talks there are."""
    voice = inquiry.voice
    line = judged(voice, voice.say("count_talks", count=len(talks)), claimed_count(inquiry.frame), len(talks))
    return Draft((line,), tuple(Basis(t, "order") for t in talks), about=tuple(talks))


_STATEMENTS: tuple[tuple[frozenset[str], Callable[[Inquiry, Sequence[Talk]], Draft]], ...] = (
    (frozenset({"count"}), tell_count),
    (frozenset({"who", "name", "title", "affiliation", "participants"}), tell_speakers),
    (frozenset({"heading", "theme", "headline"}), tell_heading),
    (frozenset({"content", "background"}), tell_content),
    (frozenset({"order"}), tell_order),
    (frozenset({"when", "start", "end", "exact", "date", "remaining"}), tell_when),
    (frozenset({"duration", "each"}), tell_duration),
    (frozenset({"where"}), tell_where),
    (frozenset({"part"}), tell_part),
)
