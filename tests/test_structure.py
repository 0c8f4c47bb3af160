"""The house: the core leans on nothing, and nothing in ``bot/`` knows this seminar."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.core.model import Text
from tests.core.worlds import real_knowledge

BOT = Path("bot")
MODULES = sorted(BOT.rglob("*.py"))
CORE = sorted((BOT / "core").rglob("*.py"))
WRITTEN = [*MODULES, *sorted(BOT.rglob("*.yaml")), *sorted((BOT / "channels" / "web" / "page").glob("*"))]
MOST_LINES = 300
SHORTEST = 3  # characters; shorter ones are syllables of other words, too


def imports_of(module: Path) -> Iterator[str]:
    """Yield the name of every module that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: write the whole name of what is imported"
            yield node.module or ""


def is_for_the_core(name: str) -> bool:
    top = name.partition(".")[0]
    return top in sys.stdlib_module_names or top == "rapidfuzz" or f"{name}.".startswith("bot.core.")


@pytest.mark.parametrize("module", CORE, ids=str)
def test_the_core_leans_on_nothing_but_itself(module: Path) -> None:
    assert [name for name in imports_of(module) if not is_for_the_core(name)] == []


@pytest.mark.parametrize("module", sorted((BOT / "channels").rglob("*.py")), ids=str)
def test_a_channel_knows_the_core_and_its_desk_alone(module: Path) -> None:
    barred = ("bot.loading", "bot.app", "bot.settings", "bot.commands", "bot.store", "sqlalchemy", "yaml", "pydantic")
    assert [name for name in imports_of(module) if f"{name}.".startswith(tuple(f"{b}." for b in barred))] == []


@pytest.mark.parametrize("module", sorted((BOT / "store").rglob("*.py")), ids=str)
def test_the_store_knows_the_core_alone(module: Path) -> None:
    own = ("bot.core", "bot.store", "bot.recent", "bot.claim")
    assert [name for name in imports_of(module) if name.startswith("bot.") and not name.startswith(own)] == []


@pytest.mark.parametrize(
    ("library", "place"),
    [("structlog", "logs.py"), ("prometheus_client", "metrics.py"), ("watchfiles", "lookout.py")],
)
def test_what_watches_the_service_or_its_files_is_known_in_one_place(library: str, place: str) -> None:
    users = [module for module in MODULES if library in {name.partition(".")[0] for name in imports_of(module)}]
    assert users == [BOT / place]


@pytest.mark.parametrize("module", CORE, ids=str)
def test_the_core_has_no_clock_no_files_and_waits_for_nothing(module: Path) -> None:
    barred = {"asyncio", "io", "os", "pathlib", "random", "socket", "subprocess", "threading", "time"}
    assert {name.partition(".")[0] for name in imports_of(module)} & barred == set()
    tree = ast.parse(module.read_text(encoding="utf-8"))
    called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert called & {"open", "print", "input"} == set()
    assert not any(isinstance(node, ast.AsyncFunctionDef | ast.Await) for node in ast.walk(tree))


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_module_is_read_at_a_sitting(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def words_of_this_seminar() -> set[str]:
    """Return the names, titles, quotations and numbers that only this seminar has; keywords are ordinary words."""
    facts = real_knowledge().facts
    texts: list[Text | None] = [facts.seminar.title, facts.seminar.theme]
    texts += [person.name for person in facts.people] + [organisation.name for organisation in facts.organisations]
    texts += [talk.title for talk in facts.talks] + [quotation.text for quotation in facts.quotations]
    texts += [facts.release.headline, facts.release.subtitle] if facts.release else []
    words = [wording for text in texts if text for wording in text.wordings]
    for known in (facts.people, facts.organisations, facts.talks):
        words += [word for entry in known for word in (*entry.spellings, *entry.wrong_spellings)]
    words += [phone for contact in facts.contacts for phone in contact.phones]
    return {word.casefold() for word in words if len(word) >= SHORTEST}


def test_this_seminar_has_words() -> None:
    assert {"양철수", "044-201-3651", "국토연구원", "동남권 메가시티 프로젝트"} <= words_of_this_seminar()


@pytest.mark.parametrize("file", WRITTEN, ids=str)
def test_nothing_knows_this_seminar(file: Path) -> None:
    text = file.read_text(encoding="utf-8").casefold()
    assert sorted(word for word in words_of_this_seminar() if stands_in(word, text)) == []


def stands_in(word: str, text: str) -> bool:
    """Whether a word stands in a text; a Latin one not as a part of another."""
    return bool(re.search(rf"\b{re.escape(word)}\b", text)) if word.isascii() else word in text
