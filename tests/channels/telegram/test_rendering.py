"""A reply becomes messages that Telegram accepts."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.rendering import MOST_UNITS, measure, render
from bot.core.reply import Choice, Outcome, Reply

SOME_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300)


def reply(*lines: str, title: str = "", choices: tuple[Choice, ...] = ()) -> Reply:
    return Reply(outcome=Outcome.ANSWER, language="ko", lines=lines, title=title, choices=choices)


@pytest.mark.parametrize(
    ("given_reply", "html"),
    [
        (reply("14:10에 시작합니다."), "14:10에 시작합니다."),
        (reply("A&B <b>", title="<제목>"), "<b>&lt;제목&gt;</b>\nA&amp;B &lt;b&gt;"),
        (reply("하나", "둘"), "하나\n둘"),
        (reply("하나", "", "둘"), "하나\n\n둘"),
        (reply('"따옴표"'), '"따옴표"'),
    ],
)
def test_text_is_escaped_and_a_title_is_bold(given_reply: Reply, html: str) -> None:
    assert [part.html for part in render(given_reply)] == [html]


def test_blank_reply_sends_nothing() -> None:
    assert render(reply("", " ")) == ()


def test_long_reply_is_split_at_a_line_with_its_buttons_on_the_last_part() -> None:
    first, second = render(reply("가" * 4000, "나" * 200, choices=(Choice("id", "버튼"),)))
    assert (first.html, second.html) == ("가" * 4000, "나" * 200)
    assert first.buttons is None
    assert second.buttons is not None


@pytest.mark.parametrize(
    ("line", "lengths"),
    [
        ("가" * 4096, [4096]),
        ("가" * 4097, [4096, 1]),
        ("가" * 4000 + " " + "나" * 200, [4000, 200]),
        ("😀" * 2049, [4096, 2]),
        ("&" * 1000, [4095, 905]),
    ],
)
def test_long_line_is_split_at_a_space_or_where_it_must_be(line: str, lengths: list[int]) -> None:
    assert [measure(part.html) for part in render(reply(line))] == lengths


@given(st.lists(SOME_TEXT, max_size=5), SOME_TEXT, st.integers(1, 40))
def test_no_part_is_too_long_and_no_word_is_lost(lines: list[str], title: str, times: int) -> None:
    parts = render(reply(*(line * times for line in lines), title=title * times))
    assert all(0 < measure(part.html) <= MOST_UNITS and part.html.strip() for part in parts)
    text = unescape("".join(part.html.replace("<b>", "").replace("</b>", "") for part in parts))
    assert "".join(text.split()) == "".join((title * times + "".join(line * times for line in lines)).split())


@pytest.mark.parametrize(
    ("labels", "rows"),
    [
        (["일정", "장소", "발표자"], [["일정", "장소"], ["발표자"]]),
        (["일정", "지역균형 뉴딜 추진전략은 언제"], [["일정"], ["지역균형 뉴딜 추진전략은 언제"]]),
    ],
)
def test_short_buttons_share_a_row_and_long_ones_have_their_own(labels: list[str], rows: list[list[str]]) -> None:
    (part,) = render(reply("?", choices=tuple(Choice(f"id:{label}", label) for label in labels)))
    assert part.buttons is not None
    assert [[button.text for button in row] for row in part.buttons.inline_keyboard] == rows


@pytest.mark.parametrize(
    ("line", "has_link"),
    [
        ("https://example.org/seminar", True),
        ("www.molit.go.kr 참고", True),
        ("molit.go.kr", True),
        ("desk@example.org로 보내세요", False),
        ("044-201-3655, 2020.9.25. 14:10", False),
    ],
)
def test_only_a_text_with_an_address_can_show_a_preview(line: str, has_link: bool) -> None:
    (part,) = render(reply(line))
    assert part.has_link is has_link
