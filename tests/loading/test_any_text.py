"""Whatever the files hold, a folder is loaded whole or refused with places; nothing else happens."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from bot.loading import KnowledgeError, Problem, check_folder, load_facts
from bot.loading.languages import LANGUAGES
from bot.loading.telling import tell_instead, tell_what
from tests.loading.base import FILES, write_folder

# fmt: off
WORDS = [
    "휴식", "11:10", "2021-03-04", "kim_bada", "changed", "-", "{ko:", "}", "[", "]", ",", "\"", "'", "|", "&a",
    "*a", "!x", "%", "#", "?", "\\U99999999", "---", "<<:",
]
# fmt: on
FIELDS = [f"{name}:{end}" for name in ("items", "people", "release", "date", "hosts", "status", "was") for end in " \n"]
PASSAGES = st.sampled_from([*WORDS, *FIELDS, " ", ": ", "- ", "\n", "\n  ", "\n    ", "\t", "\x00", "\u2028", "\u00a0"])
NAMES = st.sampled_from(sorted(FILES))


def is_told(problem: Problem) -> bool:
    return all(tell_what(problem, language) and tell_instead(problem, language) for language in LANGUAGES)


def is_loaded_or_refused(changes: dict[str, bytes]) -> bool:
    """Load the small folder with some files' bytes changed; a refusal must say what to do."""
    with TemporaryDirectory() as name:
        folder = write_folder(Path(name))
        for file, data in changes.items():
            (folder / file).write_bytes(data)
        assert all(map(is_told, check_folder(folder, ("fee",))))
        try:
            return bool(load_facts(folder, ("fee",)).seminar.days)
        except KnowledgeError as error:
            return bool(error.problems) and all(map(is_told, error.problems))


@given(st.dictionaries(NAMES, st.binary() | st.text().map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_are_loaded_or_refused(changes: dict[str, bytes]) -> None:
    assert is_loaded_or_refused(changes)


@given(NAMES, st.lists(PASSAGES, max_size=25).map("".join))
def test_any_heap_of_yaml_is_loaded_or_refused(file: str, text: str) -> None:
    assert is_loaded_or_refused({file: text.encode()})


@given(st.data(), NAMES, st.lists(PASSAGES, max_size=3).map("".join))
def test_any_edit_of_a_good_file_is_loaded_or_refused(data: st.DataObject, file: str, text: str) -> None:
    start = data.draw(st.integers(0, len(FILES[file])))
    end = start + data.draw(st.integers(0, 30))
    edited = FILES[file][:start] + text + FILES[file][end:]
    assert is_loaded_or_refused({file: edited.encode()})
