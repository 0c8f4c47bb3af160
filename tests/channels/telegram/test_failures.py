"""What goes wrong, goes wrong for one update, is logged once and never shows the token."""

import logging
from datetime import datetime
from typing import Any

import pytest

from bot.core.reply import Context, Reply
from tests.channels.telegram.stage import ANNA, ME, PRIVATE, TOKEN, Answer, message, on_stage, press, refusal
from tests.fakes import EchoDesk

PHRASES = {"telegram_apology": "죄송합니다."}
RIM = "bot.channels.telegram.failures"
FRESH = Context()


class FailingDesk(EchoDesk):
    """A desk that fails at one question."""

    def ask(self, question: str, context: Context = FRESH, now: datetime | None = None) -> Reply:
        """Raise, or answer."""
        if question == "fail":
            raise ValueError("no such day")
        return super().ask(question, context, now)


async def test_a_failing_desk_ends_in_an_apology_and_the_next_question_is_answered(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with on_stage(FailingDesk(PHRASES)) as stage:
        await stage.receive(message=message("fail"))
        await stage.receive(message=message("몇 시?"))
        assert stage.connection.texts == ["죄송합니다.", "asked: 몇 시?"]
    assert [record.levelname for record in caplog.records if record.name == RIM] == ["ERROR"]


@pytest.mark.parametrize(
    ("answers", "texts", "level"),
    [
        ([refusal(400, "Bad Request: chat not found")], ["asked: ?", "죄송합니다."], "WARNING"),
        ([refusal(403, "Forbidden: bot was blocked by the user")], ["asked: ?"], "INFO"),
    ],
)
async def test_a_refused_answer_is_logged_once_and_counted(
    answers: list[Answer], texts: list[str], level: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with on_stage(EchoDesk(PHRASES)) as stage:
        stage.connection.answers["sendMessage"] = answers
        assert await stage.receive(message=message("?")) is None
        assert stage.connection.texts == texts
        assert stage.tally.failed.total() == 1
    assert [record.levelname for record in caplog.records if record.name == RIM] == [level]
    assert TOKEN not in caplog.text


@pytest.mark.parametrize(
    ("answers", "pause_seconds"),
    [
        ([refusal(500, "Internal Server Error")] * 5, 1),
        ([refusal(401, "Unauthorized")] * 5, 1),
        ([refusal(429, "Too Many Requests", retry_after=100)], 100),
    ],
)
async def test_an_update_whose_answer_may_pass_later_comes_again(answers: list[Answer], pause_seconds: int) -> None:
    async with on_stage(EchoDesk(PHRASES)) as stage:
        stage.connection.answers["sendMessage"] = list(answers)
        assert await stage.receive(message=message("?")) == pytest.approx(pause_seconds, abs=1)
        assert stage.claims.settled == []
        assert stage.connection.texts == ["asked: ?"] * len(answers)
        if pause_seconds == 1:
            assert await stage.receive_again(message=message("?")) is None
            assert stage.claims.settled == [1]


async def test_an_answer_that_never_goes_out_is_given_up_in_the_end_and_counted(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with on_stage(EchoDesk(PHRASES)) as stage:
        stage.connection.answers["sendMessage"] = [refusal(502, "Bad Gateway")] * 100
        assert await stage.receive(message=message("?")) is not None
        while await stage.receive_again(message=message("?")) is not None:
            pass
        assert len(stage.connection.texts) == 25
        assert stage.tally.failed == {"attempts": 1}
        assert stage.claims.settled == [1]
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == [
        "update 1: given up, for no attempt to answer went through"
    ]


async def test_a_failed_apology_stops_nothing() -> None:
    async with on_stage(EchoDesk(PHRASES)) as stage:
        stage.connection.answers["sendMessage"] = [refusal(400, "no"), refusal(400, "no")]
        await stage.receive(message=message("?"))
        await stage.receive(message=message("몇 시?"))
        assert stage.connection.texts[-1] == "asked: 몇 시?"


BLOCKED = refusal(403, "Forbidden: bot was blocked by the user")


def change(status: str) -> dict[str, Any]:
    """Return what Telegram says when the bot's own place in a chat has become another."""
    banned = {"status": "kicked", "user": ME, "until_date": 0}
    member = {"status": "member", "user": ME}
    old, new = (member, banned) if status == "kicked" else (banned, member)
    return {"chat": PRIVATE, "from": ANNA, "date": 1, "old_chat_member": old, "new_chat_member": new}


async def test_a_chat_that_blocked_the_bot_is_forgotten_and_not_written_to_until_it_starts_anew() -> None:
    async with on_stage(EchoDesk()) as stage:
        await stage.receive(message=message("one"))
        stage.connection.answers["sendMessage"] = [BLOCKED]
        for text in ("two", "three"):
            assert await stage.receive(message=message(text)) is None
        assert stage.connection.texts == ["asked: one", "asked: two"]
        await stage.receive(message=message("/start"))
        await stage.receive(message=message("four"))
        assert stage.connection.texts[2:] == ["page: start", "asked: four"]


@pytest.mark.parametrize(("status", "texts"), [("kicked", []), ("member", ["asked: ?"])])
async def test_what_telegram_says_of_a_chat_counts(status: str, texts: list[str]) -> None:
    async with on_stage(EchoDesk()) as stage:
        await stage.receive(my_chat_member=change("kicked"))
        await stage.receive(my_chat_member=change(status))
        await stage.receive(message=message("?"))
        assert stage.connection.texts == texts


@pytest.mark.parametrize("method", ["sendMessage", "editMessageText"])
async def test_flood_control_is_waited_for(method: str) -> None:
    async with on_stage(EchoDesk(PHRASES)) as stage:
        stage.connection.answers[method] = [refusal(429, "Too Many Requests: retry after 0.1", retry_after=0.1)]
        if method == "sendMessage":
            await stage.receive(message=message("?"))
        else:
            await stage.receive(callback_query=press("?"))
        assert len(stage.connection.sent(method)) == 2
        assert "죄송합니다." not in stage.connection.texts
