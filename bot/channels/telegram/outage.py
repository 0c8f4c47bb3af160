"""An outage of the Bot API: one line when it begins, one when it is over."""

import asyncio
import logging

from telegram.error import Conflict, TelegramError

from bot.channels.telegram.patience import wait_of

log = logging.getLogger(__name__)

SHORTEST_PAUSE_SECONDS = 0.25  # one call of many fails now and then: that holds up nobody for long
LONGEST_PAUSE_SECONDS = 30.0


class Outage:
    """Counts the failures in a row."""

    def __init__(self, shortest_pause_seconds: float = SHORTEST_PAUSE_SECONDS) -> None:
        self._shortest_pause_seconds = shortest_pause_seconds
        self._pause_seconds = 0.0
        self._since_seconds: float | None = None

    @property
    def is_on(self) -> bool:
        """Whether there is one."""
        return self._since_seconds is not None

    def goes_on(self, error: Exception) -> float:
        """Note a failure. Returns how many seconds to wait before the next attempt: 0.25, 0.5, 1 … 30."""
        if self._since_seconds is None:
            self._since_seconds = asyncio.get_running_loop().time()
            log.warning("%s", _word(error))
        doubled = max(self._shortest_pause_seconds, 2 * self._pause_seconds)
        self._pause_seconds = min(LONGEST_PAUSE_SECONDS, doubled)
        return max(self._pause_seconds, wait_of(error)) if isinstance(error, TelegramError) else self._pause_seconds

    def is_over(self) -> None:
        """Note a success."""
        if self._since_seconds is not None:
            log.info("Telegram answers again, after %.0f s", asyncio.get_running_loop().time() - self._since_seconds)
        self._since_seconds, self._pause_seconds = None, 0.0


def _word(error: Exception) -> str:
    if isinstance(error, Conflict) and "webhook" in str(error).lower():
        return (
            f"another program of this bot has set a webhook ({error}): stop it, and then start this one anew, or set"
            " the same WEBHOOK_URL here; trying on"
        )
    if isinstance(error, Conflict):  # https://core.telegram.org/bots/api#getupdates
        return (
            f"another program fetches the updates of this bot ({error}): stop it, or have both share them by"
            " WEBHOOK_URL; trying on"
        )
    return f"Telegram does not answer ({type(error).__name__}: {error}); trying on"
