"""Where updates come in, as JSON, and are handled: each once, those of one chat one after the other."""

import asyncio
import json
import logging

from telegram import Update

from bot.channels.memory import Claims
from bot.channels.tally import TelegramTally
from bot.channels.telegram.failures import Failures
from bot.channels.telegram.kinds import TelegramApplication
from bot.channels.telegram.membership import is_welcoming
from bot.claim import Claim, Standing
from bot.logs import bind

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 5
ELSEWHERE_PAUSE_SECONDS = 1.0  # how soon to ask again for what another process is at
TURN_SECONDS = 5.0  # how long an update waits here for the earlier ones of its chat in other processes …
LOOK_SECONDS = 0.05  # … and how often it looks for them
# Telegram's ids fit into 52 bits or fewer; what is larger fits into no database: https://core.telegram.org/bots/api#chat
MOST_ID = 2**53


class Intake:
    """Handles updates, so that no other process handles them too."""

    def __init__(
        self, application: TelegramApplication, claims: Claims, failures: Failures, tally: TelegramTally
    ) -> None:
        self.application = application
        self.tally = tally
        self._claims = claims
        self._failures = failures
        self._task_by_id: dict[int, asyncio.Task[float | None]] = {}
        self._last_by_chat_id: dict[int, asyncio.Task[float | None]] = {}

    async def handle(self, raw: object) -> float | None:
        """Return None once an update is handled, or in how many seconds it is to be delivered again.

        What is no update, or one of a kind that the library does not know, is counted and counts as handled.
        """
        update = self._parse(raw)
        if update is None:
            self.tally.count_update("unreadable")
            return None
        with bind(update=update.update_id):
            task = self._task_by_id.get(update.update_id) or self._begin(update, json.dumps(raw, sort_keys=True))
        return await asyncio.shield(task)  # whoever delivered it may give up waiting; the answer goes out all the same

    async def finish(self, grace_seconds: float) -> None:
        """Give the answers under way so much time, and then give them back."""
        if not self._task_by_id:
            return
        _, late = await asyncio.wait(self._task_by_id.values(), timeout=grace_seconds)
        for task in late:
            task.cancel()
        if late:
            log.warning("answers that did not go out before the stop: %d", len(late))
            await asyncio.wait(late)

    def _parse(self, raw: object) -> Update | None:
        """Return the update, or None where it is not one that the library can read."""
        number = raw.get("update_id") if isinstance(raw, dict) else None
        if not (isinstance(raw, dict) and isinstance(number, int) and 0 <= number < MOST_ID):
            log.error("an update without its number came")
            return None
        try:
            update = Update.de_json(raw, self.application.bot)
            _check_ids(update)
            return update
        except Exception as error:  # noqa: BLE001 - the outer rim: whatever came must not stop what comes after it
            # Not what the error says: that may repeat somebody's words.
            log.error("update %d cannot be read (%s)", number, type(error).__name__)
            return None

    def _begin(self, update: Update, content: str) -> asyncio.Task[float | None]:
        chat_id = _place_of(update)
        task = asyncio.create_task(self._handle(update, chat_id, content, self._last_by_chat_id.get(chat_id)))
        self._task_by_id[update.update_id] = self._last_by_chat_id[chat_id] = task
        task.add_done_callback(lambda done: self._end(update.update_id, chat_id, done))
        return task

    async def _handle(
        self, update: Update, chat_id: int, content: str, previous: asyncio.Task[float | None] | None
    ) -> float | None:
        claim = await self._claims.claim(update.update_id, chat_id, content)
        try:
            claim = await self._await_turn(update, claim, previous)
            return await self._act_on(update, chat_id, claim)
        except asyncio.CancelledError:
            await self._claims.release(update.update_id)
            raise

    async def _await_turn(self, update: Update, claim: Claim, previous: asyncio.Task[float | None] | None) -> Claim:
        """Return the claim once the earlier updates of its chat are handled, or when that takes too long."""
        if previous and not previous.done():
            await asyncio.wait([previous])
            claim = await self._claims.look(update.update_id)
        looks = int(TURN_SECONDS / LOOK_SECONDS)
        while claim.standing is Standing.BEHIND and looks:
            await asyncio.sleep(LOOK_SECONDS)
            claim = await self._claims.look(update.update_id)
            looks -= 1
        return claim

    async def _act_on(self, update: Update, chat_id: int, claim: Claim) -> float | None:
        standing = claim.standing
        if standing is Standing.UNWANTED and is_welcoming(update):
            await self._claims.reopen_chat(chat_id)
            standing = Standing.OURS
        self.tally.count_update(standing.name.lower())
        match standing:
            case Standing.OURS:
                return await self._answer(update, claim)
            case Standing.BEHIND:
                await self._claims.release(update.update_id)
                return ELSEWHERE_PAUSE_SECONDS
            case Standing.UNWANTED:
                await self._claims.settle(update.update_id)
                return None
            case Standing.ELSEWHERE:
                return ELSEWHERE_PAUSE_SECONDS
            case Standing.HANDLED:
                return None

    async def _answer(self, update: Update, claim: Claim) -> float | None:
        try:
            await self.application.process_update(update)
        except Exception:  # the library failed before any handler: it would fail again
            log.exception("update %d: the library cannot handle it", update.update_id)
            self.tally.count_failed_reply("internal")
        pause_seconds = self._failures.take_pause(update.update_id)
        if pause_seconds is not None and claim.attempt < MOST_ATTEMPTS:
            await self._claims.release(update.update_id)
            return pause_seconds
        if pause_seconds is not None:
            self._failures.give_up(update.update_id)
        await self._claims.settle(update.update_id)
        return None

    def _end(self, update_id: int, chat_id: int, task: asyncio.Task[float | None]) -> None:
        del self._task_by_id[update_id]
        if self._last_by_chat_id.get(chat_id) is task:
            del self._last_by_chat_id[chat_id]
        if not task.cancelled() and task.exception():
            log.error("update %s failed beyond its handler", update_id, exc_info=task.exception())


def _check_ids(update: Update) -> None:
    """Raise ValueError where it cannot be told who or where an update is from: the library takes anything for an id."""
    for place in (update.effective_chat, update.effective_user):
        if place and not (isinstance(place.id, int) and abs(place.id) < MOST_ID):
            raise ValueError("that is no id")


def _place_of(update: Update) -> int:
    """Return the id of the chat in which an update happened, or of whom it is from; a private chat has that very id."""
    place = update.effective_chat or update.effective_user
    return place.id if place else 0
