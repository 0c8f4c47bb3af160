"""The bot as the commands know it: settings and files become a desk, which answers by the clock."""

import gc
import signal
import time as clock_time
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from bot.channels.desk import Page
from bot.core.answering import answer
from bot.core.explaining import explain
from bot.core.knowledge import Knowledge
from bot.core.model import Language
from bot.core.pages import choose, show
from bot.core.reply import Context, Reply
from bot.loading import load_facts
from bot.loading.languages import load_phrases, load_speeches, load_topics
from bot.settings import Settings

END_SIGNALS = (signal.SIGINT, signal.SIGTERM)  # those that end a service

Clock = Callable[[], datetime]


def load_knowledge(folder: Path) -> Knowledge:
    """Return the knowledge of a folder with its index built. Raises KnowledgeError with every problem it has."""
    gc.disable()  # all that is made here stays: searching it for garbage would take a sixth of the time
    try:
        knowledge = Knowledge(load_facts(folder, load_topics()), load_speeches())
        _ = knowledge.lexicon
    finally:
        gc.enable()
    return knowledge


def make_clock(knowledge: Knowledge, pretend_now: datetime | None = None) -> Clock:
    """Return the clock, in the seminar's zone; with ``pretend_now`` it starts there and runs on."""
    zone = knowledge.facts.seminar.zone
    if pretend_now is None:
        return lambda: datetime.now(zone)  # the one place where the time is taken
    start = pretend_now.astimezone(zone) if pretend_now.tzinfo else pretend_now.replace(tzinfo=zone)
    began = clock_time.monotonic()
    return lambda: start + timedelta(seconds=clock_time.monotonic() - began)


class Bot:
    """The desk that channels ask: the knowledge and the clock bound to the pure core."""

    def __init__(self, knowledge: Knowledge, clock: Clock, kept_days: int = 30) -> None:
        self._knowledge = knowledge
        self._clock = clock
        self._kept_days = kept_days
        self._phrases = {language: load_phrases(language) for language in knowledge.speeches}

    def ask(self, question: str, context: Context = Context(), now: datetime | None = None) -> Reply:
        """Answer a typed question."""
        return answer(question, self._knowledge, now or self._clock(), context)

    def fold(self, history: Iterable[str], now: datetime | None = None) -> Context:
        """Return the context after earlier questions, all asked at the same ``now``."""
        context = Context()
        for question in history:
            context = self.ask(question, context, now).context
        return context

    def explain(self, question: str, context: Context = Context(), now: datetime | None = None) -> tuple[str, ...]:
        """Return how a question is understood, for a person who looks into it."""
        return explain(question, self._knowledge, now or self._clock(), context)

    def choose(self, choice_id: str, context: Context = Context(), now: datetime | None = None) -> Reply:
        """Answer a pressed button."""
        return choose(choice_id, self._knowledge, now or self._clock(), context)

    def show(self, page: Page, language: Language, now: datetime | None = None) -> Reply:
        """Return the page a command leads to."""
        return show(page, self._knowledge, language, now or self._clock(), self._kept_days)

    def phrases(self, language: Language) -> Mapping[str, str]:
        """Return the fixed wordings of the channels."""
        return self._phrases[language]


def open_bot(settings: Settings) -> Bot:
    """Return the bot of the settings' knowledge folder. Raises KnowledgeError."""
    knowledge = load_knowledge(settings.knowledge_dir)
    return Bot(knowledge, make_clock(knowledge, settings.pretend_now), settings.retention_days)
