"""Both languages know the same things to say and the same things to be asked."""

import re
from string import Formatter
from typing import Any

import pytest

from bot.core.language import Part, Sense, ending_jamo, make_words
from bot.core.model import Language
from bot.core.speeches import make_speech
from bot.core.text import normalise, to_jamo
from bot.loading.languages import LANGUAGE_DIR, load_speeches
from bot.loading.words import load_mapping

SPEECHES = load_speeches()
CODES: tuple[Language, ...] = ("ko", "en")
WORDS: dict[Language, dict[str, Any]] = {code: load_mapping(LANGUAGE_DIR / code / "words.yaml") for code in CODES}
TOPICS: dict[Language, dict[str, Any]] = {code: load_mapping(LANGUAGE_DIR / code / "topics.yaml") for code in CODES}
_SUFFIX = re.compile(r"_(?:topic|object|subject|as)$")
ONLY_ENGLISH = {"months"}
ONLY_KOREAN = {"minutes_or_people", "greeter"}  # 몇 분 alone is both; a word of its own for who greets is Korean
LEFT_OUT = {"choice_person": {"title"}, "day_is": {"weekday"}, "talk_order": {"josa"}}  # blanks English does not need


def blanks(sentence: str) -> set[str]:
    return {_SUFFIX.sub("", name) for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def keys(name: str) -> dict[Language, set[str]]:
    return {code: set(WORDS[code].get(name, {})) for code in CODES}


def test_both_languages_have_the_same_sentences() -> None:
    assert set(SPEECHES["ko"].sentences) == set(SPEECHES["en"].sentences) - ONLY_ENGLISH


@pytest.mark.parametrize("key", sorted(SPEECHES["ko"].sentences))
def test_a_sentence_has_the_same_blanks_in_both_languages(key: str) -> None:
    left_out = LEFT_OUT.get(key, set())
    assert blanks(SPEECHES["ko"].sentences[key]) - left_out == blanks(SPEECHES["en"].sentences[key]) - left_out


@pytest.mark.parametrize("name", ["asks", "moments", "kinds", "roles", "media", "smalltalk", "references", "ordinals"])
def test_both_languages_have_words_for_the_same_things(name: str) -> None:
    assert keys(name)["ko"] - ONLY_KOREAN == keys(name)["en"] - ONLY_KOREAN


def test_both_languages_know_the_same_topics() -> None:
    assert set(TOPICS["ko"]) == set(TOPICS["en"])


@pytest.mark.parametrize("code", CODES)
def test_both_languages_have_a_name_for_what_is_named(code: Language) -> None:
    both = {sense for sense in SPEECHES["ko"].names if sense.value not in ONLY_KOREAN}
    assert set(SPEECHES[code].names) >= both
    assert all(name.strip() for name in SPEECHES[code].names.values())


def wordings(tree: object) -> list[str]:
    if isinstance(tree, dict):
        return [word for key, branch in tree.items() if key != "name" for word in wordings(branch)]
    return [word for branch in tree for word in wordings(branch)] if isinstance(tree, list) else [str(tree)]


@pytest.mark.parametrize("code", CODES)
def test_every_listed_word_has_letters(code: Language) -> None:
    listed = set(wordings(WORDS[code]) + wordings(TOPICS[code])) - {"'"}  # the apostrophe of speakers' is no letter
    assert [word for word in listed if not to_jamo(normalise(word))] == []
    assert all(word.form for word in SPEECHES[code].words)


@pytest.mark.parametrize("code", CODES)
def test_weekdays_are_seven(code: Language) -> None:
    assert len(SPEECHES[code].sentences["weekdays"].split(",")) == 7


@pytest.mark.parametrize(
    ("wording", "part", "forms"),
    [
        ("언제", Part.NOUN, [("언제", Part.NOUN)]),
        ("시작하-", Part.NOUN, [("시작하", Part.STEM), ("시작해", Part.STEM)]),
        ("알리-", Part.FILLER, [("알리", Part.FILLER_STEM), ("알려", Part.FILLER_STEM)]),
        ("Wi-Fi", Part.NOUN, [("wifi", Part.NOUN)]),
        ("은", Part.PARTICLE, [("은", Part.PARTICLE)]),
        ("?", Part.NOUN, []),
    ],
)
def test_a_wording_becomes_its_forms(wording: str, part: Part, forms: list[tuple[str, Part]]) -> None:
    words = list(make_words(wording, part, Sense("ask", "x")))
    assert [(word.form, word.part) for word in words] == [(to_jamo(form), part) for form, part in forms]


@pytest.mark.parametrize(
    ("ending", "jamo"), [("ㄴ데", "\u11ab데"), ("ㅂ니다", "\u11b8니다"), ("는데", "는데"), ("", "")]
)
def test_a_lone_letter_opens_an_ending_as_the_final_before(ending: str, jamo: str) -> None:
    assert ending_jamo(ending) == jamo[:1] * (jamo[:1] < "가") + to_jamo(jamo.lstrip("\u11ab\u11b8"))


def test_a_sentence_fits_its_particles() -> None:
    speech = make_speech("ko", {}, {}, {"who": "{name}이(가) 발표합니다."})
    assert speech.say("who", name="이관후") == "이관후가 발표합니다."
    assert speech.say("who", name="윤정란") == "윤정란이 발표합니다."


@pytest.mark.parametrize("code", CODES)
def test_every_word_that_opens_a_question_asks_for_something(code: Language) -> None:
    words = SPEECHES[code].words
    asking = {word.form for word in words if any(sense.kind == "ask" for sense in word.senses)}
    opening = [word for word in words if any(sense.kind == "interrogative" for sense in word.senses)]
    assert opening
    assert [word.text for word in opening if word.form not in asking] == []
