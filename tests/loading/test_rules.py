"""Every rule has a sentence in both languages, and the code breaks no rule that has none."""

import re
from pathlib import Path

import pytest

from bot.core.model import Language
from bot.loading.languages import LANGUAGE_DIR, LANGUAGES
from bot.loading.problems import Problem
from bot.loading.rules import Level, Rule
from bot.loading.telling import Sentences, list_places, load_sentences, tell
from bot.loading.words import load_mapping

LOADING = Path("bot/loading")


def list_wordings(sentences: Sentences) -> list[str]:
    return [*sentences.what, *sentences.instead]


def list_words(sentences: Sentences) -> list[str]:
    """Return the names of the words that a rule's sentences have places for, whichever sentence is chosen."""
    return sorted({name for wording in list_wordings(sentences) for name in list_places(wording)})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_exactly_the_rules(language: Language) -> None:
    assert list(load_mapping(LANGUAGE_DIR / language / "problems.yaml")) == [rule.value for rule in Rule]


@pytest.mark.parametrize("rule", Rule)
def test_both_languages_have_places_for_the_same_words(rule: Rule) -> None:
    korean, english = (load_sentences(language)[rule] for language in LANGUAGES)
    assert list_words(korean) == list_words(english)
    assert [len(part) for part in (korean.what, korean.instead)] == [
        len(part) for part in (english.what, english.instead)
    ]


def test_every_rule_is_used() -> None:
    sources = [path for path in LOADING.parent.rglob("*.py") if path.name != "rules.py"]
    used = set(re.findall(r"\bRule\.([A-Z0-9_]+)", "".join(path.read_text(encoding="utf-8") for path in sources)))
    assert sorted(used) == sorted(rule.name for rule in Rule)


def test_the_name_of_a_rule_is_its_own_in_small_letters() -> None:
    assert [rule for rule in Rule if rule.value != rule.name.lower()] == []


def test_a_rule_knows_whether_it_stops() -> None:
    assert Rule.GAP.level is Level.WARNING
    assert Rule.OVERLAP.level is Level.ERROR


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_has_no_word_is_told_by_the_barer_sentence(language: Language) -> None:
    near, far = (
        Problem(file="f.yaml", rule=Rule.UNKNOWN_FIELD, words=words)
        for words in ({"nearest": "title", "names": "title, date"}, {"names": "title, date"})
    )
    assert "title, date" not in tell(near, language)
    assert "title, date" in tell(far, language)


def test_what_cannot_be_printed_is_told_as_a_sign() -> None:
    problem = Problem(file="f.yaml", rule=Rule.NOT_A_TIME, words={"text": "'\x1b[31m'"})
    assert tell(problem).isprintable()
