"""Reading YAML: each scalar stays text, and each slip of typing is told in words."""
# ruff: noqa: E501 - a message stands on one line, as it is shown

import pytest

from bot.loading.nodes import Place, Tree, read_document
from bot.loading.problems import KnowledgeError
from tests.loading.base import in_english

# fmt: off
SLIPS = [
    ("title:휴식\nstart: 14:00\n",
     "f.yaml:1:6: lacks a space after the colon; write title: 휴식"),
    ("title 휴식\nstart: 14:00\n",
     "f.yaml:1:6: has no colon; write title: 휴식"),
    ("title: x\njust words\n",
     "f.yaml:2:1: has no colon; write the field's name, a colon, a space and its value"),
    ("title: 균형: 발전\n",
     "f.yaml:1:10: has a second colon; put the text after the first one in quotes"),
    ("items:\n  break:\n    title: x\n   start: 3\n",
     "f.yaml:4:4: does not line up with the lines above; give it as many spaces in front as its neighbours have"),
    ("items:\n  break:\n    title: x\n     start: 3\n",
     "f.yaml:4:6: does not line up with the line above; give both the same spaces in front"),
    ("- a\nb: c\n",
     "f.yaml:2:1: does not line up with the lines above; give it as many spaces in front as its neighbours have"),
    (" title: a\nb: c\n",
     "f.yaml:2:1: does not line up with the lines above; give it as many spaces in front as its neighbours have"),
    ("title: \"휴식\nstart: 14:00\n",
     "f.yaml:1:8: has a quote that is never closed; type the closing quote"),
    ("title: '휴식\nstart: 14:00\n",
     "f.yaml:1:8: has a quote that is never closed; type the closing quote"),
    ("title: \"휴식\nroom: 누리홀\npages: \"4매\"\n",
     "f.yaml:1:8: has a quote that is never closed; type the closing quote"),
    ("title: {ko: 국토, en: \"x}\n",
     "f.yaml:1:21: has a quote that is never closed; type the closing quote"),
    ("title: \"a\n---\n",
     "f.yaml:1:8: has a quote that is never closed; type the closing quote"),
    ("title: \"a\" b\n",
     "f.yaml:1:12: has words after the closing quote; put the whole text in quotes of the other kind"),
    ("title: 'it's'\n",
     "f.yaml:1:12: has words after the closing quote; put the whole text in quotes of the other kind"),
    ("title: \"a\\q\"\n",
     "f.yaml:1:11: has a \\ between double quotes; use single quotes, or delete it"),
    ("title: @x\n",
     "f.yaml:1:8: begins with a sign that YAML keeps for itself; put the whole text in quotes"),
    ("title: %x\n",
     "f.yaml:1:8: begins with a sign that YAML keeps for itself; put the whole text in quotes"),
    ("title: ? a\n",
     "f.yaml:1:8: begins with a sign that YAML keeps for itself; put the whole text in quotes"),
    ("title: , a\n",
     "f.yaml:1:8: begins with a sign that YAML keeps for itself; put the whole text in quotes"),
    ("title: *x\n",
     "f.yaml:1:8: begins with & or *, which YAML keeps for itself; put the whole text in quotes"),
    ("title: &x y\n",
     "f.yaml:1:8: begins with & or *, which YAML keeps for itself; put the whole text in quotes"),
    ("title: &휴 y\n",
     "f.yaml:1:8: begins with & or *, which YAML keeps for itself; put the whole text in quotes"),
    ("title: !x y\n",
     "f.yaml:1:8: begins with ! or %, which YAML keeps for itself; put the whole text in quotes"),
    ("title: !h!x y\n",
     "f.yaml:1:8: begins with ! or %, which YAML keeps for itself; put the whole text in quotes"),
    ("title: |휴식\n",
     "f.yaml:1:8: begins with | or >, which YAML keeps for itself; put the whole text in quotes"),
    ("title: >휴식\n",
     "f.yaml:1:8: begins with | or >, which YAML keeps for itself; put the whole text in quotes"),
    ("%YAML x\n",
     "f.yaml:1:1: begins with ! or %, which YAML keeps for itself; put the whole text in quotes"),
    ("title: \"\\UFFFFFFFF\"\n",
     "f.yaml:1:1: holds a code (after \\ or %) that stands for no character; delete the code"),
    ("title: [a, b\nc: d\n",
     "f.yaml:1:8: has a bracket or a quote that is not closed, or a text in it that needs quotes; close the bracket and the quote, and put a text with , : ? [ ] { } in quotes"),
    ("title: {ko: a\nx: 1\n",
     "f.yaml:1:8: has a bracket or a quote that is not closed, or a text in it that needs quotes; close the bracket and the quote, and put a text with , : ? [ ] { } in quotes"),
    ("title: {ko: a en: b}\n",
     "f.yaml:1:8: has a bracket or a quote that is not closed, or a text in it that needs quotes; close the bracket and the quote, and put a text with , : ? [ ] { } in quotes"),
    ("title: [a]]\n",
     "f.yaml:1:11: has a closing bracket too many; delete it, or put the text in quotes"),
    ("title: - x\n",
     "f.yaml:1:8: begins a list on the field's own line; write [a, b], or each '- a' on a line below"),
    ("a: 1\n---\nb: 2\n",
     "f.yaml:2:1: begins a second document; delete the line ---"),
    ("title: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
     "f.yaml:1:27: has more levels or brackets than any field; delete the brackets, or put the text in quotes"),
    ("items:\n\ttitle: x\n",
     "f.yaml:2:1: is indented with a tab; type two spaces instead of each tab"),
    ("\ttitle: x\n",
     "f.yaml:1:1: is indented with a tab; type two spaces instead of each tab"),
    ("a\u0007b",
     "f.yaml:1:2: holds the control character U+0007; delete it"),
    ("just words\n",
     "f.yaml:1:1: is not a mapping at its top; begin each line with a field's name, a colon and a space, such as 'title: 휴식'"),
    ("- a\n- b\n",
     "f.yaml:1:1: is not a mapping at its top; begin each line with a field's name, a colon and a space, such as 'title: 휴식'"),
    ("a: 1\na: 2\n",
     "f.yaml:2:1 'a': is written twice, first in line 1; delete one of the two"),
    ("a: \"\\0\"\n",
     "f.yaml:1:4 'a': holds a control character (written as an escape); delete the escape"),
    ("[a]: b\n",
     "f.yaml:1:1: has a list or a mapping before a colon; put the value in quotes"),
]
# fmt: on
UNDECODABLE = [
    ("title: 휴식\nroom: 누리홀\n".encode("cp949"), "f.yaml:1:8: is not UTF-8 from here on"),
    ("title: 휴식\nroom: ".encode() + b"\xff", "f.yaml:2:7: is not UTF-8 from here on"),
    (b"\xef\xbb\xbfa: 1\nb: \xff", "f.yaml:2:4: is not UTF-8 from here on"),
]
READINGS: list[tuple[str, Tree]] = [
    ("a: 14:10", "14:10"),
    ("a: no", "no"),
    ("a: 2020-09-25", "2020-09-25"),
    ("a: 044-201-3651", "044-201-3651"),
    ("a: 0o17", "0o17"),
    ("a: 1_000", "1_000"),
    ("a: ~", "~"),
    ("a:", ""),
    ("a: 휴식 # 쉬는 시간", "휴식"),
    ("a: |\n  휴식\n  시간\n", "휴식\n시간\n"),
    ("a: [1, {b: yes}]", ["1", {"b": "yes"}]),
    (
        "a: { ko: 국토, en: Land, Infrastructure and Transport }",
        {"ko": "국토", "en": "Land, Infrastructure and Transport"},
    ),
    ("a: { ko: 참가비 10,000원, en: fee }", {"ko": "참가비 10,000원", "en": "fee"}),
    ("a: { ko: 국토, en }", {"ko": "국토", "en": ""}),
    ("\ufeffa: 휴식", "휴식"),
    ("a:\t휴식\t\r\nb: x\r\n", "휴식"),
    ("a:\u00a0휴식\u3000시간\u200b", "휴식 시간"),
    ("a: \u1112\u1172\u1109\u1175\u11a8", "휴식"),
]


def read(text: str) -> str:
    """Return what is told of a text, or nothing."""
    try:
        _, problems = read_document("f.yaml", text.encode())
    except KnowledgeError as error:
        problems = error.problems
    return "\n".join(in_english(problems))


@pytest.mark.parametrize(("text", "message"), SLIPS)
def test_a_slip_of_typing_is_told_in_words(text: str, message: str) -> None:
    assert read(text) == message


@pytest.mark.parametrize(("data", "message"), UNDECODABLE)
def test_another_encoding_is_told_where_it_begins(data: bytes, message: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        read_document("f.yaml", data)
    assert in_english(caught.value.problems) == [f"{message}; save the file anew and choose UTF-8 as its encoding"]


@pytest.mark.parametrize(("text", "value"), READINGS)
def test_every_scalar_stays_the_text_that_was_typed(text: str, value: Tree) -> None:
    document, problems = read_document("f.yaml", text.encode())
    assert (document.tree["a"], problems) == (value, ())


def test_every_part_keeps_its_place() -> None:
    document, _ = read_document("f.yaml", b"a:\n  b: 1\n  c: [x, y]\n")
    assert document.place_by_trail[("a", "b")] == Place(2, 3)
    assert document.place_by_trail[("a", "c", 1)] == Place(3, 10)
