"""The programme in time: what is on, what follows, what came before, and when it all begins and ends."""

from datetime import date, datetime, time, timedelta

import pytest

from bot.core.knowledge import Knowledge
from bot.core.model import Status, Talk, Text
from bot.core.programme import (
    ending,
    entries_of,
    is_over,
    last_before,
    minutes_between,
    next_after,
    on_at,
    opening,
    slots_of,
    taking_place,
)
from bot.core.slots import Slot
from tests.core.worlds import DAY, make_knowledge, make_seminar, make_session, make_talk

MORROW = DAY + timedelta(days=1)
ROWS = (
    make_session("opening", "10:00", "10:20", room="A"),
    make_session("reefs", "10:20", "11:00", room="A"),
    make_session("kelp", "10:20", "11:00", room="B"),
    make_session("panel", "11:10", "12:00", room="A", status=Status.CANCELLED),
    make_session("dinner", "18:00", "20:00"),
    make_session("tour", "09:00", "12:00", day=MORROW),
)
TALKS = (
    make_talk("sand", 1, session="reefs"),
    make_talk("mud", 2, session="reefs", start="10:20", end="10:40"),
    make_talk("boats", 3, session="tour", start="09:30", end="10:00"),
    make_talk("alone", 4, start="13:00", end="13:30"),
)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return make_knowledge(*ROWS, talks=TALKS, seminar=make_seminar((DAY, MORROW)))


@pytest.fixture(scope="module")
def slots(knowledge: Knowledge) -> tuple[Slot, ...]:
    return taking_place(slots_of(knowledge))


def at(clock: str, day: date = DAY) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock))


def names(slots: tuple[Slot, ...]) -> str:
    return " ".join(entry.id for entry in entries_of(slots))


def test_rows_stand_in_order_of_time_the_longer_first(knowledge: Knowledge) -> None:
    assert names(slots_of(knowledge)) == "opening reefs kelp mud panel alone dinner tour boats"


def test_a_talk_takes_its_day_and_room_from_its_session(knowledge: Knowledge) -> None:
    by_id = {slot.entry.id: slot for slot in slots_of(knowledge)}
    assert by_id["mud"].room == Text("A")
    assert by_id["boats"].day == MORROW
    assert (by_id["alone"].day, by_id["alone"].room) == (DAY, None)
    assert by_id["alone"].title == Text("alone")


def test_a_talk_has_a_room_and_a_day_of_its_own_where_announced() -> None:
    talk = Talk(
        path="schedule.t",
        order=1,
        title=Text("t"),
        session="s",
        day=MORROW,
        start=time(9),
        end=time(10),
        room=Text("C"),
    )
    (_, slot) = slots_of(make_knowledge(make_session("s", "08:00", "12:00", room="A"), talks=(talk,)))
    assert (slot.day, slot.room) == (MORROW, Text("C"))


@pytest.mark.parametrize(
    ("clock", "on"),
    [
        ("09:59:59", ""),
        ("10:00", "opening"),
        ("10:19:59", "opening"),
        ("10:20", "reefs kelp mud"),
        ("10:40", "reefs kelp"),
        ("11:00", ""),
        ("11:30", ""),  # the panel is cancelled
        ("19:59", "dinner"),
        ("20:00", ""),
    ],
)
def test_a_row_is_on_from_its_start_until_before_its_end(slots: tuple[Slot, ...], clock: str, on: str) -> None:
    assert names(on_at(slots, at(clock))) == on


@pytest.mark.parametrize(
    ("moment", "following"),
    [
        (at("08:00"), "opening"),
        (at("10:00"), "opening"),
        (at("10:01"), "reefs kelp mud"),
        (at("10:21"), "alone"),
        (at("13:01"), "dinner"),
        (at("18:01"), "tour"),
        (at("09:30", MORROW), "boats"),
        (at("09:31", MORROW), ""),
    ],
)
def test_the_next_rows_are_those_that_start_first(slots: tuple[Slot, ...], moment: datetime, following: str) -> None:
    assert names(next_after(slots, moment)) == following


@pytest.mark.parametrize(
    ("moment", "before"),
    [
        (at("10:19"), ""),
        (at("10:20"), "opening"),
        (at("10:45"), "mud"),
        (at("11:00"), "reefs kelp"),
        (at("12:30"), "reefs kelp"),
        (at("08:00", MORROW), "dinner"),
        (at("23:00", MORROW), "tour"),
    ],
)
def test_the_last_rows_are_those_that_ended_last(slots: tuple[Slot, ...], moment: datetime, before: str) -> None:
    assert names(last_before(slots, moment)) == before


def test_an_empty_programme_has_no_rows() -> None:
    empty = make_knowledge()
    assert slots_of(empty) == ()
    assert on_at((), at("10:00")) == next_after((), at("10:00")) == last_before((), at("10:00")) == ()
    assert (opening(empty), ending(empty)) == (None, None)


def test_without_hours_the_seminar_runs_from_its_first_row_to_its_last(knowledge: Knowledge) -> None:
    assert (opening(knowledge), ending(knowledge)) == (at("10:00"), at("12:00", MORROW))
    assert (opening(knowledge, DAY), ending(knowledge, DAY)) == (at("10:00"), at("20:00"))
    assert (opening(knowledge, MORROW), ending(knowledge, MORROW)) == (at("09:00", MORROW), at("12:00", MORROW))
    assert opening(knowledge, DAY - timedelta(days=1)) is None


def test_announced_hours_hold_for_the_first_and_the_last_day() -> None:
    announced = make_knowledge(*ROWS, seminar=make_seminar((DAY, MORROW), "09:30", "13:00"))
    assert (opening(announced), ending(announced)) == (at("09:30"), at("13:00", MORROW))
    assert (opening(announced, DAY), ending(announced, DAY)) == (at("09:30"), at("20:00"))
    assert (opening(announced, MORROW), ending(announced, MORROW)) == (at("09:00", MORROW), at("13:00", MORROW))


def test_a_cancelled_row_neither_opens_nor_ends_the_seminar() -> None:
    rows = (
        make_session("breakfast", "08:00", "09:00", status=Status.CANCELLED),
        make_session("talks", "09:00", "12:00", status=Status.CHANGED),
        make_session("dinner", "18:00", "20:00", status=Status.CANCELLED),
    )
    assert (opening(make_knowledge(*rows)), ending(make_knowledge(*rows))) == (at("09:00"), at("12:00"))


@pytest.mark.parametrize(
    ("now", "over"), [(at("11:59", MORROW), False), (at("12:00", MORROW), True), (at("09:00", DAY), False)]
)
def test_the_seminar_is_over_at_the_end_of_its_last_day(knowledge: Knowledge, now: datetime, over: bool) -> None:
    assert is_over(knowledge, now) is over


def test_without_any_hours_the_seminar_is_over_the_day_after() -> None:
    assert not is_over(make_knowledge(), at("23:59"))
    assert is_over(make_knowledge(), at("00:00", MORROW))


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [("14:00", "14:05", 5), ("14:00:01", "14:05", 5), ("14:00:00", "14:00:01", 1), ("14:00", "14:00", 0)],
)
def test_a_begun_minute_counts(start: str, end: str, minutes: int) -> None:
    assert minutes_between(at(start), at(end)) == minutes
