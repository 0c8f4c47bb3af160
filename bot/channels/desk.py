"""What a channel may ask of the bot. ``bot/app.py`` hands every channel a desk; tests hand it a stand-in."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Literal, Protocol

from bot.core.model import Language
from bot.core.reply import Context, Reply

Page = Literal[
    "start", "help", "now", "schedule", "speakers", "press", "contact", "privacy", "status", "text_only", "forgotten",
    "not_forgotten",
]  # fmt: skip


class Desk(Protocol):
    """Answers, at ``now`` (an aware time, or a naive one of the seminar's zone) or, without it, at the clock's time."""

    def ask(self, question: str, context: Context = Context(), now: datetime | None = None) -> Reply:
        """Answer a typed question."""

    def fold(self, history: Iterable[str], now: datetime | None = None) -> Context:
        """Return the context after earlier questions (oldest first), all asked anew at the same ``now``."""

    def choose(self, choice_id: str, context: Context = Context(), now: datetime | None = None) -> Reply:
        """Answer a pressed button; an id that the knowledge no longer knows gets a reply that says so."""

    def show(self, page: Page, language: Language, now: datetime | None = None) -> Reply:
        """Return one of the fixed pages that commands lead to; ``start`` carries the buttons of the main menu."""

    def phrases(self, language: Language) -> Mapping[str, str]:
        """Return the fixed wordings of the channels by key: ``web.yaml`` and ``telegram.yaml`` of a language."""
