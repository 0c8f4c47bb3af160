"""What happens when an update could not be answered."""

import logging
from contextlib import suppress

from telegram import Update
from telegram.error import Forbidden, TelegramError, TimedOut
from telegram.ext import ContextTypes

from bot.channels.desk import Desk
from bot.channels.memory import Memory
from bot.channels.telegram.delivery import Place, place_of
from bot.channels.telegram.incoming import language_of
from bot.channels.telegram.transport import NotSentError

log = logging.getLogger(__name__)


class Failures:
    """Logs each failure once, and says sorry to whoever waits for an answer, where that is possible."""

    def __init__(self, desk: Desk, memory: Memory) -> None:
        self._desk = desk
        self._memory = memory

    async def on_error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Log the failure of an update, and apologise in its chat."""
        error = context.error
        number = update.update_id if isinstance(update, Update) else "?"
        if isinstance(error, Forbidden):
            log.info("update %s: nobody reads the answer (%s)", number, error)
            await self._forget(update)
        elif isinstance(error, TelegramError):
            log.warning("update %s: the answer did not go out (%s: %s)", number, type(error).__name__, error)
        else:
            log.error("update %s: no answer was found", number, exc_info=error)
        # After a timeout the answer may have arrived; without a connection nothing does.
        if not isinstance(error, Forbidden | TimedOut | NotSentError):
            await self._apologise(update, context)

    async def _apologise(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        if not (isinstance(update, Update) and update.effective_chat):
            return
        apology = self._desk.phrases(language_of(update.effective_user)).get("telegram_apology")
        message = update.effective_message
        place = place_of(message) if message else Place(update.effective_chat.id)
        if apology:
            with suppress(TelegramError):
                await context.bot.send_message(**place.options, text=apology)

    async def _forget(self, update: object) -> None:
        if isinstance(update, Update) and update.effective_chat and update.effective_user:
            await self._memory.forget(update.effective_chat.id, update.effective_user.id)
