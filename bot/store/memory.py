"""What is remembered of conversations, in the database and, while that is down, in this process."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import Table, delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.reply import Context, Reply
from bot.recent import Recent
from bot.store.breaker import Breaker
from bot.store.pseudonyms import Pseudonyms
from bot.store.tables import conversations, questions

FADES_AFTER = timedelta(minutes=30)
MOST_REMEMBERED = 10_000  # conversations in this process


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a conversation was about at a time, and whether the database was told."""

    at_seconds: int
    context: Context
    is_kept: bool


class StoredMemory:
    """The state of all conversations. Its methods never fail: what the database cannot do is counted and dropped.

    ``clock`` gives the time, aware; a conversation fades ``FADES_AFTER`` its last question.
    """

    def __init__(
        self, engine: AsyncEngine, pseudonyms: Pseudonyms, clock: Callable[[], datetime], breaker: Breaker | None = None
    ) -> None:
        self._engine = engine
        self._pseudonyms = pseudonyms
        self._clock = clock
        self.breaker = breaker or Breaker()
        self.is_prepared = False  # whether the tables are known to be those of this version
        self._recent: Recent[str, Remembered] = Recent(MOST_REMEMBERED)

    @property
    def is_well(self) -> bool:
        """Whether the database is prepared, and answered when it was last asked."""
        return self.is_prepared and self.breaker.is_up

    async def context(self, chat_id: int, user_id: int) -> Context:
        """Return what the last question of a person in a chat was about; the empty context where that has faded.

        What the database keeps counts, for another process may have answered since, or forgotten the person; but for
        what it could not be told.
        """
        person = self._pseudonyms.of(chat_id, user_id)
        read = await self.breaker.attempt("read", lambda: self._read(person))
        own = self._recent.get(person)
        known = [own] if read is None else [own if own and not own.is_kept else None, *read]
        newest = max(filter(None, known), key=lambda found: found.at_seconds, default=None)
        if newest is None or newest.at_seconds < self._seconds() - FADES_AFTER.total_seconds():
            return Context()
        return newest.context

    async def keep(self, chat_id: int, user_id: int, reply: Reply) -> None:
        """Keep what the next question of a person in a chat is to be read in."""
        person, at_seconds = self._pseudonyms.of(chat_id, user_id), self._seconds()
        row = {"language": reply.language, "context": asdict(reply.context), "at_seconds": at_seconds}
        is_kept = bool(await self.breaker.attempt("context", lambda: self._write(person, row)))
        self._recent.put(person, Remembered(at_seconds, reply.context, is_kept))

    async def note(self, chat_id: int, user_id: int, question: str, reply: Reply) -> None:
        """Note a question with what came of it, under the person's pseudonym."""
        row = {
            "person": self._pseudonyms.of(chat_id, user_id),
            "question": question.replace("\0", ""),  # PostgreSQL's text holds no NUL
            "language": reply.language,
            "outcome": str(reply.outcome),
            "facts": list(reply.facts),
            "at_seconds": self._seconds(),
        }
        await self.breaker.attempt("question", lambda: self._execute(insert(questions).values(row)))

    async def forget(self, chat_id: int, user_id: int) -> bool:
        """Delete everything of a person in a chat, at once. Returns whether the database did so."""
        person = self._pseudonyms.of(chat_id, user_id)
        self._recent.forget(person)
        return bool(await self.breaker.attempt("forget", lambda: self._delete_person(person)))

    async def sweep(self, questions_kept: timedelta) -> None:
        """Delete conversations that have faded, and questions older than so long."""
        now = self._seconds()
        for table, kept in ((conversations, FADES_AFTER), (questions, questions_kept)):
            old = delete(table).where(table.c.at_seconds < now - int(kept.total_seconds()))
            await self.breaker.attempt("sweep", partial(self._execute, old))

    def _seconds(self) -> int:
        return int(self._clock().timestamp())

    async def _read(self, person: str) -> list[Remembered]:
        """What the database keeps of a conversation: one thing or none."""
        async with self._engine.connect() as connection:
            rows = (await connection.execute(select(conversations).where(conversations.c.person == person))).all()
        return [Remembered(row.at_seconds, _context_of(row.context), is_kept=True) for row in rows]

    async def _write(self, person: str, row: dict[str, Any]) -> bool:
        upsert = self._insert(conversations).values(person=person, **row)
        await self._execute(upsert.on_conflict_do_update(index_elements=["person"], set_=row))
        return True

    async def _delete_person(self, person: str) -> bool:
        async with self._engine.begin() as connection:
            for table in (conversations, questions):
                await connection.execute(delete(table).where(table.c.person == person))
        return True

    async def _execute(self, statement: Any) -> None:
        async with self._engine.begin() as connection:
            await connection.execute(statement)

    def _insert(self, table: Table) -> postgresql.Insert | sqlite.Insert:
        """The insert of this database that can say what to do about a key that is there."""
        return postgresql.insert(table) if self._engine.dialect.name == "postgresql" else sqlite.insert(table)


def _context_of(tree: dict[str, Any]) -> Context:
    """The context that ``asdict`` made a tree of; what another version of the bot wrote is passed over."""
    names = ("about", "asked", "named")
    lists = {name: tuple(map(str, tree.get(name, ()))) for name in names}
    return Context(age=int(tree.get("age", 0)), **lists)
