"""Plain questions in many words, of every seminar at hand: what was reached is held (see ``tools/ways``)."""

from collections import Counter

import pytest

from bot.core.model import Language
from tools.ways.__main__ import WAYS, ask_drawn, find_folders, make_askers, report
from tools.ways.filling import read_ways

TIMES = 2  # how often each way is filled; `make evaluate-ways` fills them oftener
SEED = 7


@pytest.mark.parametrize(("language", "least_right", "most_wrong"), [("ko", 0.975, 0.015), ("en", 0.96, 0.03)])
def test_plain_questions_are_answered_truly_in_many_words(
    language: Language, least_right: float, most_wrong: float
) -> None:
    asked = list(ask_drawn(read_ways(WAYS / f"{language}.tsv", language), make_askers(find_folders()), TIMES, SEED))
    counts = Counter(one.verdict for one in asked)
    assert len(asked) > 1300, "hardly anything was asked"
    assert counts["right"] >= least_right * len(asked), report(asked, 1)
    assert counts["wrong"] <= most_wrong * len(asked), report(asked, 1)
