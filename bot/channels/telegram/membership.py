"""Whether a chat wants the bot: where it was blocked or thrown out, nothing is written any more."""

from telegram import ChatMember, Update, User
from telegram.ext import ContextTypes

from bot.channels.memory import Claims, Memory

GONE = frozenset({ChatMember.LEFT, ChatMember.BANNED})
RESTART = "/start"  # what Telegram's own button sends for whoever has stopped a bot


class Membership:
    """Keeps which chats want the bot."""

    def __init__(self, memory: Memory, claims: Claims) -> None:
        self._memory = memory
        self._claims = claims

    async def end(self, chat_id: int, user: User | None) -> None:
        """Write to a chat no more, and forget the person in it."""
        await self._claims.close_chat(chat_id)
        if user:
            await self._memory.forget(chat_id, user.id)

    async def on_change(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:  # noqa: ARG002 - the library's
        """Take note that the bot was blocked or thrown out, or is welcome again."""
        change = update.my_chat_member
        if change is None:
            return
        if change.new_chat_member.status in GONE:
            await self.end(change.chat.id, change.from_user)
        else:
            await self._claims.reopen_chat(change.chat.id)


def is_welcoming(update: Update) -> bool:
    """Return whether an update may show that a chat wants the bot again."""
    return bool(update.my_chat_member or (update.message and (update.message.text or "").startswith(RESTART)))
