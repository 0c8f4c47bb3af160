"""A moment as the commands, the tables, the page and the settings give it."""

import pytest

from bot.core.isotime import read_moment


@pytest.mark.parametrize("text", ["2020-09-25", "2020-09-25 14:22", "2020-09-25T14:22:00.5", "2020-09-25T05:22Z"])
def test_a_moment_is_any_iso_time(text: str) -> None:
    assert read_moment(text).year == 2020


@pytest.mark.parametrize("text", ["", "noon", "25.9.2020", "2020-13-01", "1899-12-31T23:59", "2200-01-01"])
def test_anything_else_is_refused_with_what_it_was(text: str) -> None:
    with pytest.raises(ValueError, match="is not a time") as refused:
        read_moment(text)
    assert repr(text) in str(refused.value)
