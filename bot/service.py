"""The service, and the only place where all parts meet: the desk and the state are given to the channels."""

import asyncio
import gc
import logging
import signal
import sys
import time as clock_time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from bot.app import END_SIGNALS, Bot, Clock, describe_edition, load_for_serving, make_clock
from bot.channels.desk import Desk
from bot.channels.web.limit import Limit
from bot.channels.web.server import make_application, start_site
from bot.channels.web.watching import watch
from bot.core.programme import opening
from bot.counting import CountingDesk
from bot.heap import give_back_memory
from bot.loading import take_snapshot
from bot.metrics import Metrics
from bot.news import News
from bot.renewal import Renewal
from bot.settings import Settings

log = logging.getLogger(__name__)

# Of the ten seconds that a platform gives a process to end: for answers under way.
GRACE_SECONDS = 7.0

# Garbage is searched for once so many objects were made since the last search. The usual 700 are two answers or three;
# most of what a hundred of them have in hand at the same time is no garbage yet.
GARBAGE_OBJECTS = 20_000


@dataclass(frozen=True, slots=True)
class Telegram:
    """The Telegram channel: what is to be well, what it serves on the web, how it runs until an event.

    ``tell`` sends the staff news of an edit.
    """

    checks: Mapping[str, Callable[[], bool]]
    routes: Sequence[Any]
    run: Callable[[asyncio.Event], Awaitable[object]]
    tell: Callable[[News], Awaitable[None]]


def run_service(settings: Settings) -> None:
    """Serve until SIGINT or SIGTERM, on the fastest loop that there is. Raises what ``serve`` raises."""
    factory: Callable[[], asyncio.AbstractEventLoop] | None = None
    if sys.platform != "win32":  # libuv's loop, which is not made for it, takes less time of a message than asyncio's
        from uvloop import new_event_loop as factory
    with asyncio.Runner(loop_factory=factory) as runner:
        runner.run(serve(settings))


async def serve(settings: Settings) -> None:
    """Serve until SIGINT or SIGTERM: the web page always, Telegram where there is a token.

    Unblocks these signals, so that one that came while they were blocked (see ``commands.py``) ends it too.
    Raises KnowledgeError for a folder with mistakes, OSError for a port that cannot be used, TelegramRefused for a
    wrong token, and StoreError for a database that can never be used; one that is down is waited for.
    """
    stop = asyncio.Event()
    for number in END_SIGNALS:
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, END_SIGNALS)
    folder = settings.knowledge_dir
    log.debug("reading the knowledge")
    held = take_snapshot(folder)  # before it is read: what is written meanwhile is an edit
    knowledge = load_for_serving(folder)
    edition = describe_edition(held, knowledge)
    gc.set_threshold(GARBAGE_OBJECTS)
    real_clock = make_clock(knowledge)
    metrics = Metrics()
    metrics.note_knowledge(edition.version, real_clock())
    bot = Bot(knowledge, make_clock(knowledge, settings.pretend_now), settings.retention_days, edition)
    async with _open_telegram(CountingDesk(bot, metrics, "telegram"), metrics, real_clock, settings) as telegram:
        checks = {"knowledge": lambda: True, "serving": lambda: not stop.is_set(), **telegram.checks}
        desk = CountingDesk(bot, metrics, "web")
        limit = Limit(settings.questions_per_minute, settings.trusted_proxies, clock_time.monotonic)
        renewal = Renewal(folder, bot, held, real_clock, metrics.note_knowledge, telegram.tell)
        application = make_application(
            desk,
            bot.now,
            lambda: opening(bot.knowledge) or bot.now(),
            checks,
            telegram.routes,
            limit,
            {"knowledge_in_use": lambda: renewal.state},
        )
        watch(application, metrics, settings.metrics_token)
        runner, port = await start_site(application, settings.host, settings.port)
        background = [asyncio.create_task(work) for work in (renewal.run(stop), give_back_memory())]
        try:
            host = f"[{settings.host}]" if ":" in settings.host else settings.host
            if settings.pretend_now:
                log.warning("PRETEND_NOW is set: this is a rehearsal, and the clock began at %s", settings.pretend_now)
            log.info("answering on http://%s:%d %s; Ctrl-C ends it", host, port, _where_else(settings))
            await telegram.run(stop)
        finally:
            for task in background:
                task.cancel()
            await asyncio.wait(background)
            await runner.cleanup()


def _where_else(settings: Settings) -> str:
    if not settings.telegram_bot_token:
        return "(no TELEGRAM_BOT_TOKEN, so not in Telegram)"
    return "and, once connected, in Telegram"


@asynccontextmanager
async def _open_telegram(desk: Desk, metrics: Metrics, clock: Clock, settings: Settings) -> AsyncIterator[Telegram]:
    """Open the channel, by a webhook or by polling; without a token it only waits for its end.

    ``clock`` is the real one, whatever day is rehearsed: by it conversations fade and questions are deleted.
    """
    token = settings.telegram_bot_token
    if not token:
        yield Telegram({}, (), asyncio.Event.wait, _tell_nobody)
        return
    from bot.channels.telegram.application import build_intake  # here, so that the page alone needs none of it
    from bot.channels.telegram.link import Link
    from bot.channels.telegram.polling import run_polling
    from bot.channels.telegram.staff import StaffChats
    from bot.channels.telegram.webhook import Webhook, address_of, make_secret
    from bot.store.state import open_state

    async with open_state(settings.database_url, token, clock, timedelta(days=settings.retention_days)) as state:
        metrics.watch_state(state.memory.breaker.dropped)
        intake = build_intake(desk, state.memory, state.claims, metrics, token, settings.telegram_api_base_url)
        link = Link(intake.application)
        staff = StaffChats(intake.application.bot, desk, settings.staff_chat_ids, state.news.claim)
        checks = {"database": lambda: state.is_well}
        if settings.webhook_url:
            secret = settings.webhook_secret or make_secret(token)
            webhook = Webhook(intake, link, address_of(settings.webhook_url), secret)
            checks["telegram"] = lambda: webhook.is_set
            yield Telegram(checks, webhook.routes, partial(webhook.run, grace_seconds=GRACE_SECONDS), staff.tell)
        else:
            checks["telegram"] = lambda: link.is_up
            yield Telegram(checks, (), partial(run_polling, intake, link, grace_seconds=GRACE_SECONDS), staff.tell)


async def _tell_nobody(news: News) -> None:
    """Tell no staff, for there is no Telegram to tell them in; the log does."""
