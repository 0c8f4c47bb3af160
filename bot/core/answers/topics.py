"""Topics that people ask of any seminar: answered where the knowledge holds an answer, else said to be unannounced."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.answers import row_times, talk_times, talks
from bot.core.answers.changes import tell_changes
from bot.core.answers.nearby import answer_nearby
from bot.core.answers.refusals import not_announced, topic_not_announced, unknown
from bot.core.answers.rooms import tell_floor
from bot.core.answers.topic_rows import OF_A_ROW, tell_desk, tell_row, tell_sign_up
from bot.core.answers.whereabouts import tell_elsewhere, tell_where
from bot.core.drafts import Draft, combine, draft
from bot.core.evidence import asks_for_something_else
from bot.core.faqs import answers_it, faqs_by_detail, faqs_by_words, faqs_on, text_of, topics_of, without_told
from bot.core.grounding import find_sessions, find_talks
from bot.core.inquiry import Inquiry
from bot.core.language import Sense
from bot.core.model import Entry, Faq, Note, Status, Venue
from bot.core.polarity import is_polar
from bot.core.reading import Frame
from bot.core.standing import changed_facts

# Used, not reported: 마이크 쓸 수 있어요
_THINGS = frozenset(
    {"equipment", "power", "wifi", "seats", "facilities", "parking", "meals", "backstage", "gifts", "press_room"}
)
_MADE = frozenset(
    {"stream", "slides", "photos", "conclusion", "interpretation", "press_room"}
)  # shown to the public by whoever holds the seminar
_OF_THE_SEMINAR = frozenset({"fee", "registration"})
_OF_WORDS = frozenset({"who", "quote"})
_ENTERING = frozenset({"registration"})
_TOLD_BESIDE = {"registration": "attendance"}
_PROPERTIES = frozenset({"fee"})  # asked of another topic beside it: 주차 얼마
_PROVISION = re.compile(
    r"주나|주는|줘|줍니|나오|나와|나옵|제공|있나|있어|있는지|있습|없나|되나|돼요|될까|가능|받나|드리|포함"
    r"|provide|serve|is there|are there|includ|do (?:we|you|i) get|will there"
)
_SHORT_REFUSAL = 240  # letters of a refusal with what is known beside it


def answer_topics(inquiry: Inquiry) -> Draft | None:
    """Answer a question that names a topic, a question of the knowledge's own, or something it lists as unannounced."""
    frame, facts = inquiry.frame, inquiry.facts
    topics = tuple(t for t in _main_first(frame) if not _is_only_told(t, frame) and not _is_of_a_title(t, inquiry))
    if (frame.has("wrong") and "certain" in frame.asks) or (frame.has("said_word") and frame.asks_any("quote", "who")):
        return None
    if facts.embargoes and _asks_to_report(inquiry):
        return None
    if frame.has("session", "kind") and frame.asks & OF_A_ROW and not topics:
        return None
    if topics[:1] == ("fee",) and not frame.has("faq") and _is_of_a_talk(frame):
        return not_announced(inquiry, inquiry.voice.say("not_announced_thing"))  # what something told of costs
    if frame.moments & {"next", "previous"} and find_sessions(frame, inquiry.knowledge):
        return None
    if topics == ("meals",) and frame.asks & {"when", "start", "end"} and (meal := tell_row(inquiry, topics)):
        return meal
    if topics == ("cancellation",) and frame.has("topic_word", "talk") and frame.asks & _OF_WORDS:
        return None  # 사람들이 빠져나간다는 건 누구 주장
    asked = _faqs_asked(inquiry, topics)
    if not asked and topics[:1] == ("floor",) and (floor := tell_floor(inquiry)):
        return floor
    if asked and topics == ("email",) and frame.has("person", "family", "family_latin"):
        return topic_not_announced(inquiry, inquiry.voice.name_of("topic", "email"))  # ours is nobody's own
    if asked:
        is_told = frame.has("faq") or not asks_for_something_else(without_told(frame, asked, inquiry.knowledge))
        is_else = not is_told or _is_of_something_else(inquiry, topics, asked)
        return unknown(inquiry) if is_else else _tell(inquiry, asked)
    named = frame.values("unannounced")
    if listed := [one for one in facts.unannounced if one.id in named]:
        return topic_not_announced(inquiry, inquiry.voice.text(listed[0].label))
    if "registration" in topics and (contact := tell_sign_up(inquiry)):
        return contact
    if row := tell_row(inquiry, topics):
        return row
    if "cancellation" in topics and frame.has("person", "talk", "topic_word", "ordinal"):
        given = find_talks(frame, inquiry.knowledge)
        if given and all(talk.is_cancelled for talk in given):
            return talk_times.tell_when(inquiry, given)
        return combine((talks.tell_where(inquiry, given), talk_times.tell_when(inquiry, given))) if given else None
    if "cancellation" in topics and (rows := find_sessions(frame, inquiry.knowledge)):
        return row_times.tell_when(inquiry, rows)
    if "cancellation" in topics:
        return _changes(inquiry)
    if topics == ("policy_detail",) and (nearby := answer_nearby(inquiry)):
        return nearby
    return _refuse(inquiry, topics[0]) if topics else None


def _refuse(inquiry: Inquiry, topic: str) -> Draft:
    """Say that a topic was not announced, after what is told of the very matter: who may come, in which building."""
    refused = topic_not_announced(inquiry, inquiry.voice.name_of("topic", topic))
    if topic == "floor" and "where" in inquiry.frame.asks:
        return replace(refused, lines=(*tell_where(inquiry).lines, *refused.lines))
    known = faqs_on([_TOLD_BESIDE[topic]], inquiry.knowledge) if topic in _TOLD_BESIDE else []
    told = _tell(inquiry, known).lines if known and is_polar(inquiry.frame, inquiry.knowledge) else ()
    return replace(refused, lines=(*told, *refused.lines))


def _is_of_a_talk(frame: Frame) -> bool:
    return frame.has("topic_word") and not frame.has("seminar", "talks", "kind")


def _is_of_something_else(inquiry: Inquiry, topics: Sequence[str], faqs: Sequence[Faq]) -> bool:
    """Whether the fee or the registration asked about is that of something of which the answers tell nothing."""
    frame, kinds = inquiry.frame, inquiry.knowledge.sessions_by_kind
    matters = {*topics, *(topic for faq in faqs for topic in topics_of(faq, inquiry.knowledge))}
    if not matters or not matters <= _OF_THE_SEMINAR or frame.has("seminar", "talks", "session"):
        return False
    texts = [text_of(faq, inquiry.knowledge) for faq in faqs]
    named = ((s, t) for s, t in frame.senses if s.kind in ("topic_word", "talk", "kind"))
    strange = [token for sense, token in named if sense.kind != "kind" or sense.value not in kinds]
    return any(not any(token.typed in text for text in texts) for token in strange)


def _main_first(frame: Frame) -> tuple[str, ...]:
    """The topics of the question, the one it is about first: the parking where its price is asked."""
    topics = frame.values("topic")
    if not topics:
        return ()
    if "email" in topics and not frame.has("venue"):
        topics = tuple(topic for topic in topics if topic != "address")  # 메일 보낼 주소
    if {*topics} <= _PROPERTIES:
        topics = (*frame.values("told_topic"), *topics)
    if {*topics} - _PROPERTIES <= _ENTERING:
        return tuple(sorted(topics, key=lambda topic: topic not in _PROPERTIES))  # 돈 내야 들어갈 수 있어요
    return tuple(sorted(topics, key=lambda topic: topic in _PROPERTIES))


def _faqs_asked(inquiry: Inquiry, topics: Sequence[str]) -> list[Faq]:
    """The knowledge's own questions that are asked: named by their words, by a topic, or by words of their answers."""
    frame, knowledge = inquiry.frame, inquiry.knowledge
    own = [faq for faq in inquiry.facts.faqs if faq.id in frame.values("faq")]
    if own:
        return own
    if frame.has("row_topic") and not frame.asks & OF_A_ROW and not frame.moments:
        found = faqs_on(frame.values("row_topic"), knowledge)
        if _asks_provision(inquiry, found):
            return found
    told = faqs_on(frame.values("told_topic"), knowledge)
    texts = [text_of(faq, knowledge) for faq in told]
    if told and any(token.typed in text for token in frame.tokens_of("topic") for text in texts):
        return told  # 유튜브로 보려는데 채널이 어디예요
    if topics:
        main = topics if topics[0] in _PROPERTIES else topics[:1]
        if frame.language == "ko" and not {*topics[1:]} <= _PROPERTIES and not faqs_on(_last(topics), knowledge):
            return []  # 2번 출구에 주차장 있어요: what is asked about stands last
        return faqs_on(main, knowledge) or faqs_by_detail(frame, knowledge)
    return faqs_by_words(frame, knowledge)


def _last(topics: Sequence[str]) -> Sequence[str]:
    """The last topic that is no property of another."""
    return [topic for topic in topics if topic not in _PROPERTIES][-1:]


def _asks_provision(inquiry: Inquiry, faqs: Sequence[Faq]) -> bool:
    """Whether it is asked if a row like the lunch is offered, or offered on a day its answer speaks of."""
    frame = inquiry.frame
    days = [f"{day.day}일" for day in frame.days]
    if any(day in text_of(faq, inquiry.knowledge) for faq in faqs for day in days):
        return True
    return "fee" in frame.values("topic") or bool(_PROVISION.search(frame.parse.line.text))


def _tell(inquiry: Inquiry, faqs: Sequence[Faq]) -> Draft:
    """The answers that hold what is asked; that it was not announced where none does."""
    frame, knowledge = inquiry.frame, inquiry.knowledge
    near = (faqs, faqs_by_detail(frame, knowledge))
    held = next((h for group in near if (h := [f for f in group if answers_it(f, frame, knowledge)])), [])
    if not held:
        return _tell_near(inquiry, faqs)
    desk = tell_desk(inquiry, {topic for faq in held for topic in topics_of(faq, knowledge)})
    told = [draft(inquiry.voice.text(faq.answer), (faq, "answer")) for faq in held]
    return combine([*([desk] if desk else []), *told])


def _tell_near(inquiry: Inquiry, faqs: Sequence[Faq]) -> Draft:
    """That the very thing was not announced, and what was of its matter, where that is short."""
    made = not_announced(inquiry, inquiry.voice.say("not_announced_thing"))
    known = [inquiry.voice.text(faq.answer) for faq in faqs]
    if sum(map(len, (*made.lines, *known))) > _SHORT_REFUSAL:
        return made
    return replace(made, lines=(made.lines[0], *known, *made.lines[1:]), about=tuple(faqs))


def _is_only_told(topic: str, frame: Frame) -> bool:
    """Whether the words of a topic only say how somebody comes, or when one gets there oneself."""
    if topic == "transport":
        return bool(frame.moments & {"late", "missed"}) and frame.has("time", "offset", "quantity")
    if topic == "registration":
        return frame.has("offset", "time") and "start" in frame.asks and not frame.has("kind", "session")
    if topic == "facilities":
        return "return" in frame.moments and not frame.asks_any("where", "what")  # 한 대 피우고 몇 시까지 들어가요
    return topic == "vip_attendance" and _only_comes(frame)


def _is_of_a_title(topic: str, inquiry: Inquiry) -> bool:
    """Whether the words of a topic are a part of the title of the row that is named: "the safety awards"."""
    frame = inquiry.frame
    words = [token.typed for token in frame.tokens_meaning(Sense("topic", topic))]
    if not words or not frame.has("kind", "session"):
        return False
    titles = " ".join(w for row in find_sessions(frame, inquiry.knowledge) for w in row.title.wordings).lower()
    return bool(titles) and all(word in titles for word in words)


def _only_comes(frame: Frame) -> bool:
    """Whether "comes" is only how somebody is spoken of, and something else is asked: 무슨 주제로 발표하러 오세요."""
    speaks = frame.has("talks") and frame.asks_any("heading", "theme", "content")
    speaks = speaks or ("order" in frame.asks and frame.has("person", "family", "family_latin"))
    whence = "affiliation" in frame.asks and frame.has("person", "family", "family_latin", "title")
    return speaks or whence or (frame.asks_any("who", "name", "affiliation") and frame.has("org", "place"))


def _asks_to_report(inquiry: Inquiry) -> bool:
    """Whether a topic is only what is to be reported: "사진 기사만 먼저 내도 되나요"."""
    frame = inquiry.frame
    of_the_programme = frame.has("session", "kind", "talk", "talks", "topic_word")
    things = _THINGS if "embargo" in frame.asks or frame.has("medium") else _THINGS | _MADE
    of_things = frame.has("topic") and {*frame.values("topic")} <= things
    may_report = "permission" in frame.asks and "content" not in frame.asks and not of_things
    return "embargo" in frame.asks or (may_report and not of_the_programme)


def _changes(inquiry: Inquiry) -> Draft:
    """What was changed or cancelled; of places alone, where it is asked whether those were."""
    is_of_place, found = "where" in inquiry.frame.asks, changed_facts(inquiry.knowledge)
    if is_of_place:
        found = [(owner, entry) for owner, entry in found if _is_of_place(owner, entry)]
    if not found and is_of_place and (inquiry.facts.seminar.is_cancelled or tell_elsewhere(inquiry).lines):
        return tell_where(inquiry)
    if not found:
        return topic_not_announced(inquiry, inquiry.voice.name_of("topic", "cancellation"))
    return tell_changes(inquiry, found)


def _is_of_place(owner: Entry, entry: Entry) -> bool:
    """Whether what has changed is where something is."""
    if isinstance(entry, Note):
        return entry.field == "room" or isinstance(owner, Venue)
    return entry.status is Status.CHANGED
