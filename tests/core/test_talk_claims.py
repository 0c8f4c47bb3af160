"""Yes or no to what is claimed of one talk: its room, who gives it, of what body all speakers are."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.app import load_knowledge
from bot.core.answering import answer
from bot.core.reply import Context
from tests.core.worlds import SEOUL, real_knowledge

PORT = load_knowledge(Path("tests/data/port_conference"))
NOW = datetime(2024, 10, 16, 10, tzinfo=SEOUL)


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("세 번째 발표 하는 데가 2층 오동홀임?", "네"),
        ("세 번째 발표 하는 데가 2층 돌산홀임?", "아니요"),
        ("서유경 교수 발표는 2층 오동홀에서 하나요?", "아니요"),
        ("2층 돌산홀로 가면 서유경 교수 발표 들을 수 있죠?", "네"),
        ("I was told that talk 3 is in Odong Hall, 2nd floor. Is that correct?", "Yes"),
        ("Can you confirm that talk 3 takes place in Dolsan Hall, 2nd floor?", "No"),
    ],
)
def test_the_room_of_a_talk_is_confirmed_or_denied(question: str, opening: str) -> None:
    assert answer(question, PORT, NOW, Context()).text.startswith(opening)


@pytest.mark.parametrize("question", ["발표자 넷 다 국토연구원 사람이에요?", "Are all speakers from KRIHS?"])
def test_a_claim_about_all_speakers_is_judged_by_all(question: str) -> None:
    reply = answer(question, real_knowledge(), datetime(2020, 9, 24, 15, tzinfo=SEOUL), Context())
    assert reply.text.startswith(("아니요", "No"))
    assert "LHI" in reply.text


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("휴식 전에 메가시티 발표하나요", "네. 휴식 전"),
        ("메가시티 발표가 휴식 전이에요 후예요", "휴식 전"),
        ("메가시티 발표는 휴식 전에 하나요 후에 하나요", "휴식 전"),
        ("메가시티는 휴식 끝나고 하나요", "아니요. 휴식 전"),
        ("이관후 박사 발표가 휴식 전이죠?", "네. 휴식 전"),
        ("does the mega city talk come before the break?", "Yes. Before"),
        ("is the megacity talk before the break?", "Yes. Before"),
        ("is the megacity talk after the break?", "No. Before"),
        ("is the megacity talk before or after the break?", "Before"),
    ],
)
def test_a_talk_is_before_or_after_a_row_by_the_times_announced(question: str, opening: str) -> None:
    text = answer(question, real_knowledge(), datetime(2020, 9, 24, 15, tzinfo=SEOUL), Context()).text
    assert text.startswith(opening), text
    assert "14:10–15:10" in text
    assert "15:10–15:20" in text


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("휴식 전에 발표 몇개 해요", "발표는 4개입니다."),
        ("휴식 후에 발표 몇 개 있어요", "발표는 0개입니다."),
        ("how many talks are there before the break?", "There are 4 talks."),
        ("휴식 전 마지막 발표가 뭐예요", "4. 대구-광주"),  # the one before it, as ever
    ],
)
def test_talks_before_a_row_are_counted(question: str, opening: str) -> None:
    text = answer(question, real_knowledge(), datetime(2020, 9, 24, 15, tzinfo=SEOUL), Context()).text
    assert text.startswith(opening), text
