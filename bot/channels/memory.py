"""What a channel remembers of people. ``bot/app.py`` hands it a memory; tests may use one of the process alone."""

from typing import Protocol

from bot.core.reply import Context, Reply
from bot.recent import Recent

MOST_CONVERSATIONS = 10_000


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


class ProcessMemory:
    """A memory that ends with the process, and notes no questions."""

    def __init__(self) -> None:
        self._context_by_person: Recent[tuple[int, int], Context] = Recent(MOST_CONVERSATIONS)

    async def context(self, chat_id: int, user_id: int) -> Context:
        """Return what the person's last question in this chat was about."""
        return self._context_by_person.get((chat_id, user_id)) or Context()

    async def keep(self, chat_id: int, user_id: int, reply: Reply) -> None:
        """Keep the context that the reply leaves behind."""
        self._context_by_person.put((chat_id, user_id), reply.context)

    async def note(self, chat_id: int, user_id: int, question: str, reply: Reply) -> None:
        """Note nothing."""

    async def forget(self, chat_id: int, user_id: int) -> bool:
        """Drop the context of the person in this chat."""
        self._context_by_person.forget((chat_id, user_id))
        return True
