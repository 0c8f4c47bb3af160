"""The updates that wait for the bot, and those that are not due yet."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from itertools import count

from tests.bot_api.entries import Entry, Json
from tests.bot_api.ledger import Ledger

FIRST_ID = 1000


class Inbox:
    """Lets updates arrive in the order they were put in, each when it is due; ``arrived`` is told of each."""

    def __init__(self, ledger: Ledger, arrived: Callable[[Entry], None]) -> None:
        self.ledger = ledger
        self.allowed_kinds: list[str] = []  # empty: all
        self.pending: dict[int, Entry] = {}
        self._arrived = arrived
        self._to_come: deque[Entry] = deque()
        self._last_due_at = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self._ids = count(FIRST_ID)

    def put(self, updates: Sequence[Json], per_second: float | None) -> list[int]:
        """Let updates come, all at once or so many per second, after all that were put in before.

        ``expects`` is taken off each (see ``Entry``; "" where it is absent). Returns their ids. Raises ValueError.
        """
        pause_seconds = 1 / per_second if per_second else 0.0
        entries = [self._read(update) for update in updates]
        start = max(asyncio.get_running_loop().time(), self._last_due_at)
        for number, entry in enumerate(entries):
            self.ledger.add(entry)
            entry.due_at = self._last_due_at = start + number * pause_seconds
        self._to_come.extend(entries)
        self._let_come()
        return [entry.id for entry in entries]

    def take(self, entry: Entry) -> None:
        """Acknowledge an update: it waits no longer."""
        self.pending.pop(entry.id, None)
        self.ledger.acknowledge(entry)

    def drop(self) -> None:
        """Forget what waits, as the bot wishes."""
        for entry in self.pending.values():
            self.ledger.withdraw(entry)
        self.pending.clear()

    def clear(self, ledger: Ledger) -> None:
        """Forget everything and begin another ledger; ids go on, since the bot's offset does."""
        if self._timer:
            self._timer.cancel()
        for entry in self.ledger.entries:
            entry.withdrawn = True  # a delivery under way must not count in the new ledger
        self.ledger = ledger
        self.pending.clear()
        self._to_come.clear()
        self._last_due_at = 0.0

    def _read(self, update: Json) -> Entry:
        raw = {name: value for name, value in update.items() if name != "expects"}
        return Entry(next(self._ids), raw, update.get("expects", ""))

    def _let_come(self) -> None:
        loop = asyncio.get_running_loop()
        if self._timer:
            self._timer.cancel()
        now = loop.time()
        while self._to_come and self._to_come[0].due_at <= now:
            self._let_in(self._to_come.popleft())
        self._timer = loop.call_at(self._to_come[0].due_at, self._let_come) if self._to_come else None

    def _let_in(self, entry: Entry) -> None:
        if self.allowed_kinds and entry.kind not in self.allowed_kinds:
            self.ledger.withdraw(entry)
            return
        self.pending[entry.id] = entry
        self._arrived(entry)
