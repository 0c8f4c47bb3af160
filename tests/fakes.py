"""Small stand-ins, in place of mocks."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from bot.channels.desk import Page
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

    async def keep(self, chat_id: int, user_id: int, reply: Reply) -> None:
        """Keep the context that the reply leaves behind."""
        self._context_by_person[chat_id, user_id] = reply.context

    async def note(self, chat_id: int, user_id: int, question: str, reply: Reply) -> None:
        """Note nothing."""

    async def forget(self, chat_id: int, user_id: int) -> bool:
        """Drop the context of the person in this chat."""
        self._context_by_person.pop((chat_id, user_id), None)
        return True
