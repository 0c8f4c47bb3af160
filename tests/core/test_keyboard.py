"""What was typed in the other keyboard layout can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.keyboard import to_hangul, to_latin

HANGUL_TYPED_AS_LATIN = [
    ("qkfvywk audeks", "발표자 명단"),
    ("djswp?", "언제?"),
    ("ektl 3tl, (dhsmf)", "다시 3시, (오늘)"),
    ("Ekrgl", "딱히"),  # Shift
    ("Whkwkd", "쫘장"),
    ("rPtlsms rjt", "계시는 것"),
    ("QKFVYWK AUDEKS", "발표자 명단"),  # Caps Lock
    ("WHKWKD", "좌장"),
    ("rHC", "꽃"),  # Caps Lock and Shift
    ("RkR", "깎"),  # Shift twice, without Caps Lock
    ("dho dhl dnp dnl dml dnj dhk", "왜 외 웨 위 의 워 와"),
    ("rkqt dlfrek ekfraha", "값 읽다 닭몸"),
    ("ahrt dkswek aksgdl gkfx tkfa", "몫 앉다 많이 핥 삶"),
    ("rkRk rkrtk rkrtdk dkfrk", "가까 각사 갃아 알가"),
    ("d", "ㅇ"),
    ("hk", "ㅘ"),
    ("wwww", "ㅈㅈㅈㅈ"),
    ("발표 qkfvy 15:15 🎤", "발표 발표 15:15 🎤"),
    ("1, 2. é İ", "1, 2. é İ"),
    ("", ""),
]
LATIN_TYPED_AS_HANGUL = [
    ("졷ㄱㄷ", "where"),
    ("조두", "when"),
    ("조ㅐ ㅑㄴ 소ㄷ ㄴㅔㄷ마ㄷㄱ?", "who is the speaker?"),
    ("ㄴㅊㅗㄷ여ㅣㄷ", "schedule"),
    ("Zㅐㅐㅡ 15:15", "Zoom 15:15"),
    ("쏘ㅐ 꺄!", "Tho Ri!"),
    ("1, 2. abc 李", "1, 2. abc 李"),
    ("", ""),
]


@pytest.mark.parametrize(("typed", "meant"), HANGUL_TYPED_AS_LATIN)
def test_hangul_typed_on_the_latin_layout(typed: str, meant: str) -> None:
    assert to_hangul(typed) == meant


@pytest.mark.parametrize(("typed", "meant"), LATIN_TYPED_AS_HANGUL)
def test_latin_typed_on_the_korean_layout(typed: str, meant: str) -> None:
    assert to_latin(typed) == meant


syllables = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)
sentences = st.text(st.one_of(syllables, st.sampled_from(" ?!.,:()0123456789")), max_size=30)


@given(sentences)
def test_hangul_survives_both_ways(text: str) -> None:
    assert to_hangul(to_latin(text)) == text


@given(st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz QWERTOP.,?0123456789"), max_size=30))
def test_latin_survives_both_ways(text: str) -> None:
    assert to_latin(to_hangul(text)) == text


@given(st.text(st.characters()))
def test_any_text_is_taken(text: str) -> None:
    assert len(to_hangul(text)) <= len(text)
    assert all(not "가" <= char <= "힣" for char in to_latin(text))
