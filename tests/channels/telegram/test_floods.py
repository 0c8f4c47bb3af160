"""Who writes too much is told once and passed over for a minute; nobody else notices."""

import pytest

from bot.channels.telegram.floods import MOST_MESSAGES, Floods, Verdict
from tests.channels.telegram.stage import message, on_stage
from tests.fakes import EchoDesk

PHRASES = {"telegram_flood": "{messages} too many"}


def judge(floods: Floods, count: int, step_seconds: float, start: float = 1000.0, user_id: int = 5) -> list[Verdict]:
    return [floods.judge(1, user_id, start + number * step_seconds) for number in range(count)]


@pytest.mark.parametrize(
    ("count", "step_seconds", "told", "ignored"),
    [
        (MOST_MESSAGES, 0.1, 0, 0),
        (MOST_MESSAGES + 1, 0.1, 1, 0),
        (MOST_MESSAGES + 30, 0.1, 1, 29),
        (200, 3.0, 0, 0),
        (200, 2.0, 4, 116),
    ],
)
def test_more_than_twenty_a_minute_is_told_once_and_then_ignored(
    count: int, step_seconds: float, told: int, ignored: int
) -> None:
    found = judge(Floods(), count, step_seconds)
    assert (found.count(Verdict.TELL), found.count(Verdict.IGNORE)) == (told, ignored)


def test_after_the_minute_one_may_ask_again() -> None:
    floods = Floods()
    judge(floods, MOST_MESSAGES + 1, 0)
    assert judge(floods, 2, 1, start=1060.0) == [Verdict.ANSWER, Verdict.ANSWER]


def test_one_persons_flood_is_no_other_persons() -> None:
    floods = Floods()
    judge(floods, MOST_MESSAGES + 5, 0)
    assert judge(floods, 1, 0, user_id=6) == [Verdict.ANSWER]


async def test_in_a_chat_it_is_said_once() -> None:
    async with on_stage(EchoDesk(PHRASES)) as stage:
        for number in range(MOST_MESSAGES + 10):
            await stage.receive(message=message(str(number)))
        assert stage.connection.texts[:2] == ["asked: 0", "asked: 1"]
        assert stage.connection.texts[MOST_MESSAGES:] == [f"{MOST_MESSAGES} too many"]
        assert len(stage.claims.settled) == MOST_MESSAGES + 10
