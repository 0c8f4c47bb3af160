"""The terminal: a reply as text, and a conversation line by line."""

from io import StringIO

import pytest

from bot.channels.console import render, talk
from bot.core.reply import Choice, Outcome, Reply
from tests.fakes import EchoDesk

WHERE, WHEN = Choice("ko:menu:where", "장소"), Choice("ko:menu:when", "언제 하나요?")


def converse(typed: str, desk: EchoDesk | None = None) -> str:
    """Return what the terminal shows to somebody who types these lines."""
    sink = StringIO()
    assert talk(desk or EchoDesk(), StringIO(typed), sink) == 0
    return sink.getvalue()


@pytest.mark.parametrize(
    ("title", "lines", "choices", "text"),
    [
        ("", ("14:10입니다.",), (), "14:10입니다."),
        ("일정", ("14:10 발표", "15:10 휴식"), (), "일정\n14:10 발표\n15:10 휴식"),
        ("", ("무엇을?",), (WHERE, WHEN), "무엇을?\n  [1] 장소\n  [2] 언제 하나요?"),
    ],
)
def test_a_reply_is_its_lines_and_its_choices_numbered(
    title: str, lines: tuple[str, ...], choices: tuple[Choice, ...], text: str
) -> None:
    reply = Reply(outcome=Outcome.ANSWER, language="ko", lines=lines, title=title, choices=choices)
    assert render(reply) == text


def test_a_conversation_begins_with_the_first_page_and_ends_with_the_input() -> None:
    assert converse("") == "page: start\n  [1] 일정\n  [2] 장소\n> \n"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("휴식 언제?", "asked: 휴식 언제?"),
        ("  휴식 언제? ", "asked: 휴식 언제?"),
        ("", "asked: "),
        ("1", "chose: ko:when:seminar"),
        ("2", "chose: ko:where:seminar"),
        ("0", "asked: 0"),
        ("3", "asked: 3"),
        ("11", "asked: 11"),
        ("²", "asked: ²"),
        ("２", "asked: ２"),
        ("\udcff", "asked: \udcff"),
    ],
)
def test_a_number_picks_a_choice_and_anything_else_is_asked(typed: str, shown: str) -> None:
    assert f"> {shown}\n" in converse(f"{typed}\n")


def test_a_number_picks_from_the_last_reply_alone() -> None:
    assert "asked: 1" in converse("몇 시?\n1\n")


def test_a_line_without_its_end_is_answered_too() -> None:
    assert "asked: 몇 시?" in converse("몇 시?")


def test_a_conversation_hands_its_context_on() -> None:
    class Ageing(EchoDesk):
        """Shows how old the conversation is."""

        def _echo(self, text: str, context: object, now: object) -> Reply:
            reply = super()._echo(f"{text} ({getattr(context, 'age', '')})", context, now)  # type: ignore[arg-type]
            return Reply(outcome=reply.outcome, language="ko", lines=reply.lines, context=reply.context)

    shown = converse("a\nb\nc\n", Ageing())
    assert "asked: a (0)" in shown
    assert "asked: c (2)" in shown
