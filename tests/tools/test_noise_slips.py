"""Slips: how many letters change, and what never changes."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from bot.core.text import letter_of, to_jamo
from tests.tools.questions import draw, questions, seeds
from tools.slips import add_finals, hear_consonants, hear_vowels, hit_neighbours, miss_finals, slip_once, slip_twice
from tools.syllables import FINALS, HANGUL, INITIALS, LONG_WORD, VOWELS, Syllable, take_apart

Kind = Callable[[Syllable], Iterator[Syllable]]

syllables = st.builds(
    Syllable, initial=st.sampled_from(INITIALS), vowel=st.sampled_from(VOWELS), final=st.sampled_from(FINALS)
)


def changed_places(one: str, other: str) -> list[int]:
    assert len(one) == len(other)
    return [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]


def count_slips(one: str, other: str) -> int:
    """How many letters differ, a final and an initial of one shape alike."""
    return Levenshtein.distance([letter_of(c) for c in to_jamo(one)], [letter_of(c) for c in to_jamo(other)])


@given(syllables)
def test_a_syllable_is_put_together_as_it_was_taken_apart(syllable: Syllable) -> None:
    assert HANGUL.fullmatch(str(syllable))
    assert take_apart(str(syllable)) == syllable


@given(questions, seeds)
def test_one_slip_changes_one_letter_of_one_long_word(question: str, seed: int) -> None:
    slipped = slip_once(question, draw(seed))
    assert (slipped is None) == (LONG_WORD.search(question) is None)
    if slipped is not None:
        (place,) = changed_places(question, slipped)
        assert any(place in range(*word.span()) for word in LONG_WORD.finditer(question))
        assert HANGUL.fullmatch(slipped[place])
        assert count_slips(question[place], slipped[place]) == 1


@given(questions, seeds)
def test_two_slips_change_a_letter_in_each_of_two_words(question: str, seed: int) -> None:
    slipped = slip_twice(question, draw(seed))
    words = [range(*word.span()) for word in LONG_WORD.finditer(question)]
    assert (slipped is None) == (len(words) < 2)
    if slipped is not None:
        places = changed_places(question, slipped)
        assert len({word for word in words for place in places if place in word}) == len(places) == 2
        assert [count_slips(question[place], slipped[place]) for place in places] == [1, 1]


@pytest.mark.parametrize("kind", [hit_neighbours, hear_vowels, hear_consonants, miss_finals, add_finals])
@given(syllable=syllables)
def test_every_kind_of_slip_changes_one_letter_of_a_syllable(kind: Kind, syllable: Syllable) -> None:
    made = [str(new) for new in kind(syllable)]
    assert [count_slips(str(syllable), new) for new in made] == [1] * len(made)
    assert all(HANGUL.fullmatch(new) for new in made)


@given(syllables)
def test_a_final_is_missed_where_there_is_one_and_added_where_there_is_none(syllable: Syllable) -> None:
    assert bool(list(miss_finals(syllable))) is bool(syllable.final)
    assert bool(list(add_finals(syllable))) is not bool(syllable.final)


@pytest.mark.parametrize(
    ("kind", "typed", "slips"),
    [
        (hit_neighbours, "발", "말잘벌빌"),
        (hit_neighbours, "바", "자마버비뱌배브"),
        (hear_vowels, "게", "개계"),
        (hear_vowels, "돼", "되뒈"),
        (hear_consonants, "자", "짜차"),
        (hear_consonants, "했", "햇"),
        (miss_finals, "많", "마"),
        (add_finals, "누", "눈눙눌눗"),
    ],
)
def test_slips_are_those_of_fingers_and_ears(kind: Kind, typed: str, slips: str) -> None:
    made = {str(new) for new in kind(take_apart(typed))}
    assert set(slips) <= made
    if kind is not hit_neighbours:
        assert made == set(slips)


@given(questions, st.lists(seeds, min_size=40, max_size=40, unique=True))
def test_different_seeds_make_different_slips(question: str, many: list[int]) -> None:
    assume(LONG_WORD.search(question))
    slipped = [slip_once(question, draw(seed)) for seed in many]
    assert any(one != other for one, other in pairwise(slipped))
