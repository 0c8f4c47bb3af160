"""Words that were only put together from pieces explain nothing."""

import pytest

from bot.core.doubts import patched
from bot.core.repair import understand
from tests.core.worlds import real_knowledge

LEXICON = real_knowledge().lexicon


@pytest.mark.parametrize(
    ("question", "pieces"),
    [("남지웅 교수님", ["남"]), ("오콜 발표", ["오"]), ("그거 뭐더라", []), ("저는 발표자", []),
     ("둘 중 누구", []), ("아시는 분", []), ("", [])],
)  # fmt: skip
def test_a_word_of_pieces_is_told_from_a_word(question: str, pieces: list[str]) -> None:
    reading = understand(question, LEXICON, lambda _: ()).parse
    assert [token.typed for token in patched(reading)] == pieces
