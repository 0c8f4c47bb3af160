"""Numbers, times, spans and dates are read as people mean them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.lattice import Edge, Lattice
from bot.core.line import make_line
from bot.core.model import Seminar
from bot.core.moments import find_moments
from bot.core.parsing import parse
from bot.core.text import normalise
from tests.core.worlds import DAY, make_seminar, words_alone

NOW = datetime(2020, 9, 25, 14, 22)  # the day of the seminar, a Friday
AFTERNOON = make_seminar(start="14:00", end="16:10")
WHOLE_DAY = make_seminar(start="09:30", end="18:00")
EVENING = make_seminar(start="19:00", end="21:30")
KINDS = {"time": "time", "offset": "offset", "day": "day", "nth": "nth", "ordinal": "nth", "quantity": "quantity"}
TWO_DAYS = make_seminar((DAY, DAY + timedelta(days=1)))


def find(text: str, seminar: Seminar = AFTERNOON, now: datetime = NOW) -> list[Edge]:
    return list(find_moments(make_line(normalise(text)), now, seminar))


def read(text: str, seminar: Seminar = AFTERNOON, now: datetime = NOW) -> str:
    """What a text's cheapest reading says of times, dates, ordinals and quantities, in its order, as "kind value"."""
    line = make_line(normalise(text))
    tokens = parse(Lattice(line, words_alone().lexicon), find_moments(line, now, seminar)).tokens
    senses = [sense for token in tokens if token.word for sense in token.word.senses]
    return ", ".join(f"{KINDS[sense.kind]} {sense.value}" for sense in senses if sense.kind in KINDS and sense.value)


CLOCKS = [
    ("두시 반", "14:30"), ("두 시 반에 뭐 해요", "14:30"), ("2시반", "14:30"), ("2시 반쯤", "14:30"),
    ("15시", "15:00"), ("15시에", "15:00"), ("15 시에", "15:00"), ("오늘두시에뭐해요", "14:00"),
    ("오후 세 시", "15:00"), ("오후 3시", "15:00"), ("오후세시", "15:00"), ("오후 3:15", "15:15"),
    ("오전 11시", "11:00"), ("3시 15분", "15:15"), ("세시 십오분", "15:15"), ("3시15분에", "15:15"),
    ("세 시 이십 분", "15:20"), ("15시 5분", "15:05"), ("15:15", "15:15"), ("3:15", "15:15"),
    ("15:15에", "15:15"), ("１５：１５", "15:15"), ("1510에", "15:10"), ("at 1510", "15:10"),
    ("11시 땡", "11:00"), ("네시 정각", "16:00"), ("네 시 정각에", "16:00"), ("정오", "12:00"), ("자정", "00:00"),
    ("2시 20분 발표", "14:20"), ("4시 10분", "16:10"), ("10시", "10:00"), ("열시", "10:00"),
    ("열 두 시", "12:00"), ("11시", "11:00"), ("1시", "13:00"), ("7시", "19:00"), ("9시", "09:00"),
    ("밤 12시", "00:00"), ("낮 12시", "12:00"), ("저녁 7시", "19:00"), ("새벽 2시", "02:00"),
    ("오전 12시", "00:00"), ("낮 2시", "14:00"), ("0시", "00:00"), ("24시", "00:00"), ("십오시", "15:00"),
    ("3시 10분 전", "14:50"), ("세 시 오 분 전", "14:55"), ("3:15 pm", "15:15"), ("3:15pm", "15:15"),
    ("3.15 p.m.", "15:15"), ("3 PM", "15:00"), ("11 a.m.", "11:00"), ("12 am", "00:00"), ("12pm", "12:00"),
    ("three pm", "15:00"), ("what is on at 3", "15:00"), ("what is on at 3?", "15:00"), ("at about 3", "15:00"),
    ("at three", "15:00"), ("by four", "16:00"), ("around 4.", "16:00"), ("3 o'clock", "15:00"),
    ("three o’clock", "15:00"), ("quarter past three", "15:15"), ("a quarter past 3", "15:15"),
    ("half past two", "14:30"), ("ten to four", "15:50"), ("quarter to 4", "15:45"),
    ("twenty-five past two", "14:25"), ("20 minutes past 3", "15:20"), ("3 in the afternoon", "15:00"),
    ("at 10 in the morning", "10:00"), ("noon", "12:00"), ("midnight", "00:00"),
]  # fmt: skip
SPANS = [
    ("20분 있다가", 20), ("20분 이따가", 20), ("10분 뒤", 10), ("10분뒤에", 10), ("십분 후에", 10),
    ("한 10분 뒤", 10), ("30분쯤 뒤", 30), ("10분 더 있으면", 10), ("5분 전", -5), ("오 분 전에", -5),
    ("한 시간 반 뒤", 90), ("1시간 반 후", 90), ("반시간 뒤", 30), ("반 시간 후", 30), ("두시간 뒤", 120),
    ("1시간 20분 뒤", 80), ("한 시간 이십 분 뒤", 80), ("2시간 전", -120), ("삼십분 지나면", 30),
    ("in 20 minutes", 20), ("in about 10 min", 10), ("an hour from now", 60), ("half an hour from now", 30),
    ("in half an hour", 30), ("5 minutes ago", -5), ("half an hour ago", -30), ("in an hour", 60),
    ("in an hour and a half", 90), ("in 1.5 hours", 90), ("in two and a half hours", 150),
    ("in 1 hour 20 minutes", 80), ("ten minutes later", 10), ("in twenty-five mins", 25),
    ("지금 출발하면 30분 걸리", 30), ("출발하면 한 시간 걸릴", 60), ("leaving now it takes 40 minutes", 40),
]  # fmt: skip
DATES = [
    ("오늘", "2020-09-25"), ("내일 뭐 해요", "2020-09-26"), ("낼", "2020-09-26"), ("모레", "2020-09-27"),
    ("내일모레", "2020-09-27"), ("어제", "2020-09-24"), ("그저께", "2020-09-23"), ("26일", "2020-09-26"),
    ("26일에", "2020-09-26"), ("9월 25일", "2020-09-25"), ("9월25일", "2020-09-25"), ("9.25", "2020-09-25"),
    ("9.25.", "2020-09-25"), ("9. 25.(금)", "2020-09-25"), ("9-25", "2020-09-25"), ("9/25", "2020-09-25"),
    ("2020-09-24", "2020-09-24"), ("2020.9.24", "2020-09-24"), ("2020년 9월 24일", "2020-09-24"),
    ("20. 9. 24.", "2020-09-24"), ("2021년 9월 25일", "2021-09-25"), ("10월 1일", "2020-10-01"),
    ("금요일", "2020-09-25"), ("금욜", "2020-09-25"), ("이번주 금욜", "2020-09-25"),
    ("이번 주 목요일", "2020-09-24"), ("다음주 금요일", "2020-10-02"), ("담주 금욜", "2020-10-02"),
    ("지난주 금요일", "2020-09-18"), ("목요일", "2020-09-24"), ("첫째 날", "2020-09-25"), ("첫날", "2020-09-25"),
    ("첫 번째 날", "2020-09-25"), ("1일차", "2020-09-25"), ("둘째날", "2020-09-26"), ("둘째 날", "2020-09-26"),
    ("2일차", "2020-09-26"), ("2일 차", "2020-09-26"), ("이틀째", "2020-09-26"), ("두 번째 날", "2020-09-26"),
    ("마지막 날", "2020-09-26"), ("셋째 날", "2020-09-27"), ("3일차", "2020-09-27"), ("이틀 뒤", "2020-09-27"),
    ("3일 전", "2020-09-22"), ("today", "2020-09-25"), ("tomorrow", "2020-09-26"),
    ("the day after tomorrow", "2020-09-27"), ("yesterday", "2020-09-24"), ("on Friday", "2020-09-25"),
    ("Friday", "2020-09-25"), ("next Friday", "2020-10-02"), ("on Sat", "2020-09-26"),
    ("on the 26th", "2020-09-26"), ("the 26th", "2020-09-26"), ("September 25", "2020-09-25"),
    ("Sept. 25th", "2020-09-25"), ("25 Sep", "2020-09-25"), ("25th of September", "2020-09-25"),
    ("September 25, 2021", "2021-09-25"), ("in 2 days", "2020-09-27"), ("day 2", "2020-09-26"),
    ("day two", "2020-09-26"), ("second day", "2020-09-26"), ("the last day", "2020-09-26"),
    ("two days ago", "2020-09-23"),
]  # fmt: skip
OTHERS = [
    ("3시 10분 전에", "time 15:10"), ("2시부터 3시까지", "time 14:00, time 15:00"),
    ("14:10-15:10", "time 14:10, time 15:10"),
    ("오늘 3시", "day 2020-09-25, time 15:00"), ("9월 26일 오후 2시 반", "day 2020-09-26, time 14:30"),
    ("tomorrow at 3", "day 2020-09-26, time 15:00"), ("3번째", "nth 3"), ("3번 발표", "nth 3"),
    ("제2발제", "nth 2"), ("제 2 발제", "nth 2"), ("2nd talk", "nth 2"), ("the 3rd speaker", "nth 3"),
    ("talk no. 2", "nth 2"), ("#2", "nth 2"), ("발표 3번째", "nth 3"), ("10분 동안", "quantity 10분"),
    ("5분간", "quantity 5분"), ("3시간", "quantity 3시간"), ("5명", "quantity 5명"),
    ("2시간 동안", "quantity 2시간"), ("몇 분", ""), ("몇 시 몇 분", ""), ("몇 분 뒤", ""),
    ("시작 5분 전", "quantity 5분"),
    ("끝나기 10분 전에", "quantity 10분"), ("시작하고 20분 뒤", "quantity 20분"), ("이 분 다음", ""),
    ("이분 뒤", ""), ("두 분 다음", "quantity 2명"), ("조금 있다가", ""), ("발제 3 시작 시각이 정확히 몇 시", ""),
    ("발제 3 시각", ""), ("발제 3시작", ""), ("발표 3 시간은", ""), ("발표 3시간은", "quantity 3시간"),
    ("3 시스템", ""), ("한 시간", "quantity 1시간"), ("네, 시작", ""), ("모두 시작", ""), ("다시", ""), ("일시", ""),
    ("시점", ""), ("99시", ""), ("25:61", ""), ("13월 45일", ""), ("99일", ""), ("2020에", ""), ("발표 3", ""),
    ("발제 3.", ""), ("5-10분", "quantity 10분"), ("1-2번 발표", "nth 2"), ("3.5", ""), ("at 3 speakers", ""),
    ("I am here", ""), ("after 3 talks", ""), ("about 3 things", ""), ("from 10 to 4", "time 10:00"),
    ("separate 3", ""), ("an hour", ""), ("일정", ""), ("3 일정", ""),
    ("20 minutes late", "quantity 20분"), ("두 시간 넘게", ""), ("tomorrow morning", "day 2020-09-26"),
    ("half past four", "time 16:30"),
    ("between 3 and 3:30", "time 15:00, time 15:30"),
]  # fmt: skip
HOURS = [
    (AFTERNOON, {2: "14:00", 4: "16:00", 10: "10:00", 11: "11:00", 12: "12:00", 1: "13:00", 5: "17:00", 9: "09:00"}),
    (WHOLE_DAY, {2: "14:00", 10: "10:00", 9: "09:00", 6: "18:00", 8: "08:00", 12: "12:00"}),
    (make_seminar(), {2: "14:00", 9: "09:00", 10: "10:00", 6: "18:00"}),
    (EVENING, {7: "19:00", 8: "20:00", 9: "21:00", 2: "14:00"}),
    (make_seminar(start="09:00", end="12:00"), {9: "09:00", 2: "14:00", 11: "11:00"}),
]


@pytest.mark.parametrize(("text", "clock"), CLOCKS)
def test_a_clock_time_is_read(text: str, clock: str) -> None:
    assert f"time {clock}" in read(text).replace("day 2020-09-25, ", "")
    assert read(text).count("time") == 1


@pytest.mark.parametrize(("text", "minutes"), SPANS)
def test_a_span_is_read_in_minutes_from_now(text: str, minutes: int) -> None:
    assert read(text) == f"offset {minutes}"


@pytest.mark.parametrize(("text", "day"), DATES)
def test_a_date_is_read(text: str, day: str) -> None:
    assert read(text, TWO_DAYS) in (f"day {day}", f"day {day}, day {day}")


@pytest.mark.parametrize(("text", "senses"), OTHERS)
def test_what_is_something_else_is_read_as_that(text: str, senses: str) -> None:
    assert read(text) == senses


@pytest.mark.parametrize(("seminar", "clock_by_hour"), HOURS)
def test_an_hour_is_the_one_the_programme_means(seminar: Seminar, clock_by_hour: dict[int, str]) -> None:
    assert {hour: read(f"{hour}시", seminar).removeprefix("time ") for hour in clock_by_hour} == clock_by_hour


@pytest.mark.parametrize(
    ("today", "text", "day"),
    [
        ("2020-09-15", "금요일", "2020-09-25"),  # the seminar's
        ("2020-09-15", "이번주 금요일", "2020-09-18"),
        ("2020-09-15", "목요일", "2020-09-24"),  # near the seminar
        ("2020-10-05", "목요일", "2020-10-08"),  # after it, the next
        ("2020-12-30", "내일모레", "2021-01-01"),
        ("2020-10-30", "26일", "2020-09-26"),
    ],
)
def test_what_a_date_leaves_open_the_seminar_settles(today: str, text: str, day: str) -> None:
    assert read(text, now=datetime.fromisoformat(today)) == f"day {day}"


def test_days_across_a_new_year_belong_to_the_nearer_year() -> None:
    seminar = make_seminar((date(2020, 12, 31), date(2021, 1, 1)))
    assert read("둘째 날", seminar) == "day 2021-01-01"
    assert read("1월 1일", seminar, datetime(2021, 1, 1)) == "day 2021-01-01"
    assert read("12월 31일", seminar, datetime(2020, 12, 30)) == "day 2020-12-31"


def test_a_bare_number_is_a_number() -> None:
    assert [(e.word.text, *e.word.senses) for e in find("발제 3.")] == [("3", *find("3")[0].word.senses)]
    assert {sense.value for edge in find("발제 3 시작") for sense in edge.word.senses} == {"3"}


NUMERALS = "0 1 2 3 10 15 99 두 열 이 십 오 half an \u00b2"
UNITS = "시 분 반 일 월 년 오후 오전 뒤 전 번째 째 날 금요일 주 이번 at in to past pm am hour min : . - / #"
pieces = st.sampled_from(f"{NUMERALS} {UNITS}".split())


@settings(deadline=None)
@given(st.one_of(st.lists(pieces, max_size=9).map(" ".join), st.lists(pieces, max_size=9).map("".join), st.text()))
def test_any_text_gives_words_of_its_line_with_one_valid_sense(text: str) -> None:
    line = make_line(normalise(text))
    for edge in find_moments(line, NOW, TWO_DAYS):
        (sense,) = edge.word.senses
        assert 0 <= edge.start < edge.end <= len(line.jamo)
        if sense.kind == "time":
            assert datetime.strptime(sense.value, "%H:%M")
        elif sense.kind == "day":
            assert date.fromisoformat(sense.value)
        else:
            assert sense.kind == "quantity" or int(sense.value) is not None
