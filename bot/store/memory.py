"""What is remembered of conversations, in the database and, while that is down, in this process."""

import sys
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import bindparam, delete, insert, select

from bot.core.reply import Context, Reply
from bot.recent import Recent
from bot.store.batches import Batches
from bot.store.database import Database
from bot.store.engine import delete_older
from bot.store.inserts import insert_or_replace
from bot.store.tables import conversations, questions

FADES_AFTER = timedelta(minutes=30)
MOST_REMEMBERED = 10_000  # conversations in this process

_LISTS = ("about", "asked", "named")  # of a context
_CONVERSATIONS_OF = select(conversations).where(conversations.c.person.in_(bindparam("people", expanding=True)))


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a conversation was about at a time, and whether the database was told."""

    at_seconds: int
    context: Context
    is_kept: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """What a reply leaves behind: the row of its conversation and, where a question was typed, that of the question."""

    conversation: dict[str, Any]
    question: dict[str, Any] | None


class StoredMemory:
    """The state of all conversations. Its methods never fail: what the database cannot do is counted and dropped.

    A conversation fades ``FADES_AFTER`` its last question.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._engine = database.engine
        self._pseudonyms = database.pseudonyms
        self.breaker = database.breaker
        self.is_prepared = False  # whether the tables are known to be those of this version
        self._recent: Recent[str, Remembered] = Recent(MOST_REMEMBERED)
        self._reads = Batches("read", self.breaker, self._read)
        self._writes = Batches("keep", self.breaker, self._write)

    async def context(self, chat_id: int, user_id: int) -> Context:
        """Return what the last question of a person in a chat was about; the empty context where that has faded.

        What the database keeps counts, for another process may have answered since, or forgotten the person; but for
        what it could not be told.
        """
        person = self._pseudonyms.of(chat_id, user_id)
        read = await self._reads.submit(person)
        own = self._recent.get(person)
        known = [own] if read is None else [own if own and not own.is_kept else None, *read]
        newest = max(filter(None, known), key=lambda found: found.at_seconds, default=None)
        if newest is None or newest.at_seconds < self._database.seconds - FADES_AFTER.total_seconds():
            return Context()
        return newest.context

    async def keep(self, chat_id: int, user_id: int, reply: Reply, question: str | None = None) -> None:
        """Keep what the next question of a person in a chat is to be read in.

        A ``question`` that was typed is noted with what came of it, under the person's pseudonym.
        """
        person, at_seconds = self._pseudonyms.of(chat_id, user_id), self._database.seconds
        is_kept = bool(await self._writes.submit(_turn(person, at_seconds, reply, question)))
        self._recent.put(person, Remembered(at_seconds, reply.context, is_kept))

    async def forget(self, chat_id: int, user_id: int) -> bool:
        """Delete everything of a person in a chat, at once. Returns whether the database did so."""
        person = self._pseudonyms.of(chat_id, user_id)
        self._recent.forget(person)
        return bool(await self.breaker.attempt("forget", lambda: self._delete_person(person)))

    async def sweep(self, questions_kept: timedelta) -> None:
        """Delete conversations that have faded, and questions older than so long."""
        now = self._database.seconds
        for table, kept in ((conversations, FADES_AFTER), (questions, questions_kept)):
            old = partial(delete_older, self._engine, table, now - kept.total_seconds())
            await self.breaker.attempt("sweep", old)

    async def _read(self, people: list[str]) -> list[list[Remembered]]:
        """What the database keeps of each one's conversation: one thing or none."""
        async with self._engine.connect() as connection:
            rows = (await connection.execute(_CONVERSATIONS_OF, {"people": people})).all()
        found = {row.person: Remembered(row.at_seconds, _context_of(row.context), is_kept=True) for row in rows}
        return [[found[person]] if person in found else [] for person in people]

    async def _write(self, turns: list[Turn]) -> list[bool]:
        noted = [turn.question for turn in turns if turn.question]
        newest_by_person = {turn.conversation["person"]: turn.conversation for turn in turns}
        async with self._engine.begin() as connection:
            # In one order: two processes that write of the same people must not wait for each other in a circle.
            rows = [newest_by_person[person] for person in sorted(newest_by_person)]
            await connection.execute(insert_or_replace(self._engine, conversations), rows)
            if noted:
                await connection.execute(insert(questions), noted)
        return [True] * len(turns)

    async def _delete_person(self, person: str) -> bool:
        async with self._engine.begin() as connection:
            for table in (conversations, questions):
                await connection.execute(delete(table).where(table.c.person == person))
        return True


def _turn(person: str, at_seconds: int, reply: Reply, question: str | None) -> Turn:
    """The rows of a reply."""
    of_both = {"person": person, "language": reply.language, "at_seconds": at_seconds}
    conversation = {**of_both, "context": _tree_of(reply.context)}
    if question is None:
        return Turn(conversation, None)
    # Without what PostgreSQL's text does not hold: NUL, and halves of a pair of UTF-16.
    text = question.replace("\0", "").encode("utf-8", "ignore").decode()
    return Turn(conversation, {**of_both, "question": text, "outcome": str(reply.outcome), "facts": list(reply.facts)})


def _tree_of(context: Context) -> dict[str, Any]:
    """A context as JSON holds it."""
    lists = {name: getattr(context, name) for name in _LISTS}
    before = _tree_of(context.before) if context.before else None
    return {**lists, "age": context.age, "question": context.question, "before": before}


def _context_of(tree: dict[str, Any]) -> Context:
    """The context that a tree was made of; what another version of the bot wrote is passed over."""
    # Paths are few and contexts are many: each path is held once.
    lists = {name: tuple(sys.intern(str(path)) for path in tree.get(name, ())) for name in _LISTS}
    before = tree.get("before")
    return Context(
        age=int(tree.get("age", 0)),
        question=str(tree.get("question", "")),
        before=_context_of(before) if before else None,
        **lists,
    )
