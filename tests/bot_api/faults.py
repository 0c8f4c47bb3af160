"""Which calls go wrong, and how."""

from collections.abc import Sequence
from random import Random

from tests.bot_api.entries import Json

FAULTS = (
    "flood",
    "html",
    "unauthorized",
    "not_found",
    "truncated",
    "dropped_before",
    "dropped_after",
    "slow",
    "blocked",
)
KEYS = frozenset({"fault", "method", "chat", "calls", "probability", "seconds"})


class Rule:
    """Lets a fault befall the calls of a method (None: any) for a chat (None: any).

    Of those, the ``calls``-th ones (counted from 1), or each with a ``probability``, or, with neither, all.
    """

    __slots__ = ("_calls", "_chance", "_chat", "_method", "_probability", "_seen", "fault", "seconds")

    def __init__(self, raw: Json, chance: Random) -> None:
        if unknown := raw.keys() - KEYS:
            raise ValueError(f"a rule has no {', '.join(sorted(unknown))}; it has {', '.join(sorted(KEYS))}")
        if raw.get("fault") not in FAULTS:
            raise ValueError(f"there is no fault {raw.get('fault')!r}; there are {', '.join(FAULTS)}")
        self.fault: str = raw["fault"]
        self.seconds = float(raw.get("seconds", 1))
        self._method = raw["method"].lower() if raw.get("method") else None
        self._chat: int | None = raw.get("chat")
        self._calls = frozenset(raw["calls"]) if raw.get("calls") else None
        self._probability = float(raw.get("probability", 1))
        self._chance = chance
        self._seen = 0

    def hits(self, method: str, chat: int | None) -> bool:
        """Count a call (its method in lower case) and return whether the fault befalls it."""
        if self._method not in (None, method) or self._chat not in (None, chat):
            return False
        self._seen += 1
        is_meant = self._calls is None or self._seen in self._calls
        return self._chance.random() < self._probability and is_meant


class Faults:
    """The rules; each has a chance of its own, so that one changes nothing for another."""

    def __init__(self, rules: Sequence[Json] = (), seed: int = 0) -> None:
        """Raises ValueError for a rule that cannot be understood."""
        self._rules = [Rule(raw, Random(f"{seed}/{number}")) for number, raw in enumerate(rules)]  # noqa: S311

    def pick(self, method: str, chat: int | None) -> Rule | None:
        """Return the first rule that hits a call (its method in lower case); all of them count it."""
        hits = [rule for rule in self._rules if rule.hits(method, chat)]
        return hits[0] if hits else None
