"""A web site to test against: the real wordings, a desk that remembers what it was asked, and a clock that stands."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request

import bot.language
from bot.channels.web.server import make_application
from bot.core.model import Language
from bot.core.reply import Context, Reply
from bot.loading.words import load_mapping
from tests.fakes import EchoDesk

NOW = datetime(2020, 9, 25, 14, 22, tzinfo=ZoneInfo("Asia/Seoul"))
OPENING = datetime(2020, 9, 25, 14, 0)
NOTHING = Context()
LANGUAGE_DIR = Path(bot.language.__file__).parent

Client = TestClient[Request, Application]


def read_words(language: Language) -> dict[str, str]:
    """Return the wordings of the page in a language."""
    return {key: str(wording) for key, wording in load_mapping(LANGUAGE_DIR / language / "web.yaml").items()}


WORDS: Mapping[Language, Mapping[str, str]] = {"ko": read_words("ko"), "en": read_words("en")}


class RememberingDesk(EchoDesk):
    """An echo that speaks both languages, remembers what it was asked, and trips over the question "trip"."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, Context, datetime | None]] = []

    def ask(self, question: str, context: Context = NOTHING, now: datetime | None = None) -> Reply:
        """Repeat the question; raise an error at "trip"."""
        self.asked.append((question, context, now))
        if question == "trip":
            raise LookupError("secret-detail")
        return super().ask(question, context, now)

    def phrases(self, language: Language) -> Mapping[str, str]:
        """Return the real wordings, among others' words."""
        return {**WORDS[language], "telegram_greeting": "hello"}


@asynccontextmanager
async def open_client(desk: RememberingDesk | None = None) -> AsyncIterator[Client]:
    """Serve a desk in this process, and give a client of it."""
    application = make_application(desk or RememberingDesk(), lambda: NOW, lambda: OPENING)
    async with TestClient(TestServer(application)) as client:
        yield client
