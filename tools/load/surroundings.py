"""What a bot under load is told by its environment: the same names that ``serve`` reads."""

import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Surroundings:
    """``api_url`` is the Bot API server's, ``port`` of the loopback is where updates come in."""

    token: str
    api_url: str
    port: int
    database_url: str
    pretend_now: str


def read_surroundings() -> Surroundings:
    """Return them. Raises KeyError for a name that is missing."""
    return Surroundings(
        token=os.environ["TELEGRAM_BOT_TOKEN"],
        api_url=os.environ["TELEGRAM_API_BASE_URL"],
        port=int(os.environ["PORT"]),
        database_url=os.environ["DATABASE_URL"],
        pretend_now=os.environ["PRETEND_NOW"],
    )
