"""Small stand-ins, in place of mocks."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

from bot.channels.desk import Page
from bot.claim import Claim, Standing
from bot.core.model import Language
from bot.core.reply import Choice, Context, Outcome, Reply


class EchoDesk:
    """A desk that repeats what it was asked, so that a test sees what a channel passed on."""

    def __init__(self, phrases: Mapping[str, str] | None = None) -> None:
        self._phrases = phrases or {}
        self.replies: dict[str, Reply] = {}

    def ask(self, question: str, context: Context = Context(), now: datetime | None = None) -> Reply:
        """Return the reply prepared for the question, or one that repeats it."""
        return self.replies.get(question) or self._echo(f"asked: {question}", context, now)

    def fold(self, history: Iterable[str], now: datetime | None = None) -> Context:
        """Return the context after asking one after the other."""
        context = Context()
        for question in history:
            context = self.ask(question, context, now).context
        return context

    def choose(self, choice_id: str, context: Context = Context(), now: datetime | None = None) -> Reply:
        """Return a reply that repeats the choice's id."""
        return self._echo(f"chose: {choice_id}", context, now)

    def show(self, page: Page, language: Language, now: datetime | None = None) -> Reply:
        """Return a reply that names the page, with two buttons."""
        choices = (Choice(f"{language}:when:seminar", "일정"), Choice(f"{language}:where:seminar", "장소"))
        return Reply(outcome=Outcome.ANSWER, language=language, lines=(f"page: {page}",), choices=choices)

    def phrases(self, language: Language) -> Mapping[str, str]:
        """Return the phrases given at the start, or each key's own name."""
        return self._phrases

    def _echo(self, text: str, context: Context, now: datetime | None) -> Reply:
        lines = (text, f"now: {now}") if now else (text,)
        return Reply(
            outcome=Outcome.ANSWER,
            language="ko",
            lines=lines,
            context=Context(about=("echo",), age=context.age + 1),
        )


class ProcessMemory:
    """A memory that ends with the process, and notes no questions."""

    def __init__(self) -> None:
        self._context_by_person: dict[tuple[int, int], Context] = {}

    async def context(self, chat_id: int, user_id: int) -> Context:
        """Return what the person's last question in this chat was about."""
        return self._context_by_person.get((chat_id, user_id)) or Context()

    async def keep(self, chat_id: int, user_id: int, reply: Reply, question: str | None = None) -> None:
        """Keep the context that the reply leaves behind."""
        self._context_by_person[chat_id, user_id] = reply.context

    async def forget(self, chat_id: int, user_id: int) -> bool:
        """Drop the context of the person in this chat."""
        self._context_by_person.pop((chat_id, user_id), None)
        return True


class ProcessClaims:
    """The claims of a process that is alone."""

    def __init__(self) -> None:
        self.settled: list[int] = []
        self.closed: set[int] = set()
        self._chat_by_id: dict[int, int] = {}
        self._attempts: Counter[int] = Counter()

    async def claim(self, update_id: int, chat_id: int, content: str) -> Claim:
        """Return how the update stands, claimed once more."""
        self._chat_by_id[update_id] = chat_id
        self._attempts[update_id] += 1
        return await self.look(update_id)

    async def look(self, update_id: int) -> Claim:
        """Return how the update stands."""
        if update_id in self.settled:
            return Claim(Standing.HANDLED)
        is_closed = self._chat_by_id[update_id] in self.closed
        return Claim(Standing.UNWANTED if is_closed else Standing.OURS, self._attempts[update_id])

    async def settle(self, update_id: int) -> None:
        """Note that the update was handled."""
        self.settled.append(update_id)

    async def release(self, update_id: int) -> None:
        """Give nothing back: nobody else is there to take it."""

    async def close_chat(self, chat_id: int) -> None:
        """Note that the chat does not want the bot."""
        self.closed.add(chat_id)

    async def reopen_chat(self, chat_id: int) -> None:
        """Note that the chat wants the bot again."""
        self.closed.discard(chat_id)


class ProcessNews:
    """What a process that is alone told each chat last."""

    def __init__(self) -> None:
        self._content_by_chat: dict[int, str] = {}

    async def claim(self, chat_id: int, content: str) -> bool:
        """Return whether it is news."""
        is_news = self._content_by_chat.get(chat_id) != content
        self._content_by_chat[chat_id] = content
        return is_news


class Tally:
    """Counts what a channel tells it to."""

    def __init__(self) -> None:
        self.updates: Counter[str] = Counter()
        self.passed_over = 0
        self.errors: Counter[str] = Counter()
        self.failed: Counter[str] = Counter()
        self.sent_again: Counter[str] = Counter()

    def count_update(self, result: str) -> None:
        """Count an update by what came of it."""
        self.updates[result] += 1

    def count_passed_over(self) -> None:
        """Count what was not answered, for its sender asks too much."""
        self.passed_over += 1

    def count_error(self, kind: str) -> None:
        """Count an error by its kind."""
        self.errors[kind] += 1

    def count_failed_reply(self, kind: str) -> None:
        """Count a reply that did not go out."""
        self.failed[kind] += 1

    def count_reply_sent_again(self, reason: str) -> None:
        """Count a reply that was sent once more."""
        self.sent_again[reason] += 1
