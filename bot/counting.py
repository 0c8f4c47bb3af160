"""A desk whose answers are timed and counted: the channel that is handed it knows nothing of that."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import partial

from bot.channels.desk import Desk, Page
from bot.core.model import Language
from bot.core.reply import Context, Reply
from bot.metrics import Metrics


class CountingDesk:
    """A desk for one ``channel``. Typed questions and pressed buttons count; pages and a folded history do not."""

    def __init__(self, desk: Desk, metrics: Metrics, channel: str) -> None:
        self._desk = desk
        self._metrics = metrics
        self._channel = channel

    def ask(self, question: str, context: Context = Context(), now: datetime | None = None) -> Reply:
        """Answer a typed question, and count it."""
        return self._count(partial(self._desk.ask, question, context, now))

    def choose(self, choice_id: str, context: Context = Context(), now: datetime | None = None) -> Reply:
        """Answer a pressed button, and count it: it is a question, too."""
        return self._count(partial(self._desk.choose, choice_id, context, now))

    def fold(self, history: Iterable[str], now: datetime | None = None) -> Context:
        """Return the context after questions that were counted when they were asked."""
        return self._desk.fold(history, now)

    def show(self, page: Page, language: Language, now: datetime | None = None) -> Reply:
        """Return a page."""
        return self._desk.show(page, language, now)

    def phrases(self, language: Language) -> Mapping[str, str]:
        """Return the fixed wordings."""
        return self._desk.phrases(language)

    def _count(self, find_reply: Callable[[], Reply]) -> Reply:
        with self._metrics.time_answer():
            reply = find_reply()
        self._metrics.count_question(self._channel, reply)
        return reply
