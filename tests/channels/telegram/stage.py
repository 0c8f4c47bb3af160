"""A stage for the real application: a stand-in for its connection, and updates as Telegram writes them."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from telegram.request import BaseRequest, RequestData

from bot.channels.desk import Desk
from bot.channels.memory import Claims, Memory
from bot.channels.telegram.application import assemble, build_intake
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.link import Link
from bot.channels.telegram.polling import run_polling
from tests.fakes import EchoDesk, ProcessClaims, ProcessMemory, Tally

TOKEN = "123456:AAE-stand-in_token"
ME = {"id": 99, "is_bot": True, "first_name": "Seminar", "username": "SeminarBot"}
ANNA: dict[str, Any] = {"id": 5, "is_bot": False, "first_name": "Anna", "language_code": "ko"}
PRIVATE = {"id": 5, "type": "private", "first_name": "Anna"}
PAUSES_SECONDS = (0.0, 0.0, 0.0, 0.0)
GRACE_SECONDS = 1.5
GROUP = {"id": -20, "type": "supergroup", "title": "세미나 준비"}

Json = dict[str, Any]
Answer = tuple[int, Json]


class Recording(BaseRequest):
    """Records what would be sent and answers as the Bot API does; ``answers`` come first, in order, by method."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Json]] = []
        self.answers: dict[str, list[Answer]] = {}
        self._next_id = 1000

    @property
    def read_timeout(self) -> float:
        """As the library asks for it, in seconds."""
        return 1.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *_: Any,
        **__: Any,
    ) -> tuple[int, bytes]:
        """Record the call and return what the Bot API would."""
        name = url.rpartition("/")[2]
        fields = dict(request_data.parameters) if request_data else {}
        if name != "getMe":
            self.calls.append((name, fields))
        status, answer = self.answers[name].pop(0) if self.answers.get(name) else (200, self._result(name, fields))
        return status, json.dumps(answer if status != 200 else {"ok": True, "result": answer}).encode()

    def sent(self, name: str = "sendMessage") -> list[Json]:
        """Return the fields of the calls of one method."""
        return [fields for called, fields in self.calls if called == name]

    @property
    def texts(self) -> list[str]:
        """The texts of all messages sent."""
        return [fields["text"] for fields in self.sent()]

    def _result(self, name: str, fields: Json) -> Any:
        if name == "getMe":
            return ME
        if name not in {"sendMessage", "editMessageText"}:
            return True
        self._next_id += 1
        chat = {"id": fields["chat_id"], "type": "private"}
        message_id = fields.get("message_id", self._next_id)
        return {"message_id": message_id, "date": 1, "chat": chat, "text": fields["text"]}


def refusal(code: int, description: str, **parameters: Any) -> Answer:
    """Return an answer of the Bot API that is a refusal."""
    return code, {"ok": False, "error_code": code, "description": description, "parameters": parameters}


class Stage:
    """The application behind its intake, and what it says."""

    def __init__(self, intake: Intake, claims: ProcessClaims, tally: Tally, connection: Recording) -> None:
        self.intake = intake
        self.claims = claims
        self.tally = tally
        self.application = intake.application
        self.connection = connection
        self._next_update_id = 1

    async def receive(self, **kinds: Json) -> float | None:
        """Let one update of a kind (``message=…``) come in; return what the intake says of it."""
        self._next_update_id += 1
        return await self.intake.handle({"update_id": self._next_update_id - 1, **kinds})

    async def receive_again(self, **kinds: Json) -> float | None:
        """Let the update that came last come once more."""
        self._next_update_id -= 1
        return await self.receive(**kinds)


@asynccontextmanager
async def on_stage(desk: Desk, memory: Memory | None = None) -> AsyncIterator[Stage]:
    """Put a desk on the stage, with a memory of its own where none is given."""
    connection, claims, tally = Recording(), ProcessClaims(), Tally()
    kept = memory or ProcessMemory()
    intake = assemble(desk, kept, claims, tally, TOKEN, "http://127.0.0.1:9", connection, connection, PAUSES_SECONDS)
    async with intake.application:
        yield Stage(intake, claims, tally, connection)


async def poll(
    url: str, stop: asyncio.Event, token: str = TOKEN, desk: Desk | None = None, claims: Claims | None = None
) -> None:
    """Answer from a desk, by long polling of a Bot API server, until ``stop``."""
    intake = build_intake(desk or EchoDesk(), ProcessMemory(), claims or ProcessClaims(), Tally(), token, url)
    await run_polling(intake, Link(intake.application, shortest_pause_seconds=0.05), stop, GRACE_SECONDS)


def message(text: str | None = None, author: Json = ANNA, **fields: Any) -> Json:
    """Return a message of Anna's in her private chat with the bot, whatever ``fields`` say otherwise."""
    content = {} if text is None else {"text": text}
    return {"message_id": 7, "date": 1, "from": author, "chat": PRIVATE, **content, **fields}


def mention(text: str, *, name: str = "@SeminarBot", **fields: Any) -> Json:
    """Return a message in the group whose text mentions somebody, as Telegram marks it: in UTF-16 code units."""
    before = text[: text.index(name)].encode("utf-16-le")
    entity = {"type": "mention", "offset": len(before) // 2, "length": len(name)}
    return message(text, **{"chat": GROUP, "entities": [entity], **fields})


def press(data: str, **fields: Any) -> Json:
    """Return a press of a button under message 50."""
    under = {"message_id": 50, "date": 1, "chat": PRIVATE, "from": ME, "text": "earlier"}
    return {"id": "1", "from": ANNA, "chat_instance": "1", "data": data, "message": under, **fields}
