"""Who holds the seminar and who does something of it, when the whole begins and ends: asks that are easily confused."""

from dataclasses import replace

from bot.core.knowledge import Knowledge
from bot.core.language import Sense
from bot.core.parsing import Token
from bot.core.reading import Frame

HOSTING = frozenset({"host", "organiser", "sponsor"})
_PEOPLE = ("person", "title", "honorific", "family")
_OTHERS_THAN_SEMINAR = (
    *_PEOPLE, "role", "named_role", "kind", "session", "talks", "talk", "topic_word", "org", "contact",
)  # fmt: skip
_BOUNDS = {"opening": "start", "closing": "end"}
_OF_A_BOUND = frozenset({"when", "start", "end", "exact", "remaining", "date"})


def listed(frame: Frame, name: str, knowledge: Knowledge) -> frozenset[Token]:
    """Return the words of the question that stand in a list of its language."""
    words = knowledge.speeches[frame.language].word_sets[name]
    if not words:
        return frozenset()
    return frozenset(t for t in frame.parse.tokens if t.word and (t.word.text in words or t.typed in words))


def with_host(frame: Frame, knowledge: Knowledge) -> Frame:
    """Return the frame asking who holds the seminar, where "which institute" means that: 어느 기관에서 하는 세미나."""
    del knowledge
    others = frame.asks - {"affiliation", "what", "certain", "where"}
    if "affiliation" not in frame.asks or others or not frame.has("seminar") or frame.has(*_OTHERS_THAN_SEMINAR):
        return frame
    return frame.with_swapped(Sense("ask", "affiliation"), Sense("ask", "host"))


def without_body(frame: Frame, knowledge: Knowledge) -> Frame:
    """Return the frame without "which institute" and "where" beside who holds the seminar: "주최가 어디예요"."""
    del knowledge
    if not frame.asks & HOSTING or frame.has(*_PEOPLE):
        return frame
    asking = frame.tokens_of("interrogative")
    gone = {Sense("ask", "affiliation")}
    wheres = frame.tokens_meaning(Sense("ask", "where"))
    if wheres <= asking:
        gone.add(Sense("ask", "where"))
    return frame.without_senses(*gone)


def without_charge(frame: Frame, knowledge: Knowledge) -> Frame:
    """Return the frame asking who does something of the programme, not whom to call: "축사는 누구 담당이에요"."""
    if "contact" not in frame.asks:
        return frame
    charges = listed(frame, "charges", knowledge)
    contacts = frame.tokens_meaning(Sense("ask", "contact"))
    if not contacts or not contacts <= charges or not frame.has("kind", "session") or frame.has("contact"):
        return frame
    return frame.without_ask("contact").with_senses([Sense("ask", "who")])


def without_holding(frame: Frame, knowledge: Knowledge) -> Frame:
    """Return the frame without who holds it, where that only says which event is meant: "여는 행사 언제"."""
    if "host" not in frame.asks:
        return frame
    holding = listed(frame, "holding", knowledge)
    hosts = frame.tokens_meaning(Sense("ask", "host"))
    others = frame.asks - {"host", "certain", "what", "attend", "affiliation"} or frame.has("topic")
    is_asked = frame.has("org") or frame.asks_any("who", "affiliation", "what")
    if not hosts or not hosts <= holding or (is_asked and not others):
        return frame
    kept = (pair for pair in frame.senses if pair[0] != Sense("ask", "host"))
    return replace(frame, senses=(*kept, *((Sense("seminar", ""), token) for token in hosts)))


def with_bounds(frame: Frame, knowledge: Knowledge) -> Frame:
    """Return the frame asking when the whole begins or ends, where no row does: "개회가 몇 시예요"."""
    kinds = frame.values("kind")
    bounds = [_BOUNDS[kind] for kind in kinds if kind in _BOUNDS and kind not in knowledge.sessions_by_kind]
    is_time = frame.asks and frame.asks <= _OF_A_BOUND
    if len(bounds) != 1 or len(kinds) != 1 or not is_time or frame.has("session", "talk", "person", "role"):
        return frame
    return frame.without("kind").with_senses([Sense("ask", bounds[0]), Sense("seminar", "")])
