"""Where updates are delivered: to the registered address, or to several as a balancer in front of them would."""

from collections.abc import Sequence
from random import Random

ORDERS = ("round_robin", "random")


class Targets:
    """Addresses, each the first choice in its turn or by chance."""

    def __init__(self, urls: Sequence[str] = (), order: str = "round_robin", seed: int = 0) -> None:
        """Raises ValueError for an order that there is not."""
        if order not in ORDERS:
            raise ValueError(f"there is no order {order!r}; there are {', '.join(ORDERS)}")
        self._urls = tuple(urls)
        self._chance = Random(seed) if order == "random" else None  # noqa: S311
        self._turn = -1

    def choose(self, registered: str, avoided: str | None) -> list[str]:
        """Return the addresses in the order they are to be tried in; the avoided one comes last."""
        if not self._urls:
            return [registered]
        self._turn += 1
        first = self._chance.randrange(len(self._urls)) if self._chance else self._turn % len(self._urls)
        return sorted(self._urls[first:] + self._urls[:first], key=lambda url: url == avoided)
