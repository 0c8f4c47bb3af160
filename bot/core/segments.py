"""Where a message that asks several things may be cut: joining words and endings, marks, and nouns told in a row."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from bot.core.language import JOINT, Part, Sense
from bot.core.parsing import Token
from bot.core.reading import SUBJECTS, Frame

_SENTENCE_MARKS = frozenset("?!.\n")
_MARKS = frozenset(",/&+;·、，・")
_ENDINGS = (Part.ENDING, Part.COPULA)
_NEUTRAL = frozenset({"what", "list", "certain", "each", "exact", "attend", "count"})
_DOMAINS = (
    frozenset({"when", "start", "end", "date", "weekday", "duration", "remaining"}),
    frozenset({"where", "floor", "address", "transport"}),
    frozenset({"host", "organiser", "sponsor"}),
    frozenset({"theme", "heading", "content", "background", "headline", "subtitle", "fullname"}),
)
_HOSTING = 2  # of the domains
_GOVERNING = frozenset(
    {"of", "for", "is", "are", "was", "does", "do", "did", "will", "in", "at", "on", "the", "to", "we", "i", "you"}
)
_THINGS = ("contact", "role", "faq", "medium", "kind", "session")
_CONTACTS = (Sense("ask", "contact"), Sense("ask", "phone"))
_LENT = ("ask", "person")  # what the conversation lends to every part of a message
_STRONG = SUBJECTS - {"seminar", "talks", "topic_word", "note"}


def stretches(frame: Frame) -> tuple[Frame, ...]:
    """Return the stretches of a question that each ask or name something, in order; one where there is nothing to cut.

    The words of a stretch keep their meanings; what asks and names nothing stays with what stands before it.
    """
    end, places = len(frame.parse.line.jamo), tuple(_places(frame))
    if not places:
        return (frame,)
    found: list[Frame] = []
    start = 0
    for place in (*places, end):
        one = _part(frame, start, place)
        if place < end and not means_something(one):
            continue
        found.append(one)
        start = place
    if len(found) > 1 and not means_something(found[-1]):
        last = found.pop()
        found[-1] = replace(
            found[-1],
            senses=found[-1].senses + last.senses,
            parse=replace(frame.parse, tokens=found[-1].parse.tokens + last.parse.tokens),
        )
    return tuple(found)


def asks_of(frame: Frame) -> frozenset[str]:
    """Return what is asked, topics included, but for the words that only say how: all of it, each, exactly."""
    return (frame.asks | frozenset(frame.values("topic", "faq", "unannounced"))) - _NEUTRAL


def names(frame: Frame) -> bool:
    """Return whether a stretch names something of its own: a talk by its words where it says that it is one."""
    if any(len(value) > 1 for value in frame.values("honorific")):  # 실장, but not a bare 님
        return True
    return frame.has(*_STRONG, "ordinal") or (frame.has("topic_word") and frame.has("talks"))


def means_something(frame: Frame) -> bool:
    """Return whether a stretch asks or names anything."""
    return bool(asks_of(frame)) or names(frame)


def _places(frame: Frame) -> Iterator[int]:
    """The places where one question may end and another begin."""
    tokens = frame.parse.tokens
    for token, following in pairwise(tokens):
        between = _between(frame, token, following)
        is_end = not _SENTENCE_MARKS.isdisjoint(between) and _are_whole(frame, token.end, "?" in between)
        if is_end or not _MARKS.isdisjoint(between) or _joins(frame, token) or _is_list(frame, token, following):
            yield token.end


def _joins(frame: Frame, token: Token) -> bool:
    """Whether a word joins two things: 이랑 after a noun, "and" between two, 고 after what is asked."""
    if token.word is None or JOINT not in token.word.senses or token.start == 0:
        return False
    if token.part in _ENDINGS:
        left = _part(frame, 0, token.start)
        return bool(left.asks - _NEUTRAL) or (len(token.typed) > 1 and bool(asks_of(left)))
    return token.part is Part.PARTICLE or token.spaced


def _between(frame: Frame, token: Token, following: Token) -> set[str]:
    """The marks and spaces that stand between two words."""
    line = frame.parse.line
    return set(line.text[line.source[token.end - 1] + 1 : line.source[following.start]])


def _are_whole(frame: Frame, place: int, is_asked: bool) -> bool:
    """Whether what stands before a place and what stands after it are questions of their own.

    A topic before a question mark (``is_asked``) is one, whatever follows: "와이파이 되나요? 시작은 몇 시예요?"
    """
    left, right = _part(frame, 0, place), _part(frame, place, len(frame.parse.line.jamo))
    if is_asked and names(left) and names(right) and not frame.asks - {sense.value for sense in frame.inherited}:
        return True  # 토론은? 마무리는?
    if is_asked and left.has("topic", "faq", "unannounced"):
        return bool(asks_of(right))
    return all(asks_of(side) and names(side) for side in (left, right))


def _is_list(frame: Frame, token: Token, following: Token) -> bool:
    """Whether two nouns stand in a row that ask for different things: 시간 장소, "date venue host"."""
    if token.part is not Part.NOUN or following.part is not Part.NOUN or not following.spaced or following.slips:
        return False
    if _is_row(frame, token) and _is_row(frame, following):
        return True
    if _governs(frame, token):
        return False
    one, other = _domains(frame, token, "ask"), _domains(frame, following, "ask", "topic")
    if not one or (one == {_HOSTING} and other) or frame.has("interrogative") or _is_english_exact(frame):  # 개최 일시
        return False
    return bool(other and not one & other) or (not other and _is_thing(frame, following))


def _governs(frame: Frame, token: Token) -> bool:
    """Whether a word is tied to what follows: "duration of", "how many minutes is"."""
    words = token.typed.split()
    return len(words) > 1 and frame.language == "en" and words[-1] in _GOVERNING


def _is_english_exact(frame: Frame) -> bool:
    """Whether it is asked "exactly what minute …", which is one question however many nouns follow."""
    return frame.language == "en" and "exact" in frame.asks


def _is_row(frame: Frame, token: Token) -> bool:
    """Whether a noun names a row of the timetable."""
    return any(sense.kind in ("kind", "session") for sense, of in frame.senses if of is token)


def _is_thing(frame: Frame, token: Token) -> bool:
    """Whether a noun may stand in a list by itself: a contact, a part somebody plays, a topic that no noun follows."""
    senses = [sense for sense, of in frame.senses if of is token]
    if any(sense.kind == "topic" for sense in senses):
        words = (Part.NOUN, Part.STEM, Part.UNKNOWN)
        return not any(of.start > token.start and of.part in words for of in frame.parse.tokens)
    return any(sense.kind in _THINGS or sense in _CONTACTS for sense in senses)


def _domains(frame: Frame, token: Token, *kinds: str) -> set[int]:
    """What kinds of things a word asks for: times, places, who holds it, what it is called."""
    asks = {sense.value for sense, of in frame.senses if of is token and sense.kind in kinds}
    if any(of is token and sense.kind == "timed" for sense, of in frame.senses):
        asks.add("when")
    return {n for n, domain in enumerate(_DOMAINS) if asks & domain}


def _part(frame: Frame, start: int, end: int) -> Frame:
    """The part of the frame between two places; its words keep their meanings."""
    senses = tuple(
        (sense, token)
        for sense, token in frame.senses
        if start <= token.start < end or (sense.kind in _LENT and sense in frame.inherited)
    )
    tokens = tuple(token for token in frame.parse.tokens if start <= token.start < end)
    return replace(frame, senses=senses, parse=replace(frame.parse, tokens=tokens))
