"""What noise is tried on: questions of the table, and any line of words, digits, marks and blanks."""

import json
from functools import cache
from pathlib import Path
from random import Random

from hypothesis import strategies as st

TABLE = Path(__file__).parents[1] / "data" / "questions.jsonl"


@cache
def table_questions() -> tuple[str, ...]:
    """Return the Korean questions of the project's table."""
    rows = [json.loads(line) for line in TABLE.read_text(encoding="utf-8").splitlines()]
    return tuple(row["q"] for row in rows if row["lang"] == "ko")


def draw(seed: int) -> Random:
    """Return the source of chance of a seed."""
    return Random(seed)  # noqa: S311 (no secret)


_pieces = st.one_of(
    st.text(st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣")), min_size=1, max_size=5),
    st.sampled_from(
        [" ", "?", "!", ", ", "15", "SOC", "ㅠㅠ", "ㅂㅍㅈ", "~", "(", "발표자", "누구예요", "에서", "나요"]
    ),
)
questions = st.one_of(st.sampled_from(table_questions()), st.lists(_pieces, max_size=8).map("".join))
seeds = st.integers(min_value=0, max_value=2**32)
