"""Delivery to a webhook, as the open-source telegram-bot-api server does it.

Its WebhookActor.cpp: a queue per chat, several queues at once over connections kept alive, again and again until a 2xx.
"""

import asyncio
from collections import deque

from tests.bot_api.entries import Entry
from tests.bot_api.inbox import Inbox
from tests.bot_api.options import Options
from tests.bot_api.posting import DELIVERED, Outcome, Poster
from tests.bot_api.targets import Targets

MOST_CONNECTIONS = 40  # https://core.telegram.org/bots/api#setwebhook
LONGEST_DELAY_SECONDS = 60.0


class Line:
    """Updates that are delivered one after the other."""

    __slots__ = ("delay_seconds", "entries", "key", "last_url")

    def __init__(self, key: int, delay_seconds: float) -> None:
        self.key = key
        self.entries: deque[Entry] = deque()
        self.delay_seconds = delay_seconds
        self.last_url: str | None = None


class Webhook:
    """Delivers what waits, while an address is registered."""

    def __init__(self, options: Options, inbox: Inbox, poster: Poster) -> None:
        self.url = ""
        self.max_connections = MOST_CONNECTIONS
        self.targets = Targets(options.targets)
        self.poster = poster
        self._options = options
        self._inbox = inbox
        self._line_by_key: dict[int, Line] = {}
        self._ready: deque[Line] = deque()
        self._under_way: set[asyncio.Task[None]] = set()

    def register(self, url: str, secret: str, max_connections: int) -> None:
        """Deliver to an address from now on, also what waits already."""
        was_registered = bool(self.url)
        self.url = url
        self.max_connections = max_connections
        self.poster.set_secret(secret)
        if not was_registered:
            for entry in self._inbox.pending.values():
                self.enqueue(entry)
        self._pump()

    def unregister(self) -> None:
        """Deliver nothing more; what is under way ends as it will."""
        self.url = ""
        self.forget()

    def forget(self) -> None:
        """Leave out what has not been delivered yet."""
        self._line_by_key.clear()
        self._ready.clear()

    def enqueue(self, entry: Entry) -> None:
        """Deliver an update as soon as those before it in its chat are, or at once if order does not matter."""
        key = entry.id if self._options.unordered else entry.chat
        line = self._line_by_key.get(key)
        if line is None:
            line = self._line_by_key[key] = Line(key, self._options.first_delay_seconds)
            self._ready.append(line)
        line.entries.append(entry)
        self._pump()

    async def close(self) -> None:
        """Give up what is under way."""
        self.unregister()
        tasks = list(self._under_way)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self.poster.close()

    def _pump(self) -> None:
        """Begin as many deliveries as there is room for."""
        while self._ready and self.url and len(self._under_way) < self.max_connections:
            task = asyncio.create_task(self._deliver(self._ready.popleft()))
            self._under_way.add(task)
            task.add_done_callback(self._end)

    def _end(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        if not task.cancelled():
            task.result()
            self._pump()

    async def _deliver(self, line: Line) -> None:
        """Deliver the first update of a line and let the line go on when that is due."""
        entry = line.entries[0]
        self._inbox.ledger.hand_out(entry, asyncio.get_running_loop().time())
        outcome = await self.poster.post(self.targets.choose(self.url, line.last_url), entry)
        self._inbox.ledger.deliveries[outcome.name] += 1
        if outcome is DELIVERED:
            self._inbox.take(entry)
        if self._line_by_key.get(line.key) is line:  # else it was forgotten meanwhile
            self._go_on(line, outcome)

    def _go_on(self, line: Line, outcome: Outcome) -> None:
        if outcome is not DELIVERED:
            line.last_url = outcome.url
            asyncio.get_running_loop().call_later(self._pause_seconds(line, outcome), self._put_back, line)
            return
        line.entries.popleft()
        line.last_url, line.delay_seconds = None, self._options.first_delay_seconds
        if line.entries:
            self._ready.append(line)
        else:
            del self._line_by_key[line.key]

    def _pause_seconds(self, line: Line, outcome: Outcome) -> float:
        """Return what the answer asks for; otherwise each pause is twice the last."""
        if outcome.retry_after_seconds is not None:
            return outcome.retry_after_seconds
        pause_seconds = line.delay_seconds
        line.delay_seconds = min(pause_seconds * 2, LONGEST_DELAY_SECONDS)
        return pause_seconds

    def _put_back(self, line: Line) -> None:
        if self._line_by_key.get(line.key) is line:
            self._ready.append(line)
            self._pump()
