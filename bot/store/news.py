"""What each chat of the staff was told last, by all processes together, so that one of them tells it."""

from datetime import timedelta
from functools import partial

from sqlalchemy import or_

from bot.store.database import Database
from bot.store.engine import delete_older
from bot.store.inserts import insert_or_replace
from bot.store.tables import told_news

# How long the same news is no news: machines may take over the same edit some minutes one after the other.
OLD_AFTER = timedelta(hours=1)


class StoredNews:
    """What was told last. Its methods never fail: while the database is down, all is news: better twice than never."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def claim(self, chat_id: int, content: str) -> bool:
        """Return whether whoever asks is to tell a chat: it is not what that was told last, or was told long ago."""
        row = {
            "chat": self._database.pseudonyms.of_chat(chat_id),
            "content": self._database.pseudonyms.of_content(content),
            "at_seconds": self._database.seconds,
        }
        is_claimed = await self._database.breaker.attempt("news", partial(self._claim, row))
        return is_claimed is not False

    async def sweep(self) -> None:
        """Delete what was told so long ago that it would be news again."""
        old = partial(delete_older, self._database.engine, told_news, self._oldest_seconds())
        await self._database.breaker.attempt("sweep", old)

    def _oldest_seconds(self) -> int:
        return self._database.seconds - int(OLD_AFTER.total_seconds())

    async def _claim(self, row: dict[str, object]) -> bool:
        """Replace what was told last, in one statement: of several processes at once, one does."""
        is_news = or_(told_news.c.content != row["content"], told_news.c.at_seconds < self._oldest_seconds())
        claiming = insert_or_replace(self._database.engine, told_news, is_news).values(row).returning(told_news.c.chat)
        async with self._database.engine.begin() as connection:
            return (await connection.execute(claiming)).first() is not None
