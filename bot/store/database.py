"""What everything that is kept needs: the database, who somebody is in it, and what time it is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.breaker import Breaker
from bot.store.pseudonyms import Pseudonyms


@dataclass(frozen=True, slots=True)
class Database:
    """One database under one secret; ``clock`` gives the time, aware; ``breaker`` leaves it alone while it is down."""

    engine: AsyncEngine
    pseudonyms: Pseudonyms
    clock: Callable[[], datetime]
    breaker: Breaker = field(default_factory=Breaker)

    @property
    def seconds(self) -> int:
        """The time in whole seconds since 1970."""
        return int(self.clock().timestamp())
