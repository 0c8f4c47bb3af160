"""Spaces, layouts and encodings: what they change, and that nothing else does."""

import unicodedata
from itertools import pairwise

from hypothesis import given

from bot.core.keyboard import to_hangul
from tests.tools.questions import draw, questions, seeds
from tools.encodings import decompose, widen
from tools.layouts import type_latin, type_latin_with_caps_lock
from tools.spacing import insert_space, move_space, remove_spaces
from tools.syllables import HANGUL, LONG_WORD


@given(questions, seeds)
def test_without_spaces_the_letters_stay(question: str, seed: int) -> None:
    joined = remove_spaces(question, draw(seed))
    if joined is not None:
        assert "".join(joined.split()) == "".join(question.split())
        assert not any(HANGUL.match(a) and b == " " for a, b in pairwise(joined))


def test_spaces_between_digits_or_latin_words_stay() -> None:
    assert remove_spaces("PPT 3 은 어디", draw(1)) == "PPT 3은어디"


@given(questions, seeds)
def test_an_inserted_space_parts_one_word(question: str, seed: int) -> None:
    spaced = insert_space(question, draw(seed))
    assert (spaced is None) == (LONG_WORD.search(question) is None)
    if spaced is not None:
        at = next(at for at, (a, b) in enumerate(zip(spaced, question, strict=False)) if a != b)
        assert spaced[:at] + spaced[at + 1 :] == question
        assert spaced[at] == " "
        assert HANGUL.match(spaced[at - 1])
        assert HANGUL.match(spaced[at + 1])


@given(questions, seeds)
def test_a_moved_space_stands_one_syllable_aside(question: str, seed: int) -> None:
    moved = move_space(question, draw(seed))
    if moved is not None:
        assert len(moved) == len(question)
        assert moved.replace(" ", "") == question.replace(" ", "")
        first, second = (at for at, (a, b) in enumerate(zip(moved, question, strict=True)) if a != b)
        assert second == first + 1
        assert all(HANGUL.match(char) or char == " " for char in moved[first : second + 1])


@given(questions, seeds)
def test_the_other_layout_is_typed_with_the_same_keys(question: str, seed: int) -> None:
    typed = type_latin(question, draw(seed))
    locked = type_latin_with_caps_lock(question, draw(seed))
    assert (typed is None) == (locked is None) == (HANGUL.search(question) is None)
    if typed is not None and locked is not None:
        assert not HANGUL.search(typed)
        assert locked.swapcase() == typed


def test_the_other_layout_can_be_typed_back() -> None:
    typed = type_latin("발표자가 누구예요?", draw(1))
    assert typed == "qkfvywkrk snrndPdy?"
    assert to_hangul(typed) == "발표자가 누구예요?"


@given(questions, seeds)
def test_another_encoding_is_the_same_text(question: str, seed: int) -> None:
    decomposed, wide = decompose(question, draw(seed)), widen(question, draw(seed))
    assert (decomposed is None) == (HANGUL.search(question) is None)
    if decomposed is not None:
        assert decomposed != question
        assert unicodedata.normalize("NFC", decomposed) == question
    if wide is not None:
        assert not any("!" <= char <= "~" or char == " " for char in wide)
        assert [unicodedata.normalize("NFKC", char) for char in wide if not _is_jamo(char)] == [
            char for char in question if not _is_jamo(char)
        ]


def _is_jamo(char: str) -> bool:
    return "ㄱ" <= char <= "ㆎ"
