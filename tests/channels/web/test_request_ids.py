"""What ties a request to its lines in the log."""

import asyncio
import logging
import re
from collections.abc import Mapping
from datetime import datetime

import pytest

from bot.core.reply import Context, Reply
from tests.channels.web.site import NOTHING, RememberingDesk, open_client
from tests.lines import read, written

log = logging.getLogger("bot.elsewhere")


class TalkativeDesk(RememberingDesk):
    """Logs what it is asked."""

    def ask(self, question: str, context: Context = NOTHING, now: datetime | None = None) -> Reply:
        """Log the question, and answer it."""
        log.info("asked %s", question)
        return super().ask(question, context, now)


async def test_every_line_of_a_request_carries_the_id_that_its_response_tells() -> None:
    with written("json") as sink:
        async with open_client(TalkativeDesk()) as client:
            questions = ["하나", "둘", "trip"]
            asked = [client.post("/api/ask", json={"question": question}) for question in questions]
            ids = [response.headers["X-Request-Id"] for response in await asyncio.gather(*asked)]
    lines = [line for line in read(sink.getvalue()) if line["logger"].startswith("bot.")]
    found = sorted((line["request"], line["event"]) for line in lines)
    expected = [(id_, f"asked {question}") for id_, question in zip(ids, questions, strict=True)]
    assert found == sorted([*expected, (ids[-1], "POST /api/ask failed")])
    assert len(set(ids)) == len(questions)


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/healthz", {}, 200),
        ("/nothing", {}, 404),
        ("/api/ask", {}, 405),
        ("/healthz", {"Expect": "a miracle"}, 417),
        ("/healthz", {"X-Request-Id": "my own"}, 200),
    ],
)
async def test_every_response_tells_a_short_random_id(path: str, headers: Mapping[str, str], status: int) -> None:
    async with open_client() as client:
        responses = [await client.get(path, headers=headers) for _ in range(2)]
    assert [response.status for response in responses] == [status] * 2
    first, second = (response.headers["X-Request-Id"] for response in responses)
    assert re.fullmatch("[0-9a-f]{8}", first)
    assert first != second
