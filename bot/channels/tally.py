"""What a channel may have counted. ``bot/service.py`` hands every channel a tally; tests hand it a stand-in."""

from typing import Protocol


class WebTally(Protocol):
    """Counts for the web channel, which also tells what all channels counted."""

    def count_request(self, status: int) -> None:
        """Count a request by its HTTP status."""

    def render(self) -> bytes:
        """Return everything counted in Prometheus' text format 0.0.4."""


class TelegramTally(Protocol):
    """Counts for the Telegram channel. Labels are few, and name nobody: an error's class, a word of the code."""

    def count_update(self, result: str) -> None:
        """Count an update by what came of it."""

    def count_passed_over(self) -> None:
        """Count a message or a press that was not answered, for its sender asks too much."""

    def count_error(self, kind: str) -> None:
        """Count an error of the Bot API by its kind."""

    def count_failed_reply(self, kind: str) -> None:
        """Count a reply that did not go out by the kind of the error."""

    def count_reply_sent_again(self, reason: str) -> None:
        """Count a reply that was sent once more, and why."""
