"""Questions as JSON lines: what is read, what is refused, and what comes out."""

import json
from contextlib import suppress
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.batch import AnsweredRow, BatchError, Row, answer_row, read_rows
from bot.core.reply import Choice, Outcome, Reply
from tests.fakes import EchoDesk

KEYS = ["id", "outcome", "text", "facts", "choices", "ms"]


def read_one(line: str | bytes) -> Row:
    return next(read_rows([line]))[1]


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ('{"id": "1", "q": "어디?"}', Row("1", "어디?")),
        ('{"id": 7, "q": ""}', Row(7, "")),
        ('{"id": null, "q": "어디?", "now": null, "history": null}', Row(None, "어디?")),
        ('{"q": "어디?", "now": "", "history": []}', Row("", "어디?")),
        ('{"id": "1", "q": "?", "lang": "ko", "tags": [1], "expect": {}}', Row("1", "?")),
        ('{"id": "1", "q": "?", "history": ["a", "b"]}', Row("1", "?", None, ("a", "b"))),
        ('{"id": "1", "q": "?", "now": "2020-09-25T14:22"}', Row("1", "?", datetime(2020, 9, 25, 14, 22))),
        (
            '{"id": "1", "q": "?", "now": "2020-09-25T14:22:00+09:00"}',
            Row("1", "?", datetime(2020, 9, 25, 14, 22, tzinfo=timezone(timedelta(hours=9)))),
        ),
        ('\ufeff{"id": "1", "q": "a mark before it"}'.encode(), Row("1", "a mark before it")),
        ('{"id": "1", "q": "a\u2028line of its own"}\r\n'.encode(), Row("1", "a\u2028line of its own")),
    ],
)
def test_a_line_is_read(line: str | bytes, row: Row) -> None:
    assert read_one(line) == row


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "is not JSON"),
        (b"hello", "is not JSON"),
        (b'{"id": "1", "q": "a"} {"id": "2", "q": "b"}', "is not JSON"),
        (b'{"id": "1", "q": "\xb1\xe8"}', "is not UTF-8"),
        (b"\xff\xfe{\x00", "is not UTF-8"),
        (b"5", "is not an object"),
        (b'["q"]', "is not an object"),
        (b"null", "is not an object"),
        (b"{}", 'lacks "q"'),
        (b'{"id": "1", "question": "?"}', 'lacks "q"'),
        (b'{"id": "1", "q": null}', '"q" is not a text'),
        (b'{"id": "1", "q": ["?"]}', '"q" is not a text'),
        (b'{"id": "1", "q": "?", "history": "earlier"}', '"history" is not a list'),
        (b'{"id": "1", "q": "?", "history": [1]}', '"history" is not a list'),
        (b'{"id": "1", "q": "?", "history": {"a": "b"}}', '"history" is not a list'),
        (b'{"id": "1", "q": "?", "now": 1600000000}', '"now" is not a text'),
        (b'{"id": "1", "q": "?", "now": "noon"}', "'noon' is not a time like"),
        (b'{"id": "1", "q": "?", "now": "2020-02-30T10:00"}', "is not a time like"),
        (b'{"id": "1", "q": "?", "now": "0001-01-01T00:00+23:59"}', "is not a time from"),
        (b'{"id": "1", "q": "?", "now": "9999-12-31T23:59Z"}', "is not a time from"),
        (b"[" * 100_000, ""),
        (b'{"id": ' + b"9" * 5_000 + b', "q": "?"}', ""),
    ],
)
def test_a_line_that_is_no_question_is_named_with_its_reason_and_what_to_write(line: bytes, reason: str) -> None:
    with pytest.raises(BatchError, match=r'^line 3: .*write {"id"') as refusal:
        list(read_rows([b'{"id": "1", "q": "?"}', b"  \n", line]))
    assert reason in str(refusal.value)
    assert "\n" not in str(refusal.value)


@given(st.one_of(st.binary(), st.text()))
def test_any_line_is_read_passed_over_or_refused(line: bytes | str) -> None:
    with suppress(BatchError):
        assert len(list(read_rows([line]))) <= 1


def test_empty_lines_are_passed_over_but_counted() -> None:
    numbers = [number for number, _, _ in read_rows(["", '{"q": "a"}', " \t\r\n", '{"q": "b"}'])]
    assert numbers == [2, 4]


def test_rows_are_read_one_by_one() -> None:
    rows = read_rows(['{"q": "a"}', "{"])
    assert next(rows)[1].question == "a"
    with pytest.raises(BatchError):
        next(rows)


def test_an_answer_has_exactly_the_keys_of_the_contract() -> None:
    desk = EchoDesk()
    choices = (Choice("ko:menu:where", "장소"),)
    desk.replies["어디?"] = Reply(
        outcome=Outcome.CHOICES, language="ko", lines=("이것?", "저것?"), title="무엇", choices=choices, facts=("a.b",)
    )
    answered = json.loads(answer_row(desk, Row("x-1", "어디?")).to_json())
    assert list(answered) == KEYS
    assert answered.pop("ms") >= 0
    assert answered == {
        "id": "x-1",
        "outcome": "choices",
        "text": "무엇\n이것?\n저것?",
        "facts": ["a.b"],
        "choices": ["장소"],
    }


@pytest.mark.parametrize("id_", ["", "한글", 7, None, ["a", 1], "\ud800"])
def test_an_id_comes_back_as_it_was(id_: object) -> None:
    line = answer_row(EchoDesk(), Row(id_, "?")).to_json()
    assert json.loads(line.encode())["id"] == id_


def test_an_answer_is_one_line_of_utf8() -> None:
    line = AnsweredRow("1", "answer", "가\n\u2028\ud83d나", [], [], 0.1).to_json()
    assert len(line.encode().split(b"\n")) == 1
    assert "가" in AnsweredRow("1", "answer", "가", [], [], 0.1).to_json()


def test_history_is_folded_at_the_same_moment() -> None:
    desk = EchoDesk()
    now = datetime(2020, 9, 25, 14, 22)
    answered = answer_row(desk, Row("1", "third", now, ("first", "second")))
    assert answered.text == f"asked: third\nnow: {now}"
    assert desk.ask("?", now=now).context.age == 1
