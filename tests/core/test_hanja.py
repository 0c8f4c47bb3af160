"""Chinese characters in a question: each has its readings, and a question that holds some is read in Hangul."""

import re
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.answering import answer
from bot.core.hanja import as_initial, has_hanja, read_hanja
from bot.core.reply import Context, Outcome
from bot.core.text import is_syllable, normalise
from bot.loading.languages import LANGUAGE_DIR
from bot.loading.words import load_mapping
from tests.core.worlds import NOW, real_knowledge

READINGS = real_knowledge().hanja
TREE = {reading: str(found) for reading, found in load_mapping(LANGUAGE_DIR / "ko" / "hanja.yaml").items()}
CHARACTERS = "".join(sorted(READINGS))


def test_there_are_the_characters_of_names_and_meetings() -> None:
    assert len(READINGS) > 1500
    assert all(map(is_syllable, chain.from_iterable(TREE)))
    assert all(len(set(found)) == len(found) for found in TREE.values())


def test_every_character_is_written_as_a_question_brings_it() -> None:
    assert [char for char in READINGS if normalise(char) != char or not has_hanja(char)] == []


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("座長", "좌장"),
        ("慶南硏究院", "경남연구원"),
        ("李 위원", "이 위원"),
        ("金 과장", "김 과장"),
        ("韓國勞動硏究院", "한국노동연구원"),
        ("討論", "토론"),
        ("論議", "논의"),
        ("女性", "여성"),
        ("2020年 9月", "2020년 9월"),
        ("토지주택硏", "토지주택연구원"),
        ("國土硏", "국토연"),
        ("会場", "회장"),
        ("发表", "발표"),
        ("李", "이"),
    ],
)
def test_characters_are_read(typed: str, read: str) -> None:
    assert read in read_hanja(typed, READINGS)


@pytest.mark.parametrize(
    ("syllable", "initial"),
    [("리", "이"), ("녀", "여"), ("로", "노"), ("률", "율"), ("래", "내"), ("닉", "익"), ("국", "국")],
)
def test_the_first_sound_of_a_word(syllable: str, initial: str) -> None:
    assert as_initial(syllable) == initial


@given(st.text(alphabet=CHARACTERS + "가나 9a.哪", max_size=12))
def test_reading_leaves_everything_else(text: str) -> None:
    rest = [char for char in text if char not in READINGS]
    readings = list(read_hanja(text, READINGS))
    assert 0 < len(readings) <= 12
    assert len(set(readings)) == len(readings)
    for read in readings:
        assert not any(char in READINGS for char in read)
        assert re.search(".*".join(map(re.escape, rest)), read)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("座長 누구", "강현수"),
        ("慶南硏究院 發表 題目", "메가시티"),
        ("토지주택硏 발제자 이름", "윤정란"),
        ("時間과 場所를 알려주십시오", "대회의실"),
        ("金은란 위원 직함", "연구위원"),
        ("大邱-光州 發題 누구", "양철수"),
        ("동남圈 메가시티 발제자", "이관후"),
        ("엠바고 解除 時點", "11:00"),
    ],
)
def test_a_question_in_characters_is_answered(question: str, text: str) -> None:
    reply = answer(question, real_knowledge(), NOW, Context())
    assert reply.outcome is Outcome.ANSWER
    assert text in " ".join(reply.lines)


@pytest.mark.parametrize("question", ["哪里", "會長 財産", "離婚 事由"])
def test_characters_about_something_else_are_refused(question: str) -> None:
    assert answer(question, real_knowledge(), NOW, Context()).outcome is not Outcome.ANSWER
