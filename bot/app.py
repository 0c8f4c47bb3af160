"""The only place where the parts meet: settings and files become a desk, and the desk is given to the channels."""

import asyncio
import gc
import logging
import signal
import time as clock_time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from bot.channels.desk import Page
from bot.core.answering import answer
from bot.core.explaining import explain
from bot.core.knowledge import Knowledge
from bot.core.model import Language
from bot.core.pages import choose, show
from bot.core.programme import opening
from bot.core.reply import Context, Reply
from bot.loading import load_facts
from bot.loading.languages import load_phrases, load_speeches, load_topics
from bot.settings import Settings

log = logging.getLogger(__name__)

END_SIGNALS = (signal.SIGINT, signal.SIGTERM)

Clock = Callable[[], datetime]


def load_knowledge(folder: Path) -> Knowledge:
    """Return the knowledge of a folder with its index built. Raises KnowledgeError with every problem it has."""
    gc.disable()  # all that is made here stays: searching it for garbage would take a sixth of the time
    try:
        knowledge = Knowledge(load_facts(folder, load_topics()), load_speeches())
        _ = knowledge.lexicon
    finally:
        gc.enable()
    return knowledge


def make_clock(knowledge: Knowledge, pretend_now: datetime | None = None) -> Clock:
    """Return the clock, in the seminar's zone; with ``pretend_now`` it starts there and runs on."""
    zone = knowledge.facts.seminar.zone
    if pretend_now is None:
        return lambda: datetime.now(zone)  # the one place where the time is taken
    start = pretend_now.astimezone(zone) if pretend_now.tzinfo else pretend_now.replace(tzinfo=zone)
    began = clock_time.monotonic()
    return lambda: start + timedelta(seconds=clock_time.monotonic() - began)


class Bot:
    """The desk that channels ask: the knowledge and the clock bound to the pure core."""

    def __init__(self, knowledge: Knowledge, clock: Clock, kept_days: int = 30) -> None:
        self._knowledge = knowledge
        self._clock = clock
        self._kept_days = kept_days
        self._phrases = {language: load_phrases(language) for language in knowledge.speeches}

    def ask(self, question: str, context: Context = Context(), now: datetime | None = None) -> Reply:
        """Answer a typed question."""
        return answer(question, self._knowledge, now or self._clock(), context)

    def explain(self, question: str, context: Context = Context(), now: datetime | None = None) -> tuple[str, ...]:
        """Return how a question is understood, for a person who looks into it."""
        return explain(question, self._knowledge, now or self._clock(), context)

    def choose(self, choice_id: str, context: Context = Context(), now: datetime | None = None) -> Reply:
        """Answer a pressed button."""
        return choose(choice_id, self._knowledge, now or self._clock(), context)

    def show(self, page: Page, language: Language, now: datetime | None = None) -> Reply:
        """Return the page a command leads to."""
        return show(page, self._knowledge, language, now or self._clock(), self._kept_days)

    def phrases(self, language: Language) -> Mapping[str, str]:
        """Return the fixed wordings of the channels."""
        return self._phrases[language]


def open_bot(settings: Settings) -> Bot:
    """Return the bot of the settings' knowledge folder. Raises KnowledgeError."""
    knowledge = load_knowledge(settings.knowledge_dir)
    return Bot(knowledge, make_clock(knowledge, settings.pretend_now), settings.retention_days)


async def serve(settings: Settings) -> None:
    """Serve until SIGINT or SIGTERM: the web page always, Telegram where there is a token.

    Unblocks these signals, so that one that came while they were blocked (see ``commands.py``) ends it too.
    Raises KnowledgeError for a folder with mistakes, OSError for a port that cannot be used, TelegramRefused for a
    wrong token, and StoreError for a database that can never be used; one that is down is waited for.
    """
    from bot.channels.web.limit import Limit
    from bot.channels.web.server import make_application, start_site

    stop = asyncio.Event()
    for number in END_SIGNALS:
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, END_SIGNALS)
    knowledge = load_knowledge(settings.knowledge_dir)
    gc.freeze()  # nor is it ever searched again, which would make one answer in many wait
    clock = make_clock(knowledge, settings.pretend_now)
    bot = Bot(knowledge, clock, settings.retention_days)
    checks: dict[str, Callable[[], bool]] = {"knowledge": lambda: True, "serving": lambda: not stop.is_set()}
    limit = Limit(settings.questions_per_minute, settings.trusted_proxies, clock_time.monotonic)
    application = make_application(bot, clock, lambda: opening(knowledge) or clock(), checks, limit)
    runner, port = await start_site(application, settings.host, settings.port)
    try:
        telegram = (
            "and, once connected, in Telegram"
            if settings.telegram_bot_token
            else "(no TELEGRAM_BOT_TOKEN, so not in Telegram)"
        )
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        log.info("answering on http://%s:%d %s; Ctrl-C ends it", host, port, telegram)
        await _serve_telegram(bot, make_clock(knowledge), settings, stop, checks)
    finally:
        await runner.cleanup()


async def _serve_telegram(
    bot: Bot, clock: Clock, settings: Settings, stop: asyncio.Event, checks: dict[str, Callable[[], bool]]
) -> None:
    """Answer Telegram until ``stop``; without a token only wait for it. Adds what is to be well to ``checks``.

    ``clock`` is the real one, whatever day is rehearsed: by it conversations fade and questions are deleted.
    """
    if not settings.telegram_bot_token:
        await stop.wait()
        return
    from bot.channels.telegram.application import build_application
    from bot.channels.telegram.polling import run_polling
    from bot.store.state import open_state

    token = settings.telegram_bot_token
    kept = timedelta(days=settings.retention_days)
    async with open_state(settings.database_url, token, clock, kept) as memory:
        checks["database"] = lambda: memory.is_well
        telegram = build_application(bot, memory, token, settings.telegram_api_base_url)
        await run_polling(telegram, stop)
