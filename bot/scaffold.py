"""``schema``: what editors complete and explain the knowledge by."""

import argparse
import sys
from pathlib import Path

from bot.core.model import Language
from bot.loading.editors import write_schemas
from bot.loading.languages import LANGUAGES, load_scaffold_phrases


def add_scaffold(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to those that can be typed."""
    schema = commands.add_parser("schema", help="write what editors complete and explain the knowledge by")
    schema.add_argument("folder", nargs="?", type=Path, help="the knowledge folder (KNOWLEDGE_DIR when left out)")
    schema.add_argument("--lang", choices=LANGUAGES, default="ko", help="the language it is explained in (ko)")


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
