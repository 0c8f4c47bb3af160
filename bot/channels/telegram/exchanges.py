"""How messages were answered, in case they are edited: remembered for a while."""

from dataclasses import dataclass

from bot.channels.telegram.incoming import Incoming
from bot.core.reply import Context
from bot.recent import Recent

MOST_EXCHANGES = 2_000
MOST_ALBUMS = 1_000


@dataclass(frozen=True, slots=True)
class Exchange:
    """What a message asked and in which context, and the one message that answered it (None where there were more)."""

    incoming: Incoming
    context: Context
    reply_message_id: int | None


class Exchanges:
    """The recent exchanges, by chat and message; in this process alone, for an edit soon follows what it edits."""

    def __init__(self) -> None:
        self._exchange_by_message: Recent[tuple[int, int], Exchange] = Recent(MOST_EXCHANGES)
        self._albums: Recent[str, bool] = Recent(MOST_ALBUMS)

    def find(self, chat_id: int, message_id: int) -> Exchange | None:
        """Return how a message was answered, if that is remembered."""
        return self._exchange_by_message.get((chat_id, message_id))

    def record(self, chat_id: int, message_id: int, exchange: Exchange) -> None:
        """Remember how a message was answered, in case it is edited."""
        self._exchange_by_message.put((chat_id, message_id), exchange)

    def forget_chat(self, chat_id: int) -> None:
        """Drop what is known of a chat's messages."""
        for key in [key for key in self._exchange_by_message if key[0] == chat_id]:
            self._exchange_by_message.forget(key)

    def is_new_album(self, album_id: str) -> bool:
        """Return whether this is the first picture seen of an album, whose pictures come as messages of their own."""
        is_new = self._albums.get(album_id) is None
        self._albums.put(album_id, True)
        return is_new
