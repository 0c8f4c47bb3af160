"""The press release, the embargo of each medium, and the quotations."""

from collections.abc import Callable, Sequence
from datetime import datetime, time

from bot.core.answers.embargo_claims import claims_moment, judge_moment
from bot.core.answers.refusals import not_announced
from bot.core.drafts import Basis, Draft, combine, draft
from bot.core.grounding import find_people
from bot.core.inquiry import Inquiry
from bot.core.language import Part, Sense
from bot.core.model import Embargo, Quotation, Release
from bot.core.polarity import is_polar
from bot.core.programme import minutes_between
from bot.core.relations import talks_of
from bot.core.verdicts import with_verdict
from bot.core.voice import Voice

_OF_A_MEDIUM = frozenset({"exact", "when", "start", "date", "what", "certain", "end", "remaining"})

_OF_ITS_MAKING = frozenset({"background", "who", "host"})  # why there is an embargo, and whose it is


def has_lifted(embargo: Embargo, at: datetime) -> bool:
    """Return whether an embargo has lifted at a time of the seminar's zone; its own moment is included.

    An edition without a clock time counts as lifted from the start of its day.
    """
    return at.replace(tzinfo=None) >= datetime.combine(embargo.day, embargo.start or time.min)


def _leaves(inquiry: Inquiry) -> bool:
    """Whether somebody asks to go out, not whether the news may: nothing of the press is spoken of."""
    frame = inquiry.frame
    if "leaving" not in frame.asks or frame.has("medium", "release", "reference") or "embargo" in frame.asks:
        return False
    going = {token.start for sense, token in frame.senses if sense.value == "leaving"}
    written = any(sense.value == "permission" and token.start not in going for sense, token in frame.senses)
    told = [inquiry.knowledge.entry_by_path.get(path) for path in inquiry.context.about]
    return not written and not any(isinstance(entry, Embargo) for entry in told)


def answer_embargo(inquiry: Inquiry) -> Draft | None:
    """Answer from when media may report and, where asked, whether they may at that moment."""
    frame, voice = inquiry.frame, inquiry.voice
    asked = frame.asks_any("embargo", "permission")
    if (not asked and not _only_a_medium(inquiry)) or _leaves(inquiry):
        return None
    if not inquiry.facts.embargoes:
        return not_announced(inquiry, voice.say("not_announced", topic=voice.say("menu_embargo")))
    if frame.asks & _OF_ITS_MAKING and "permission" not in frame.asks and not frame.asks & _OF_A_MEDIUM - {"what"}:
        return not_announced(inquiry, voice.say("not_announced_thing"))
    media = frame.values("medium")
    chosen = [e for e in inquiry.facts.embargoes if not media or set(media) & set(e.media)]
    if not chosen:
        chosen = list(inquiry.facts.embargoes)
    chosen.sort(key=lambda e: (e.day, e.start or time.min))
    if claims_moment(inquiry):
        return with_verdict(_tell_embargoes(inquiry, chosen, "embargo"), judge_moment(inquiry, chosen), voice)
    return _tell_embargoes(inquiry, chosen)


def _tell_embargoes(inquiry: Inquiry, chosen: Sequence[Embargo], key: str = "") -> Draft:
    """From when these media may report; by the sentence named, or the one that fits the question."""
    frame, voice = inquiry.frame, inquiry.voice
    lines = tuple(_remaining(inquiry, e) or voice.embargo(e, key or _key(inquiry, e)) for e in chosen)
    if frame.asks_any("exact", "when") and all(e.edition for e in chosen):
        lines += tuple(voice.say("embargo_no_clock", edition=voice.text(e.edition)) for e in chosen)
    return Draft(lines, tuple(Basis(e, "time" if e.start else "edition") for e in chosen), about=tuple(chosen))


def _remaining(inquiry: Inquiry, embargo: Embargo) -> str:
    """How long until an embargo lifts today, where that is asked; else nothing."""
    voice, now = inquiry.voice, inquiry.voice.now.replace(tzinfo=None)
    lifting = datetime.combine(embargo.day, embargo.start or time.min)
    if "remaining" not in inquiry.frame.asks or embargo.start is None or lifting.date() != now.date() or now >= lifting:
        return ""
    left = voice.duration(minutes_between(now, lifting))
    return voice.say("embargo_remaining", media=voice.media(embargo), duration=left, time=voice.time(lifting))


def _only_a_medium(inquiry: Inquiry) -> bool:
    """Whether a medium is named and nothing else that the question could be about."""
    frame = inquiry.frame
    others = ("talk", "topic_word", "person", "role", "kind", "session", "seminar", "talks", "org", "title", "contact")
    return frame.has("medium") and not frame.has(*others) and frame.asks <= _OF_A_MEDIUM


def _key(inquiry: Inquiry, embargo: Embargo) -> str:
    """Which sentence fits: the rule, or the rule with whether it may run at the moment asked about."""
    frame, now = inquiry.frame, inquiry.voice.now
    asks_now = "permission" in frame.asks or frame.moments & {"now", "over"} or frame.asks_any("remaining", "certain")
    asks_when = frame.asks_any("when", "start", "date", "end", "exact") and "now" not in frame.moments
    if not asks_now or asks_when:
        return "embargo"
    moment = _moment_asked(inquiry, embargo)
    if moment is not None:
        return "embargo_then" if has_lifted(embargo, moment) else "embargo_not_then"
    return "embargo_lifted" if has_lifted(embargo, now) else "embargo_not_yet"


def _moment_asked(inquiry: Inquiry, embargo: Embargo) -> datetime | None:
    """The moment named in the question; an hour that fits the embargo's own is that hour: 11시 is 11:00."""
    frame, today = inquiry.frame, inquiry.voice.now.date()
    times = [time.fromisoformat(value) for value in frame.values("time")]
    if not times and (not frame.days or frame.days[0] == today):
        return None
    day = frame.days[0] if frame.days else today
    at = times[0] if times else time.max
    if embargo.start and (at.hour - embargo.start.hour) % 12 == 0 and at.minute == embargo.start.minute:
        at = embargo.start
    return datetime.combine(day, at)


def embargo_footer(voice: Voice) -> str:
    """The line that a reply with the release's content ends with until every embargo has lifted."""
    waiting = [e for e in voice.knowledge.facts.embargoes if not has_lifted(e, voice.now)]
    told = "; ".join(voice.embargo(e, "embargo_footer") for e in waiting)
    return voice.say("embargo_footer", embargoes=told) if told else ""


def answer_release(inquiry: Inquiry) -> Draft | None:
    """Answer a question about the press release itself."""
    frame, release = inquiry.frame, inquiry.facts.release
    told = [(ask, state) for ask, state in _RELEASE if ask in frame.asks]
    own = frame.has("release") or frame.asks_any("headline", "subtitle", "pages", "released")
    if not own:
        return None
    if release is None:
        return not_announced(inquiry, inquiry.voice.say("not_announced_thing"))
    if frame.has("person", "role", "talk", "title", "topic_word") and not told:
        return None
    if not told and len(frame.days) == 1 and release.day and is_polar(frame, inquiry.knowledge):
        return with_verdict(_released(inquiry, release), release.day in frame.days, inquiry.voice)
    if not told:
        return _headline(inquiry, release) + _department(inquiry, release)
    return combine(state(inquiry, release) for _, state in told)


def _headline(inquiry: Inquiry, release: Release) -> Draft:
    line = inquiry.voice.say("headline", headline=inquiry.voice.text(release.headline))
    return draft(line, (release, "headline"), released=True)


def _subtitle(inquiry: Inquiry, release: Release) -> Draft:
    if release.subtitle is None:
        return not_announced(inquiry, inquiry.voice.say("not_announced_thing"), release)
    line = inquiry.voice.say("subtitle", subtitle=inquiry.voice.text(release.subtitle))
    return draft(line, (release, "subtitle"), released=True)


def _pages(inquiry: Inquiry, release: Release) -> Draft:
    if release.pages is None:
        return not_announced(inquiry, inquiry.voice.say("not_announced_thing"), release)
    return draft(inquiry.voice.say("pages", pages=inquiry.voice.text(release.pages)), (release, "pages"))


def _released(inquiry: Inquiry, release: Release) -> Draft:
    voice = inquiry.voice
    if release.day is None:
        return not_announced(inquiry, voice.say("not_announced_thing"), release)
    return draft(voice.say("released", date=voice.full_date(release.day)), (release, "date"))


def tell_staff(inquiry: Inquiry) -> Draft | None:
    """Say all who are in charge of the release, or how many they are; None where it names none."""
    voice, release = inquiry.voice, inquiry.facts.release
    ids = release.staff if release else ()
    people = [inquiry.knowledge.person_by_id[i] for i in ids if i in inquiry.knowledge.person_by_id]
    if release is None or not people:
        return None
    if "count" in inquiry.frame.asks:
        names = voice.join(voice.name(p) for p in people)
        line = voice.say("count_people", count=len(people), names=names)
        return Draft((line,), tuple(Basis(p, "name") for p in people), about=tuple(people))
    return _department(inquiry, release)


def _department(inquiry: Inquiry, release: Release) -> Draft:
    voice = inquiry.voice
    if release.department is None:
        return not_announced(inquiry, voice.say("not_announced_thing"), release)
    lines = [voice.say("release_department", department=voice.text(release.department))]
    people = [inquiry.knowledge.person_by_id[i] for i in release.staff if i in inquiry.knowledge.person_by_id]
    if people:
        lines.append(voice.join(voice.name_title(p) for p in people))
    basis = (Basis(release, "department"), *(Basis(p, "name") for p in people))
    return Draft(tuple(lines), basis, about=(release,))


_RELEASE: tuple[tuple[str, Callable[[Inquiry, Release], Draft]], ...] = (
    ("pages", _pages),
    ("count", _pages),
    ("headline", _headline),
    ("heading", _headline),
    ("theme", _headline),
    ("subtitle", _subtitle),
    ("released", _released),
    ("when", _released),
    ("date", _released),
    ("who", _department),
    ("affiliation", _department),
    ("where", _department),
)


def _asks_what_was_said(inquiry: Inquiry) -> bool:
    """Whether the content is asked for of somebody who is quoted and gives no talk."""
    if "content" not in inquiry.frame.asks or not inquiry.frame.has("person", "title", "honorific", "family"):
        return False
    people = find_people(inquiry.frame, inquiry.knowledge)
    quoted = {q.speaker for q in inquiry.facts.quotations}
    return any(p.id in quoted and not talks_of(p, inquiry.knowledge) for p in people)


def _turns(inquiry: Inquiry) -> list[int]:
    """The numbers of the quotations asked for, where a number stands beside a word for one: 두 번째 인용문."""
    frame, lists = inquiry.frame, inquiry.knowledge.speeches[inquiry.frame.language].lists
    if frame.has("talk", "talks", "topic_word", "kind", "session", "role"):
        return []
    loose = {*lists["vague_quotes"], *lists["speaking"]}
    nouns = [t for s, t in frame.senses if s == Sense("ask", "quote") and t.part is Part.NOUN and t.typed not in loose]
    is_asked = bool(nouns) or Sense("ask", "quote") in frame.inherited
    return [int(value) for value in frame.values("ordinal") if value != "0"] if is_asked else []


def _count_quotations(inquiry: Inquiry, quoted: Sequence[Quotation]) -> Draft:
    """Say how many quotations there are; where one beyond them is asked for, that there is none."""
    line = inquiry.voice.say("count_quotations", count=len(quoted))
    if "count" not in inquiry.frame.asks:
        return not_announced(inquiry, line)
    return Draft((line,), tuple(Basis(q, "text") for q in quoted))


def answer_quotation(inquiry: Inquiry) -> Draft | None:
    """Answer with quotations to the letter; of somebody who is not quoted, with what their talk argues."""
    frame, voice, knowledge = inquiry.frame, inquiry.voice, inquiry.knowledge
    if not (frame.asks_any("quote") or _asks_what_was_said(inquiry)) or (
        frame.has("release") and frame.asks_any("headline", "subtitle", "pages", "heading")
    ):
        return None
    said = set(frame.values("said_word"))
    people = (
        find_people(frame, knowledge)
        if not said and frame.has("person", "family", "family_latin", "title", "role", "honorific")
        else ()
    )
    turns = _turns(inquiry)
    if not said and not people and frame.has("talk", "topic_word", "talks", "kind", "session"):
        return None
    if not said and not people and frame.has("ordinal") and not turns:
        return None
    quoted = [
        q
        for q in inquiry.facts.quotations
        if (not people and not said) or q.speaker in {p.id for p in people} or q.id in said
    ]
    if not quoted:
        if any(talks_of(p, knowledge) for p in people):
            return None
        return not_announced(inquiry, voice.say("not_announced_thing"), *people)
    if "count" in frame.asks or any(not -1 <= n <= len(quoted) for n in turns):
        return _count_quotations(inquiry, quoted)
    quoted = [quoted[n - 1 if n > 0 else n] for n in turns] or quoted
    return tell_quotations(inquiry, quoted)


def tell_quotations(inquiry: Inquiry, quoted: Sequence[Quotation]) -> Draft:
    """Say quotations to the letter, below who said them."""
    voice, knowledge = inquiry.voice, inquiry.knowledge
    lines: list[str] = []
    speakers = dict.fromkeys(q.speaker for q in quoted)
    for speaker in speakers:
        lines.append(voice.say("quotation_by", person=voice.name_title(knowledge.person_by_id[speaker])))
        for quotation in (q for q in quoted if q.speaker == speaker):
            lines.append(voice.text(quotation.text))
            if voice.language == "en" and quotation.text.en:
                lines.append(quotation.text.ko)
    basis = tuple(Basis(q, "text") for q in quoted)
    about = tuple(knowledge.person_by_id[s] for s in speakers)
    return Draft(tuple(lines), basis, about=about, is_released=True)
