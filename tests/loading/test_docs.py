"""docs/knowledge.md says all that a knowledge folder may hold."""

import re
from pathlib import Path

import pytest

from bot.loading import fields, schema
from bot.loading.folder import FILE_NAMES
from bot.loading.nodes import read_document
from bot.loading.validation import validate
from bot.loading.words import load_mapping

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/knowledge.md").read_text(encoding="utf-8")
DOCUMENTED = set(re.findall(r"`([^`\n]+)`", PAGE))
SHAPES = [shape for shape in vars(schema).values() if isinstance(shape, type) and issubclass(shape, fields.Shape)]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: str(shape.__name__))
def test_every_field_is_documented(shape: type[fields.Shape]) -> None:
    assert [name for name in shape.model_fields if not {name, f"{name}:"} & DOCUMENTED] == []


@pytest.mark.parametrize("names", [schema.KINDS, schema.MEDIA, fields.STATUSES])
def test_every_name_to_choose_from_is_documented(names: tuple[str, ...]) -> None:
    assert [name for name in names if name not in DOCUMENTED] == []


def test_every_topic_is_documented() -> None:
    topics = load_mapping(ROOT / "bot/language/ko/topics.yaml")
    assert [topic for topic in topics if topic not in DOCUMENTED] == []


def test_every_file_is_documented() -> None:
    headings = re.findall(r"^## (\S+\.yaml)$", PAGE, re.MULTILINE)
    assert headings == list(FILE_NAMES)


def test_every_example_fits_its_file() -> None:
    examples = re.findall(r"^## (\w+)\.yaml$(?:(?!^## ).)*?```yaml\n(.+?)```", PAGE, re.MULTILINE | re.DOTALL)
    documents = {stem: read_document(f"{stem}.yaml", text.encode())[0] for stem, text in examples}
    assert list(documents) == ["seminar", "schedule"]
    assert [str(problem) for problem in validate(documents)[1]] == []
