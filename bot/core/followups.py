"""What a question takes over from the conversation: a subject where it names none, an ask where it asks nothing."""

from dataclasses import replace

from bot.core.asked_of_people import asks_which_part
from bot.core.faqs import text_of, topics_of
from bot.core.held_values import is_asked_further
from bot.core.knowledge import Knowledge
from bot.core.labels import with_siblings
from bot.core.language import Part, Sense
from bot.core.mentions import (
    is_everybody,
    mentioned,
    numbered_people,
    row_chaired,
    rows_named_with,
    speaks_of_amounts,
)
from bot.core.model import (
    Contact,
    Embargo,
    Entry,
    Faq,
    Organisation,
    Person,
    Release,
    Seminar,
    Session,
    Talk,
    Venue,
)
from bot.core.polarity import is_polar
from bot.core.purposes import contacts_for_purpose
from bot.core.reading import SUBJECTS, Frame
from bot.core.reasons import is_bare_why, with_reason
from bot.core.reply import Context
from bot.core.text import normalise

OLDEST = 3  # questions; after so many without it, a subject has faded
_SHORT = 4  # words that carry meaning
_FEW = 2
_NUMBERS = ("number", "nth")
_BOUNDS = (Sense("ask", "start"), Sense("ask", "end"))
_OF_AN_ANSWER = frozenset({
    "fee", "floor", "address", "seats", "registration", "headcount", "facilities", "doors", "office_hours",
})  # fmt: skip
_PERSONAL = frozenset({"title", "affiliation", "role", "phone", "name", "quote", "content", "heading", "order"})
_OF_ONE_TALK = frozenset({"heading", "theme", "content", "order", "when", "start", "end", "duration"})
_KINDS: dict[type[Entry], str] = {
    Person: "person",
    Talk: "talk",
    Session: "session",
    Organisation: "org",
    Contact: "contact",
}
_OF_ROWS = frozenset({"when", "start", "end", "where", "duration"})
_BESIDE_A_PERSON = frozenset({"topic_word", "role", "talks", "seminar"})
_INHERITED_ASKS = frozenset({
    "who", "name", "title", "affiliation", "heading", "content", "when", "start", "end", "where", "phone", "contact",
    "duration", "embargo", "permission", "role", "order", "topic_of",
})  # fmt: skip


KEPT = ("role", "talks", "moment", "time", "day")  # beside the asks, what is remembered of a question


def follow_up(frame: Frame, context: Context, knowledge: Knowledge) -> Frame:
    """Return the frame with what it takes over from the conversation."""
    context = context if context.age < OLDEST else Context()
    frame = with_siblings(frame, context, knowledge)
    about = [knowledge.entry_by_path[path] for path in context.about if path in knowledge.entry_by_path]
    if is_bare_why(frame, knowledge):
        return with_reason(frame, about if context.age == 0 else (), knowledge)
    if speaks_of_amounts(frame):
        meant = mentioned(frame, context, knowledge)
        if meant:
            return frame.without("role").with_senses([*meant, *_lent(frame, context)])
        is_clear = frame.has_subject or frame.asks_any("phone", "contact") or is_everybody(frame, knowledge)
        return frame if is_clear else frame.without("ask")  # of what is not known: nothing is told
    if not about:
        return frame
    if _asks_which_quotation(frame, context):
        return _of_quotations(frame, about)
    frame = _with_order(frame, about, knowledge)
    if asks_which_part(frame) and (people := [e for e in about if isinstance(e, Person)]):
        asked = [Sense("ask", "role"), *(Sense("person", person.id) for person in people)]
        return frame.without("talks", "kind", "session", "role", "topic_word", "summary_word").with_senses(asked)
    if frame.asks_any("contact", "phone") and contacts_for_purpose(frame, knowledge):
        return frame
    if any(isinstance(e, Release) for e in about) and "heading" in frame.asks and not frame.has_subject:
        return frame.without_ask("heading").with_senses([Sense("release", ""), Sense("ask", "headline")])
    if context.age == 0 and (found := _answer_of_row(frame, about, knowledge)):
        return frame.explaining(frame.unexplained).with_senses([Sense("faq", found)])
    if context.age == 0 and (told := _answer_gone_on_with(frame, about, knowledge)):
        return frame.explaining(frame.unexplained).with_senses([Sense("faq", told.id)])
    if "place" in frame.values("reference") and frame.has("talks"):
        rows = rows_named_with(about, context, knowledge)
        if rows:
            return frame.with_senses([*(Sense("session", row.id) for row in rows), Sense("ask", "list")])
    if _claims_part(frame, context, knowledge):
        rows = [entry for entry in about if isinstance(entry, Session)]
        if len(rows) == 1:
            return frame.with_senses([Sense("session", rows[0].id)])
    if frame.asks & _PERSONAL and (numbered := numbered_people(frame, about)):
        return frame.without("ordinal").with_senses(numbered)
    if _wants_subject(frame):
        rows = rows_named_with(about, context, knowledge) or row_chaired(about, context, knowledge)
        subjects = _subjects(frame, about, rows)
        return frame.with_senses([*subjects, *_asked_of_beside(frame, subjects, context)])
    if _wants_ask(frame, context):
        asked = [sense for sense in _asked(context) if _fits(sense, frame)]
        lists = any(sense.kind == "talks" for sense in asked) and not any(sense.kind == "ask" for sense in asked)
        return frame.with_senses([*asked, *([Sense("ask", "list")] if lists else [])])
    if frame.has("session") and not frame.has("role") and frame.asks <= {"who", "name", "what"} and frame.asks:
        return frame.with_senses(_kept(context, "role")) if frame.content_size <= _FEW else frame
    return frame


def _asks_which_quotation(frame: Frame, context: Context) -> bool:
    """Whether a bare number is asked for right after quotations: "두 번째 거는요"."""
    is_bare = not frame.has_subject and not frame.asks - {"what", "list"} and not frame.unexplained
    return is_bare and context.age == 0 and "quote" in context.asked and frame.has("ordinal", *_NUMBERS)


def _of_quotations(frame: Frame, about: list[Entry]) -> Frame:
    people = [Sense("person", entry.id) for entry in about if isinstance(entry, Person)]
    return _with_ordinals(frame).with_senses([Sense("ask", "quote"), *people])


def _answer_of_row(frame: Frame, about: list[Entry], knowledge: Knowledge) -> str:
    """The answer about the row just spoken of whose other words a question holds: its "shoes" after the tour."""
    titles = [normalise(w) for entry in about if isinstance(entry, Session) for w in entry.title.wordings]
    if not titles or frame.has("faq", "session", "kind", "talk", "person"):
        return ""
    text = frame.question
    for id_, wordings in knowledge.faq_index.pieces_by_faq.items():
        for pieces in wordings:
            own = [piece for piece in pieces if piece.search(text)]
            rest = [piece for piece in pieces if piece not in own]
            if own and rest and all(any(piece.search(title) for title in titles) for piece in rest):
                return id_
    return ""


def _answer_gone_on_with(frame: Frame, about: list[Entry], knowledge: Knowledge) -> Faq | None:
    """The answer just told, where a short question names no more than a word of it or asks what it holds."""
    told = [entry for entry in about if isinstance(entry, Faq)]
    if len(told) != 1 or not frame.parse.tokens or _names_another(frame, told[0], knowledge):
        return None
    text, is_short = text_of(told[0], knowledge), frame.content_size <= _SHORT
    if is_short and is_asked_further(frame.question, text, knowledge.held_values[frame.language]):
        return told[0]
    if frame.asks or frame.moments:
        return None
    held = [token for token in frame.parse.tokens if len(token.typed) > 1 and token.typed in text]
    return told[0] if held and frame.content_size <= _FEW and len(frame.parse.tokens) <= _SHORT else None


def _names_another(frame: Frame, told: Faq, knowledge: Knowledge) -> bool:
    """Whether a question names a subject or a topic of its own, or asks when something starts or ends."""
    topics = {*frame.values("topic")} - _OF_AN_ANSWER - topics_of(told, knowledge)
    subjects = frame.values_of(SUBJECTS) - {"topic", "row_topic", "faq_word"}
    bounds = {token for sense, token in frame.senses if sense in _BOUNDS} - frame.tokens_of("interrogative")
    own = knowledge.speeches[frame.language].lists["hours_of_things"]
    return bool(topics or subjects) or any(not token.typed.startswith(own) for token in bounds)


def _claims_part(frame: Frame, context: Context, knowledge: Knowledge) -> bool:
    """Whether somebody is claimed for the row just spoken of: "인사말은 누가 해요? 박 실장이 하는 거 아니에요?"."""
    if not frame.has("person", "family", "title") or frame.asks - {"certain", "attend", "role", "who"}:
        return False
    others = frame.values_of(SUBJECTS) - {"person", "family", "family_latin", "title", "department", "org", "talks"}
    is_recent = context.age == 0 and bool({"who", "name"} & set(context.asked))
    return is_recent and not others and is_polar(frame, knowledge)


def _asked(context: Context) -> list[Sense]:
    """What was asked before, a part somebody plays (``role:chair``) and the moment included."""
    asks = [Sense("ask", ask) for ask in context.asked if ask in _INHERITED_ASKS]
    return _kept(context, "role") + _kept(context, "talks", "moment", "time", "day") + asks


def _with_order(frame: Frame, about: list[Entry], knowledge: Knowledge) -> Frame:
    """The frame with bare numbers read as those of talks, where the conversation is about talks or who gives them."""
    if frame.has_subject or not frame.has(*_NUMBERS) or frame.content_size > _SHORT:
        return frame
    if not any(isinstance(e, Talk) or (isinstance(e, Person) and e.id in knowledge.talks_by_speaker) for e in about):
        return frame
    return _with_ordinals(frame)


def _with_ordinals(frame: Frame) -> Frame:
    """The frame with its bare numbers read as ordinals."""
    senses = ((Sense("ordinal", s.value) if s.kind in _NUMBERS else s, token) for s, token in frame.senses)
    return replace(frame, senses=tuple(senses))


def _kept(context: Context, *kinds: str) -> list[Sense]:
    """What is remembered beside the asks."""
    found = (ask.partition(":")[::2] for ask in context.asked if ":" in ask)
    return [Sense(kind, value) for kind, value in found if kind in kinds]


def _lent(frame: Frame, context: Context) -> list[Sense]:
    """What was asked before, where an amount of things is all that the question says."""
    if frame.asks - {"list", "count"}:
        return []
    if frame.has("role"):
        return [Sense("ask", "who")]
    asked = [sense for sense in _asked(context) if sense.kind == "ask"]
    if not {sense.value for sense in asked} & {"title", "affiliation", "phone", "contact"}:
        asked.append(Sense("ask", "who"))
    return asked + (_kept(context, "role") if frame.has("series") else [])


def _fits(sense: Sense, frame: Frame) -> bool:
    """Whether what was asked before can be asked of the new subject: of people, not when and where."""
    if sense.kind in ("moment", "time", "day"):
        return frame.has("room")
    if sense.kind == "talks":
        return frame.has("session")
    if sense.kind == "role":
        return not frame.has("role")
    is_person = frame.has("person", "role", "title", "family", "family_latin")
    return not (is_person and sense.kind == "ask" and sense.value in _OF_ROWS)


def _wants_subject(frame: Frame) -> bool:
    own = {sense.kind for sense, _ in frame.senses} & SUBJECTS
    refers = frame.has("reference") or bool(frame.moments & {"next", "previous"})
    if not {"elsewhere", "same_time"}.isdisjoint(frame.values("reference")) and not own - {"room"}:
        return True
    if "person" in frame.values("reference") and own <= _BESIDE_A_PERSON and (frame.asks or frame.has("role", "talks")):
        return True  # what does she want cities to do
    if frame.moments & {"next", "previous"} and own == {"role"} and frame.values("role") == ("speaker",):
        return True  # 그 다음 발표자는요
    if own - {"talks", "topic", "title", "department"}:
        return False
    if own & {"topic"} and not refers:
        return False
    if own == {"topic"} and "person" in frame.values("reference"):
        return True
    if own & {"title", "department"}:
        return False
    if own & {"talks"}:
        one = bool(frame.asks & _OF_ONE_TALK) and not frame.asks & {"list", "count"}
        return refers or (one and frame.content_size <= _SHORT)
    asks_floor = frame.values("topic") == ("floor",) and refers
    return bool(frame.asks or frame.moments or asks_floor) and (refers or frame.content_size <= _SHORT)


def _subjects(frame: Frame, about: list[Entry], named: list[Entry]) -> list[Sense]:
    """The senses that stand for what the conversation is about, the kind that fits the question.

    ``named`` are rows that were asked about through their people: what follows the panel, asked after its chair.
    """
    if frame.days:  # 둘째 날은 몇 시: nothing of another day
        about = [e for e in about if not isinstance(e, Session) or e.day in frame.days]
    people = [e for e in about if isinstance(e, Person)]
    talks = [e for e in about if isinstance(e, Talk)]
    others = [e for e in about if isinstance(e, Session | Organisation | Contact)]
    if any(isinstance(e, Embargo) for e in about) and frame.asks_any("when", "start", "end", "date"):
        return [Sense("ask", "embargo")]
    if frame.moments & {"next", "previous"}:
        rows = [e for e in (*talks, *others) if isinstance(e, Talk | Session)]
        rows = rows or ([] if "person" in frame.values("reference") else [e for e in named if isinstance(e, Session)])
        return [Sense(_KINDS[type(e)], e.id) for e in rows or people]
    if "person" in frame.values("reference") or frame.asks & _PERSONAL:
        chosen: list[Entry] = [*people] or [*talks] or [*others]
    else:
        sessions = [e for e in others if isinstance(e, Session)]
        chosen = [*sessions] or [*talks] or [*people] or [*others]
    if any(isinstance(e, Seminar | Venue) for e in about) and not chosen:
        return [Sense("seminar", "")]
    return [Sense(_KINDS[type(e)], e.id) for e in chosen]


def _asked_of_beside(frame: Frame, subjects: list[Sense], context: Context) -> list[Sense]:
    """What was asked of a talk, where no more is said than that the one beside it is meant: "그 다음은?"."""
    is_bare = bool(frame.moments) and frame.moments <= {"next", "previous"} and not frame.asks and not frame.has("role")
    if not is_bare or not subjects or any(sense.kind != "talk" for sense in subjects):
        return []
    return [sense for sense in _asked(context) if sense.kind == "ask"]


def _wants_ask(frame: Frame, context: Context) -> bool:
    if frame.asks or frame.moments or not frame.has_subject or not context.asked:
        return False
    if frame.has("time", "offset", "day", "smalltalk", "topic"):
        return False
    return frame.content_size <= _SHORT and (frame.has("reference") or _ends_as_question(frame))


def _ends_as_question(frame: Frame) -> bool:
    """Whether it is a bare "…는요?", "and …?": a name with a topic particle or a question mark."""
    tokens = frame.parse.tokens
    return bool(tokens) and (tokens[-1].part is Part.PARTICLE or frame.parse.line.text.rstrip().endswith("?"))
