"""What a word means beside its neighbours: the readings of one word that the question or the knowledge rules out."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from bot.core.language import KNOWLEDGE_SENSES, WEAK_SENSES, Part, Sense
from bot.core.numerals import read_number
from bot.core.parsing import Token

Meant = tuple[tuple[Sense, Token], ...]
_SHORT = 2  # syllables
_OF_A_MOMENT = frozenset({"moment", "time", "offset"})
_ROWS = frozenset({"kind", "session"})
_PEOPLE = frozenset({"person", "family", "family_latin", "title", "role", "honorific"})
_WITHOUT_SPEAKERS = frozenset({"break", "lunch", "dinner", "registration", "photo"})
_ORDERED = frozenset({"talks", "role", "kind", "row"})  # beside these a bare number is an ordinal


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What the words of one question have in common: their kinds, and what the knowledge makes of some."""

    kinds: frozenset[str]
    asks: frozenset[str]
    moments: frozenset[str]
    locatives: frozenset[int]  # where a particle of place begins
    held_kinds: Set[str]
    held_topics: frozenset[str]
    held_tokens: frozenset[int]
    strong_tokens: frozenset[int]
    asking_tokens: frozenset[int]
    seminar_places: frozenset[int]
    plurals: frozenset[int]  # where "talks" or "speakers" begin: the number before them counts
    person_ends: frozenset[int] = frozenset()


def settle_meanings(found: Meant, held_kinds: Set[str]) -> Meant:
    """Return the senses that hold in the question.

    A bare number is an ordinal beside a talk; a lunch is a row where the timetable (``held_kinds``) has one, else a
    topic; a topic gives way to words of the knowledge's own; "다음 세미나" is another event.
    """
    tokens = {token.start: token for _, token in found}
    held_tokens = frozenset(at for at, token in tokens.items() if _is_held(token, held_kinds))
    held = {s.value for at in held_tokens for s in _senses(tokens[at]) if s.kind == "topic"}
    kinds = frozenset(sense.kind for sense, _ in found)
    around = _Surroundings(
        kinds=kinds,
        asks=frozenset(sense.value for sense, _ in found if sense.kind == "ask"),
        moments=frozenset(sense.value for sense, _ in found if sense.kind == "moment"),
        locatives=frozenset(token.start for sense, token in found if sense.kind == "locative"),
        held_kinds=held_kinds,
        held_topics=frozenset(held),
        held_tokens=held_tokens,
        strong_tokens=_strong(tokens) if not kinds.isdisjoint(WEAK_SENSES) else frozenset(),
        asking_tokens=_asking(tokens) if "topic_word" in kinds else frozenset(),
        seminar_places=_seminar_places(found),
        plurals=frozenset(t.start for s, t in found if s.kind in ("talks", "role") and _is_plural(t)),
        person_ends=frozenset(token.end for sense, token in found if sense.kind == "person"),
    )
    settled = ((_settle(sense, token, around) if sense.kind in _SETTLED else sense, token) for sense, token in found)
    return tuple((sense, token) for sense, token in settled if sense is not None and _holds(sense, token, around))


def _strong(tokens: Mapping[int, Token]) -> frozenset[int]:
    """Where words stand that mean something else than that a text holds them."""
    return frozenset(at for at, token in tokens.items() if any(s.kind not in _SLIGHT for s in _senses(token)))


def _asking(tokens: Mapping[int, Token]) -> frozenset[int]:
    """Where words stand that ask, or tell a moment or a row, and so are no words of a title."""
    return frozenset(
        at
        for at, token in tokens.items()
        if not _QUESTION_WORDS.isdisjoint(_senses(token)) or any(map(_is_of_programme, _senses(token)))
    )


def _holds(sense: Sense, token: Token, around: _Surroundings) -> bool:
    """Whether a word of what is told is meant so. One word may stand in thousands of talks: this is kept cheap."""
    if sense.kind == "topic_word":
        return token.start not in around.asking_tokens
    return sense.kind not in WEAK_SENSES or token.start not in around.strong_tokens


def _is_of_programme(sense: Sense) -> bool:
    """Whether a word tells a moment or a row that nobody speaks in: the "after" and the "break" of no title."""
    return sense.kind == "moment" or (sense.kind == "kind" and sense.value in _WITHOUT_SPEAKERS)


def _is_plural(token: Token) -> bool:
    return token.typed.isascii() and token.typed.endswith("s")


def _seminar_places(found: Meant) -> frozenset[int]:
    """Where the seminar is named, words of its title before it included: 균형발전 세미나."""
    places = {token.start for sense, token in found if sense.kind == "seminar"}
    for sense, token in reversed(found):
        if sense.kind == "title_word" and token.end in places:
            places.add(token.start)
    return frozenset(places)


def _settle(sense: Sense, token: Token, around: _Surroundings) -> Sense | None:
    """The sense as it is meant; None where it is not."""
    match sense:
        case Sense("ordinal", "-1") if token.typed == "last" and "duration" in around.asks:
            return None
        case Sense("ask", "where") if "affiliation" in around.asks:
            return None
        case Sense("ask", "where") if token.start in around.person_ends and _has_kind(token, {"title"}):
            return None  # 배무진 회장
        case Sense("ask", "where") if _has_kind(token, {"room"}) and _asks_otherwise(around):
            return None  # 강당에서는 누가 말해요
        case Sense("number" | "quantity") if token.end in around.plurals and (count := read_number(token.typed)):
            return Sense("quantity", f"{count}명")
        case Sense("number" | "nth", value) if around.kinds & _ORDERED:
            return Sense("ordinal", value)
        case Sense("seminar") if _has_kind(token, {"session"}):
            return None
        case Sense("role") if _has_kind(token, {"title"}) and "title" in around.asks and "person" in around.kinds:
            return None  # is the position of Chae Man-seok Chairman
        case Sense("given", value):
            return Sense("person", value)
        case Sense("topic", "questions_from_floor") if "questions" in around.held_kinds:
            return Sense("kind", "questions")
        case Sense("topic", value) if token.start in around.held_tokens and _is_called_by_kind(token, around):
            return Sense("row_topic", value)
        case Sense("moment", "now") if _has_kind(token, {"stage"}) and around.kinds & _ROWS:
            return None  # 환영사 때 단상에 누가
        case Sense("moment", "previous") if around.locatives & {token.end} and "now" in around.moments:
            return None  # 앞에서 지금 뭐 해요
        case Sense("moment", "next") if token.end in around.seminar_places:
            return Sense("topic", "next_event")
        case Sense("leading"):
            return Sense("head", "") if around.kinds & {"department", "contact"} else None
        case Sense("ask", "role") if "room" in around.kinds and not around.kinds & _PEOPLE:
            return Sense("moment", "now")  # 오동홀에선 뭘 하고 있죠
        case Sense("ask", "role") if "ordinal" in around.kinds and not around.kinds & (
            _PEOPLE | {"talks", "talk", "role"}
        ):
            return Sense("ask", "what")  # 맨 처음엔 뭘 하는 거죠
        case Sense("ask", "number"):
            return Sense("ask", "order" if around.kinds & {"talks", "topic_word"} else "phone")
        case Sense("ask", "minutes_or_people"):
            counts = "role" in around.kinds and not around.asks & {"each", "duration"}
            return Sense("ask", "count" if counts else "duration")
    return None if _is_ruled_out(sense, token, around) else sense


def _asks_otherwise(around: _Surroundings) -> bool:
    """Whether a question asks or tells a moment beside a word that both names a room and asks for the place."""
    return bool(around.asks - {"where"} or around.moments or around.kinds & _OF_TIME)


_SLIGHT = frozenset({*WEAK_SENSES, "topic_word"})
_NAMES_IN_LATIN = KNOWLEDGE_SENSES - {"given"}  # Park and park


# "What Night Tourism Needs" is a title; "what" in a question still asks.
_QUESTION_WORDS = frozenset({Sense("ask", "what"), Sense("ask", "who"), Sense("ask", "when"), Sense("ask", "where")})
_OF_TIME = frozenset({"interrogative", "time", "offset"})
_SETTLED = frozenset(
    {"seminar", "ordinal", "number", "quantity", "nth", "given", "moment", "ask", "topic", "kind", "leading", "role"}
)


def _is_called_by_kind(token: Token, around: _Surroundings) -> bool:
    """Whether a word that could be a topic is a row of the timetable: the lunch."""
    return any(s.kind == "kind" and s.value in around.held_kinds for s in _senses(token))


def _is_ruled_out(sense: Sense, token: Token, around: _Surroundings) -> bool:
    if sense.kind == "topic":
        if _has_kind(token, {"family_latin"}) and around.kinds & {"role", "title"}:
            return True  # is Park the chair
        if token.slips and len(token.typed) <= _SHORT and around.kinds & {"topic_word", "talk"}:
            return True  # 엮자는 발표 is no 여자
        if _has_kind(token, {"stage"}) and "who" in around.asks and around.kinds & _OF_A_MOMENT:
            return True  # 지금 무대에 계신 분
        if sense.value == "personal" and around.kinds & _ROWS and not around.kinds & _PEOPLE:
            return True  # 우수논문상 시상
        if around.kinds & _ROWS and _has_kind(token, {"departure"}):
            return True  # 견학은 몇 시에 출발해요
        is_verb = token.part is Part.STEM and sense.value in around.held_topics  # 점심은 어디서 먹나요
        is_title = sense.value == "predecessor" and token.start in around.person_ends  # 서도원 의원
        return is_verb or is_title or token.start in around.held_tokens
    if sense.kind == "kind":
        return sense.value not in around.held_kinds and _has_kind(token, {"topic"})
    return False


def _is_held(token: Token, held_kinds: Set[str]) -> bool:
    """Whether a word that could be a topic names something the knowledge holds."""
    own = _NAMES_IN_LATIN if token.typed.isascii() else KNOWLEDGE_SENSES
    return any(s.kind in own or (s.kind == "kind" and s.value in held_kinds) for s in _senses(token))


def _has_kind(token: Token, kinds: Iterable[str]) -> bool:
    return any(sense.kind in kinds for sense in _senses(token))


def _senses(token: Token) -> frozenset[Sense]:
    return token.word.senses if token.word else frozenset()
