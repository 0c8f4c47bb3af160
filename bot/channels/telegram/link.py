"""The link to a Bot API server: made, kept up, and ended."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram.error import EndPointNotFound, InvalidToken

from bot.channels.telegram.kinds import TelegramApplication
from bot.channels.telegram.outage import SHORTEST_PAUSE_SECONDS, Outage
from bot.channels.telegram.token import TelegramRefused

log = logging.getLogger(__name__)

# A server in between may refuse one call of many; a wrong token is refused every time.
REFUSALS = 3
REFUSED_PAUSE_SECONDS = 0.2

T = TypeVar("T")


class Link:
    """One application's link to its server; an outage is one line in the log when it begins, and one when it ends."""

    def __init__(
        self, application: TelegramApplication, shortest_pause_seconds: float = SHORTEST_PAUSE_SECONDS
    ) -> None:
        self._application = application
        self._outage = Outage(shortest_pause_seconds)
        self._menu: asyncio.Task[None] | None = None

    @property
    def is_up(self) -> bool:
        """Whether the server answered when it was last asked."""
        return self._menu is not None and not self._outage.is_on

    async def open(self, enter: Callable[[], Awaitable[object]]) -> None:
        """Ask who the bot is and let it ``enter``, until that succeeds; its menu is set meanwhile.

        Raises TelegramRefused.
        """
        await self.insist(self._application.initialize)
        await self.insist(enter)
        log.info("Telegram: answering as @%s", self._application.bot.username)
        if self._application.post_init:
            self._menu = asyncio.create_task(self._application.post_init(self._application))

    async def insist(self, action: Callable[[], Awaitable[T]]) -> T:
        """Return what an action returns, however often it has to be tried. Raises TelegramRefused."""
        refusals = 0
        while True:
            try:
                result = await action()
            except Exception as error:  # noqa: BLE001 - the outer rim: whatever the server says, it is asked again
                refusals = refusals + 1 if _is_refusal(error) else 0
                if refusals == REFUSALS:
                    raise TelegramRefused("the server does not know it") from None
                await asyncio.sleep(REFUSED_PAUSE_SECONDS if refusals else self._outage.goes_on(error))
            else:
                self._outage.is_over()
                return result

    async def close(self) -> None:
        """Close the connections."""
        if self._menu:
            self._menu.cancel()
        await self._application.shutdown()
        await self._application.bot.shutdown()  # closes what the application, never connected, left open


async def run_until(stop: asyncio.Event, work: Awaitable[None]) -> None:
    """Do a piece of work until it ends or ``stop`` is set, and cancel what is left of it. Raises what it raised."""
    task = asyncio.ensure_future(work)
    stopped = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait((task, stopped), return_when=asyncio.FIRST_COMPLETED)
    finally:
        task.cancel()
        stopped.cancel()
        await asyncio.wait((task, stopped))
    if not task.cancelled():
        task.result()


def _is_refusal(error: Exception) -> bool:
    """Return whether the token was refused: by a 401, or while connecting by a 404; later that is an outage."""
    if isinstance(error, EndPointNotFound):
        return "unauthorized" in str(error.__cause__).lower()
    return isinstance(error, InvalidToken)
