"""Columns of a terminal: Hangul is two wide, no line is wider than it may be, and no letter is lost."""

from hypothesis import given
from hypothesis import strategies as st

from bot.impact.columns import beside, wrap
from bot.loading.excerpts import measure


def test_hangul_is_two_wide() -> None:
    assert [measure(text) for text in ("abc", "누리홀", "e\u0301", "14:10–", "（")] == [3, 6, 1, 6, 2]


def test_lines_break_between_words_and_long_words_anywhere() -> None:
    assert wrap("국토연구원 대회의실 hall", 12) == ["국토연구원", "대회의실", "hall"]
    assert wrap("a b 가나다라마바", 6) == ["a b", "가나다", "라마바"]
    assert wrap("", 6) == []


@given(st.text(alphabet="가나ab .\n\u0301", max_size=60), st.integers(2, 20))
def test_no_line_is_wider_than_its_column_and_nothing_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(measure(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_two_texts_stand_side_by_side() -> None:
    assert list(beside(["대회의실", "a b c"], ["홀"], 8)) == ["대회의실 │ 홀", "a b c    │"]
