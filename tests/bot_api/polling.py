"""Long polling: https://core.telegram.org/bots/api#getupdates."""

import asyncio
from itertools import islice

from tests.bot_api.answers import Refusal
from tests.bot_api.entries import Entry
from tests.bot_api.inbox import Inbox

MOST_UPDATES = 100
MOST_SECONDS = 50
OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"
OTHER_WAY = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
WEBHOOK_SET = "terminated by setWebhook request"


class Polling:
    """Hands out what waits, to one caller at a time."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self._waiting: asyncio.Future[None] | None = None

    async def fetch(self, offset: int, limit: int, timeout_seconds: float) -> list[Entry]:
        """Confirm what lies below the offset and return the next updates, once there are some or time is up.

        Raises Refusal when somebody else begins to wait.
        """
        self.interrupt(OTHER_POLL)
        self._confirm(offset)
        if not self._inbox.pending and timeout_seconds > 0:
            await self._wait(min(timeout_seconds, MOST_SECONDS))
        entries = list(islice(self._inbox.pending.values(), limit or MOST_UPDATES))
        now = asyncio.get_running_loop().time()
        for entry in entries:
            self._inbox.ledger.hand_out(entry, now)
        return entries

    def wake(self) -> None:
        """Let the caller who waits look again."""
        if self._waiting and not self._waiting.done():
            self._waiting.set_result(None)

    def interrupt(self, reason: str) -> None:
        """Turn the caller who waits away."""
        if self._waiting and not self._waiting.done():
            self._waiting.set_exception(Refusal(409, f"Conflict: {reason}"))

    def _confirm(self, offset: int) -> None:
        ids = list(self._inbox.pending)
        if offset < 0:  # so many from the end; what comes before is forgotten
            offset = ids[max(offset, -len(ids))] if ids else 0
        for update_id in ids:
            if update_id >= offset:
                break
            self._inbox.take(self._inbox.pending[update_id])

    async def _wait(self, seconds: float) -> None:
        waiting = self._waiting = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                await waiting
        except TimeoutError:
            pass
