"""Two inflections of a word share a bare form; two words that only begin alike do not."""

import pytest

from bot.core.passages import Passages
from bot.core.stems import stems_of
from tests.core.worlds import real_knowledge

SAME = [
    ("줄였대요", "줄인"),
    ("고쳤다고", "고쳐"),
    ("떠났다는", "떠난"),
    ("멈추자는", "멈추는"),
    ("정책화하겠다고", "정책화"),
    ("기상청이랑", "기상청"),
    ("towns", "town"),
    ("draining", "drained"),
    ("cities", "city"),
]
DIFFERENT = [("지역", "지연"), ("인구", "인근"), ("산업", "산재"), ("station", "state")]


def passages() -> Passages:
    return real_knowledge().passages


@pytest.mark.parametrize(("one", "other"), SAME)
def test_inflections_share_a_form(one: str, other: str) -> None:
    endings = passages().endings
    assert stems_of(one, endings) & stems_of(other, endings)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_other_words_share_none(one: str, other: str) -> None:
    endings = passages().endings
    assert not stems_of(one, endings) & stems_of(other, endings)
