"""Transactions shared by what comes in at the same time, so that many people at once cost few of them."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from bot.store.breaker import Breaker

MOST_IN_A_BATCH = 256

Item = TypeVar("Item")
Result = TypeVar("Result")


class Batches(Generic[Item, Result]):
    """Runs one batch after the other; what comes meanwhile waits for the next, and nothing waits for company.

    ``run`` is given the items and returns a result for each, in their order.
    """

    def __init__(self, name: str, breaker: Breaker, run: Callable[[list[Item]], Awaitable[Sequence[Result]]]) -> None:
        self._name = name
        self._breaker = breaker
        self._run = run
        self._waiting: list[tuple[Item, asyncio.Future[Result | None]]] = []
        self._worker: asyncio.Task[None] | None = None

    async def submit(self, item: Item) -> Result | None:
        """Return the item's result, or None where the database did not answer. Raises what else ``run`` raises."""
        future: asyncio.Future[Result | None] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, future))
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._work())
        return await future

    async def _work(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:MOST_IN_A_BATCH], self._waiting[MOST_IN_A_BATCH:]
            items = [item for item, _ in batch]
            try:
                results = await self._breaker.attempt(self._name, partial(self._run, items), len(items))
            except Exception as error:  # noqa: BLE001 - raised again where each of them is waited for
                for _, future in batch:
                    if not future.done():  # as it is where whoever waited was cancelled
                        future.set_exception(error)
            else:
                for number, (_, future) in enumerate(batch):
                    if not future.done():
                        future.set_result(results[number] if results else None)
