"""docs/knowledge.md says all that a knowledge folder may hold."""

import re
from pathlib import Path

import pytest

from bot.app import ask_table, load_knowledge
from bot.loading import check_folder, fields, schema
from bot.loading.folder import FILE_NAMES
from bot.loading.languages import load_topics
from bot.loading.rules import Rule
from bot.loading.words import load_mapping
from tests.loading.base import in_english

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/knowledge.md").read_text(encoding="utf-8")
DOCUMENTED = set(re.findall(r"`([^`\n]+)`", PAGE))
EXAMPLES = re.findall(r"^## (\w+)\.yaml$(?:(?!^## ).)*?```yaml\n(.+?)```", PAGE, re.MULTILINE | re.DOTALL)
SHAPES = [shape for shape in vars(schema).values() if isinstance(shape, type) and issubclass(shape, fields.Shape)]


def names_of(shape: type[fields.Shape]) -> list[str]:
    return [field.alias or name for name, field in shape.model_fields.items()]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: str(shape.__name__))
def test_every_field_is_documented(shape: type[fields.Shape]) -> None:
    assert [name for name in names_of(shape) if not {name, f"{name}:"} & DOCUMENTED] == []


@pytest.mark.parametrize("names", [schema.KINDS, schema.MEDIA, fields.STATUSES])
def test_every_name_to_choose_from_is_documented(names: tuple[str, ...]) -> None:
    assert [name for name in names if name not in DOCUMENTED] == []


def test_every_topic_is_documented_with_its_name() -> None:
    topics = load_mapping(ROOT / "bot/language/ko/topics.yaml")
    names = [f"`{key}` {topic['name']}" for key, topic in topics.items() if isinstance(topic, dict)]
    assert [name for name in names if name not in " ".join(PAGE.split())] == []


def test_every_file_is_documented() -> None:
    headings = re.findall(r"^## (\S+\.yaml)$", PAGE, re.MULTILINE)
    assert headings == list(FILE_NAMES)


def test_every_rule_is_documented_with_its_level() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (\w+) \| .+ \|$", PAGE.partition("\n## Rules\n")[2], re.MULTILINE)
    assert rows == [(rule.value, rule.level.value) for rule in Rule]


def test_the_examples_are_one_folder_without_problems(tmp_path: Path) -> None:
    assert [f"{stem}.yaml" for stem, _ in EXAMPLES] == list(FILE_NAMES)
    for stem, text in EXAMPLES:
        (tmp_path / f"{stem}.yaml").write_text(text, encoding="utf-8")
    assert in_english(check_folder(tmp_path, load_topics())) == []
    assert ask_table(tmp_path, load_knowledge(tmp_path)).failed == ()


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: str(shape.__name__))
def test_every_field_stands_in_an_example(shape: type[fields.Shape]) -> None:
    examples = "\n".join(text for _, text in EXAMPLES)
    assert [name for name in names_of(shape) if not re.search(rf"(^|[ {{]){name}:", examples, re.MULTILINE)] == []
