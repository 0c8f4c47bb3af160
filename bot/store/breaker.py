"""Whether the database is worth asking: after a failure it is left alone for a while, so that nobody waits for it."""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import TypeVar

from sqlalchemy.exc import SQLAlchemyError

log = logging.getLogger(__name__)

PATIENCE_SECONDS = 1.0  # of one question for the database; the answer is worth more than its state
PAUSE_SECONDS = 5.0

T = TypeVar("T")


class Breaker:
    """Runs what asks the database; ``dropped`` counts by name what it could not do."""

    def __init__(self, patience_seconds: float = PATIENCE_SECONDS, pause_seconds: float = PAUSE_SECONDS) -> None:
        self._patience_seconds = patience_seconds
        self._pause_seconds = pause_seconds
        self._closed_until_seconds = 0.0
        self._is_down = False
        self.dropped: Counter[str] = Counter()

    @property
    def is_up(self) -> bool:
        """Whether the database answered when it was last asked."""
        return not self._is_down

    async def attempt(self, name: str, action: Callable[[], Awaitable[T]], count: int = 1) -> T | None:
        """Return what an action returned; None, and ``count`` more ``dropped``, where the database does not answer."""
        now_seconds = asyncio.get_running_loop().time()
        if now_seconds < self._closed_until_seconds:
            self.dropped[name] += count
            return None
        try:
            async with asyncio.timeout(self._patience_seconds):
                result = await action()
        except (SQLAlchemyError, TimeoutError, OSError) as error:
            self.dropped[name] += count
            self._fail(error)
            return None
        self._recover()
        return result

    def _fail(self, error: Exception) -> None:
        self._closed_until_seconds = asyncio.get_running_loop().time() + self._pause_seconds
        if not self._is_down:
            log.warning("the database does not answer (%s); answering from memory", type(error).__name__)
        self._is_down = True

    def _recover(self) -> None:
        if self._is_down:
            log.info("the database answers again; %d things were not kept meanwhile", self.dropped.total())
        self._is_down = False
