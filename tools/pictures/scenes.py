"""What the pictures show: who edits what, what is typed then, and what people ask in the chat."""

from dataclasses import dataclass

from tools.pictures.rehearsal import Edit, environment_of, open_rehearsal
from tools.pictures.terminal import type_in

CUT = "⋮"
MOVE = '.venv/bin/python -m bot set seminar.venue.room "3층 소회의실" --en "Seminar room, 3F"'


@dataclass(frozen=True, slots=True)
class TerminalScene:
    """A command after some edits; of what it prints, the lines between each pair of beginnings are left out."""

    name: str
    typed: str
    edits: tuple[Edit, ...] = ()
    cuts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Visit:
    """The web page on a phone so high (in CSS pixels), at a moment, after edits and commands; and what is asked."""

    name: str
    now: str
    questions: tuple[str, ...]
    height: int
    edits: tuple[Edit, ...] = ()
    typed: tuple[str, ...] = ()


TERMINAL_SCENES = (
    TerminalScene(
        "check",
        "make check",
        edits=(
            Edit("schedule.yaml", "speaker: kim_eunran", "speeker: kim_eunran"),
            Edit("schedule.yaml", "start: 15:20", "start: 15.20"),
        ),
    ),
    TerminalScene("set", MOVE, cuts=(("── 2.", "쓸까요?"),)),
    TerminalScene(
        "impact",
        "make impact",
        edits=(
            Edit("schedule.yaml", "speaker: kim_eunran", "speaker: yang_chulsoo"),
            Edit("faq.yaml", "최소한의 인원만", "최소한의 인원(50명)만"),
        ),
        cuts=(("── 3.", "── 5."), ("어느 질문도", "make:")),
    ),
)
VISITS = (
    Visit("changed", "2020-09-25T13:20", ("어디서 하나요?",), 560, typed=(f"{MOVE} --yes",)),
    Visit("page", "2020-09-25T14:22", ("지금 뭐 하고 있어요?", "2번째 발표자 소속이랑 직함이요?", "주차 돼요?"), 760),
)


def play(scene: TerminalScene) -> list[str]:
    """Return the lines that the terminal shows, the typed one first. Raises ValueError for a cut that is not there."""
    with open_rehearsal(scene.edits) as folder:
        lines = type_in(scene.typed, folder, environment_of(folder)).split("\n")
    for start, end in scene.cuts:
        lines = _cut(lines, start, end)
    return [f"$ {scene.typed}", *lines]


def _cut(lines: list[str], start: str, end: str) -> list[str]:
    """Leave out the lines from one beginning up to another, and say so."""
    first = _find(lines, start, 0)
    return [*lines[:first], CUT, *lines[_find(lines, end, first) :]]


def _find(lines: list[str], beginning: str, first: int) -> int:
    for number in range(first, len(lines)):
        if lines[number].startswith(beginning):
            return number
    raise ValueError(f"no line begins with {beginning!r}; change tools/pictures/scenes.py")
