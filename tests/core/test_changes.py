"""What changes on the day, and what is cancelled: told with whatever it concerns, for as long as it matters."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.app import load_knowledge
from bot.core.answering import answer
from bot.core.knowledge import Knowledge
from bot.core.model import Language
from bot.core.pages import show
from bot.core.reply import Context, Reply

SEMINAR = """\
title: { ko: 바다숲 회의, en: Sea Forest Meeting }
STATUS
date: DATE
venue:
  name: { ko: 부산항 회의장, en: Busan Port Hall }
  room: ROOM
"""
SCHEDULE = """\
items:
  lectures: { title: { ko: 강연, en: Lectures }, start: "14:00", end: "15:00", kind: talks, LECTURES }
  break: { title: { ko: 휴식, en: Break }, start: "15:00", end: "15:20", kind: break }
  panel: { title: { ko: 토론, en: Discussion }, start: START, end: END, kind: discussion, chair: CHAIR, PANEL }
  closing: { title: { ko: 폐회, en: Closing }, start: "16:00", end: "16:10", kind: closing }
talks:
  urchins: { title: { ko: 성게와 바다숲, en: Urchins }, order: 1, session: lectures, speaker: SPEAKER, summary: 성게 }
  drones: { title: { ko: 드론과 바다숲, en: Drones }, order: 2, session: lectures, speaker: lee, DRONES }
  REEFS
"""
SPEAKERS = """\
people:
  kim: { name: { ko: 김바다, en: Kim Bada } }
  lee: { name: { ko: 이하늘, en: Lee Haneul } }
  park: { name: { ko: 박누리, en: Park Nuri }, title: TITLE }
"""
AS_PLANNED = {
    "DATE": "2020-09-25", "ROOM": "{ ko: 1층 큰방, en: Large Room }", "START": '"15:20"', "END": '"16:00"',
    "CHAIR": "park", "SPEAKER": "kim", "TITLE": "{ ko: 원장, en: President }", ", LECTURES": "", ", PANEL": "",
    "STATUS": "", ", DRONES": "", "REEFS": "",
}  # fmt: skip
SINCE = "status: changed, since: 2020-09-25 13:02"
ROOM = f"{{ value: {{ ko: 3층 작은방, en: Small Room }}, was: {{ ko: 1층 큰방, en: Large Room }}, {SINCE} }}"
START = f'{{ value: "15:30", was: "15:20", {SINCE} }}'
END = f'{{ value: "15:50", was: "16:00", {SINCE} }}'
CHAIR = f"{{ value: lee, was: park, {SINCE} }}"
SPEAKER = f"{{ value: park, was: kim, {SINCE} }}"
DATE = "{ value: 2020-09-25, was: 2020-09-18, status: changed, since: 2020-09-10 09:00 }"
TITLE = f"{{ value: {{ ko: 소장, en: Director }}, was: {{ ko: 원장, en: President }}, {SINCE} }}"
NOT_HELD = ", status: cancelled, since: 2020-09-25 13:02"

ROOM_KO, ROOM_EN = "장소가 바뀌었습니다(13:02): 부산항 회의장 3층 작은방. 이전: 1층 큰방", "Before: Large Room"
START_KO, START_EN = "토론 시작 시각이 바뀌었습니다(13:02): 15:30. 이전: 15:20", "start has changed (13:02): 15:30"
CHAIR_KO, CHAIR_EN = "토론 좌장이 바뀌었습니다(13:02): 이하늘. 이전: 박누리", "Lee Haneul. Before: Park Nuri"
SPEAKER_KO, SPEAKER_EN = "발제 1 발표자가 바뀌었습니다(13:02): 박누리. 이전: 김바다", "Park Nuri. Before: Kim Bada"
DATE_KO = "날짜가 바뀌었습니다(9월 10일(목) 09:00): 9월 25일(금). 이전: 9월 18일(금)"
DATE_EN = "The date has changed (Thu 10 Sep 09:00): Fri 25 Sep. Before: Fri 18 Sep"
OFF_KO, OFF_EN = "토론은 취소되었습니다(13:02).", "Discussion has been cancelled (13:02)."
LATE = "16:05"


@cache
def knowledge_with(**changes: str) -> Knowledge:
    """Return the small seminar's knowledge with some of its fields written otherwise."""
    values = AS_PLANNED | {
        {key: f", {key}" for key in ("LECTURES", "PANEL", "DRONES")}.get(key, key): changes[key] for key in changes
    }
    with TemporaryDirectory() as folder:
        for name, text in (("seminar", SEMINAR), ("schedule", SCHEDULE), ("speakers", SPEAKERS)):
            for blank, value in values.items():
                text = text.replace(blank, value)
            Path(folder, f"{name}.yaml").write_text(text, encoding="utf-8")
        return load_knowledge(Path(folder))


def ask(question: str, knowledge: Knowledge, at: str = "14:22", day: str = "2020-09-25") -> Reply:
    """Ask at a clock time; a slash opens a page (in English with ``/en/``)."""
    now = datetime.fromisoformat(f"{day}T{at}:00+09:00")
    if question.startswith("/"):
        language: Language = "en" if question.startswith("/en/") else "ko"
        return show(question.rpartition("/")[2], knowledge, language, now)
    return answer(question, knowledge, now, Context())


@pytest.mark.parametrize(
    ("changes", "question", "first", "told"),
    [
        ({"ROOM": ROOM}, "어디서 하나요?", "3층 작은방", ROOM_KO),
        ({"ROOM": ROOM}, "where is it?", "Small Room", ROOM_EN),
        ({"ROOM": ROOM}, "토론 언제예요?", "15:20–16:00", ROOM_KO),
        ({"ROOM": ROOM}, "다음은 뭐예요?", "휴식", ROOM_KO),
        ({"ROOM": ROOM}, "what is next?", "Break", ROOM_EN),
        ({"ROOM": ROOM}, "/now", "강연", ROOM_KO),
        ({"ROOM": ROOM}, "/en/now", "Lectures", ROOM_EN),
        ({"ROOM": ROOM}, "/schedule", "일정", ROOM_KO),
        ({"ROOM": ROOM}, "발제 1 어디서 해요?", "3층 작은방", ROOM_KO),
        ({"ROOM": ROOM}, "1층 큰방에서 하나요?", "아니요", ROOM_KO),
        ({"ROOM": ROOM}, "장소 바뀌었나요?", "장소가 바뀌었습니다", ROOM_KO),
        ({"START": START}, "토론 몇 시에 시작해요?", "15:30", START_KO),
        ({"START": START}, "when is the discussion?", "15:30", START_EN),
        ({"START": START}, "휴식 다음은 뭐예요?", "토론", START_KO),
        ({"START": START}, "/schedule", "일정", START_KO),
        ({"START": START}, "/en/schedule", "Programme", START_EN),
        ({"END": END}, "토론 언제 끝나요?", "15:50", "토론 종료 시각이 바뀌었습니다(13:02): 15:50. 이전: 16:00"),
        ({"CHAIR": CHAIR}, "좌장 누구예요?", "이하늘", CHAIR_KO),
        ({"CHAIR": CHAIR}, "who chairs the discussion?", "Lee Haneul", CHAIR_EN),
        ({"CHAIR": CHAIR}, "박누리 누구예요?", "박누리", CHAIR_KO),
        ({"CHAIR": CHAIR}, "박누리 원장 언제 나와요?", "박누리", CHAIR_KO),
        ({"SPEAKER": SPEAKER}, "발제 1 누가 해요?", "박누리", SPEAKER_KO),
        ({"SPEAKER": SPEAKER}, "who gives talk 1?", "Park Nuri", SPEAKER_EN),
        ({"SPEAKER": SPEAKER}, "발제 1 내용은?", "성게", SPEAKER_KO),
        ({"SPEAKER": SPEAKER}, "김바다 발표 언제예요?", "성게와 바다숲", SPEAKER_KO),
        ({"SPEAKER": SPEAKER}, "/speakers", "박누리", SPEAKER_KO),
        ({"TITLE": TITLE}, "박누리 직함은?", "소장", "박누리 직함이 바뀌었습니다(13:02): 소장. 이전: 원장"),
        ({"DATE": DATE}, "언제 하나요?", "25일", DATE_KO),
        ({"DATE": DATE}, "when is it?", "25 Sep", DATE_EN),
    ],
)  # fmt: skip
def test_a_change_is_told_after_the_fact_it_concerns(
    changes: dict[str, str], question: str, first: str, told: str
) -> None:
    reply = ask(question, knowledge_with(**changes))
    assert first in reply.lines[0], reply.text
    assert any(told in line for line in reply.lines), reply.text


@pytest.mark.parametrize(
    ("changes", "question"),
    [
        ({"ROOM": ROOM}, "휴식은 몇 분이에요?"),
        ({"ROOM": ROOM}, "박누리 직함은?"),
        ({"START": START}, "휴식 언제예요?"),
        ({"START": START}, "어디서 하나요?"),
        ({"CHAIR": CHAIR}, "토론 언제예요?"),
        ({"SPEAKER": SPEAKER}, "발제 2 누가 해요?"),
        ({"DATE": DATE}, "토론 언제예요?"),  # on the day itself
    ],
)
def test_a_change_is_not_told_with_what_it_does_not_concern(changes: dict[str, str], question: str) -> None:
    reply = ask(question, knowledge_with(**changes))
    assert "바뀌었습니다" not in reply.text


@pytest.mark.parametrize(
    ("changes", "question", "until", "told"),
    [
        ({"ROOM": ROOM}, "어디서 하나요?", "16:10", ROOM_KO),
        ({"ROOM": ROOM}, "토론 언제예요?", "16:00", ROOM_KO),
        ({"START": START}, "토론 언제예요?", "16:00", START_KO),
        ({"CHAIR": CHAIR}, "좌장 누구예요?", "16:00", CHAIR_KO),
        ({"SPEAKER": SPEAKER}, "발제 1 누가 해요?", "15:00", SPEAKER_KO),  # its session's end
        ({"DATE": DATE}, "언제 하나요?", "16:10", "이전: 9월 18일(금)"),
    ],
)
def test_a_change_is_news_until_the_thing_is_over(
    changes: dict[str, str], question: str, until: str, told: str
) -> None:
    hour, minute = divmod(int(until[:2]) * 60 + int(until[3:]) - 1, 60)
    assert told in ask(question, knowledge_with(**changes), f"{hour:02}:{minute:02}").text
    assert "이전" not in ask(question, knowledge_with(**changes), until).text


def test_a_change_of_another_day_is_told_with_its_date() -> None:
    knowledge = knowledge_with(START=START)
    assert "(9월 25일(금) 13:02)" in ask("토론 언제예요?", knowledge, day="2020-09-24").text
    assert "(9월 25일(금))" in ask("/schedule", knowledge, day="2020-09-24").text  # a list of times


def test_before_its_day_a_row_is_told_with_the_change_of_the_date() -> None:
    assert "이전: 9월 18일(금)" in ask("토론 언제예요?", knowledge_with(DATE=DATE), day="2020-09-24").text


def test_who_asks_for_changes_hears_them_when_all_is_over() -> None:
    assert START_KO in ask("바뀐 거 있나요?", knowledge_with(START=START), "17:00").text


PANEL_OFF = {"PANEL": NOT_HELD}
LECTURES_OFF = {"LECTURES": NOT_HELD}


def rows(changes: dict[str, str], leading: str, *questions: str) -> Iterator[tuple[dict[str, str], str, str]]:
    yield from ((changes, question, leading) for question in questions)


@pytest.mark.parametrize(
    ("changes", "question", "leading"),
    [
        *rows(
            PANEL_OFF, OFF_KO, "토론 언제예요?", "토론 어디서 해요?", "토론 하나요?", "좌장 누구예요?",
            "박누리 누구예요?", "토론까지 얼마나 남았어요?", "휴식 다음은 뭐예요?", "15:30에 뭐 해요?",
            "/schedule", "토론 취소됐나요?",
        ),
        *rows(PANEL_OFF, OFF_EN, "when is the discussion?", "what comes after the break?", "/en/schedule"),
        *rows(LECTURES_OFF, "강연은 취소되었습니다(13:02).", "/now", "/speakers", "발표 언제예요?", "다음 발표는?"),
        *rows(
            LECTURES_OFF, "발제 2: 드론과 바다숲은 취소되었습니다(13:02).", "이하늘 언제 발표해요?",
            "발제 2 누가 해요?", "이하늘 누구예요?", "드론과 바다숲 어디서 해요?", "발제 2 제목은?",
        ),
        *rows(LECTURES_OFF, "Talk 2: Drones has been cancelled (13:02).", "when is talk 2?", "who is Lee Haneul?"),
    ],
)  # fmt: skip
def test_what_was_cancelled_leads_the_answer(changes: dict[str, str], question: str, leading: str) -> None:
    reply = ask(question, knowledge_with(**changes))
    assert reply.lines[0] == leading, reply.text


@pytest.mark.parametrize(
    ("question", "at", "told"),
    [
        ("다음은 뭐예요?", "15:10", "다음은 폐회입니다(16:00–16:10)."),
        ("what is next?", "15:10", "Next: Closing (16:00–16:10)."),
        ("휴식 다음은 뭐예요?", "14:22", "휴식 다음은 폐회입니다(16:00–16:10)."),
        ("/now", "15:30", "지금은 예정된 순서가 없습니다. 다음은 16:00 폐회입니다."),
        ("토론 지금 하고 있어요?", "15:30", "토론: 원래 9월 25일(금) 15:20–16:00 예정이었습니다."),
        ("토론 언제예요?", "15:30", "토론: 원래 9월 25일(금) 15:20–16:00 예정이었습니다."),
        ("/schedule", "14:22", "15:20–16:00 토론(취소)"),
        ("/en/schedule", "17:00", "15:20–16:00 Discussion (cancelled)"),
    ],
)
def test_what_was_cancelled_is_never_now_nor_next(question: str, at: str, told: str) -> None:
    reply = ask(question, knowledge_with(**PANEL_OFF), at)
    assert told in reply.lines, reply.text
    assert not any(word in reply.text for word in ("진행 중", "다음은 토론", "남았습니다"))


ALL_OFF = {"STATUS": "status: cancelled\nsince: 2020-09-25 13:02"}
ALL_OFF_KO, ALL_OFF_EN = "바다숲 회의는 취소되었습니다(13:02).", "Sea Forest Meeting has been cancelled (13:02)."


@pytest.mark.parametrize("at", ["13:05", "14:22", "16:30"])
@pytest.mark.parametrize(
    ("question", "leading"),
    [
        *((question, ALL_OFF_KO) for question in (
            "지금 뭐 해요?", "다음 순서 뭐예요?", "몇 분 남았어요?", "토론까지 얼마나 남았어요?", "15:30에 뭐 해요?",
            "언제 하나요?", "몇 시에 끝나요?", "어디서 하나요?", "지금 어디서 해요?", "부산항 회의장에서 하나요?",
            "토론 언제예요?", "토론 어디서 해요?", "발제 1 누가 해요?", "박누리 언제 나와요?", "좌장 누구예요?",
            "다음 발표자 누구예요?", "주차 되나요?", "끝났어요?", "취소됐나요?", "/now", "/schedule", "/speakers",
        )),
        *((question, ALL_OFF_EN) for question in ("what is on now?", "what is next?", "where is it?", "/en/schedule")),
    ],
)  # fmt: skip
def test_a_cancelled_seminar_leads_whatever_is_asked_of_its_holding(question: str, leading: str, at: str) -> None:
    reply = ask(question, knowledge_with(**ALL_OFF), at)
    assert reply.lines[0] == leading, reply.text
    assert reply.text.count("취소") + reply.text.count("cancelled") == 1, reply.text
    untrue = ("시작", "지금(", "다음은", "남았", "열립니다", "끝났", "진행", "회의장", "네.", "Next", "It is", "Hall")
    assert not any(word in reply.text for word in untrue), reply.text


@pytest.mark.parametrize("question", ["박누리 직함은?", "안녕하세요"])
def test_names_stand_as_they_are_though_the_seminar_is_cancelled(question: str) -> None:
    assert "취소" not in ask(question, knowledge_with(**ALL_OFF)).text


def test_what_has_changed_of_a_cancelled_seminar_is_no_news() -> None:
    assert "바뀌었습니다" not in ask("토론 언제예요?", knowledge_with(**ALL_OFF, ROOM=ROOM, START=START)).text


ELSEWHERE = {"PANEL": ", room: { ko: 2층 별실, en: Side Room }"}
PANEL_KO, PANEL_EN = "토론: 부산항 회의장 2층 별실입니다.", "Discussion: Busan Port Hall, Side Room."
VENUE_KO = "부산항 회의장 1층 큰방입니다."


@pytest.mark.parametrize(
    ("question", "at", "told"),
    [
        ("지금 어디로 가요?", "15:25", [PANEL_KO]),
        ("지금 어디서 해요?", "15:25", [PANEL_KO]),
        ("where is it now?", "15:25", [PANEL_EN]),
        ("다음은 어디서 해요?", "15:10", [PANEL_KO]),
        ("다음 순서 어디예요?", "15:18", [PANEL_KO]),
        ("where do I go next?", "15:18", [PANEL_EN]),
        ("지금 어디서 해요?", "15:10", [VENUE_KO]),
        ("다음은 어디서 해요?", "15:25", [VENUE_KO]),
        ("어디서 하나요?", "15:25", [VENUE_KO, PANEL_KO]),
        ("장소 바뀌었어요?", "15:10", [VENUE_KO, PANEL_KO]),
        ("has the venue changed?", "15:10", ["Busan Port Hall, Large Room.", PANEL_EN]),
        ("부산항 회의장에서 하나요?", "14:22", [f"네. {VENUE_KO}", PANEL_KO]),
        ("어디서 하나요?", "16:01", [VENUE_KO]),  # the discussion is over
    ],
)
def test_a_row_in_another_room_is_told_with_the_place(question: str, at: str, told: list[str]) -> None:
    assert [*ask(question, knowledge_with(**ELSEWHERE), at).lines] == told


def test_where_it_is_now_is_no_matter_of_whom_was_spoken_of() -> None:
    knowledge, now = knowledge_with(**ELSEWHERE), datetime.fromisoformat("2020-09-25T15:25:00+09:00")
    before = answer("발제 1 누가 해요?", knowledge, now, Context())
    assert answer("지금 어디로 가요?", knowledge, now, before.context).lines == (PANEL_KO,)


DRONES_OFF = {
    "DRONES": NOT_HELD,
    "REEFS": "reefs: { title: { ko: 인공 어초, en: Reefs }, order: 3, session: lectures, speaker: park }",
}
DRONES_KO, DRONES_EN = "발제 2: 드론과 바다숲은 취소되었습니다(13:02).", "Talk 2: Drones has been cancelled (13:02)."
REEFS_KO = "취소된 발제를 빼면 2번째: 박누리 원장 — 발제 3 「인공 어초」"
REEFS_EN = "Number 2 of the talks that take place: Park Nuri (박누리), President — talk 3, “Reefs”"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("두번째로 누가 발표해요", [DRONES_KO, REEFS_KO]),
        ("2번째 발표자 누구예요?", [DRONES_KO, REEFS_KO]),
        ("who speaks second?", [DRONES_EN, REEFS_EN]),
        ("발제 2 누가 해요?", [DRONES_KO, "이하늘 — 발제 2 「드론과 바다숲」"]),
        ("2번째 발표 하나요?", [DRONES_KO]),
        ("is talk 2 still on", [DRONES_EN]),
        ("발표 2 했어요?", [DRONES_KO]),
        ("지금 발표가 몇 개예요?", ["발표는 2개입니다."]),
        ("how many talks are there now", ["There are 2 talks."]),
        ("how many talks were given?", ["There are 2 talks."]),
        ("발표자 두 명 소속까지 정리해줘", ["1. 김바다", "3. 박누리 원장"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("at", ["13:05", "14:22", "16:30"])
def test_a_cancelled_talk_keeps_its_number_and_leaves_its_turn(question: str, told: list[str], at: str) -> None:
    assert [*ask(question, knowledge_with(**DRONES_OFF), at).lines] == told


OF_ALL = {"ROOM": ROOM, "START": START, "CHAIR": CHAIR, "TITLE": TITLE, "LECTURES": NOT_HELD}
NO_REASON_KO, NO_REASON_EN = "이유는 공지되지 않았습니다.", "The reason: not announced."


def after(before: str, question: str, knowledge: Knowledge, at: str = "14:22") -> Reply:
    """Ask a question after another one of the same conversation; nothing before it where that is empty."""
    now = datetime.fromisoformat(f"2020-09-25T{at}:00+09:00")
    context = answer(before, knowledge, now, Context()).context if before else Context()
    return answer(question, knowledge, now, context)


@pytest.mark.parametrize(
    ("before", "question", "first", "last"),
    [
        ("", "장소 왜 바뀌었어요?", ROOM_KO, NO_REASON_KO),
        ("", "장소 바뀌었나요? 왜요?", ROOM_KO, NO_REASON_KO),
        ("", "why was the room changed?", ROOM_EN, NO_REASON_EN),
        ("", "토론 왜 늦어졌어요", START_KO, NO_REASON_KO),
        ("", "why is talk 2 cancelled", "Talk 2: Drones has been cancelled", NO_REASON_EN),
        ("", "취소된 발표 뭐에요 왜 취소됐어요", "강연은 취소되었습니다", NO_REASON_KO),
        ("장소 바뀌었나요?", "왜요?", ROOM_KO, NO_REASON_KO),
        ("was the room changed?", "why?", ROOM_EN, NO_REASON_EN),
        ("좌장 누구예요?", "왜 바뀌었어요?", CHAIR_KO, NO_REASON_KO),
        ("was the room changed?", "since when?", ROOM_EN, ROOM_EN),
        ("장소 바뀌었나요?", "언제부터요?", ROOM_KO, ROOM_KO),
        ("좌장 바뀌었나요?", "언제부터요?", CHAIR_KO, CHAIR_KO),
        ("발제 2 취소됐나요?", "언제부터요?", "발제 2: 드론과 바다숲은 취소되었습니다(13:02)", "취소되었습니다(13:02)"),
    ],
)
def test_why_and_since_when_are_asked_of_the_change(before: str, question: str, first: str, last: str) -> None:
    reply = after(before, question, knowledge_with(**OF_ALL))
    assert first in reply.lines[0], reply.text
    assert last in reply.lines[-1], reply.text  # the small seminar has no contact
    assert len(reply.lines) == 1 + (last in (NO_REASON_KO, NO_REASON_EN))


@pytest.mark.parametrize("at", ["14:22", "17:00"])
@pytest.mark.parametrize(
    ("before", "question", "former", "now"),
    [
        ("토론 몇 시에요", "원래는요?", "토론 시작 시각은 원래 15:20이었습니다.", "(13:02): 15:30."),
        ("어디서 해요", "원래는?", "장소는 원래 1층 큰방이었습니다.", "(13:02): 부산항 회의장 3층 작은방."),
        ("좌장 누구예요?", "원래 누구였는데요?", "토론 좌장은 원래 박누리였습니다.", "(13:02): 이하늘."),
        ("where is it?", "and before?", "The place was Large Room before.", "Small Room."),
        ("", "원래 어디였죠", "장소는 원래 1층 큰방이었습니다.", "3층 작은방."),
        ("", "장소 원래 어디였어요", "장소는 원래 1층 큰방이었습니다.", "3층 작은방."),
        ("", "what was the room before?", "The place was Large Room before.", "Small Room."),
        ("", "원래 좌장은 누구였어요", "토론 좌장은 원래 박누리였습니다.", "이하늘."),
        ("", "who was chairing before?", "Discussion: the chair was Park Nuri before.", "Lee Haneul."),
        ("", "who was the chair before the change?", "Discussion: the chair was Park Nuri before.", "Lee Haneul."),
        ("", "토론은 몇시에 했나요 원래는요?", "토론 시작 시각은 원래 15:20이었습니다.", "15:30."),
        ("", "박누리 직함 원래 뭐였어요", "박누리 직함은 원래 원장이었습니다.", "소장."),
    ],
)
def test_what_it_was_leads_where_that_is_asked_even_when_all_is_over(
    before: str, question: str, former: str, now: str, at: str
) -> None:
    reply = after(before, question, knowledge_with(**OF_ALL), at)
    assert reply.lines[0] == former, reply.text
    assert reply.lines[1].endswith(now), reply.text
    assert len(reply.lines) == 2, reply.text


@pytest.mark.parametrize("at", ["14:22", "17:00"])
@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("was the chair changed?", CHAIR_EN),
        ("좌장 언제 바뀌었어요", CHAIR_KO),
        ("has the room changed?", ROOM_EN),
        ("room changed?", ROOM_EN),
        ("장소 바뀌었었나요", ROOM_KO),
        ("토론 시간 바뀌었었나요", START_KO),
        ("has the discussion been delayed?", START_EN),
        ("취소된거 있어요?", "강연은 취소되었습니다(13:02)."),
        ("is anything cancelled?", "Lectures has been cancelled (13:02)."),
        ("발제 2 취소됐나요?", "발제 2: 드론과 바다숲은 취소되었습니다(13:02)."),
    ],
)
def test_who_asks_of_one_change_hears_of_that_alone(question: str, told: str, at: str) -> None:
    reply = ask(question, knowledge_with(**OF_ALL), at)
    assert told in reply.text
    assert len(reply.lines) == 1, reply.text


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        ("오늘 세미나 취소됐나요", ("아니요. 2020년 9월 25일(금) 15:00–16:10에 열립니다.", "취소된 순서: 강연, ")),
        ("has the seminar been cancelled?", ("No. It takes place on Fri 25 Sep 2020", "Cancelled: Lectures, ")),
        ("토론 취소됐나요", ("아니요. 토론: 9월 25일(금) 15:30–16:00", START_KO)),
        ("is the discussion cancelled?", ("No. Discussion: Fri 25 Sep 15:30–16:00", START_EN)),
        ("폐회 취소됐어요?", ("아니요. 폐회: 9월 25일(금) 16:00–16:10",)),
        ("시작 시간 바뀌었나요", ("아니요. 15:00에 시작합니다.",)),
        ("종료시각 바뀌었나요", ("아니요. 16:10에 끝납니다.",)),
        ("has the start time changed?", ("No. It starts at 15:00.",)),
    ],
)
def test_what_goes_on_as_planned_is_led_by_no(question: str, lines: tuple[str, ...]) -> None:
    reply = ask(question, knowledge_with(**(OF_ALL | {"CHAIR": "park"})))
    assert len(reply.lines) == len(lines), reply.text
    assert all(line in told for line, told in zip(lines, reply.lines, strict=True)), reply.text


@pytest.mark.parametrize(
    ("changes", "question", "lines"),
    [
        ({"ROOM": ROOM}, "발제 1 취소됐어요?", ("아니요. 발제 1 「성게와 바다숲」",)),
        ({"ROOM": ROOM}, "성게 발표 취소됐어요?", ("아니요. 발제 1 「성게와 바다숲」",)),
        ({"ROOM": ROOM}, "was the chair changed?", ("No. Park Nuri",)),
        ({"ROOM": ROOM}, "취소된 거 있어요?", ("아니요. 취소된 순서는 없습니다.",)),
        ({"START": START}, "장소 바뀌었나요?", ("아니요. 부산항 회의장 1층 큰방입니다.",)),
    ],
)
def test_one_thing_as_planned_is_told_without_the_changes_of_others(
    changes: dict[str, str], question: str, lines: tuple[str, ...]
) -> None:
    reply = ask(question, knowledge_with(**changes))
    assert len(reply.lines) == len(lines), reply.text
    assert reply.lines[0].startswith(lines[0]), reply.text


@pytest.mark.parametrize(
    "question",
    ["비 오면 토론 취소되나요?", "장소가 바뀔 수도 있나요?", "참가 취소는 어떻게 해요?", "could the room be changed?"],
)
def test_what_may_yet_change_is_neither_affirmed_nor_denied(question: str) -> None:
    reply = ask(question, knowledge_with(ROOM=ROOM))
    assert not reply.text.startswith(("아니요", "네", "No", "Yes")), reply.text


@pytest.mark.parametrize("question", ["토론 취소됐나요?", "has the start time changed?", "세미나 취소됐어요?"])
def test_where_no_change_is_noted_none_is_denied(question: str) -> None:
    reply = ask(question, knowledge_with())
    assert not reply.text.startswith(("아니요", "No")), reply.text


@pytest.mark.parametrize(
    ("before", "question", "lines"),
    [
        ("토론 몇 시예요?", "바뀐 거예요?", (START_KO,)),
        ("when is the discussion?", "has it changed?", (START_EN,)),
        ("폐회 몇 시예요?", "바뀐 거예요?", ("아니요. 폐회: 9월 25일(금) 16:00–16:10",)),
        ("", "장소랑 좌장 바뀌었나요?", (ROOM_KO, CHAIR_KO)),
        ("", "장소 변경됐나요?", (ROOM_KO,)),
        ("", "any change of venue?", (ROOM_EN,)),
        ("", "장소 바뀌었나요? 휴식은 몇 시예요?", (ROOM_KO, "휴식: 9월 25일(금) 15:00–15:20")),
        ("", "which talk is cancelled and why?", ("Lectures has been cancelled (13:02).", NO_REASON_EN)),
        ("", "왜 바뀌었어요?", (NO_REASON_KO,)),
    ],
)
def test_a_change_is_asked_of_what_was_told_and_beside_other_things(
    before: str, question: str, lines: tuple[str, ...]
) -> None:
    reply = after(before, question, knowledge_with(**OF_ALL))
    assert len(reply.lines) == len(lines), reply.text
    assert all(line in told for line, told in zip(lines, reply.lines, strict=True)), reply.text
