"""The ordinary words about something else: known, never repaired, and no explanation of a question."""

from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from bot.core.language import OTHER, Part, Sense, Speech, Word, make_words
from bot.core.lexicon import Lexicon, merge_words
from bot.core.line import make_line
from bot.core.model import Language
from bot.core.repair import understand
from bot.core.speeches import make_speech
from bot.core.text import normalise, to_jamo
from bot.loading.languages import LANGUAGE_DIR, LANGUAGES, load_common, load_speeches
from bot.loading.words import load_mapping

LEAST = {"ko": 4000, "en": 2500}
LONGEST_LINE = 2000  # characters
# Typed as they stand, each of these is a slip or a few pieces away from words about asking.
ORDINARY = ["기분", "기분이", "야구", "노래", "정산", "김치찌개", "감자", "남편이랑", "퇴근", "guitar", "penguins"]


@cache
def speeches() -> dict[Language, Speech]:
    return load_speeches()


@cache
def lexicon() -> Lexicon:
    return Lexicon(chain.from_iterable(speech.words for speech in speeches().values()))


def forms_with_meaning(code: Language) -> set[str]:
    words: dict[str, Any] = load_mapping(LANGUAGE_DIR / code / "words.yaml")
    topics: dict[str, Any] = load_mapping(LANGUAGE_DIR / code / "topics.yaml")
    return {word.form for word in make_speech(code, words, topics, {}).words}


@pytest.mark.parametrize("code", LANGUAGES)
def test_there_are_enough_ordinary_words_and_none_twice(code: Language) -> None:
    common = load_common(code)
    assert len(common) >= LEAST[code]
    assert sorted({word for word in common if common.count(word) > 1}) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_ordinary_word_is_written_plain(code: Language) -> None:
    assert [word for word in load_common(code) if not word or word != normalise(word)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_word_with_a_meaning_stands_in_one_file(code: Language) -> None:
    known = forms_with_meaning(code)
    twice = [word for word in load_common(code) if any(w.form in known for w in make_words(word, Part.NOUN, None))]
    assert twice == [], f"delete these from bot/language/{code}/common.yaml"


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_line_is_too_long_to_edit(code: Language) -> None:
    text = Path(LANGUAGE_DIR / code / "common.yaml").read_text(encoding="utf-8")
    assert max(map(len, text.splitlines())) <= LONGEST_LINE


def test_no_korean_word_is_a_lone_syllable() -> None:
    assert [word for word in load_common("ko") if len(normalise(word.rstrip("-"))) < 2] == []


@pytest.mark.parametrize("typed", ORDINARY)
def test_an_ordinary_word_is_not_repaired(typed: str) -> None:
    parse = understand(typed, lexicon(), lambda _: ()).parse
    assert [token.typed for token in parse.tokens if token.slips] == []
    assert parse.unknown == ()


@pytest.mark.parametrize("word", ["김치", "깍두기", "삼겹살", "penguin"])
def test_no_slip_becomes_an_ordinary_word(word: str) -> None:
    typed = make_line(word[:-1]).jamo + "ㅁ"
    assert not any(near.word.is_other for near in lexicon().near(typed))
    assert not any(near.word.is_other for near in lexicon().near(to_jamo(word)[:-1]))


def test_any_other_sense_wins() -> None:
    talk = Sense("talk", "a")
    same = [Word("x", "x", Part.NOUN, frozenset([sense])) for sense in (OTHER, talk)]
    assert [word.senses for word in merge_words(same)] == [frozenset([talk])]
    assert [word.senses for word in merge_words(reversed(same))] == [frozenset([talk])]


def test_what_the_seminar_names_is_not_about_something_else() -> None:
    stem = Word("x", "x", Part.STEM, frozenset([OTHER]))
    person = Word("x", "x", Part.NOUN, frozenset([Sense("person", "a")]))
    assert merge_words([stem, person]) == (person,)


def test_words_and_topics_win_over_common() -> None:
    speech = make_speech("ko", {"asks": {"when": ["언제"]}}, {}, {}, ["언제", "김치"])
    assert [word.text for word in speech.words if word.is_other] == ["김치"]
