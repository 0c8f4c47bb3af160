"""Who writes too much is told once and passed over for a minute; nobody else notices."""

import pytest

from bot.channels.telegram.floods import MOST_A_MINUTE, Floods, Verdict
from tests.channels.telegram.stage import message, on_stage, press
from tests.fakes import EchoDesk

PHRASES = {"telegram_flood": "{count} too many"}


def judge(floods: Floods, count: int, step_seconds: float, start: float = 1000.0, user_id: int = 5) -> list[Verdict]:
    return [floods.judge(1, user_id, start + number * step_seconds) for number in range(count)]


@pytest.mark.parametrize(
    ("count", "step_seconds", "told", "ignored"),
    [
        (MOST_A_MINUTE, 0.1, 0, 0),
        (MOST_A_MINUTE + 1, 0.1, 1, 0),
        (MOST_A_MINUTE + 30, 0.1, 1, 29),
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
    judge(floods, MOST_A_MINUTE + 1, 0)
    assert judge(floods, 2, 1, start=1060.0) == [Verdict.ANSWER, Verdict.ANSWER]


def test_one_persons_flood_is_no_other_persons() -> None:
    floods = Floods()
    judge(floods, MOST_A_MINUTE + 5, 0)
    assert judge(floods, 1, 0, user_id=6) == [Verdict.ANSWER]


async def test_in_a_chat_it_is_said_once() -> None:
    async with on_stage(EchoDesk(PHRASES)) as stage:
        for number in range(MOST_A_MINUTE + 10):
            await stage.receive(message=message(str(number)))
        assert stage.connection.texts[:2] == ["asked: 0", "asked: 1"]
        assert stage.connection.texts[MOST_A_MINUTE:] == [f"{MOST_A_MINUTE} too many"]
        assert len(stage.claims.settled) == MOST_A_MINUTE + 10
        assert stage.tally.passed_over == 10


async def test_presses_are_told_once_too_and_hold_up_no_message() -> None:
    async with on_stage(EchoDesk(PHRASES)) as stage:
        for _ in range(MOST_A_MINUTE + 10):
            await stage.receive(callback_query=press("ko:when:seminar"))
        await stage.receive(message=message("몇 시?"))
        alerts = [fields for fields in stage.connection.sent("answerCallbackQuery") if "text" in fields]
        assert [fields["text"] for fields in alerts] == [f"{MOST_A_MINUTE} too many"]
        assert len(stage.connection.sent("editMessageText")) == MOST_A_MINUTE
        assert stage.connection.texts == ["asked: 몇 시?"]
        assert stage.tally.passed_over == 10
