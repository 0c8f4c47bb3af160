"""A small valid folder for tests to break."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from bot.loading import Problem, check_folder
from bot.loading.rules import Level
from bot.loading.telling import tell

FILES: Mapping[str, str] = {
    "seminar.yaml": """\
title: 바다숲 학술회의
date: [2021-03-04, 2021-03-05]
venue:
  name: 부산항 국제회의장
  room: 누리홀
hosts:
  - organisation: mof
    role: 주최
""",
    "schedule.yaml": """\
items:
  talks:
    title: 발표
    start: 10:00
    end: 11:00
  break:
    title: 휴식
    start: 11:00
    end: 11:10
  discussion:
    title: 토론
    start: 11:10
    end: 12:00
    chair: kim_bada
talks:
  talk1:
    title: 바다숲의 현재
    order: 1
    session: talks
    speaker: kim_bada
  talk2:
    title: 바다숲의 앞날
    order: 2
    session: talks
    speaker: lee_haneul
""",
    "speakers.yaml": """\
organisations:
  mof:
    name: 해양수산부
people:
  kim_bada:
    name: 김바다
    organisation: mof
  lee_haneul:
    name: 이하늘
""",
    "contacts.yaml": """\
contacts:
  desk:
    purpose: 문의
    person: lee_haneul
    phones: [051-000-1234]
""",
    "press.yaml": """\
release:
  headline: 바다숲을 되살린다
  staff: [lee_haneul]
embargoes:
  online:
    media: [internet]
    date: 2021-03-03
    time: 11:00
quotations:
  hope:
    speaker: kim_bada
    text: “숲은 바다에도 있다”
""",
    "faq.yaml": """\
faq:
  fee_question:
    topic: fee
    label: 참가비
    answer: 무료입니다.
not_announced:
  - parking
""",
}


def write_folder(folder: Path, changes: Mapping[str, str] | None = None) -> Path:
    """Write the folder with some files' texts changed, and return it."""
    for name, text in {**FILES, **(changes or {})}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def change(file: str, old: str, new: str) -> Mapping[str, str]:
    """Return the file's text with one passage changed."""
    assert FILES[file].count(old) == 1, f"{old!r} must stand once in {file}"
    return {file: FILES[file].replace(old, new)}


def in_english(problems: Iterable[Problem]) -> list[str]:
    return [tell(problem, "en") for problem in problems]


def list_errors(folder: Path, topics: Collection[str] | None = None) -> list[str]:
    """Return the errors of a folder in English."""
    return in_english(p for p in check_folder(folder, topics) if p.rule.level is Level.ERROR)
