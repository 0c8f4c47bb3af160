"""The bot's own languages, from the files beside ``bot/language``."""

from pathlib import Path
from typing import Any

from bot.core.language import Speech
from bot.core.model import Language
from bot.core.speeches import make_speech
from bot.loading.words import load_mapping

LANGUAGE_DIR = Path(__file__).parents[1] / "language"
LANGUAGES: tuple[Language, ...] = ("ko", "en")


def load_speeches(folder: Path = LANGUAGE_DIR) -> dict[Language, Speech]:
    """Return every language by its code. Raises KnowledgeError where a file cannot be used."""
    return {code: _load(folder / code, code) for code in LANGUAGES}


def load_topics(folder: Path = LANGUAGE_DIR) -> frozenset[str]:
    """Return the names of the topics that people ask of any seminar."""
    return frozenset(load_mapping(folder / "ko" / "topics.yaml"))


def load_common(code: Language, folder: Path = LANGUAGE_DIR) -> tuple[str, ...]:
    """Return the ordinary words about something else; the file holds lines of words that commas divide."""
    # A long list costs the reader time for every scalar: a line of words is one.
    lines: Any = load_mapping(folder / code / "common.yaml").get("common", [])
    return tuple(word.strip() for line in lines for word in str(line).split(","))


def load_phrases(code: Language, folder: Path = LANGUAGE_DIR) -> dict[str, str]:
    """Return the fixed wordings of the channels."""
    return _load_sentences(folder / code / "telegram.yaml") | _load_sentences(folder / code / "web.yaml")


def load_staff_words(code: Language, folder: Path = LANGUAGE_DIR) -> dict[str, str]:
    """Return the wordings for people who change the knowledge."""
    return _load_sentences(folder / code / "staff.yaml")


def load_command_phrases(code: Language, folder: Path = LANGUAGE_DIR) -> dict[str, str]:
    """Return what the commands say that edit the knowledge."""
    return _load_sentences(folder / code / "editing.yaml")


def load_scaffold_phrases(code: Language, folder: Path = LANGUAGE_DIR) -> dict[str, str]:
    """Return what the commands say that write a new folder and the schemas."""
    return _load_sentences(folder / code / "scaffold.yaml")


def load_check_phrases(code: Language, folder: Path = LANGUAGE_DIR) -> dict[str, str]:
    """Return what ``check`` says beside the problems."""
    return _load_sentences(folder / code / "check.yaml")


def _load(folder: Path, code: Language) -> Speech:
    words: dict[str, Any] = load_mapping(folder / "words.yaml")
    topics: dict[str, Any] = load_mapping(folder / "topics.yaml")
    sentences = _load_sentences(folder / "sentences.yaml")
    common = load_common(code, folder.parent)
    situations: dict[str, Any] = load_mapping(folder / "situations.yaml")
    return make_speech(code, words, topics, sentences, common, _load_hanja(folder), situations)


def _load_sentences(path: Path) -> dict[str, str]:
    return {key: str(value) for key, value in load_mapping(path).items()}


def _load_hanja(folder: Path) -> dict[str, str]:
    """The Chinese characters of each reading, where the language has any."""
    path = folder / "hanja.yaml"
    return {reading: str(found) for reading, found in load_mapping(path).items()} if path.exists() else {}
