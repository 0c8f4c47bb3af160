"""A report as staff read it, in a terminal, in Markdown, and as JSON."""

import json
from datetime import datetime

import pytest

from bot.core.expectations import Fault
from bot.core.model import Language
from bot.core.reply import Reply
from bot.impact.cases import Case
from bot.impact.comparing import Change, Comparison, Moment, Verdict
from bot.impact.grouping import group_alike
from bot.impact.machine import render_json
from bot.impact.markdown import render_markdown
from bot.impact.report import Report
from bot.impact.terminal import render_text
from bot.loading.excerpts import measure
from bot.loading.languages import LANGUAGES, load_staff_words
from tests.core.worlds import SEOUL

WORDS = load_staff_words("ko")
ALWAYS: tuple[Moment, ...] = ("before", "during", "after")


def _find_nothing(reply: Reply) -> None:
    """Find no fault."""


def make_case(ask: str, line: int = 1) -> Case:
    at = datetime(2020, 9, 24, 9, tzinfo=SEOUL)
    return Case(ask, (), at, f"questions.yaml:{line}", _find_nothing)


def make_change(
    ask: str, before: str, after: str, verdict: Verdict = "right", moments: tuple[Moment, ...] = ALWAYS
) -> Change:
    fault = Fault("lacking", "대회의실") if verdict == "became_wrong" else None
    lines = [tuple(text.splitlines()) for text in (before, after)]
    return Change(make_case(ask), moments, lines[0], lines[1], verdict, fault)


def make_report(
    *changes: Change, asked: int = 9, still_wrong: tuple[Case, ...] = (), unreached: tuple[str, ...] = ()
) -> Report:
    comparison = Comparison(asked, changes, still_wrong, frozenset(), frozenset())
    return Report("HEAD", "knowledge", comparison, group_alike(changes), unreached, 1.25)


MOVED = [
    make_change("어디?", "국토연구원 대회의실입니다.", "국토연구원 소회의실입니다.", "became_wrong"),
    make_change("장소는 대회의실인가요?", "네. 대회의실", "네. 소회의실", moments=("before", "after")),
    *(make_change(f"어디 {number}?", "장소: 대회의실", "장소: 소회의실") for number in range(5)),
]


def test_a_room_moved_is_seen_at_a_glance() -> None:
    assert (
        render_text(make_report(*MOVED), WORDS)
        == """\
질문 9개 중 7개의 답이 바뀝니다. 1개는 질문표와 어긋나게 됩니다(✗).
✗마다 보세요: 새 답이 맞으면 [ ] 안의 줄을 새 답에 맞게 고치고, 새 답이 틀렸으면 지식을 고치세요.

   전                                             │ 후
── 1. ‘대회의실’ → ‘소회의실’ · 질문 7개 ───────────────────────────────────────────────────────────
   네. 대회의실                                   │ 네. 소회의실
 ✗ 어디? — 답에 ‘대회의실’ 없음 [questions.yaml:1]
 · 장소는 대회의실인가요? (행사 전날, 행사 뒤에만) · 어디 0? · 어디 1? · 어디 2? · 그 밖에 2개

전: HEAD · 후: knowledge · 1.2초"""
    )


def test_nothing_changed_is_one_line() -> None:
    assert render_text(make_report(), WORDS) == "바뀌는 답이 없습니다(질문 9개)."
    assert render_text(make_report(asked=0), WORDS) == WORDS["table_empty"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_wider_than_a_terminal(language: Language) -> None:
    long = "가나다 라마 " * 40
    report = make_report(make_change(long, long, f"{long} 바", "became_wrong"), make_change("b", "x" * 300, ""))
    lines = render_text(report, load_staff_words(language)).splitlines()[2:]
    assert max(map(measure, lines)) == 100


def test_what_is_taken_away_is_told_as_nothing() -> None:
    assert "4. 양철수                                      │ (없음)" in render_text(
        make_report(make_change("누가?", "4. 양철수", "")), WORDS
    )


def test_a_long_answer_is_cut_in_the_terminal_alone() -> None:
    report = make_report(make_change("?", "\n".join("가나다라마"), "모름"))
    assert "   …" in render_text(report, WORDS).splitlines()
    assert "마" not in render_text(report, WORDS)
    assert "가<br>나<br>다<br>라<br>마" in render_markdown(report, WORDS)


def test_what_is_still_wrong_and_what_nobody_asks_about_is_listed() -> None:
    report = make_report(still_wrong=(make_case("참가비?", line=7),), unreached=("schedule.a", "press.b"))
    for told in (render_text(report, WORDS), render_markdown(report, WORDS).replace("\\", "")):
        assert "참가비? (questions.yaml:7)" in told
        assert "schedule.a" in told
        assert "press.b" in told


def test_no_answer_breaks_the_markdown() -> None:
    told = render_markdown(make_report(make_change("<b>|@x", "a|b *c* `d`", "<script>\n# e")), WORDS)
    assert r"| a\|b \*c\* \`d\` | &lt;script&gt;<br>\# e |" in told
    assert r"- &lt;b&gt;\|\@x" in told


def test_json_tells_all() -> None:
    told = json.loads(render_json(make_report(*MOVED)))
    assert (told["from"], told["to"], told["asked"], told["seconds"]) == ("HEAD", "knowledge", 9, 1.25)
    assert (told["became_wrong"], told["became_right"]) == (["questions.yaml:1"], [])
    assert [(change["ask"], change["verdict"]) for change in told["changes"][:2]] == [
        ("어디?", "became_wrong"),
        ("장소는 대회의실인가요?", "right"),
    ]
    assert told["changes"][1] == {
        "ask": "장소는 대회의실인가요?",
        "after": [],
        "place": "questions.yaml:1",
        "moments": ["before", "after"],
        "old": ["네. 대회의실"],
        "new": ["네. 소회의실"],
        "verdict": "right",
    }


@pytest.mark.parametrize(
    ("moments", "head", "named"),
    [
        ([ALWAYS, ALWAYS], "질문 2개", "· 가? · 나?"),
        ([("own", "during"), ("during",)], "질문 2개 · 발표 중에만", "· 가? · 나?"),
        ([("before",), ("before", "during")], "질문 2개 · 행사 전날, 발표 중에만", "· 가? (행사 전날에만) · 나?"),
        ([("own",), ("own",)], "질문 2개 · 질문표의 시각에만", "· 가? · 나?"),
    ],
)
def test_when_answers_change_is_told_once_for_all_and_of_who_differs(
    moments: list[tuple[Moment, ...]], head: str, named: str
) -> None:
    changes = [make_change(ask, "", "새 줄", moments=each) for ask, each in zip(("가?", "나?"), moments, strict=True)]
    lines = render_text(make_report(*changes), WORDS).splitlines()
    assert f"── 1. {head} ─" in "\n".join(lines)
    assert f" {named}" in lines
