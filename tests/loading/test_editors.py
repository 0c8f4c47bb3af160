"""What editors complete, explain and underline: nothing that check lets pass, and what people mistype most."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from bot.core.model import Language
from bot.loading import check_folder, take_snapshot
from bot.loading.blanks import check_blanks
from bot.loading.changes import spell_out
from bot.loading.descriptions import list_names, load_descriptions, load_meanings, name_field
from bot.loading.editors import make_schemas, name_schema, write_schemas
from bot.loading.fields import STATUSES, Change, Claim, Shape, Wording
from bot.loading.folder import FILE_NAMES, STEMS
from bot.loading.languages import LANGUAGE_DIR, LANGUAGES, load_topics
from bot.loading.nodes import read_document
from bot.loading.schema import ALL, KINDS, MEDIA
from bot.loading.validation import validate
from bot.loading.words import load_mapping
from tests.loading.base import FILES, write_folder
from tests.loading.test_docs import EXAMPLES, SHAPES
from tests.loading.yaml12 import read_as_editors_do

KNOWLEDGE = Path("knowledge")
VALIDATOR_BY_STEM = {Path(name).stem: Draft7Validator(json.loads(text)) for name, text in make_schemas().items()}
WRITTEN = [*sorted(KNOWLEDGE.glob("*.yaml")), *sorted(Path("tests/data").rglob("*.yaml"))]
ITEM = "items: { a: { title: 휴식, start: 10:00, end: 11:00, %s } }\n"
TALK = "talks: { a: { title: 휴식, order: 1, %s } }\n"
SEMINAR = "title: 세미나\ndate: 2021-03-04\n%s\n"
CONTACT = "contacts: { a: { purpose: 문의, %s } }\n"


def list_faults(stem: str, text: str) -> list[str]:
    """Return where an editor underlines a file, and why."""
    held: Any = read_as_editors_do(text)
    if held is None:  # editors underline nothing in an empty file
        return []
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR_BY_STEM[stem].iter_errors(held)]


def is_well_formed(stem: str, text: str) -> bool:
    document, repeated = read_document(f"{stem}.yaml", text.encode())
    return not (*repeated, *validate({stem: spell_out(document)})[1], *check_blanks(stem, document))


def test_the_schemas_beside_the_knowledge_are_those_of_the_models() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in (KNOWLEDGE / "schema").iterdir()}
    assert committed == make_schemas(), "knowledge/schema is not what the models say; type: make schema"


@pytest.mark.parametrize("stem", STEMS)
def test_a_schema_is_one(stem: str) -> None:
    Draft7Validator.check_schema(VALIDATOR_BY_STEM[stem].schema)


@pytest.mark.parametrize("name", FILE_NAMES)
def test_a_file_of_the_knowledge_names_its_schema_first(name: str) -> None:
    stem = Path(name).stem
    line = f"# yaml-language-server: $schema=schema/{stem}.json\n"
    assert (KNOWLEDGE / name).read_text(encoding="utf-8").startswith(line)
    assert name_schema(stem) == line
    assert (KNOWLEDGE / "schema" / f"{stem}.json").is_file()


@pytest.mark.parametrize("path", WRITTEN, ids=str)
def test_nothing_is_underlined_in_a_folder_without_problems(path: Path) -> None:
    assert list_faults(path.stem, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(("stem", "text"), [*EXAMPLES, *((Path(name).stem, text) for name, text in FILES.items())])
def test_nothing_is_underlined_in_an_example(stem: str, text: str) -> None:
    assert list_faults(stem, text) == []


@pytest.mark.parametrize(
    ("stem", "text"),
    [
        ("schedule", "items:\ntalks:\n"),
        ("faq", "not_announced:\n"),
        ("faq", "not_announced: wifi\n"),
        ("faq", "not_announced: { label: 축사 순서 }\n"),
        ("faq", "faq: { a: { answer: 네., label: 주차, topic: parking } }\n"),
        ("questions", "questions: { ask: 어디, answer: no, not: [no, 1], at: 2021-03-04 9:30 }\n"),
        ("seminar", SEMINAR % "hosts: { organisation: mof, role: 주최 }"),
        ("seminar", SEMINAR % "hosts: []"),
        ("seminar", SEMINAR % "timezone: Etc/GMT+9"),
        ("seminar", SEMINAR % "venue: { name: { ko: 회의장, en: Centre, North, Hall 2 }, room: 201 }"),
        ("seminar", SEMINAR % "venue: { name: 회의장, room: { value: 3층, 은하실, changed: { was: 2층, 누리홀 } } }"),
        ("seminar", SEMINAR % "status: changed\nwas: 2021-03-03\nsince: 2021-03-01T09:30"),
        ("seminar", "title: true\ndate: [2021-03-04, '2021-03-05']\n"),
        ("seminar", "title: 세미나\ndate: { value: [2021-03-04], status: changed, was: 2021-03-03 }\n"),
        ("schedule", ITEM % "summary: 1.5, was: 9:05, status: changed"),
        ("schedule", ITEM % "chair: { value: 김바다, status: unconfirmed, source: 초안 }"),
        (
            "schedule",
            ITEM % "speaker: { value: [김바다, { ko: 이하늘 }], changed: { was: 박누구, at: 2021-03-02 09:30 } }",
        ),
        ("schedule", ITEM % "speaker: [kim_bada, mof], participants: 어촌계, kind: break"),
        ("schedule", ITEM % "changed: { was: 10:10 }"),
        ("schedule", TALK % "start: { value: ' 9:05 ', status: changed, was: 9:00 }, end: '10:00', keywords: [a, 2]"),
        ("schedule", "talks: { a: { title: 휴식, order: '12' } }\n"),
        ("contacts", CONTACT % "phones: 0442003651"),
        ("contacts", CONTACT % "phones: [044-200-3651, 0001], spellings: 2"),
        ("press", "embargoes: { a: { media: all, date: 2021-03-04, edition: 조간 } }\n"),
        ("press", "embargoes: { a: { media: [wire, all], date: { value: 2021-03-04, status: unconfirmed } } }\n"),
        ("speakers", "people:\n  a:\n    name: 김바다\n    role: [사회, { ko: 좌장, en: chair }]\n"),
    ],
)
def test_what_is_written_otherwise_is_not_underlined_either(stem: str, text: str) -> None:
    assert is_well_formed(stem, text)
    assert list_faults(stem, text) == []


@pytest.mark.parametrize(
    ("stem", "text"),
    [
        ("seminar", "date: 2021-03-04\n"),
        ("seminar", "title: ____\ndate: 2021-03-04\n"),
        ("seminar", "title: 세미나\ndate: ____\n"),
        ("seminar", "title:\ndate: 2021-03-04\n"),
        ("seminar", "title: 세미나\ndate: 2021년 3월 4일\n"),
        ("seminar", "title: 세미나\ndate: 2021-13-04\n"),
        ("seminar", "title: 세미나\ndate: []\n"),
        ("seminar", "title: [세미나]\ndate: 2021-03-04\n"),
        ("seminar", "title: { value: 세미나, status: unconfirmed }\ndate: 2021-03-04\n"),
        ("seminar", "title: { en: Seminar }\ndate: 2021-03-04\n"),
        ("seminar", SEMINAR % "titel: 세미나"),
        ("seminar", SEMINAR % "제목: 세미나"),
        ("seminar", SEMINAR % "venue: 회의장"),
        ("seminar", SEMINAR % "venue: { room: 누리홀 }"),
        ("seminar", SEMINAR % "spellings: 회의, 모임"),
        ("seminar", SEMINAR % "timezone: 서울 시각"),
        ("schedule", "items:\n  - { title: 휴식, start: 10:00, end: 11:00 }\n"),
        ("schedule", "items: { 휴식: { title: 휴식, start: 10:00, end: 11:00 } }\n"),
        ("schedule", "items: { a: { start: 10:00, end: 11:00 } }\n"),
        ("schedule", "items: { a: }\n"),
        ("schedule", "items: { a: { title: 휴식, start: 25:99, end: 11:00 } }\n"),
        ("schedule", "items: { a: { title: 휴식, start: 24:00, end: 11:00 } }\n"),
        ("schedule", "items: { a: { title: 휴식, start: 오전 10시, end: 11:00 } }\n"),
        ("schedule", ITEM % "kind: brake"),
        ("schedule", ITEM % "status: chnaged"),
        ("schedule", ITEM % "chair: 김바다"),
        ("schedule", ITEM % "chair: { value: 김바다 }"),
        ("schedule", ITEM % "chair: { value: 김바다, status: cancelled }"),
        ("schedule", ITEM % "changed: { at: 2021-03-02 09:30 }"),
        ("schedule", ITEM % "since: 어제, status: cancelled"),
        ("schedule", ITEM % "room:"),
        ("schedule", "talks: { a: { title: 휴식, order: 0 } }\n"),
        ("schedule", "talks: { a: { title: 휴식, order: 둘 } }\n"),
        ("contacts", "contacts: [문의]\n"),
        ("contacts", "contacts:\n  a:\n    purpose: 문의\n    phones: 044-200-3651, 044-200-3652\n"),
        ("press", "embargoes: { a: { media: tv, date: 2021-03-04 } }\n"),
        ("press", "quotations: { a: { text: 말 } }\n"),
        ("faq", "faq: { a: { answer: 네., label: 주차, topic: parkin } }\n"),
        ("faq", "not_announced: [wfi]\n"),
        ("faq", "not_announced: [{ words: 축사 }]\n"),
        ("questions", "questions: [{ ask: 어디 }]\n"),
        ("questions", "questions: [{ ask: 어디, answer: [] }]\n"),
        ("speakers", "- 김바다\n"),
    ],
)
def test_a_common_mistake_is_underlined(stem: str, text: str) -> None:
    assert list_faults(stem, text) != []


# fmt: off
VALUES = [
    "휴식", "no", "yes", "on", "true", "False", "1", "12", "012", "0", "999", "1000", "1.5", "-1", "+1", "1e3", ".5",
    "0x1f", "14:10", "9:05", "09:05", "24:00", "0:00", "23:59", "1410", "14:10:00", "2021-03-04", "1899-01-01",
    "2199-12-31", "2021-3-4", "2021-03-04 9:30", "2021-03-04T09:30", "2021-03-04 09:30:00", "20210304", "'14:10'",
    "' 9:05 '", '""', "' '", "kim_bada", "a", "a-b", "Asia/Seoul", "UTC", "[]", "[a]", "[1, 2]", "[[a]]", "{}",
    "{ ko: 휴식 }", "{ ko: 1, en: no }", "{ ko: 가, 나 }", '"a, b"', "changed", "break", "wire", "[wire, all]", "a___",
    "{ value: 9:05, status: unconfirmed }", "{ value: a, changed: { was: b } }",
    "{ value: [a, b], status: changed, was: c }", "{ value: 2021-03-04, status: changed }",
]
# fmt: on
PLACES = [
    *(("seminar", SEMINAR % f"{name}: %s") for name in ("timezone", "start", "theme", "spellings", "status", "since")),
    *(("schedule", ITEM % f"{name}: %s") for name in ("room", "kind", "participants", "date")),
    ("seminar", "title: %s\ndate: 2021-03-04\n"),
    ("seminar", "title: 세미나\ndate: %s\n"),
    ("schedule", "talks: { a: { title: 휴식, order: %s } }\n"),
    ("press", "embargoes: { a: { media: %s, date: 2021-03-04 } }\n"),
    ("questions", "questions: { ask: 어디, answer: %s }\n"),
]


@pytest.mark.parametrize(("stem", "place"), PLACES)
def test_no_value_that_is_well_formed_is_underlined(stem: str, place: str) -> None:
    texts = [place.replace("%s", value) for value in VALUES]
    well_formed = [text for text in texts if is_well_formed(stem, text)]
    assert well_formed
    assert [text for text in well_formed if list_faults(stem, text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_is_described_and_nothing_else(language: Language) -> None:
    shapes: list[type[Shape]] = [*SHAPES, Wording, Change, Claim]
    fields = {name_field(shape, name) for shape in shapes for name in list_names(shape)}
    assert set(load_descriptions(language)) == fields


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_to_choose_from_has_a_meaning_and_no_other(language: Language) -> None:
    names = load_mapping(LANGUAGE_DIR / language / "fields.yaml")["names"]
    assert isinstance(names, dict)
    assert {kind: tuple(meanings) for kind, meanings in names.items()} == {
        "statuses": STATUSES,
        "kinds": KINDS,
        "media": (*MEDIA, ALL),
    }
    assert set(load_meanings("topics", language)) == load_topics()


@pytest.mark.parametrize(
    ("language", "said", "meaning"), [("ko", "시작 시각.", "휴식"), ("en", "When it begins.", "break")]
)
def test_a_field_is_explained_in_the_language(language: Language, said: str, meaning: str) -> None:
    item = json.loads(make_schemas(language)["schedule.json"])["definitions"]["Item"]["properties"]
    assert item["start"]["description"].startswith(said)
    assert dict(zip(item["kind"]["enum"], item["kind"]["enumDescriptions"], strict=True))["break"] == meaning


def test_the_bot_looks_at_no_schema(tmp_path: Path) -> None:
    before = take_snapshot(write_folder(tmp_path)), check_folder(tmp_path)
    write_schemas(tmp_path)
    (tmp_path / "schema" / "seminar.yaml").write_text("titel: x\n", encoding="utf-8")
    for number in range(1_000):
        (tmp_path / "schema" / f"{number}.yaml").touch()
    assert (take_snapshot(tmp_path), check_folder(tmp_path)) == before
