"""Files made to exhaust the machine, or to have it read what is not its own, are refused at once and in words."""

import gc
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

import pytest

from bot.loading import KnowledgeError, check_folder, load_facts
from bot.loading.files import MOST_BYTES, MOST_NAMES
from bot.loading.nodes import MOST_PARTS
from tests.loading.base import FILES, list_errors, write_folder

MEGABYTE = 1024 * 1024
MOST_SECONDS = 1
PATIENCE_SECONDS = 20

TOO_LARGE = "faq.yaml: is larger than 256 KiB; delete what is not knowledge of this seminar"
TOO_DEEP = "has more levels or brackets than any field; delete the brackets, or put the text in quotes"
TOO_MANY = "has more values than any seminar needs; delete what is not knowledge of this seminar"
LINK = "faq.yaml: is a link that leads out of the folder; put the file itself in its place"
SPECIAL = "faq.yaml: is a pipe, a socket or a device; make it a plain file that the bot may read"
ANCHOR = "begins with & or *, which YAML keeps for itself; put the whole text in quotes"


def write_bomb() -> str:
    """Return a file of nine lines that would be a thousand million texts: each line holds the one before nine times."""
    lines = [f"a: &a [{', '.join(['lol'] * 9)}]"]
    for before, name in zip("abcdefgh", "bcdefghi", strict=True):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]")
    return "\n".join(lines)


def fill(head: str, part: str, tail: str = "") -> str:
    """Return a text as large as a file may be."""
    return head + part * ((MOST_BYTES - len((head + tail).encode())) // len(part.encode())) + tail


TEXTS = {
    "billion laughs": (write_bomb(), f"faq.yaml:1:4: {ANCHOR}"),
    "an alias of itself": ("faq: &a [*a]", f"faq.yaml:1:6: {ANCHOR}"),
    "brackets": (fill("faq: ", "["), f"faq.yaml:1:25: {TOO_DEEP}"),
    "braces": (fill("", "{a: "), f"faq.yaml:1:78: {TOO_DEEP}"),
    "dashes": (fill("", "- "), f"faq.yaml:1:41: {TOO_DEEP}"),
    "question marks": (fill("", "? "), f"faq.yaml:1:41: {TOO_DEEP}"),
    "indents": ("\n".join(f"{' ' * level}a:" for level in range(700)), f"faq.yaml:20:20: {TOO_DEEP}"),
    "values": (fill("faq: [", "a,", "]"), f"faq.yaml:1:{7 + 2 * (MOST_PARTS - 3)}: {TOO_MANY}"),
    "commas": (fill("faq: {a: x", ", b c", "}"), f"faq.yaml:1:{1 + 5 * MOST_PARTS // 2}: {TOO_MANY}"),
    "a byte too much": (fill("", "#") + "#", TOO_LARGE),
}


@pytest.fixture(autouse=True)
def nothing_of_other_tests() -> Iterator[None]:
    """Leave what other tests hold, which ``check`` in a process of its own does not, out of the search for garbage."""
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.parametrize(("text", "message"), TEXTS.values(), ids=TEXTS)
def test_a_text_that_would_exhaust_the_machine_is_refused_in_a_second(tmp_path: Path, text: str, message: str) -> None:
    folder = write_folder(tmp_path, {"faq.yaml": text})
    began = process_time()
    assert list_errors(folder) == [message]
    assert process_time() - began < MOST_SECONDS
    with pytest.raises(KnowledgeError):
        load_facts(folder)


def test_a_text_with_thousands_of_commas_is_read_in_a_second(tmp_path: Path) -> None:
    title = "title: { ko: x" + f", {'b ' * 20}" * (MOST_PARTS // 2 - 10) + " }\ndate: 2021-03-04\n"
    (tmp_path / "seminar.yaml").write_text(title, encoding="utf-8")
    began = process_time()
    assert len(load_facts(tmp_path).seminar.title.ko) > MOST_PARTS
    assert process_time() - began < MOST_SECONDS


ROWS_OF_SIGNS = {
    "spaces after a day": {"faq.yaml": f"faq: {{a: {{label: 가, topic: fee, answer: '9월 1{' ' * 200_000}x'}}}}"},
    "dashes after a code": {"contacts.yaml": f"contacts: {{a: {{purpose: 가, phones: ['82{'-' * 200_000}']}}}}"},
}


@pytest.mark.parametrize("changes", ROWS_OF_SIGNS.values(), ids=ROWS_OF_SIGNS)
def test_what_looks_wrong_is_found_in_a_second(tmp_path: Path, changes: dict[str, str]) -> None:
    folder = write_folder(tmp_path, changes)
    began = process_time()
    check_folder(folder)
    assert process_time() - began < MOST_SECONDS


def test_a_file_as_large_as_may_be_is_read(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {"faq.yaml": fill(FILES["faq.yaml"], "#")})
    assert (folder / "faq.yaml").stat().st_size == MOST_BYTES
    assert check_folder(folder) == ()


def replace(make: Callable[[Path], object]) -> Callable[[Path], None]:
    """Return what puts something else in the place of a folder's faq.yaml."""

    def put(folder: Path) -> None:
        (folder / "faq.yaml").unlink()
        make(folder / "faq.yaml")

    return put


def write_large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50 * MEGABYTE)


def write_many(folder: Path) -> None:
    for number in range(MOST_NAMES):
        (folder / f"{number}.txt").touch()


THINGS = {
    "50 MB": (replace(write_large), TOO_LARGE),
    "a link to a file": (replace(lambda path: path.symlink_to("/etc/hostname")), LINK),
    "a link by a way around": (replace(lambda path: path.symlink_to("../../../../../../../etc/hostname")), LINK),
    "a link to a folder": (replace(lambda path: path.symlink_to("/etc")), LINK),
    "a link to a device": (replace(lambda path: path.symlink_to("/dev/zero")), LINK),
    "a link to nothing": (
        replace(lambda path: path.symlink_to("nowhere")),
        "faq.yaml: cannot be read (No such file or directory); make it a plain file that the bot may read",
    ),
    "a link to itself": (
        replace(lambda path: path.symlink_to("faq.yaml")),
        "faq.yaml: cannot be read (Too many levels of symbolic links); make it a plain file that the bot may read",
    ),
    "a pipe": (replace(os.mkfifo), SPECIAL),
    "a thousand files": (
        write_many,
        "{folder}: holds more than 1,000 files; name one that holds seminar.yaml and little else",
    ),
}


@pytest.mark.parametrize(("put", "message"), THINGS.values(), ids=THINGS)
def test_check_refuses_what_is_no_plain_small_file_in_a_second(
    tmp_path: Path, put: Callable[[Path], None], message: str
) -> None:
    put(write_folder(tmp_path))
    before = os.times()
    output = run_check(tmp_path)
    after = os.times()
    assert f"{message.format(folder=tmp_path)}\n" in output.replace(f"{tmp_path}/", "")
    # Of work: whatever else the machine does is not the bot's; and what only waits is ended by ``run_check``.
    assert after.children_user + after.children_system - before.children_user - before.children_system < MOST_SECONDS


def run_check(folder: Path) -> str:
    """Return what ``check`` prints, and hold it to its exit status; a hang ends it."""
    command = [sys.executable, "-m", "bot", "check", "--lang", "en", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    return done.stdout


def test_of_a_large_file_no_more_is_held_than_a_file_may_have(tmp_path: Path) -> None:
    write_large(write_folder(tmp_path) / "faq.yaml")
    tracemalloc.start()
    check_folder(tmp_path)
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak_bytes < 2 * MEGABYTE


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    (folder / "..data").mkdir()  # as a cluster lays a folder of settings out
    (folder / "faq.yaml").rename(folder / "..data" / "faq.yaml")
    (folder / "faq.yaml").symlink_to("..data/faq.yaml")
    assert check_folder(folder) == ()
    (tmp_path / "link").symlink_to(folder)
    assert check_folder(tmp_path / "link") == ()


@pytest.mark.parametrize("name", [b"\xff.yaml", b"a\nb.yaml", b"\x1b[31m.yaml"])
def test_a_file_name_that_cannot_be_printed_is_told_in_escapes(tmp_path: Path, name: bytes) -> None:
    Path(os.fsdecode(os.fsencode(write_folder(tmp_path)) + b"/" + name)).touch()
    (problem,) = check_folder(tmp_path)
    assert str(problem).isprintable()
