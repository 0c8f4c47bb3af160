"""What a channel remembers of people. ``bot/service.py`` hands every channel a memory; tests hand it a stand-in."""

from typing import Protocol

from bot.claim import Claim
from bot.core.reply import Context, Reply


class Memory(Protocol):
    """The state of conversations, each of one person in one chat. Its methods never fail."""

    async def context(self, chat_id: int, user_id: int) -> Context:
        """Return what the person's last question in this chat was about."""

    async def keep(self, chat_id: int, user_id: int, reply: Reply, question: str | None = None) -> None:
        """Keep what the next question of this person in this chat is to be read in; note a question that was typed."""

    async def forget(self, chat_id: int, user_id: int) -> bool:
        """Drop what is known of the person in this chat. Returns whether nothing of it is left."""


class Claims(Protocol):
    """Which updates are whose to handle, among all processes. Its methods never fail."""

    async def claim(self, update_id: int, chat_id: int, content: str) -> Claim:
        """Claim an update, so that no other process gets it until it is released, and return how it stands.

        ``content`` tells the update from another one of the same number, which is new.
        """

    async def look(self, update_id: int) -> Claim:
        """Return how a claimed update stands by now."""

    async def settle(self, update_id: int) -> None:
        """Note that an update was handled, so that no process handles it again."""

    async def release(self, update_id: int) -> None:
        """Give an update back, to be handled when it is delivered again."""

    async def close_chat(self, chat_id: int) -> None:
        """Note that a chat does not want the bot: for a while its updates are ``UNWANTED``."""

    async def reopen_chat(self, chat_id: int) -> None:
        """Note that a chat wants the bot again."""
