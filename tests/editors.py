"""How editors save a file: each way takes the file's path and its new text, and its time."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path

PAUSE_SECONDS = 0.4  # longer than a folder has to be quiet, unless it looks unfinished

Save = Callable[[Path, str], None]


def truncate_and_write(path: Path, text: str) -> None:
    """Write into the file itself, and falter halfway, in the middle of a line."""
    middle = len(text) // 2
    while text[middle - 1] == "\n":
        middle += 1
    with path.open("w", encoding="utf-8") as file:
        time.sleep(PAUSE_SECONDS)
        file.write(text[:middle])
        file.flush()
        time.sleep(PAUSE_SECONDS)
        file.write(text[middle:])


def write_beside_and_rename(path: Path, text: str) -> None:
    """Write another file and put it in the place of the first."""
    beside = path.with_name(f".goutputstream-{path.stem}")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def delete_and_create(path: Path, text: str) -> None:
    """Delete the file and write it anew."""
    path.unlink()
    time.sleep(PAUSE_SECONDS)
    path.write_text(text, encoding="utf-8")


def rename_and_write(path: Path, text: str) -> None:
    """Keep the old file as a backup, under another name, and write a new one in its place."""
    backup = path.with_name(f"{path.name}~")
    path.replace(backup)
    time.sleep(PAUSE_SECONDS)
    path.write_text(text, encoding="utf-8")
    backup.unlink()


def save_among_swap_files(path: Path, text: str) -> None:
    """Write the file among what vim and Emacs leave beside it while they have it open."""
    locked = path.with_name(f".#{path.name}")
    locked.symlink_to("somebody@somewhere.1234")
    beside = [path.with_name(name) for name in (f".{path.name}.swp", "4913", f"#{path.name}#", f"{path.name}~")]
    for file in beside:
        file.write_bytes(b"b0VIM 8.2\0")
    path.write_text(text, encoding="utf-8")
    for file in (locked, *beside):
        file.unlink()


def save_with_vim(path: Path, text: str) -> None:
    """Have vim itself write it, with a backup and a swap file."""
    new = path.parent.with_name("new.txt")
    new.write_text(text, encoding="utf-8")
    setup = ("set backup swapfile backupcopy=no encoding=utf-8", f"%!cat {new}", "wq")
    options = [option for command in setup for option in ("-c", command)]
    subprocess.run(["vim", "-u", "NONE", "-es", *options, str(path)], check=True, timeout=30, env=dict(os.environ))


def save_with_ed(path: Path, text: str) -> None:
    """Have ed write it, line after line."""
    script = f"1,$d\na\n{text}.\nw\nq\n"
    subprocess.run(["ed", "-s", str(path)], input=script.encode(), check=True, timeout=30)


OWN_WAYS: tuple[Save, ...] = (
    truncate_and_write,
    write_beside_and_rename,
    delete_and_create,
    rename_and_write,
    save_among_swap_files,
)
WAY_BY_PROGRAM: Mapping[str, Save] = {"vim": save_with_vim, "ed": save_with_ed}
WAYS = (*OWN_WAYS, *(way for program, way in WAY_BY_PROGRAM.items() if shutil.which(program)))
