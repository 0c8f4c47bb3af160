"""A speaker who is not confirmed: no question gets more than that out of the bot."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.app import load_knowledge
from bot.core.answering import answer
from bot.core.reply import Context, Outcome
from tests.core.worlds import SEOUL

WATER = load_knowledge(Path("tests/data/water_symposium"))
NOW = datetime(2026, 10, 14, 10, tzinfo=SEOUL)


@pytest.mark.parametrize(
    "question",
    [
        "Is Ms Hoekstra definitely coming?",
        "Is Marijke Hoekstra coming?",
        "마레이커 훅스트라 오나요?",
        "훅스트라 못 오면 대타 누구임?",
        "훅스트라 발표 제목이 뭐예요?",
        "훅스트라 누구예요?",
        "7번 발표 누가 해요?",
        "Who gives talk 7?",
    ],
)
def test_whoever_asks_for_an_unconfirmed_speaker_is_told_so(question: str) -> None:
    assert answer(question, WATER, NOW, Context()).outcome is Outcome.UNCONFIRMED


def test_one_speaker_who_is_not_confirmed_hides_none_of_the_others() -> None:
    reply = answer("발표자들 누구예요?", WATER, NOW, Context())
    assert reply.outcome is Outcome.ANSWER
    assert all(name in reply.text for name in ("서이안", "마채원", "권도림", "천보미"))
    assert "훅스트라" not in reply.text
