"""Updates that were fetched and are not handled yet."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

GATHER_SECONDS = 0.3  # how long the next fetch waits for what is under way, at most
# What takes longer, for flood control say, must not keep others waiting: a fetch shows no more than 100 updates.
HOLD_SECONDS = 10.0


class Window:
    """Handles what is fetched; ``handle`` returns None, or the seconds after which it is to be tried again."""

    def __init__(
        self, handle: Callable[[dict[str, Any]], Awaitable[float | None]], hold_seconds: float = HOLD_SECONDS
    ) -> None:
        self._handle = handle
        self._hold_seconds = hold_seconds
        self._task_by_id: dict[int, asyncio.Task[None]] = {}
        self._begun_seconds_by_id: dict[int, float] = {}
        self._handled: set[int] = set()
        self._next_id: int | None = None

    @property
    def offset(self) -> int | None:
        """The id up to which all is handled, or under way for so long that nothing else may wait for it.

        ``getUpdates`` takes it, and Telegram forgets what is below it. None before anything was fetched.
        """
        return min(self._holding(), default=self._next_id)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is under way that would be fetched again."""
        return not self._holding()

    def begin(self, raw: dict[str, Any]) -> None:
        """Begin to handle an update, if it is not one that was fetched before."""
        update_id = raw["update_id"]
        if update_id in self._task_by_id or update_id in self._handled:
            return
        self._next_id = max(update_id + 1, self._next_id or 0)
        self._begun_seconds_by_id[update_id] = asyncio.get_running_loop().time()
        task = self._task_by_id[update_id] = asyncio.create_task(self._insist(raw))
        task.add_done_callback(lambda _: self._end(update_id))

    async def settle_down(self) -> None:
        """Give what is under way a moment."""
        if self._task_by_id:
            await asyncio.wait(self._task_by_id.values(), timeout=GATHER_SECONDS)

    async def close(self, grace_seconds: float) -> None:
        """Give what is under way so much time, and give up what is to be tried again."""
        if self._task_by_id:
            _, late = await asyncio.wait(self._task_by_id.values(), timeout=grace_seconds)
            for task in late:
                task.cancel()

    async def _insist(self, raw: dict[str, Any]) -> None:
        while (pause_seconds := await self._handle(raw)) is not None:
            await asyncio.sleep(pause_seconds)

    def _end(self, update_id: int) -> None:
        del self._task_by_id[update_id], self._begun_seconds_by_id[update_id]
        offset = self.offset or 0
        self._handled = {each for each in (*self._handled, update_id) if each >= offset}

    def _holding(self) -> list[int]:
        oldest_seconds = asyncio.get_running_loop().time() - self._hold_seconds
        return [update_id for update_id, begun in self._begun_seconds_by_id.items() if begun >= oldest_seconds]
