"""Text is brought to one form, whatever it was typed with."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.text import carried_over, has_hangul, initials_of, is_syllable, letter_of, normalise, to_jamo

FORMS = [
    (unicodedata.normalize("NFD", "발표자 누구예요?"), "발표자 누구예요?"),  # a Mac
    ("ＫＴＸ　１５：１５", "ktx 15:15"),
    ("Ｗｉ－Ｆｉ", "wi-fi"),
    ("발\u200b표\u200d자\ufeff\u2060", "발표자"),
    ("발\u3164표\u115f자\uffa0", "발표자"),
    ("언제\x00해요", "언제 해요"),
    ("\x00", ""),
    ("누구\ud83d", "누구"),
    ("\udfff\ud800", ""),
    ("\u202e발표\u202c \u200f언제", "발표 언제"),
    ("발표🎤 언제", "발표🎤 언제"),
    ("❤\ufe0f", "❤"),
    ("ㅂㅍㅈ ㅏㅑ ㄳ", "ㅂㅍㅈ ㅏㅑ ㄳ"),
    ("ﾡﾢﾲ", "ㄱㄲㅂ"),  # half-width letters
    ("\u1107\u1111\u110c", "ㅂㅍㅈ"),  # lone initials of a decomposing input
    ("\u1107\u200b\u1161\u11af", "발"),  # jamo with something invisible between them
    ("㉠㉮㈜①Ⅱ", "ㄱ가(주)1ii"),
    ("발\u0301표\u0336", "발표"),
    ("n\u0336o\u0332w", "now"),
    ("cafe\u0301", "café"),
    ("١٥:١٥ ๒번", "15:15 2번"),
    ("İstanbul ﬁn", "istanbul fin"),
    ("don’t `who´", "don't 'who'"),
    (" 발표 \t\n 언제\u00a0\u3000", "발표 언제"),
    ("MOLIT–KRIHS · 「토론」", "molit–krihs · 「토론」"),
    ("", ""),
]


@pytest.mark.parametrize(("typed", "plain"), FORMS)
def test_every_form_becomes_one(typed: str, plain: str) -> None:
    assert normalise(typed) == plain


anything = st.text(st.characters())  # lone surrogates and NUL included


@given(anything)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(anything)
def test_nothing_invisible_remains(text: str) -> None:
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Mn", "Me") for char in normalise(text))


def test_every_character_is_taken() -> None:
    plain = normalise(" ".join(map(chr, range(0x110000))))
    assert normalise(plain) == plain


@given(anything)
def test_composed_and_decomposed_text_is_the_same(text: str) -> None:
    assert normalise(unicodedata.normalize("NFD", text)) == normalise(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("text", "jamo"),
    [("발표 1", "\u1107\u1161\u11af\u1111\u116d1"), ("a-b", "ab"), ("ㅂㅍ", "ㅂㅍ"), ("?!", ""), ("", "")],
)
def test_letters_and_digits_alone_become_jamo(text: str, jamo: str) -> None:
    assert to_jamo(text) == jamo


@pytest.mark.parametrize(
    ("text", "initials"), [("발표자", "ㅂㅍㅈ"), ("쉬는 시간", "ㅅㄴㅅㄱ"), ("2번째", "2ㅂㅉ"), ("", "")]
)
def test_initials_are_the_letters_one_types(text: str, initials: str) -> None:
    assert initials_of(text) == initials


@pytest.mark.parametrize(
    ("jamo", "letter"),
    [("\u1107", "ㅂ"), ("\u11b8", "ㅂ"), ("\u1161", "ㅏ"), ("\u11aa", "ㄳ"), ("a", "a"), ("발", "발")],
)
def test_initials_and_finals_of_a_sound_are_one_letter(jamo: str, letter: str) -> None:
    assert letter_of(jamo) == letter


@pytest.mark.parametrize(("text", "expected"), [("발표", True), ("ㅂㅍ", True), ("KTX 15:15", False), ("", False)])
def test_hangul_is_told_from_the_rest(text: str, expected: bool) -> None:
    assert has_hangul(text) is expected
    assert is_syllable("힣")
    assert not is_syllable("ㅎ")


@pytest.mark.parametrize(("typed", "heard"), [("멕아시티", "메가시티"), ("발표", "발표"), ("방에", "방에"), ("", "")])
def test_a_final_before_a_vowel_is_heard_with_it(typed: str, heard: str) -> None:
    assert carried_over(to_jamo(typed)) == to_jamo(heard)
