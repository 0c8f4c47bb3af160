"""What is remembered of the people the bot talks with: in memory, and not for ever."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.channels.telegram.incoming import Incoming
from bot.core.reply import Context

MOST_CONVERSATIONS = 10_000
MOST_EXCHANGES = 10_000
MOST_ALBUMS = 1_000

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """A mapping that keeps its ``most`` last used entries."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._value_by_key: OrderedDict[K, V] = OrderedDict()

    def __len__(self) -> int:
        return len(self._value_by_key)

    def get(self, key: K) -> V | None:
        """Return the value, which counts as used by this, or None."""
        if key in self._value_by_key:
            self._value_by_key.move_to_end(key)
        return self._value_by_key.get(key)

    def put(self, key: K, value: V) -> None:
        """Keep a value, and let the one go that was not used for longest."""
        self._value_by_key[key] = value
        self._value_by_key.move_to_end(key)
        if len(self._value_by_key) > self._most:
            self._value_by_key.popitem(last=False)

    def forget(self, key: K) -> None:
        """Drop a value, if there is one."""
        self._value_by_key.pop(key, None)


@dataclass(frozen=True, slots=True)
class Exchange:
    """What a message asked and in which context, and the one message that answered it (None where there were more)."""

    incoming: Incoming
    context: Context
    reply_message_id: int | None


class Conversations:
    """The context of each person in each chat, and the recent exchanges.

    Its methods are async so that a store of another kind can take its place.
    """

    def __init__(self) -> None:
        self._context_by_person: Recent[tuple[int, int], Context] = Recent(MOST_CONVERSATIONS)
        self._exchange_by_message: Recent[tuple[int, int], Exchange] = Recent(MOST_EXCHANGES)
        self._albums: Recent[str, bool] = Recent(MOST_ALBUMS)

    async def context(self, chat_id: int, user_id: int) -> Context:
        """Return what the person's last question in this chat was about."""
        return self._context_by_person.get((chat_id, user_id)) or Context()

    async def keep(self, chat_id: int, user_id: int, context: Context) -> None:
        """Keep what the next question of this person in this chat is to be read in."""
        self._context_by_person.put((chat_id, user_id), context)

    async def forget(self, chat_id: int, user_id: int) -> None:
        """Drop what is known of the person in this chat."""
        self._context_by_person.forget((chat_id, user_id))

    async def exchange(self, chat_id: int, message_id: int) -> Exchange | None:
        """Return how a message was answered, if that is remembered."""
        return self._exchange_by_message.get((chat_id, message_id))

    async def record(self, chat_id: int, message_id: int, exchange: Exchange) -> None:
        """Remember how a message was answered, in case it is edited."""
        self._exchange_by_message.put((chat_id, message_id), exchange)

    async def is_new_album(self, album_id: str) -> bool:
        """Return whether this is the first picture seen of an album, whose pictures come as messages of their own."""
        is_new = self._albums.get(album_id) is None
        self._albums.put(album_id, True)
        return is_new
