"""A new knowledge folder: commented files with blanks (bot/language/*/new), and the schemas that explain them."""

from contextlib import suppress
from pathlib import Path
from shutil import rmtree

from bot.core.model import Language
from bot.loading.editors import SCHEMA_FOLDER, name_schema, write_schemas
from bot.loading.folder import STEMS
from bot.loading.languages import LANGUAGE_DIR


def is_taken(folder: Path) -> bool:
    """Return whether there is something already where a new folder is to be. Raises OSError for what is no folder."""
    return folder.exists() and any(folder.iterdir())


def write_folder(folder: Path, language: Language) -> None:
    """Write the files of a new folder, which may be there if it is empty; all of them, or none. Raises OSError."""
    text_by_name = {f"{stem}.yaml": name_schema(stem) + _read_template(stem, language) for stem in STEMS}
    folder.mkdir(parents=True, exist_ok=True)
    try:
        for name, text in text_by_name.items():
            (folder / name).write_text(text, encoding="utf-8")
        write_schemas(folder, language)
    except OSError:
        for name in text_by_name:
            with suppress(OSError):
                (folder / name).unlink()
        rmtree(folder / SCHEMA_FOLDER, ignore_errors=True)
        raise


def _read_template(stem: str, language: Language) -> str:
    return (LANGUAGE_DIR / language / "new" / f"{stem}.yaml").read_text(encoding="utf-8")
