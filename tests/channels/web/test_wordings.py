"""What stands on the page is worded in both languages, and comes from no other host."""

import re
from string import Formatter

import pytest

from bot.channels.web.frontpage import PAGE_DIR
from bot.channels.web.visitor import PREFIX
from tests.channels.web.site import WORDS

PYTHON_DIR = PAGE_DIR.parent
SOURCES = {path.name: path.read_text(encoding="utf-8") for path in (*PAGE_DIR.iterdir(), *PYTHON_DIR.glob("*.py"))}
USES = {
    "index.html": r'data-(?:text|label|placeholder)="(\w+)"',
    "chat.js": r"\bphrases\.(\w+)",
}


def list_used_keys() -> set[str]:
    named = {key for name, pattern in USES.items() for key in re.findall(pattern, SOURCES[name])}
    python = "".join(text for name, text in SOURCES.items() if name.endswith(".py"))
    return {*named, *re.findall(r'"(error_\w+)"', python), *re.findall(r'phrases\["(\w+)"\]', python)}


def list_places(wording: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(wording) if name is not None)


def test_every_wording_used_exists_and_every_one_that_exists_is_used() -> None:
    assert {PREFIX + key for key in list_used_keys()} == set(WORDS["ko"]) == set(WORDS["en"])


@pytest.mark.parametrize("key", sorted(WORDS["ko"]))
def test_both_languages_leave_the_same_places_to_fill(key: str) -> None:
    assert list_places(WORDS["ko"][key]) == list_places(WORDS["en"][key])


@pytest.mark.parametrize("name", ["index.html", "chat.css", "chat.js"])
def test_the_page_names_no_other_host_and_holds_nothing_inline(name: str) -> None:
    text = SOURCES[name]
    assert not re.search(r"https?:|[\"'(]//", text)
    assert not re.search(r"<style|<script(?! src=)| style=| on[a-z]+=\"|innerHTML|insertAdjacentHTML|eval\(", text)


@pytest.mark.parametrize("name", ["index.html", "chat.js"])
def test_no_sentence_stands_in_the_code(name: str) -> None:
    without_patterns = SOURCES[name].replace("[ㄱ-ㅎㅏ-ㅣ가-힣]", "")
    assert not re.search(r"[가-힣]", without_patterns)
