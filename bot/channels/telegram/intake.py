"""Where updates come in, as JSON, and begin to be answered."""

import asyncio
import logging
from typing import Any

from telegram import Update

from bot.channels.telegram.application import TelegramApplication

log = logging.getLogger(__name__)

MOST_AT_ONCE = 256


class Intake:
    """Begins updates in order, so many at once; those of one chat are answered one after the other."""

    def __init__(self, application: TelegramApplication) -> None:
        self._application = application
        self._room = asyncio.Semaphore(MOST_AT_ONCE)
        self._running: set[asyncio.Task[None]] = set()
        self._last_by_chat_id: dict[int, asyncio.Task[None]] = {}

    async def begin(self, raw: dict[str, Any]) -> None:
        """Wait for room, then begin to answer an update. Cancelled before that, nothing of it has begun."""
        await self._room.acquire()
        update = self._parse(raw)
        if update is None:
            self._room.release()
            return
        chat_id = update.effective_chat.id if update.effective_chat else 0
        task = asyncio.create_task(self._process(update, self._last_by_chat_id.get(chat_id)))
        self._running.add(task)
        self._last_by_chat_id[chat_id] = task
        task.add_done_callback(lambda done: self._end(chat_id, done))

    async def finish(self, grace_seconds: float) -> None:
        """Give the answers under way so much time, and then give them up."""
        if not self._running:
            return
        _, late = await asyncio.wait(self._running, timeout=grace_seconds)
        for task in late:
            task.cancel()
        if late:
            log.warning("%d answers did not go out before the stop", len(late))
            await asyncio.wait(late)

    def _parse(self, raw: dict[str, Any]) -> Update | None:
        """Return the update, or None where it is not one that the library can read."""
        try:
            return Update.de_json(raw, self._application.bot)
        except Exception as error:  # noqa: BLE001 - the outer rim: whatever came must not stop what comes after it
            log.error("update %s cannot be read (%s: %s)", raw.get("update_id"), type(error).__name__, error)
            return None

    async def _process(self, update: Update, previous: asyncio.Task[None] | None) -> None:
        if previous:
            await asyncio.wait([previous])
        await self._application.process_update(update)

    def _end(self, chat_id: int, task: asyncio.Task[None]) -> None:
        self._room.release()
        self._running.discard(task)
        if self._last_by_chat_id.get(chat_id) is task:
            del self._last_by_chat_id[chat_id]
        if not task.cancelled() and task.exception():
            log.error("an update failed beyond its handler", exc_info=task.exception())
