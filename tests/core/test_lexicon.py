"""Wordings are found exactly, by a slip or two, and by their initial consonants."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.language import Part, Sense, Word
from bot.core.lexicon import Lexicon, is_alike, is_plain_slip, merge_words
from bot.core.text import to_jamo
from tests.core.worlds import real_knowledge

LEXICON = real_knowledge().lexicon


def make_word(text: str, kind: str = "ask", part: Part = Part.NOUN) -> Word:
    return Word(to_jamo(text), text, part, frozenset([Sense(kind, text)]))


def test_every_word_that_starts_at_a_place_is_found() -> None:
    lexicon = Lexicon([make_word("발표"), make_word("발표자"), make_word("표")])
    line = to_jamo("발표자는")
    assert [(end, word.text) for end, word in lexicon.starting_at(line, 0)] == [(5, "발표"), (7, "발표자")]
    assert [word.text for _, word in lexicon.starting_at(line, 3)] == ["표"]
    assert list(lexicon.starting_at(line, 5)) == []
    assert list(lexicon.starting_at("", 0)) == []


def test_words_of_one_form_and_part_join_their_senses() -> None:
    (word,) = merge_words([make_word("사회", "ask"), make_word("사회", "role")])
    assert word.senses == {Sense("ask", "사회"), Sense("role", "사회")}
    assert len(merge_words([make_word("사회"), make_word("사회", part=Part.FILLER)])) == 2


def test_every_word_is_found_where_it_stands() -> None:
    for word in LEXICON:
        assert any(found == word for end, found in LEXICON.starting_at(word.form, 0) if end == len(word.form))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("좌쟝", "좌장"), ("류식", "휴식"), ("발펴자", "발표자"), ("윤정난", "윤정란"), ("세미너", "세미나"),
     ("발표쟈", "발표자"), ("scheduel", "schedule"), ("spekaer", "speaker"), ("보도싯점", "보도시점")],
)  # fmt: skip
def test_a_slip_or_two_are_forgiven(typed: str, meant: str) -> None:
    assert meant in [near.word.text for near in LEXICON.near(to_jamo(typed))]


@pytest.mark.parametrize("typed", ["가", "발표자", "쿼카", "ab", "x", ""])
def test_what_is_right_or_far_off_has_no_near_word_of_no_slips(typed: str) -> None:
    assert all(0 < near.slips <= 2 for near in LEXICON.near(to_jamo(typed)))


def test_short_words_are_not_guessed() -> None:
    lexicon = Lexicon([make_word("표"), make_word("when"), make_word("start")])
    assert lexicon.near(to_jamo("펴")) == []
    assert lexicon.near("whem") == []
    assert [near.word.text for near in lexicon.near("starts")] == ["start"]


@settings(deadline=None)
@given(st.text(st.characters(), max_size=20))
def test_the_nearest_come_first(typed: str) -> None:
    slips = [near.slips for near in LEXICON.near(to_jamo(typed))]
    assert slips == sorted(slips)


@pytest.mark.parametrize(
    ("letters", "meant"), [("ㅂㅍㅈ", "발표자"), ("ㅈㅈ", "좌장"), ("ㅅㄱㅍ", "시간표"), ("ㄱㅎㅅ", "강현수")]
)
def test_initial_consonants_name_a_word(letters: str, meant: str) -> None:
    assert LEXICON.by_initials(letters)[0].text == meant


def test_initial_consonants_of_nothing_name_nothing() -> None:
    assert not LEXICON.by_initials("ㅃㅉㄸㄲ")
    assert not LEXICON.by_initials("")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("\u1100", "\u11a8", True),  # the same consonant before and after a vowel
        ("\u1100", "\u1101", True),  # ㄱ ㄲ sound alike
        ("\u1167", "\u1169", True),  # ㅕ ㅗ lie side by side
        ("\u1167", "\u1173", False),  # ㅕ ㅡ
        ("\u1105", "\u1112", True),  # ㄹ ㅎ as well
        ("\u1107", "\u1112", False),  # ㅂ ㅎ do neither
        ("a", "a", True),
        ("a", "b", False),
    ],
)
def test_jamo_are_alike_by_sound_or_by_place(one: str, other: str, alike: bool) -> None:
    assert is_alike(one, other) is alike
    assert is_alike(other, one) is alike


@pytest.mark.parametrize(
    ("typed", "form", "plain"),
    [("류식", "휴식", True), ("좌쟝", "좌장", True), ("보식", "휴식", False), ("발표", "발표자", True)],
)
def test_a_plain_slip_is_one_of_fingers_or_ears(typed: str, form: str, plain: bool) -> None:
    assert is_plain_slip(to_jamo(typed), to_jamo(form)) is plain
