import json
from contextlib import suppress
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.web.inquiry import MAX_HISTORY_QUESTIONS, MAX_QUESTION_CHARACTERS, Inquiry, InquiryError, read_inquiry

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("body", "inquiry"),
    [
        ({"question": "어디?"}, Inquiry("어디?")),
        ({"question": "어디?", "history": None, "now": None}, Inquiry("어디?")),
        ({"question": "", "colour": "blue"}, Inquiry("")),
        ({"question": "그 사람은?", "history": ["누구?", "왜?"]}, Inquiry("그 사람은?", ("누구?", "왜?"))),
        ({"question": "지금?", "now": "2020-09-25T14:22"}, Inquiry("지금?", (), datetime(2020, 9, 25, 14, 22))),
        (
            {"question": "지금?", "now": "2020-09-25 14:22:05+09:00"},
            Inquiry("지금?", (), datetime(2020, 9, 25, 14, 22, 5, tzinfo=timezone(timedelta(hours=9)))),
        ),
        ({"question": "가" * MAX_QUESTION_CHARACTERS}, Inquiry("가" * MAX_QUESTION_CHARACTERS)),
    ],
)
def test_a_body_is_read_into_what_it_asks(body: object, inquiry: Inquiry) -> None:
    assert read_inquiry(json.dumps(body).encode()) == inquiry


def test_of_a_long_history_the_last_questions_count() -> None:
    history = [str(number) for number in range(50)]
    inquiry = read_inquiry(json.dumps({"question": "?", "history": history}).encode())
    assert inquiry.history == tuple(history[-MAX_HISTORY_QUESTIONS:])


@pytest.mark.parametrize(
    ("body", "key"),
    [
        (b"", "error_json"),
        (b"{", "error_json"),
        (b"\xff\xfe\xfd", "error_json"),
        (b"[" * 16_000, "error_json"),
        (b'{"question": ' + b"9" * 10_000 + b"}", "error_json"),
        (b"[]", "error_json"),
        (b'"question"', "error_json"),
        (b"{}", "error_question"),
        (b'{"question": null}', "error_question"),
        (b'{"question": ["a"]}', "error_question"),
        (b'{"question": true}', "error_question"),
        (b'{"question": "a\\u0000b"}', "error_characters"),
        (b'{"question": "\\ud800"}', "error_characters"),
        (b'{"question": "a", "history": ["\\udfff"]}', "error_characters"),
        (b'{"question": "a", "history": "b"}', "error_history"),
        (b'{"question": "a", "history": {"b": 1}}', "error_history"),
        (b'{"question": "a", "history": [1]}', "error_history"),
        (b'{"question": "a", "now": ""}', "error_now"),
        (b'{"question": "a", "now": 1601011320}', "error_now"),
        (b'{"question": "a", "now": "tomorrow"}', "error_now"),
        (b'{"question": "a", "now": "2020-02-30T10:00"}', "error_now"),
        (b'{"question": "a", "now": "0001-01-01T00:00+14:00"}', "error_now"),
        (b'{"question": "a", "now": "9999-12-31T23:59-14:00"}', "error_now"),
        (b'{"question": "a", "now": "\\ud800"}', "error_now"),
    ],
)
def test_a_body_that_cannot_be_answered_names_what_to_say(body: bytes, key: str) -> None:
    with pytest.raises(InquiryError) as caught:
        read_inquiry(body)
    assert (caught.value.key, caught.value.status) == (key, 400)


@pytest.mark.parametrize("field", ["question", "history"])
def test_a_question_over_the_limit_is_too_long_wherever_it_stands(field: str) -> None:
    long = "가" * (MAX_QUESTION_CHARACTERS + 1)
    body = {"question": "?", field: long if field == "question" else [long]}
    with pytest.raises(InquiryError) as caught:
        read_inquiry(json.dumps(body).encode())
    assert (caught.value.key, caught.value.status) == ("error_too_long", 413)


@given(st.binary() | json_values.map(lambda value: json.dumps(value).encode()))
def test_any_body_is_read_or_refused(body: bytes) -> None:
    with suppress(InquiryError):
        assert isinstance(read_inquiry(body), Inquiry)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(("question", "history", "now"), json_values)))
def test_any_fields_are_read_or_refused(fields: dict[str, object]) -> None:
    with suppress(InquiryError):
        assert read_inquiry(json.dumps(fields).encode()).question == fields["question"]
