"""``new`` and ``schema``: what stands around the knowledge: an empty folder to fill, and what editors explain it by."""

import argparse
import shlex
import sys
from itertools import count
from pathlib import Path

from bot.core.model import Language
from bot.loading import check_folder
from bot.loading.editors import write_schemas
from bot.loading.folder import FILE_NAMES
from bot.loading.languages import LANGUAGES, load_scaffold_phrases, load_topics
from bot.loading.reports import report_text
from bot.loading.templates import is_taken, write_folder


def add_scaffold(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands to those that can be typed."""
    new = commands.add_parser("new", help="write an empty, commented folder for the next seminar")
    new.add_argument("folder", type=Path, help="the folder, which must not be there yet or be empty")
    schema = commands.add_parser("schema", help="write what editors complete and explain the knowledge by")
    schema.add_argument("folder", nargs="?", type=Path, help="the knowledge folder (KNOWLEDGE_DIR when left out)")
    for parser in (new, schema):
        parser.add_argument("--lang", choices=LANGUAGES, default="ko", help="the language it is explained in (ko)")


def begin_folder(folder: Path, language: Language) -> bool:
    """Write a new folder, print which blanks it has and what to do next; return whether it could be written."""
    phrases = load_scaffold_phrases(language)
    try:
        if is_taken(folder):
            print(phrases["taken"].format(folder=folder, command=_name_another(folder)), file=sys.stderr)
            return False
        write_folder(folder, language)
    except OSError as error:
        return _refuse(folder, error, phrases["cannot_write"])
    print(phrases["begun"].format(folder=folder, files=", ".join(FILE_NAMES)))
    for line in report_text(folder, check_folder(folder, load_topics()), language):
        print(line)
    print(phrases["next"].format(folder=folder, typed=shlex.quote(str(folder))))
    return True


def write_schema(folder: Path, language: Language) -> bool:
    """Write the schemas of a knowledge folder; return whether they could be written."""
    phrases = load_scaffold_phrases(language)
    try:
        paths = write_schemas(folder, language)
    except OSError as error:
        return _refuse(folder, error, phrases["cannot_write_schema"])
    print("\n".join(map(str, paths)))
    return True


def _refuse(folder: Path, error: OSError, sentence: str) -> bool:
    print(sentence.format(folder=folder, reason=error.strerror), file=sys.stderr)
    return False


def _name_another(folder: Path) -> str:
    """Name a folder that is not there, as it is typed."""
    whole = folder.resolve()
    free = next(name for number in count(2) if not (name := whole.with_name(f"{whole.name}-{number}")).exists())
    return shlex.quote(str(folder.with_name(free.name) if folder.name else free))
