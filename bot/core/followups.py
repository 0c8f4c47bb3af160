"""What a question takes over from the conversation: a subject where it names none, an ask where it asks nothing."""

from bot.core.knowledge import Knowledge
from bot.core.language import Part, Sense
from bot.core.model import Contact, Embargo, Entry, Organisation, Person, Seminar, Session, Talk, Venue
from bot.core.reading import SUBJECTS, Frame
from bot.core.reply import Context

_OLDEST = 3  # questions; after so many without it, a subject has faded
_SHORT = 4  # words that carry meaning
_PERSONAL = frozenset({"title", "affiliation", "role", "phone", "name", "quote", "content", "heading", "order"})
_OF_ONE_TALK = frozenset({"heading", "content", "order", "when", "start", "end", "duration"})
_KINDS: dict[type[Entry], str] = {
    Person: "person",
    Talk: "talk",
    Session: "session",
    Organisation: "org",
    Contact: "contact",
}
_OF_ROWS = frozenset({"when", "start", "end", "where", "duration"})
_INHERITED_ASKS = frozenset({
    "who", "name", "title", "affiliation", "heading", "content", "when", "start", "end", "where", "phone", "contact",
    "duration", "embargo", "permission", "role", "order",
})  # fmt: skip


def follow_up(frame: Frame, context: Context, knowledge: Knowledge) -> Frame:
    """Return the frame with what it takes over from the conversation."""
    if not context.about or context.age >= _OLDEST:
        return frame
    about = [knowledge.entry_by_path[path] for path in context.about if path in knowledge.entry_by_path]
    if _wants_subject(frame):
        return frame.with_senses(_subjects(frame, about))
    if _wants_ask(frame, context):
        return frame.with_senses(sense for sense in _asked(context) if _fits(sense, frame))
    return frame


def _asked(context: Context) -> list[Sense]:
    """What was asked before, a part somebody plays (``role:chair``) included."""
    roles = [Sense("role", ask.partition(":")[2]) for ask in context.asked if ask.startswith("role:")]
    return roles + [Sense("ask", ask) for ask in context.asked if ask in _INHERITED_ASKS]


def _fits(sense: Sense, frame: Frame) -> bool:
    """Whether what was asked before can be asked of the new subject: of people, not when and where."""
    is_person = frame.has("person", "role", "title", "family", "family_latin")
    return not (is_person and sense.kind == "ask" and sense.value in _OF_ROWS)


def _wants_subject(frame: Frame) -> bool:
    own = {sense.kind for sense, _ in frame.senses} & SUBJECTS
    refers = frame.has("reference") or bool(frame.moments & {"next", "previous"})
    if own - {"talks", "topic", "title", "department"}:
        return False
    if own & {"topic"} and not refers:
        return False
    if own & {"title", "department"}:
        return False
    if own & {"talks"}:
        one = bool(frame.asks & _OF_ONE_TALK) and not frame.asks & {"list", "count"}
        return refers or (one and frame.content_size <= _SHORT)
    return bool(frame.asks or frame.moments) and (refers or frame.content_size <= _SHORT)


def _subjects(frame: Frame, about: list[Entry]) -> list[Sense]:
    """The senses that stand for what the conversation is about, the kind that fits the question."""
    people = [e for e in about if isinstance(e, Person)]
    talks = [e for e in about if isinstance(e, Talk)]
    others = [e for e in about if isinstance(e, Session | Organisation | Contact)]
    if any(isinstance(e, Embargo) for e in about) and frame.asks_any("when", "start", "end", "date"):
        return [Sense("ask", "embargo")]
    if frame.moments & {"next", "previous"}:
        rows = [e for e in (*talks, *others) if isinstance(e, Talk | Session)]
        return [Sense(_KINDS[type(e)], e.id) for e in rows or people]
    if "person" in frame.values("reference") or frame.asks & _PERSONAL:
        chosen: list[Entry] = [*people] or [*talks] or [*others]
    else:
        sessions = [e for e in others if isinstance(e, Session)]
        chosen = [*sessions] or [*talks] or [*people] or [*others]
    if any(isinstance(e, Seminar | Venue) for e in about) and not chosen:
        return [Sense("seminar", "")]
    return [Sense(_KINDS[type(e)], e.id) for e in chosen]


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
