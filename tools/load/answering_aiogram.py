"""A bot of aiogram 3 with the same answers and the same state as ours: contexts, questions, and updates claimed."""

import gc
import json
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from html import escape
from pathlib import Path
from typing import Any

from aiogram import Dispatcher
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update

from bot.app import Bot, load_knowledge, make_clock
from bot.claim import Standing
from bot.core.reply import Choice, Reply
from bot.store.state import State, open_state
from tools.load.serving_aiogram import run
from tools.load.surroundings import Surroundings, read_surroundings


class Answering:
    """What an update goes through on its way."""

    def __init__(self, own: Surroundings) -> None:
        self._own = own
        knowledge = load_knowledge(Path("knowledge"))
        gc.freeze()  # as serve does
        self._desk = Bot(knowledge, make_clock(knowledge, datetime.fromisoformat(own.pretend_now)))
        self._real_clock = make_clock(knowledge)
        self._stack = AsyncExitStack()
        self._state: State

    async def open(self) -> None:
        """Open the state."""
        state = open_state(self._own.database_url, self._own.token, self._real_clock, timedelta(days=30))
        self._state = await self._stack.enter_async_context(state)

    async def close(self) -> None:
        """Close the state."""
        await self._stack.aclose()

    async def claim(self, handle: Any, update: Update, data: dict[str, Any]) -> Any:
        """Handle an update where no other process does."""
        claims = self._state.claims
        message = update.message
        content = json.dumps(update.model_dump(mode="json", exclude_none=True), sort_keys=True)
        claim = await claims.claim(update.update_id, message.chat.id if message else 0, content)
        if claim.standing is not Standing.OURS:
            return None
        result = await handle(update, data)
        await claims.settle(update.update_id)
        return result

    async def answer(self, message: Message) -> None:
        """Answer a message."""
        if message.text is None or message.from_user is None:
            return
        place = (message.chat.id, message.from_user.id)
        context = await self._state.memory.context(*place)
        reply = self._desk.ask(message.text, context)
        await message.answer(_html_of(reply), parse_mode="HTML", reply_markup=_lay_out(reply.choices))
        await self._state.memory.keep(*place, reply, message.text)


def _html_of(reply: Reply) -> str:
    title = f"<b>{escape(reply.title, quote=False)}</b>\n" if reply.title else ""
    return title + escape("\n".join(reply.lines), quote=False)


def _lay_out(choices: tuple[Choice, ...]) -> InlineKeyboardMarkup | None:
    rows = [[InlineKeyboardButton(text=choice.label, callback_data=choice.id)] for choice in choices]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


if __name__ == "__main__":
    own = read_surroundings()
    answering = Answering(own)
    dispatcher = Dispatcher()
    dispatcher.startup.register(answering.open)
    dispatcher.shutdown.register(answering.close)
    dispatcher.update.outer_middleware(answering.claim)
    dispatcher.message.register(answering.answer)
    run(dispatcher, own)
