"""The only place where the parts meet: settings and files become a desk, and the desk is given to the channels."""

import asyncio
import gc
import logging
import signal
import time as clock_time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.channels.desk import Desk, Page
from bot.core.answering import answer
from bot.core.explaining import explain
from bot.core.knowledge import Knowledge
from bot.core.model import Language
from bot.core.pages import choose, show
from bot.core.programme import opening
from bot.core.reply import Context, Reply
from bot.loading import load_facts, tell_version
from bot.loading.languages import load_phrases, load_speeches, load_topics
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.metrics import Metrics

log = logging.getLogger(__name__)

END_SIGNALS = (signal.SIGINT, signal.SIGTERM)

# Of the ten seconds that a platform gives a process to end: for answers under way.
GRACE_SECONDS = 7.0

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

    def fold(self, history: Iterable[str], now: datetime | None = None) -> Context:
        """Return the context after earlier questions, all asked at the same ``now``."""
        context = Context()
        for question in history:
            context = self.ask(question, context, now).context
        return context

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


@dataclass(frozen=True, slots=True)
class Telegram:
    """The Telegram channel: what is to be well, what it serves on the web, and how it runs until an event."""

    checks: Mapping[str, Callable[[], bool]]
    routes: Sequence[Any]
    run: Callable[[asyncio.Event], Awaitable[object]]


async def serve(settings: Settings) -> None:
    """Serve until SIGINT or SIGTERM: the web page always, Telegram where there is a token.

    Unblocks these signals, so that one that came while they were blocked (see ``commands.py``) ends it too.
    Raises KnowledgeError for a folder with mistakes, OSError for a port that cannot be used, TelegramRefused for a
    wrong token, and StoreError for a database that can never be used; one that is down is waited for.
    """
    from bot.channels.web.limit import Limit
    from bot.channels.web.server import make_application, start_site
    from bot.channels.web.watching import watch
    from bot.counting import CountingDesk
    from bot.metrics import Metrics

    stop = asyncio.Event()
    for number in END_SIGNALS:
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, END_SIGNALS)
    knowledge = load_knowledge(settings.knowledge_dir)
    gc.freeze()  # nor is it ever searched again, which would make one answer in many wait
    clock = make_clock(knowledge, settings.pretend_now)
    real_clock = make_clock(knowledge)
    metrics = Metrics()
    metrics.note_knowledge(tell_version(settings.knowledge_dir), real_clock())
    bot = Bot(knowledge, clock, settings.retention_days)
    async with _open_telegram(CountingDesk(bot, metrics, "telegram"), metrics, real_clock, settings) as telegram:
        checks = {"knowledge": lambda: True, "serving": lambda: not stop.is_set(), **telegram.checks}
        desk = CountingDesk(bot, metrics, "web")
        limit = Limit(settings.questions_per_minute, settings.trusted_proxies, clock_time.monotonic)
        application = make_application(
            desk, clock, lambda: opening(knowledge) or clock(), checks, telegram.routes, limit
        )
        watch(application, metrics, settings.metrics_token)
        runner, port = await start_site(application, settings.host, settings.port)
        try:
            host = f"[{settings.host}]" if ":" in settings.host else settings.host
            log.info("answering on http://%s:%d %s; Ctrl-C ends it", host, port, _where_else(settings))
            await telegram.run(stop)
        finally:
            await runner.cleanup()


def _where_else(settings: Settings) -> str:
    if not settings.telegram_bot_token:
        return "(no TELEGRAM_BOT_TOKEN, so not in Telegram)"
    return "and, once connected, in Telegram"


@asynccontextmanager
async def _open_telegram(desk: Desk, metrics: "Metrics", clock: Clock, settings: Settings) -> AsyncIterator[Telegram]:
    """Open the channel, by a webhook or by polling; without a token it only waits for its end.

    ``clock`` is the real one, whatever day is rehearsed: by it conversations fade and questions are deleted.
    """
    token = settings.telegram_bot_token
    if not token:
        yield Telegram({}, (), asyncio.Event.wait)
        return
    from bot.channels.telegram.application import build_intake
    from bot.channels.telegram.link import Link
    from bot.channels.telegram.polling import run_polling
    from bot.channels.telegram.webhook import Webhook, address_of, make_secret
    from bot.store.state import open_state

    async with open_state(settings.database_url, token, clock, timedelta(days=settings.retention_days)) as state:
        metrics.watch_state(state.memory.breaker.dropped)
        intake = build_intake(desk, state.memory, state.claims, metrics, token, settings.telegram_api_base_url)
        link = Link(intake.application)
        checks = {"database": lambda: state.is_well}
        if settings.webhook_url:
            secret = settings.webhook_secret or make_secret(token)
            webhook = Webhook(intake, link, address_of(settings.webhook_url), secret)
            checks["telegram"] = lambda: webhook.is_set
            yield Telegram(checks, webhook.routes, partial(webhook.run, grace_seconds=GRACE_SECONDS))
        else:
            checks["telegram"] = lambda: link.is_up
            yield Telegram(checks, (), partial(run_polling, intake, link, grace_seconds=GRACE_SECONDS))
