"""What a channel remembers of people. ``bot/app.py`` hands every channel a memory; tests hand it a stand-in."""

from typing import Protocol

from bot.core.reply import Context, Reply


class Memory(Protocol):
    """The state of conversations, each of one person in one chat. Its methods never fail."""

    async def context(self, chat_id: int, user_id: int) -> Context:
        """Return what the person's last question in this chat was about."""

    async def keep(self, chat_id: int, user_id: int, reply: Reply) -> None:
        """Keep what the next question of this person in this chat is to be read in."""

    async def note(self, chat_id: int, user_id: int, question: str, reply: Reply) -> None:
        """Note a question that was typed, with what came of it."""

    async def forget(self, chat_id: int, user_id: int) -> bool:
        """Drop what is known of the person in this chat. Returns whether nothing of it is left."""
