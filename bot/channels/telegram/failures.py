"""What happens when an update could not be answered."""

import logging
from contextlib import suppress

from telegram import Update
from telegram.error import Forbidden, TelegramError
from telegram.ext import ContextTypes

from bot.channels.desk import Desk
from bot.channels.tally import TelegramTally
from bot.channels.telegram.delivery import Place, place_of
from bot.channels.telegram.incoming import language_of
from bot.channels.telegram.membership import Membership
from bot.channels.telegram.patience import is_passing, kind_of, wait_of

log = logging.getLogger(__name__)

SHORTEST_PAUSE_SECONDS = 1.0


class Failures:
    """Logs each failure once; says sorry to whoever waits for an answer, or has the update come again."""

    def __init__(self, desk: Desk, membership: Membership, tally: TelegramTally) -> None:
        self._desk = desk
        self._membership = membership
        self._tally = tally
        self._pause_seconds_by_update: dict[int, float] = {}

    def take_pause(self, update_id: int) -> float | None:
        """Return in how many seconds an update that has just failed is to be tried again, or None; told once."""
        return self._pause_seconds_by_update.pop(update_id, None)

    def give_up(self, update_id: int) -> None:
        """Take note that an update has failed too often to be tried again."""
        self._tally.count_failed_reply("attempts")
        log.error("update %s: given up, for no attempt to answer went through", update_id)

    async def on_error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Log the failure of an update, and do what can be done about it."""
        error = context.error
        if not isinstance(update, Update) or error is None:
            log.error("something failed beside the updates", exc_info=error)
        elif isinstance(error, Forbidden):
            await self._leave(update, error)
        elif isinstance(error, TelegramError) and is_passing(error):
            self._postpone(update, error)
        else:
            self._tally.count_failed_reply(kind_of(error))
            if isinstance(error, TelegramError):
                log.warning("update %s: the answer was refused (%s: %s)", update.update_id, kind_of(error), error)
            else:
                log.error("update %s: no answer was found", update.update_id, exc_info=error)
            await self._apologise(update, context)

    async def _leave(self, update: Update, error: Forbidden) -> None:
        log.info("update %s: nobody reads the answer (%s)", update.update_id, error)
        self._tally.count_failed_reply(kind_of(error))
        if update.effective_chat:
            await self._membership.end(update.effective_chat.id, update.effective_user)

    def _postpone(self, update: Update, error: TelegramError) -> None:
        log.warning("update %s: the answer did not go out (%s: %s)", update.update_id, kind_of(error), error)
        self._pause_seconds_by_update[update.update_id] = max(SHORTEST_PAUSE_SECONDS, wait_of(error))

    async def _apologise(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        if not update.effective_chat:
            return
        apology = self._desk.phrases(language_of(update.effective_user)).get("telegram_apology")
        message = update.effective_message
        place = place_of(message) if message else Place(update.effective_chat.id)
        if apology:
            with suppress(TelegramError):
                await context.bot.send_message(**place.options, text=apology)
