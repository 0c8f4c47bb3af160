"""The decision: a question, the knowledge, the time and the context go in; a reply comes out. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from bot.core.alternatives import settle_alternatives
from bot.core.answers import refusals
from bot.core.answers.changes import answer_changes
from bot.core.answers.city_claims import answer_city_claim
from bot.core.answers.clock import answer_moment
from bot.core.answers.contacts import answer_contact
from bot.core.answers.exclusions import answer_exclusion
from bot.core.answers.nearby import answer_nearby
from bot.core.answers.neighbours import tell_neighbour
from bot.core.answers.organisations import answer_organisation, answer_strange_title
from bot.core.answers.panels import answer_discussants, answer_notes, answer_participants
from bot.core.answers.parallel import answer_parallel
from bot.core.answers.people import answer_people
from bot.core.answers.person_claims import answer_claim_of_all, answer_person_claim
from bot.core.answers.press import answer_embargo, answer_quotation, answer_release, embargo_footer
from bot.core.answers.programme_claims import answer_programme_claim
from bot.core.answers.quotation_claims import answer_quotation_claim
from bot.core.answers.rooms import answer_room
from bot.core.answers.seminar import answer_seminar
from bot.core.answers.sessions import answer_sessions, nth_rows
from bot.core.answers.sides import answer_side
from bot.core.answers.smalltalk import answer_nothing, answer_smalltalk
from bot.core.answers.spellings import answer_spelling
from bot.core.answers.talk_claims import answer_room_claim
from bot.core.answers.talks import answer_talks
from bot.core.answers.title_claims import (
    answer_surname_claim,
    answer_title_among,
    answer_title_claim,
    offers_titles,
)
from bot.core.answers.topics import answer_topics
from bot.core.answers.turns import answer_cancelled_turn
from bot.core.claimed_speakers import with_claimed_speaker
from bot.core.claims import with_claimed_asks
from bot.core.compound import split
from bot.core.corrections import with_corrections
from bot.core.details import without_details
from bot.core.drafts import Basis, Draft, together
from bot.core.evidence import asks_for_something_else
from bot.core.fading import without_past
from bot.core.faqs import with_named_faqs, without_told, words_of_other_answers
from bot.core.followups import follow_up
from bot.core.grounding import names_rows_alone, narrows_talks
from bot.core.inquiry import Inquiry
from bot.core.knowledge import Knowledge
from bot.core.model import Person
from bot.core.other_bodies import with_other_bodies
from bot.core.reach import is_beyond, without_excepted
from bot.core.reading import Frame, read
from bot.core.recall import recognise
from bot.core.remembering import remembered
from bot.core.reply import Context, Outcome, Reply
from bot.core.retelling import language_wanted
from bot.core.rivals import settle_rivals
from bot.core.standing import with_standing
from bot.core.strangers import claims_stranger, is_strange_title
from bot.core.told_topics import with_situations
from bot.core.voice import Voice

_MOST_PARTS = 6  # of one message
_MOST_LINES = 60  # of one reply: two days of a conference with rooms side by side
Decider = Callable[[Inquiry], Draft | None]


def answer(question: str, knowledge: Knowledge, now: datetime, context: Context) -> Reply:
    """Return the reply to ``question`` asked at ``now`` (aware; it is read in the seminar's zone) in ``context``."""
    inquiry = hear(question, knowledge, now, context)
    made = with_standing(decide(inquiry), inquiry.voice)
    return _finish(inquiry, with_corrections(inquiry, made))


def hear(question: str, knowledge: Knowledge, now: datetime, context: Context) -> Inquiry:
    """Return the question with all that it takes to answer it; the last one where another language is asked for.

    ``now`` is aware, or of the seminar's zone.
    """
    local = in_zone(now, knowledge)
    frame = read(question, knowledge, local)
    wanted = language_wanted(frame, knowledge)
    if wanted:
        frame, context = read(context.question, knowledge, local), context.before or Context()
    context = without_past(frame, context, knowledge, local)
    voice = Voice(knowledge, wanted or frame.language, local)
    return Inquiry(interpret(frame, context, knowledge), voice, context)


def interpret(frame: Frame, context: Context, knowledge: Knowledge) -> Frame:
    """Return the frame with what the conversation, the texts, the amounts claimed and the faq's own words add to it."""
    named = with_claimed_speaker(with_other_bodies(frame, knowledge), knowledge)
    settled = settle_alternatives(settle_rivals(named, knowledge), knowledge)
    recognised = without_details(recognise(follow_up(settled, context, knowledge), knowledge), knowledge)
    asked = with_situations(without_excepted(recognised, knowledge), knowledge)
    return with_named_faqs(with_claimed_asks(asked), knowledge)


def in_zone(now: datetime, knowledge: Knowledge) -> datetime:
    """Return a time in the seminar's zone; a naive one is already of it."""
    zone = knowledge.facts.seminar.zone
    return now.astimezone(zone) if now.tzinfo else now.replace(tzinfo=zone)


def decide(inquiry: Inquiry) -> Draft:
    """Return what answers the question; of several in one message, what answers each, in their order."""
    if is_beyond(inquiry.frame, inquiry.knowledge):
        return refusals.unknown(inquiry)
    whole = _decide_one(inquiry)
    is_clear = whole.outcome is not Outcome.UNKNOWN or not inquiry.frame.unexplained
    is_one = offers_titles(inquiry) or bool(answer_quotation_claim(inquiry) or answer_side(inquiry))
    parts = split(inquiry.frame) if is_clear and not is_one else ()
    if len(parts) < 2 or tell_neighbour(inquiry):
        return whole
    drafts = [_decide_one(replace(inquiry, frame=part)) for part in parts[:_MOST_PARTS]]
    return together(whole, drafts, inquiry.voice)


def _decide_one(inquiry: Inquiry, deciders: Iterable[Decider] = ()) -> Draft:
    """Return the first draft that a decider makes, in their order; that the bot does not know where none does."""
    for decider in deciders or DECIDERS:
        made = decider(inquiry)
        if made:
            return made
    return refusals.unknown(inquiry)


def _unexplained(inquiry: Inquiry) -> Draft | None:
    """A content word that nothing explains is evidence that the question asks for something else."""
    frame = inquiry.frame
    if frame.has("topic", "row_topic", "unannounced") or any(sense.kind == "faq" for sense in frame.inherited):
        return None
    if frame.has("wrong") and frame.asks_any("certain", "who"):
        return None
    if any(inquiry.knowledge.person_by_id[id_].withheld for id_ in frame.values("person")):
        return None
    if frame.has("wrong") and not frame.asks - {"certain", "who", "name", "what", "attend"}:
        return _only_correct(inquiry)
    if claims_stranger(frame, inquiry.knowledge):
        return None
    if is_strange_title(frame, inquiry.knowledge):
        return refusals.unknown(inquiry)
    others = words_of_other_answers(frame, inquiry.knowledge)
    named = (faq for faq in inquiry.facts.faqs if faq.id in frame.values("faq"))
    frame = without_told(frame, named, inquiry.knowledge)
    if not asks_for_something_else(frame, others):
        return None
    return answer_nearby(inquiry) or refusals.unknown(inquiry)


def _only_correct(inquiry: Inquiry) -> Draft | None:
    """A known-wrong name among words that nothing explains: say whose it is, and no more."""
    paths = inquiry.frame.values("wrong")
    entries = tuple(inquiry.knowledge.entry_by_path[path] for path in paths)
    people = [entry for entry in entries if isinstance(entry, Person)]
    if not inquiry.frame.unexplained:
        return None
    lines = tuple(inquiry.voice.person(person) for person in people)
    return Draft(lines, tuple(Basis(entry, "name") for entry in entries), about=entries)


def _talks_of_session(inquiry: Inquiry) -> Draft | None:
    """The talks of a row that is named: 트랙 B 발표 순서."""
    frame = inquiry.frame
    ids = set(frame.values("session"))
    if not frame.has("talks") or not any(id_ in inquiry.knowledge.talks_by_session for id_ in ids):
        return None
    return answer_talks(inquiry) if frame.asks & {"order", "heading", "list", "who", "count", "content"} else None


def _talks_pointed_to(inquiry: Inquiry) -> Draft | None:
    """Talks that the question narrows down to some."""
    frame = inquiry.frame
    if not narrows_talks(frame):
        return None
    if frame.has("session", "kind", "org", "place") and not frame.has("talk", "topic_word", "ordinal"):
        return None
    if frame.asks == {"list"} and not frame.has("talks", "talk", "role", "ordinal", "person"):
        return None  # a list of something told of
    if frame.has("ordinal") and names_rows_alone(frame, inquiry.knowledge):
        return None
    whole = frame.has("seminar") and frame.asks_any("when", "start", "end", "where", "date", "duration")
    if whole and not frame.has("talks", "talk", "role", "ordinal", "person"):
        return None
    if nth_rows(inquiry):
        return answer_sessions(inquiry)
    return answer_talks(inquiry)


def _all_talks(inquiry: Inquiry) -> Draft | None:
    """Talks in general: 발표 언제 해요."""
    frame = inquiry.frame
    if not frame.has("talks") or (frame.has("seminar") and not frame.asks_any("who", "heading", "count", "list")):
        return None
    return answer_talks(inquiry)


def _changes(inquiry: Inquiry) -> Draft | None:
    """What has changed, why, since when, from what; of what has not, what is told of it else."""
    return answer_changes(inquiry, lambda rest: _decide_one(rest, _FACTS))


DECIDERS: tuple[Decider, ...] = (
    answer_nothing,
    answer_smalltalk,
    _changes,
    answer_spelling,
    answer_quotation_claim,
    answer_side,
    answer_surname_claim,
    answer_title_claim,
    answer_title_among,
    answer_person_claim,
    answer_claim_of_all,
    answer_room_claim,
    answer_city_claim,
    answer_programme_claim,
    _unexplained,
    answer_exclusion,
    answer_participants,
    answer_topics,
    answer_parallel,
    answer_notes,
    answer_discussants,
    answer_quotation,
    answer_contact,
    answer_embargo,
    answer_moment,
    answer_release,
    answer_cancelled_turn,
    answer_people,
    answer_strange_title,
    _talks_of_session,
    _talks_pointed_to,
    answer_organisation,
    answer_sessions,
    _all_talks,
    answer_room,
    answer_seminar,
)
_FACTS = tuple(decider for decider in DECIDERS if decider is not _changes)


def _finish(inquiry: Inquiry, made: Draft) -> Reply:
    voice = inquiry.voice
    lines = list(_not_too_many(made.lines, voice))
    if made.is_released and made.outcome is Outcome.ANSWER:
        footer = embargo_footer(voice)
        if footer and footer not in lines:
            lines.append(footer)
    return Reply(
        outcome=made.outcome,
        language=voice.language,
        lines=tuple(filter(None, lines)),
        title=made.title,
        choices=made.choices,
        facts=tuple(dict.fromkeys(basis.path for basis in made.rests_on)),
        context=remembered(inquiry, made),
    )


def _not_too_many(lines: tuple[str, ...], voice: Voice) -> tuple[str, ...]:
    """The lines; of very many, the first, and how many more there are."""
    if len(lines) <= _MOST_LINES:
        return lines
    return (*lines[:_MOST_LINES], voice.say("more_lines", count=len(lines) - _MOST_LINES))
