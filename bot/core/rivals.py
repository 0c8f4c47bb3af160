"""Words of asking that compete in one question: of several that could each be what is asked, those that are meant."""

from dataclasses import replace

from bot.core.asked_of_people import (
    with_heading,
    with_identity,
    with_members,
    with_own_title,
    with_post,
    without_coming,
    without_errand,
)
from bot.core.circumstances import (
    THINGS_TOLD,
    with_break,
    with_website,
    without_missing,
    without_now,
    without_present,
    without_way,
)
from bot.core.hosting import (
    HOSTING,
    listed,
    with_bounds,
    with_host,
    without_body,
    without_charge,
    without_holding,
)
from bot.core.knowledge import Knowledge
from bot.core.language import Part, Sense
from bot.core.naming_talks import with_subjects
from bot.core.reading import Frame
from bot.core.shapes import with_shape
from bot.core.strangers import without_stranger

_TOLD = frozenset({"quote", "content"})
_MEASURES = frozenset({"when", "start", "end", "exact", "duration", "order", "count", "where", "date", "each"})
_ATTRIBUTES = _MEASURES | {
    "headline", "heading", "subtitle", "theme", "fullname", "name", "title", "affiliation", "embargo", "pages",
    "released", "phone", "host", "organiser", "sponsor", "background",
}  # fmt: skip
_OF_EACH = frozenset({"content", "heading", "theme", "who", "name", "title", "affiliation"})
_LASTING = frozenset({"duration", "when", "start", "end", "exact", "remaining"})
_OF_RELEASE = frozenset({
    "headline", "subtitle", "heading", "pages", "released", "quote", "contact", "phone", "embargo", "permission",
    "certain", "name", "title", "list",
})  # fmt: skip
_STEPS = {"next": "previous", "previous": "next"}
_NEAR_JAMO = 8  # the word right before, its particle included
_OF_THE_SEMINAR = HOSTING | {"theme", "background", "fullname", "timetable"}
_BARE_NOUN = 2  # letters: 보도, 기사
_OF_A_TURN = frozenset({"when", "start", "end", "what", "heading", "content", "duration", "exact", "who"})
_SUMS = frozenset({"two", "three", "four"})
_THINGS = ("seminar", "role", "named_role", "kind", "session", "talks", "talk", "topic_word", "ordinal")
_PEOPLE = ("person", "title", "honorific", "family")
_AT_A_TIME = (Sense("ask", "quote"), Sense("ask", "what"))
_SPEAKING_ASKS = frozenset({"what", "content", "quote", "role", "exact"})


def settle_rivals(frame: Frame, knowledge: Knowledge) -> Frame:
    """Return the frame with only those asks that are meant.

    "제목 뭐라고 나갔죠" asks for the title, not for what was said; "몇 분 말씀하세요" how long, not about what;
    "각각 무슨 얘기" what, not how long; and a release that something stands in is not what is asked about.
    """
    for settle in _SETTLERS:
        frame = settle(frame, knowledge)
    return frame


def _with_said(frame: Frame, knowledge: Knowledge) -> Frame:
    """With the quotation, where somebody's words or plans are asked for: "앞으로 뭘 하겠대요", "what did X say"."""
    if not frame.has(*_PEOPLE) or frame.asks - _SPEAKING_ASKS or frame.has("talks", "role", "seminar", "topic"):
        return frame
    pledges = listed(frame, "pledges", knowledge)
    if not pledges and not ("what" in frame.asks and listed(frame, "saying", knowledge)):
        return frame
    return frame.without("moment", "ask").with_senses([Sense("ask", "quote")])


def _without_told(frame: Frame, knowledge: Knowledge) -> Frame:
    """Without the quotation or the content where the word for it only says that one speaks, or that it is put so."""
    asking = {token for sense, token in frame.senses if sense.kind == "ask" and sense.value in _TOLD}
    if not asking:
        return frame
    vague = asking & listed(frame, "vague_quotes", knowledge) if frame.asks & _ATTRIBUTES else frozenset()
    is_measured = frame.asks & _MEASURES and "what" not in frame.asks
    spoken = asking & listed(frame, "speaking", knowledge) if is_measured else frozenset()
    gone = vague | spoken
    kept = (pair for pair in frame.senses if pair[0].kind != "ask" or pair[0].value not in _TOLD or pair[1] not in gone)
    return replace(frame, senses=tuple(kept)) if gone else frame


def _without_words(frame: Frame, knowledge: Knowledge) -> Frame:
    """Without the quotation where it is asked what there is at a time: 10분 뒤엔 뭐래요."""
    del knowledge
    is_of_nobody = not frame.has(*_PEOPLE, "org", "role", "talks", "talk", "topic_word", "said_word")
    return frame.with_swapped(*_AT_A_TIME) if is_of_nobody and frame.has("offset", "time") else frame


def _without_part(frame: Frame, knowledge: Knowledge) -> Frame:
    """Without the part of the programme beside another ask, where all talks are in one: 몇 시 몇 부 is 몇 분."""
    is_one = len(knowledge.talks_by_session) < 2
    if "part" not in frame.asks or not is_one or not (frame.asks - {"part"} or frame.has("role")):
        return frame
    return frame.without_ask("part")


def _with_content(frame: Frame, knowledge: Knowledge) -> Frame:
    """With what a talk says, where its words are asked for and nobody is named: "이 발표에서 뭐라고 했어요"."""
    del knowledge
    is_told = frame.has("topic_word") and not frame.unexplained
    is_of_talk = frame.has("talk") or is_told or (frame.has("topic_word", "ordinal") and frame.has("talks"))
    others = (*_PEOPLE, "role", "kind", "session", "release", "topic", "faq", "unannounced", "medium")
    if frame.asks - {"what"} != {"quote"} or not is_of_talk or frame.has(*others):
        return frame
    return frame.without_ask("quote").with_senses([Sense("ask", "content")])


def _without_time(frame: Frame, knowledge: Knowledge) -> Frame:
    """Without the "when" of a bare "time" beside what asks how long: "말씀하는 시간은 몇 분"."""
    if "duration" not in frame.asks:
        return frame
    loose = listed(frame, "loose_times", knowledge)
    asking = frame.tokens_meaning(Sense("ask", "when"))
    if not asking or asking - loose:
        return frame
    return frame.without_ask("when")


def _without_each(frame: Frame, knowledge: Knowledge) -> Frame:
    """ "각각" asks how long each is only where nothing else is asked of each; the theme of each is its title."""
    del knowledge
    if "each" not in frame.asks or not frame.asks & _OF_EACH or frame.asks & _LASTING:
        return frame
    is_theme = "theme" in frame.asks and not frame.has("seminar", "release")
    swap = {Sense("ask", "theme"): Sense("ask", "heading")} if is_theme else {}
    senses = tuple((swap.get(s, s), token) for s, token in frame.senses if s != Sense("ask", "each"))
    made = replace(frame, senses=senses)
    return made.with_senses([Sense("talks", "")]) if is_theme and not made.has("talks", "session", "kind") else made


def _without_both(frame: Frame, knowledge: Knowledge) -> Frame:
    """Without a "both" that only sums up the two things asked: "행사명하고 주제 둘 다"."""
    del knowledge
    is_sum = frame.has("joint") and len(frame.asks - {"what", "list", "name"}) > 1
    return frame.without("reference") if is_sum and set(frame.values("reference")) <= _SUMS else frame


def _without_report(frame: Frame, knowledge: Knowledge) -> Frame:
    """Without the leave to report where a bare noun only says what for: "보도 리드에 쓸 주제"."""
    del knowledge
    if "permission" not in frame.asks:
        return frame
    leaves = frame.tokens_meaning(Sense("ask", "permission"))
    is_noun = all(token.part is Part.NOUN and len(token.typed) <= _BARE_NOUN for token in leaves)
    if leaves and frame.asks & {"duration", "each"} and frame.has("talks", "role") and not frame.has("medium"):
        return frame.without_ask("permission")  # 각 발제자가 쓸 수 있는 시간
    if leaves and frame.asks & {"theme", "host", "organiser"} and frame.language == "en" and not frame.has("medium"):
        return frame.without_ask("permission")  # what theme does the seminar carry
    if not leaves or not is_noun or not frame.asks & _OF_THE_SEMINAR or frame.has("medium") or "when" in frame.asks:
        return frame
    return frame.without_ask("permission")


def _without_turn(frame: Frame, knowledge: Knowledge) -> Frame:
    """Without the order where a turn is only what somebody has: "그분 차례는 언제 끝나요"."""
    if "order" not in frame.asks:
        return frame
    turns = listed(frame, "turns", knowledge)
    orders = frame.tokens_meaning(Sense("ask", "order"))
    if not orders or not orders <= turns or not frame.asks & _OF_A_TURN:
        return frame
    return frame.without_ask("order")


def _with_inverted_step(frame: Frame, knowledge: Knowledge) -> Frame:
    """What comes before a row, where it is asked after what the row comes: "무슨 순서 다음에 토론을 하나요"."""
    del knowledge
    if frame.language != "ko" or not frame.moments & _STEPS.keys():
        return frame
    step = next(token for sense, token in frame.senses if sense.kind == "moment" and sense.value in _STEPS)
    before = [token for token in frame.parse.tokens if step.start - _NEAR_JAMO <= token.end <= step.start]
    asking = {token for sense, token in frame.senses if sense in (Sense("ask", "what"), Sense("moment", "now"))}
    rows = [token for sense, token in frame.senses if sense.kind in ("session", "kind")]
    if asking.isdisjoint(before) or not rows or any(token.start < step.start for token in rows):
        return frame
    swapped = (
        (Sense("moment", _STEPS[s.value]) if s.kind == "moment" and s.value in _STEPS else s, t)
        for s, t in frame.senses
        if s != Sense("moment", "now")
    )
    return replace(frame, senses=tuple(swapped))


def _without_issue(frame: Frame, knowledge: Knowledge) -> Frame:
    """When something of the programme comes, not when the release came out: "그 얘기 언제 나와요"."""
    del knowledge
    if "released" not in frame.asks or frame.has("release") or not frame.has(*THINGS_TOLD):
        return frame
    swap = {Sense("ask", "released"): Sense("ask", "when")}
    swapped = ((swap.get(sense, sense), token) for sense, token in frame.senses)
    return replace(frame, senses=tuple(pair for pair in swapped if pair[0] != Sense("ask", "content")))


def _without_source(frame: Frame, knowledge: Knowledge) -> Frame:
    """Without a release that something else is only read in: "보도자료에 적힌 장소"."""
    asked = frame.asks - {"what", "attend"}
    if not frame.has("release") or not _is_place(frame, knowledge) or frame.asks & _OF_RELEASE:
        return frame
    if not asked or not (frame.has(*_THINGS) or asked & {"where", "start", "end", "theme", "host", "duration"}):
        return frame
    made = frame.without("release")
    return made if made.has(*_THINGS) else made.with_senses([Sense("seminar", "")])


def _is_place(frame: Frame, knowledge: Knowledge) -> bool:
    """Whether the release is where something stands: 보도자료에, in the release."""
    named = [token for sense, token in frame.senses if sense.kind == "release"]
    text, source = frame.parse.line.text, frame.parse.line.source
    before, after = text[: source[named[0].start]], text[source[named[-1].end - 1] + 1 :]
    lists = knowledge.speeches[frame.language].lists
    own = named[-1].typed.endswith(tuple(ending.strip() for ending in lists["source_endings"]))
    return own or after.startswith(lists["source_endings"]) or before.endswith(lists["source_openers"])


_SETTLERS = (
    with_subjects,
    _with_said,
    _without_told,
    _without_words,
    _without_part,
    _without_time,
    _without_each,
    _without_both,
    _without_source,
    with_host,
    without_body,
    _without_report,
    _without_turn,
    without_charge,
    _with_inverted_step,
    with_bounds,
    _without_issue,
    without_holding,
    with_own_title,
    with_heading,
    with_identity,
    with_members,
    with_post,
    without_errand,
    without_stranger,
    without_coming,
    _with_content,
    without_now,
    with_break,
    without_missing,
    without_present,
    without_way,
    with_website,
    with_shape,
)
