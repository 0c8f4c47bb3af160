"""Particles fit the word before them as it is spoken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.particles import fit_particles

FORMS = ("은(는)", "이(가)", "을(를)", "과(와)", "이(라)", "이(었)", "(으)로", "(이)며")
AFTER_CONSONANT = ("은", "이", "을", "과", "이라", "이었", "으로", "이며")
AFTER_VOWEL = ("는", "가", "를", "와", "라", "였", "로", "며")
CONSONANTS = [
    "윤정란", "김은란", "국토연구원", "토론", "점심", "휴식", "2층", "A동", "꽃", "값",
    "0", "10", "100", "1,000", "10000", "3", "6", "13", "2020", "2020년", "14:05", "16:10", "9:30", "10분",
    "30kg", "200 g", "③", "발제 3", "발표 10",
    "LHI 연구원", "MOLIT–KRIHS 토론", "KEM", "DMN",
    "Zoom", "Park", "Kim", "Yang", "Yoon Jeong-ran", "seminar room", "Discussion", "Session", "Baek", "Seok", "Kwak",
    "Jack", "Eric", "Facebook", "internet", "Web", "online", "name", "New York", "Lim",
    "토지주택연구원(LHI)", "윤정란 수석연구원 (토지주택연구원(LHI))",
    "「토론」", "‘세미나장’", "“종합 토론(40분)”", "토론?", "(가칭)",
]  # fmt: skip
LIQUIDS = [
    "이철", "서울", "1", "7", "8", "21", "2008", "발제 1", "9월 30일", "9월 30일(수)", "1일", "①", "B1", "HTML", "PR",
    "Paul", "Google", "Seoul", "hotel", "people", "file", "Title", "대회의실", "「누리홀」", "서울(본관)",
]  # fmt: skip
VOWELS = [
    "이관후", "양철수", "강현수", "세미나", "3번째", "제3회", "좌장의", "2", "4", "5", "9", "2025",
    "14:00", "9:00", "10km", "5 m", "50%",
    "LHI", "KTX", "KRIHS", "MOLIT", "TV", "Q&A", "R&D", "MC", "5G", "Wi-Fi", "YTN 뉴스",
    "Whitfield", "Lee", "Lee Kwan-hu", "seminar", "Break", "desk", "network", "Smith", "Conference", "University",
    "Greetings",
    "President", "website", "José", "강현수(원장)", "「메가시티」", "‘동상권 메가시티’", "📣", "", " ", "(", "()",
]  # fmt: skip


@pytest.mark.parametrize("word", CONSONANTS)
def test_after_a_consonant(word: str) -> None:
    assert [fit_particles(word + form) for form in FORMS] == [word + form for form in AFTER_CONSONANT]


@pytest.mark.parametrize("word", LIQUIDS)
def test_after_an_l_the_direction_takes_no_vowel(word: str) -> None:
    assert fit_particles(f"{word}은(는) {word}(으)로") == f"{word}은 {word}로"


@pytest.mark.parametrize("word", VOWELS)
def test_after_a_vowel(word: str) -> None:
    assert [fit_particles(word + form) for form in FORMS] == [word + form for form in AFTER_VOWEL]


def test_every_particle_of_a_sentence_is_settled_by_its_own_word() -> None:
    typed = "‘LH’이(가) 아니라 토지주택연구원(LHI)이(라), 발제 1과(와) 발제 2을(를) 이관후(으)로 이해했습니다."
    said = "‘LH’가 아니라 토지주택연구원(LHI)이라, 발제 1과 발제 2를 이관후로 이해했습니다."
    assert fit_particles(typed) == said


@pytest.mark.parametrize(
    "wording", ["폐회(기념사진 촬영 등 포함)", "9월 25일(금)", "은는이가", "(이)란", "", "Break (10 min)"]
)
def test_a_wording_without_marks_stays(wording: str) -> None:
    assert fit_particles(wording) == wording


pieces = st.one_of(st.sampled_from(FORMS), st.sampled_from("이가(는)으 A1"), st.text(st.characters(), max_size=5))


@given(st.lists(pieces, max_size=12).map("".join))
def test_no_mark_ever_remains(wording: str) -> None:
    assert not any(form in fit_particles(wording) for form in FORMS)


@given(st.text(st.characters()).filter(lambda text: not any(form in text for form in FORMS)))
def test_nothing_else_is_touched(wording: str) -> None:
    assert fit_particles(wording) == wording
