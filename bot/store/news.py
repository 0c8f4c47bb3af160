"""What each chat of the staff was told last, by all processes together, so that one of them tells it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import or_
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.breaker import Breaker
from bot.store.engine import delete_older
from bot.store.inserts import insert_or_replace
from bot.store.pseudonyms import Pseudonyms
from bot.store.tables import told_news

# How long the same news is no news: machines may take over the same edit some minutes one after the other.
OLD_AFTER = timedelta(hours=1)


class StoredNews:
    """What was told last. Its methods never fail: while the database is down, all is news: better twice than never."""

    def __init__(
        self, engine: AsyncEngine, pseudonyms: Pseudonyms, clock: Callable[[], datetime], breaker: Breaker
    ) -> None:
        self._engine = engine
        self._pseudonyms = pseudonyms
        self._clock = clock
        self._breaker = breaker

    async def claim(self, chat_id: int, content: str) -> bool:
        """Return whether whoever asks is to tell a chat: it is not what that was told last, or was told long ago."""
        row = {
            "chat": self._pseudonyms.of_chat(chat_id),
            "content": self._pseudonyms.of_content(content),
            "at_seconds": self._seconds(),
        }
        is_claimed = await self._breaker.attempt("news", partial(self._claim, row))
        return is_claimed is not False

    async def sweep(self) -> None:
        """Delete what was told so long ago that it would be news again."""
        old = partial(delete_older, self._engine, told_news, self._oldest_seconds())
        await self._breaker.attempt("sweep", old)

    def _seconds(self) -> int:
        return int(self._clock().timestamp())

    def _oldest_seconds(self) -> int:
        return self._seconds() - int(OLD_AFTER.total_seconds())

    async def _claim(self, row: dict[str, object]) -> bool:
        """Replace what was told last, in one statement: of several processes at once, one does."""
        is_news = or_(told_news.c.content != row["content"], told_news.c.at_seconds < self._oldest_seconds())
        claiming = insert_or_replace(self._engine, told_news, is_news).values(row).returning(told_news.c.chat)
        async with self._engine.begin() as connection:
            return (await connection.execute(claiming)).first() is not None
