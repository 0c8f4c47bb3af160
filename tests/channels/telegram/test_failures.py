"""What goes wrong, goes wrong for one update, is logged once and never shows the token."""

import logging
from datetime import datetime

import pytest

from bot.core.reply import Context, Reply
from tests.channels.telegram.stage import TOKEN, Answer, message, on_stage, press, refusal
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
        ([refusal(500, "Internal Server Error")], ["asked: ?", "죄송합니다."], "WARNING"),
        ([refusal(403, "Forbidden: bot was blocked by the user")], ["asked: ?"], "INFO"),
        ([refusal(429, "Too Many Requests", retry_after=100)], ["asked: ?", "죄송합니다."], "WARNING"),
    ],
)
async def test_a_refused_answer_is_logged_once(
    answers: list[Answer], texts: list[str], level: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with on_stage(EchoDesk(PHRASES)) as stage:
        stage.connection.answers["sendMessage"] = answers
        await stage.receive(message=message("?"))
        assert stage.connection.texts == texts
    assert [record.levelname for record in caplog.records if record.name == RIM] == [level]
    assert TOKEN not in caplog.text


async def test_a_failed_apology_stops_nothing() -> None:
    async with on_stage(EchoDesk(PHRASES)) as stage:
        stage.connection.answers["sendMessage"] = [refusal(400, "no"), refusal(400, "no")]
        await stage.receive(message=message("?"))
        await stage.receive(message=message("몇 시?"))
        assert stage.connection.texts[-1] == "asked: 몇 시?"


async def test_who_blocked_the_bot_is_forgotten() -> None:
    async with on_stage(EchoDesk()) as stage:
        await stage.receive(message=message("one"))
        stage.connection.answers["sendMessage"] = [refusal(403, "Forbidden: bot was blocked by the user")]
        await stage.receive(message=message("two"))
        await stage.receive(message=message("three"))
        assert stage.connection.texts[-1] == "asked: three"


@pytest.mark.parametrize("method", ["sendMessage", "editMessageText"])
async def test_flood_control_is_waited_for_once(method: str) -> None:
    async with on_stage(EchoDesk(PHRASES)) as stage:
        stage.connection.answers[method] = [refusal(429, "Too Many Requests: retry after 0.1", retry_after=0.1)]
        if method == "sendMessage":
            await stage.receive(message=message("?"))
        else:
            await stage.receive(callback_query=press("?"))
        assert len(stage.connection.sent(method)) == 2
        assert "죄송합니다." not in stage.connection.texts
