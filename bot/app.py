"""The bot as the commands know it: settings and files become a desk, which answers by the clock."""

import gc
import signal
import time as clock_time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, cached_property
from pathlib import Path

from bot.channels.desk import Page
from bot.core.answering import answer, in_zone
from bot.core.edition import Edition
from bot.core.explaining import explain
from bot.core.knowledge import Knowledge
from bot.core.language import Speech
from bot.core.model import Language
from bot.core.pages import choose, show
from bot.core.reply import Context, Reply
from bot.loading import Snapshot, load_facts, load_questions, take_snapshot
from bot.loading.languages import LANGUAGES, load_phrases, load_speeches, load_topics
from bot.settings import Settings
from bot.table.judging import TableScore, judge_table

END_SIGNALS = (signal.SIGINT, signal.SIGTERM)  # those that end a service

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class _Own:
    """What the bot brings along for any seminar; the topics are by name, the channels' wordings by language."""

    topics: frozenset[str]
    speeches: Mapping[Language, Speech]
    phrases: Mapping[Language, Mapping[str, str]]


@cache
def _load_own() -> _Own:
    return _Own(load_topics(), load_speeches(), {language: load_phrases(language) for language in LANGUAGES})


def load_knowledge(folder: Path) -> Knowledge:
    """Return the knowledge of a folder with its index built. Raises KnowledgeError with every problem it has."""
    gc.disable()  # all that is made here stays: searching it for garbage would take a sixth of the time
    try:
        own = _load_own()
        knowledge = Knowledge(load_facts(folder, own.topics), own.speeches)
        _ = knowledge.lexicon
    finally:
        gc.enable()
    return knowledge


def load_for_serving(folder: Path) -> Knowledge:
    """Return the knowledge of a folder with every index built, so that no question waits for one.

    Raises KnowledgeError with every problem the folder has.
    """
    knowledge = load_knowledge(folder)
    for name in [name for name, kind in vars(Knowledge).items() if isinstance(kind, cached_property)]:
        getattr(knowledge, name)
    gc.freeze()  # what is made here is never searched for garbage again, which would make one answer in many wait
    return knowledge


def describe_edition(held: Snapshot, knowledge: Knowledge) -> Edition:
    """Return what is told of the knowledge of a folder that ``held`` this, its table not asked yet."""
    edited_at = datetime.fromtimestamp(held.edited_at_seconds, knowledge.facts.seminar.zone)
    return Edition(held.version, edited_at)


def ask_table(folder: Path, knowledge: Knowledge) -> TableScore:
    """Return how the questions of a folder's own table are answered. Raises KnowledgeError for one with mistakes."""
    return judge_table(load_questions(folder, knowledge.facts.seminar), Bot(knowledge, make_clock(knowledge)))


def make_clock(knowledge: Knowledge, pretend_now: datetime | None = None) -> Clock:
    """Return the clock, in the seminar's zone; with ``pretend_now`` it starts there and runs on."""
    zone = knowledge.facts.seminar.zone
    if pretend_now is None:
        return lambda: datetime.now(zone)  # the one place where the time is taken
    start = pretend_now.astimezone(zone) if pretend_now.tzinfo else pretend_now.replace(tzinfo=zone)
    began = clock_time.monotonic()
    return lambda: start + timedelta(seconds=clock_time.monotonic() - began)


class Bot:
    """The desk that channels ask: the knowledge and the clock bound to the pure core.

    Another knowledge may take the place of the one in use at any time; a question under way ends with the one it began
    with.
    """

    def __init__(self, knowledge: Knowledge, clock: Clock, kept_days: int = 30, edition: Edition | None = None) -> None:
        self._in_use = (knowledge, edition)
        self._clock = clock
        self._kept_days = kept_days

    @property
    def knowledge(self) -> Knowledge:
        """The knowledge in use."""
        return self._in_use[0]

    def renew(self, knowledge: Knowledge, edition: Edition) -> None:
        """Answer from another knowledge from now on."""
        self._in_use = (knowledge, edition)

    def now(self) -> datetime:
        """Return the clock's time, in the seminar's zone."""
        return in_zone(self._clock(), self.knowledge)

    def ask(self, question: str, context: Context = Context(), now: datetime | None = None) -> Reply:
        """Answer a typed question."""
        return answer(question, self.knowledge, now or self._clock(), context)

    def fold(self, history: Iterable[str], now: datetime | None = None) -> Context:
        """Return the context after earlier questions, all asked of the same knowledge at the same ``now``."""
        knowledge, moment, context = self.knowledge, now or self._clock(), Context()
        for question in history:
            context = answer(question, knowledge, moment, context).context
        return context

    def explain(self, question: str, context: Context = Context(), now: datetime | None = None) -> tuple[str, ...]:
        """Return how a question is understood, for a person who looks into it."""
        return explain(question, self.knowledge, now or self._clock(), context)

    def choose(self, choice_id: str, context: Context = Context(), now: datetime | None = None) -> Reply:
        """Answer a pressed button."""
        return choose(choice_id, self.knowledge, now or self._clock(), context)

    def show(self, page: Page, language: Language, now: datetime | None = None) -> Reply:
        """Return the page a command leads to."""
        knowledge, edition = self._in_use
        return show(page, knowledge, language, now or self._clock(), self._kept_days, edition)

    def phrases(self, language: Language) -> Mapping[str, str]:
        """Return the fixed wordings of the channels."""
        return _load_own().phrases[language]


def open_bot(settings: Settings) -> Bot:
    """Return the bot of the settings' knowledge folder. Raises KnowledgeError."""
    held = take_snapshot(settings.knowledge_dir)
    knowledge = load_knowledge(settings.knowledge_dir)
    edition = describe_edition(held, knowledge)
    return Bot(knowledge, make_clock(knowledge, settings.pretend_now), settings.retention_days, edition)
