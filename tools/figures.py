"""Figures of a benchmark: what many measured times come to, and the bars they are held against."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, log10


@dataclass(frozen=True, slots=True)
class Figures:
    """What many times come to, in milliseconds."""

    count: int
    median: float
    p99: float
    most: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure and the most it should be."""

    name: str
    measured: float
    most: float
    unit: str

    @property
    def is_met(self) -> bool:
        """Whether the figure is within the bar."""
        return self.measured <= self.most

    def __str__(self) -> str:
        verdict = "met   " if self.is_met else "MISSED"
        return f"{verdict} {self.name}: {self.measured:.2f} {self.unit}, at most {self.most:g} {self.unit}"


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest of ``values`` (at least one) that ``share`` (0 to 1) of them do not exceed: nearest rank."""
    if not values:
        raise ValueError("no values have no percentile")
    return sorted(values)[max(ceil(share * len(values)), 1) - 1]


def sum_up(milliseconds: Sequence[float], most: float | None = None) -> Figures:
    """Return the figures of at least one measured time; ``most`` where more than these were measured."""
    return Figures(
        count=len(milliseconds),
        median=percentile(milliseconds, 0.5),
        p99=percentile(milliseconds, 0.99),
        most=max(milliseconds) if most is None else most,
    )


def growth(small: tuple[int, float], large: tuple[int, float]) -> float:
    """Return the power of the size (two sizes, each with its cost) that the cost grows by: 0 not at all, 1 evenly."""
    return log10(large[1] / small[1]) / log10(large[0] / small[0])
