"""Figures of a benchmark: percentiles by nearest rank, growth as a power, bars that tell whether they are met."""

import pytest

from tools.figures import Bar, growth, percentile, sum_up


@pytest.mark.parametrize(
    ("values", "share", "found"),
    [
        ([7.0], 0.5, 7.0),
        ([7.0], 0.99, 7.0),
        ([3.0, 1.0, 2.0], 0.5, 2.0),
        ([4.0, 1.0, 3.0, 2.0], 0.5, 2.0),
        ([4.0, 1.0, 3.0, 2.0], 0.0, 1.0),
        ([float(n) for n in range(1, 101)], 0.99, 99.0),
        ([float(n) for n in range(1, 1001)], 0.99, 990.0),
    ],
)
def test_a_percentile_is_one_of_the_values(values: list[float], share: float, found: float) -> None:
    assert percentile(values, share) == found


def test_no_values_have_no_percentile() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.5)


def test_figures_tell_the_worst_apart_from_the_usual() -> None:
    figures = sum_up([1.0] * 98 + [5.0, 90.0])
    assert (figures.count, figures.median, figures.p99, figures.most) == (100, 1.0, 5.0, 90.0)


@pytest.mark.parametrize(
    ("small", "large", "power"),
    [((100, 2.0), (1000, 2.0), 0.0), ((100, 2.0), (1000, 20.0), 1.0), ((10, 1.0), (1000, 10_000.0), 2.0)],
)
def test_growth_is_the_power_of_the_size(small: tuple[int, float], large: tuple[int, float], power: float) -> None:
    assert growth(small, large) == pytest.approx(power)


@pytest.mark.parametrize(("measured", "verdict"), [(0.79, "met"), (0.8, "met"), (0.81, "MISSED")])
def test_a_bar_says_whether_it_is_met(measured: float, verdict: str) -> None:
    assert str(Bar("median", measured, 0.8, "ms")).split()[0] == verdict
