"""What is counted of Telegram, for whoever watches the service."""

from collections import Counter
from dataclasses import dataclass, field

from telegram.error import TelegramError


@dataclass(frozen=True, slots=True)
class Tallies:
    """Counts since the start. Errors go by the name of their kind."""

    updates: Counter[str] = field(default_factory=Counter)  # by what came of them
    errors: Counter[str] = field(default_factory=Counter)  # every failed call
    sent_again: Counter[str] = field(default_factory=Counter)  # calls tried once more, by why
    failed: Counter[str] = field(default_factory=Counter)  # replies given up, by why


def kind_of(error: BaseException) -> str:
    """Return the name of an error's kind; all that Telegram does not cause are one."""
    return type(error).__name__ if isinstance(error, TelegramError) else "internal"
