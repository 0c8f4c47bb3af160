"""Several questions in one message: what each of them is about, where one word stands for all of them."""

from dataclasses import replace

from bot.core.language import JOINT, Part, Sense
from bot.core.reading import SUBJECTS, Frame
from bot.core.segments import asks_of, names, stretches

_PERSONAL = frozenset({"title", "affiliation", "name", "phone", "number", "role", "heading", "content", "quote", "who"})
_OF_THE_PROGRAMME = frozenset(
    {"when", "start", "end", "exact", "duration", "where", "who", "name", "heading", "content", "order"}
)
_CHANGE, _WHY = frozenset({"cancellation", "reason"}), frozenset({"background"})
_EACH = Sense("ask", "each")
_WHEN_AND_WHERE = frozenset({"when", "start", "date", "where", "weekday"})
_ASKED_OF_TOPIC = {"next_event": _WHEN_AND_WHERE, "conclusion": frozenset({"content", "background", "quote"})}
_TIMES = frozenset({"when", "start", "end"})
_PEOPLE = ("person", "family", "family_latin", "title", "department", "role", "named_role", "honorific")
_PROGRAMME = ("session", "kind", "talk", "ordinal", "topic_word", "room")
_PRESS = ("medium", "release")
_PAUSES = frozenset({"break", "lunch", "dinner", "registration", "photo"})  # rows without people
_ALONE = ("role", "person", "title", "session", "kind", "topic", "faq", "unannounced", "contact", "medium")


def split(frame: Frame) -> tuple[Frame, ...]:
    """Return the parts of a compound question, each complete in itself, or the frame alone.

    "끝나는 시간이랑 좌장" asks two things of two subjects; in "개회사랑 축사는 누가 해요" one word asks of both, in
    "토론 시작이랑 끝" both are asked of one.
    """
    if len(frame.days) > 1 and frame.asks & _TIMES and not names(frame):
        return tuple(_plain(_of_one(frame, "day", day.isoformat())) for day in frame.days)
    if frame.moments >= {"now", "next"} and frame.has("joint") and asks_of(frame) <= {"who", "name"}:
        return tuple(_of_one(frame, "moment", moment) for moment in ("now", "next"))
    if _is_all_of_topic(frame) or _is_of_changed_place(frame):
        return (frame,)
    found = _merged(frame, stretches(frame))
    if len(found) < 2 or frame.asks & {"permission", "compare"} or "between" in frame.moments:
        return (frame,)
    if any(_is_of_topic(one) for one in found) and not all(asks_of(one) for one in found):
        return (frame,)  # 발표자들이랑 저녁 먹을 식당: who is named there is not asked about
    parts = [_plain(_completed(found, at)) for at in range(len(found))]
    return tuple(parts) if all(map(_is_complete, parts)) else (frame,)


def _is_all_of_topic(frame: Frame) -> bool:
    """Whether all that is asked is asked of one topic: when the next event is, what the outcome was."""
    topics = frame.values("topic")
    others = asks_of(frame) - {*topics}
    return len(topics) == 1 and topics[0] in _ASKED_OF_TOPIC and others <= _ASKED_OF_TOPIC[topics[0]]


def _is_of_changed_place(frame: Frame) -> bool:
    """Whether it is asked if the place has changed, not where it is and what has changed: "has the venue changed"."""
    is_of_both = asks_of(frame) - {"cancellation"} == {"where"} and frame.values("topic") == ("cancellation",)
    return is_of_both and not frame.has("interrogative", "joint")


def _is_of_topic(frame: Frame) -> bool:
    """Whether a stretch asks of a topic, and nothing else."""
    return frame.has("topic", "unannounced") and asks_of(frame) <= {*frame.values("topic", "unannounced")}


def _merged(frame: Frame, found: tuple[Frame, ...]) -> tuple[Frame, ...]:
    """The stretches, those joined again that make one question: a name and what is asked of it, the press's times."""
    merged: list[Frame] = []
    for one in found:
        if merged and _belongs(merged[-1], one):
            last = merged.pop()
            tokens = last.parse.tokens + one.parse.tokens
            one = replace(frame, senses=last.senses + one.senses, parse=replace(frame.parse, tokens=tokens))
        merged.append(one)
    return tuple(merged)


def _belongs(last: Frame, one: Frame) -> bool:
    """Whether a stretch goes on with what the one before it asks."""
    if _is_of_press(last) and _is_of_press(one):
        return True
    if _is_of_change(last, one):
        return True
    if names(one):
        return False
    is_name = (
        names(last) and not asks_of(last) and not last.has("role", "timed") and bool(_subject_before((last, one), 1))
    )
    return is_name or ("exact" in one.asks and asks_of(one) <= _TIMES)


def _is_of_change(last: Frame, one: Frame) -> bool:
    """Whether two stretches ask of one change: "the room" and "changed?", "장소 바뀌었나요?" and "왜요?"."""
    is_why = not names(last) and asks_of(last) <= _WHY
    is_of_last = names(one) and not one.values_of(SUBJECTS) - {"topic"} and asks_of(one) <= _CHANGE | _WHY
    if is_of_last and _CHANGE & {*one.values("topic")}:
        return not last.has("topic") or bool(_CHANGE & {*last.values("topic")})
    if is_why and asks_of(last):
        return bool(_CHANGE & {*one.values("topic")}) or not names(one)
    return bool(_CHANGE & {*last.values("topic")}) and not names(one) and asks_of(one) <= _WHY


def _plain(frame: Frame) -> Frame:
    """The part without the word that only says that there are several: 각각."""
    return frame.without_senses(_EACH)


def _is_complete(part: Frame) -> bool:
    """Whether a part can be asked by itself: a name or a title wants somebody it is of."""
    if not names(part) and part.asks & _PERSONAL and not part.asks - _PERSONAL - {"list", "what"}:
        return part.has("contact") or part.asks_any("phone", "number", "heading", "content")
    return bool(asks_of(part)) or part.has(*_ALONE)


def _of_one(frame: Frame, kind: str, value: str) -> Frame:
    """The question asked of one of its days, or of one of the moments it speaks of."""
    kept = [pair for pair in frame.senses if pair[0].kind != kind or pair[0].value == value]
    return replace(frame, senses=tuple(kept))


def _completed(found: tuple[Frame, ...], at: int) -> Frame:
    """A stretch with what its neighbours say for it, too: what is asked, or of what."""
    one = found[at]
    if _is_joined(one) and found[at + 1 :] and _CHANGE & {*found[at + 1].values("topic")} and not one.has("topic"):
        return one.with_senses([Sense("topic", "cancellation")])  # 장소랑 좌장 바뀌었나요
    if names(one) and not asks_of(one) and one.has("timed"):
        return one.with_senses([Sense("ask", "when")])
    if one.values_of(SUBJECTS) == {"role"} and not one.has("ordinal"):
        one = one.with_senses(_row_before(found, at) or _talk_before(found, at))
    if names(one) and not asks_of(one):
        return one.with_senses(_asks_beside(found, at))
    if asks_of(one) and not names(one):
        return one.with_senses(_subject_before(found, at) or _subject_after(found, at))
    return one


def _subject_after(found: tuple[Frame, ...], at: int) -> list[Sense]:
    """What the next stretch names, where two question words are joined: "when and where is the keynote"."""
    after = found[at + 1 : at + 2]
    meaning = {token for sense, token in found[at].senses if sense.kind == "ask"}
    asking = {token for sense, token in found[at].senses if sense.kind == "interrogative"}
    if not _is_joined(found[at]) or not after or meaning - asking or not names(after[0]):
        return []
    return [sense for sense, _ in after[0].senses if sense.kind in (*_PROGRAMME, *_PEOPLE, "talks")]


def _is_joined(one: Frame) -> bool:
    """Whether a stretch is joined to the next one as one word is to another: "when and", 장소랑."""
    last = one.parse.tokens[-1]
    return last.word is not None and JOINT in last.word.senses and last.part is not Part.ENDING


def _row_before(found: tuple[Frame, ...], at: int) -> list[Sense]:
    """The row named just before, in which somebody plays a part: "keynote time and speaker"."""
    before = found[at - 1] if at else None
    if before is None or not asks_of(before) or not _PAUSES.isdisjoint(before.values("kind")):
        return []
    return [sense for sense, _ in before.senses if sense.kind in ("session", "kind")]


def _talk_before(found: tuple[Frame, ...], at: int) -> list[Sense]:
    """The talk named just before, of which the speaker is asked: "how long is the wheat talk and who gives it"."""
    before = found[at - 1] if at else None
    numbered = ("ordinal",) if found[at].has("reference") else ()  # "how long is talk 2 and who gives it"
    if before is None or found[at].values("role") != ("speaker",) or not before.has("talk", "topic_word", *numbered):
        return []
    return [sense for sense, _ in before.senses if sense.kind in ("talk", "topic_word", "talks", *numbered)]


def _asks_beside(found: tuple[Frame, ...], at: int) -> list[Sense]:
    """What is asked of the next thing of the same kind, else of the last one before."""
    kind = _kind(found[at])
    is_row = kind == "programme" and not found[at].has("role")
    lent = ("ask", "role", *(() if found[at].has("talks", "ordinal") else ("ordinal", "talks"))) if is_row else ("ask",)
    for other in (*found[at + 1 :], *found[:at][::-1]):
        if not names(other) or not (asks_of(other) or (other.has("session") and other.has(*lent))):
            continue
        if kind and (_kind(other) == kind or asks_of(other) <= {"who", "name"}):
            return [sense for sense, _ in other.senses if sense.kind in lent]
    return [Sense("ask", "who")] if found[at].has("role") and kind else []


def _subject_before(found: tuple[Frame, ...], at: int) -> list[Sense]:
    """What the last thing named before is, where this can be asked of it; "전체" asks of the whole."""
    one = found[at]
    before = next((other for other in reversed(found[:at]) if names(other)), None)
    if before is None or one.has("seminar") or "list" in one.asks:
        return []
    if "theme" in one.asks and not before.has("person", "ordinal", "talk", "role"):
        return []
    if (one.days and one.days != before.days) or (one.has("talks") and before.has("kind")):
        return []
    if before.values("topic") == ("next_event",) and asks_of(one) <= _WHEN_AND_WHERE:
        return [Sense("topic", "next_event")]  # 내년에도 여나요? 날짜 잡혔어요?
    fitting = {"people": _PERSONAL, "programme": _OF_THE_PROGRAMME}.get(_kind(before), frozenset())
    if before.has("person", "family", "session", "kind"):
        fitting |= _OF_THE_PROGRAMME
    if not asks_of(one) <= fitting:
        return []
    of_the_row = before.has("session", "kind") and not asks_of(one) <= _PERSONAL
    kinds = (*(() if of_the_row else _PEOPLE), *_PROGRAMME, "talks", "org", "place")
    return [sense for sense, _ in before.senses if sense.kind in kinds]


def _kind(frame: Frame) -> str:
    """Whether a stretch names people, something on the programme, a medium or a topic."""
    kinds = (("people", _PEOPLE), ("programme", _PROGRAMME), ("press", _PRESS), ("topic", ("topic", "faq")))
    return next((kind for kind, senses in kinds if frame.has(*senses)), "")


def _is_of_press(frame: Frame) -> bool:
    return frame.has("medium") or "embargo" in frame.asks
