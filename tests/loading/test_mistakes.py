"""One mistake in a small folder, and the one line that says what to do about it."""
# ruff: noqa: E501 - a message stands on one line, as it is shown

from pathlib import Path

import pytest

from bot.loading import KnowledgeError, check_folder, load_facts
from tests.loading.base import FILES, change, list_errors, write_folder

TOPICS = ("fee", "parking", "wifi")
# fmt: off
MISTAKES = [
    ("seminar.yaml", "title: 바다숲 학술회의\n", "",
     "seminar.yaml:1:1: has no title; add a line such as 'title: 휴식'"),
    ("seminar.yaml", "[2021-03-04, 2021-03-05]", "4.3.2021",
     "seminar.yaml:2:1 'date': '4.3.2021' is not a date; write 2021-03-04"),
    ("seminar.yaml", "[2021-03-04, 2021-03-05]", "25.9.2020",
     "seminar.yaml:2:1 'date': '25.9.2020' is not a date; write 2020-09-25"),
    ("seminar.yaml", "[2021-03-04, 2021-03-05]", "2021년 3월 4일(목)",
     "seminar.yaml:2:1 'date': '2021년 3월 4일(목)' is not a date; write 2021-03-04"),
    ("seminar.yaml", "[2021-03-04, 2021-03-05]", "2021-02-30",
     "seminar.yaml:2:1 'date': '2021-02-30' is no day of the calendar; write the right month and day, like 2020-09-25"),
    ("seminar.yaml", "[2021-03-04, 2021-03-05]", "1021-03-04",
     "seminar.yaml:2:1 'date': '1021-03-04' is not of our time; write a year from 1900 to 2199"),
    ("seminar.yaml", "[2021-03-04, 2021-03-05]", "[2021-03-04, 2021-03-04]",
     "seminar.yaml:2:20 'date.2': 2021-03-04 is written twice; delete one of the two"),
    ("seminar.yaml", "[2021-03-04, 2021-03-05]", "[]",
     "seminar.yaml:2:1 'date': is an empty list; write a value"),
    ("seminar.yaml", "[2021-03-04, 2021-03-05]", "2021-03-04\nstart: 14:00\nend: 13:00",
     "seminar.yaml:4:1 'end': ends 13:00 before it starts 14:00; write a later time, such as 14:10"),
    ("seminar.yaml", "[2021-03-04, 2021-03-05]", "2021-03-04\ntimezone: Asia/Seol",
     "seminar.yaml:3:1 'timezone': 'Asia/Seol' is not a time zone; write an IANA name such as Asia/Seoul"),
    ("seminar.yaml", "[2021-03-04, 2021-03-05]", "2021-03-04\ntimezone: Asia",
     "seminar.yaml:3:1 'timezone': 'Asia' is not a time zone; write an IANA name such as Asia/Seoul"),
    ("seminar.yaml", "[2021-03-04, 2021-03-05]", "2021-03-04\ntitel: x",
     "seminar.yaml:3:1 'titel': is not a field that belongs here; write title"),
    ("seminar.yaml", "room: 누리홀", "room: [누리홀]",
     "seminar.yaml:5:3 'venue.room': is a list where one text belongs; write one text, in quotes if it holds [ ] { } or a colon"),
    ("seminar.yaml", "room: 누리홀", "room:",
     "seminar.yaml:5:3 'venue.room': is empty; write a value or delete the line"),
    ("seminar.yaml", "room: 누리홀", "room: { en: hall }",
     "seminar.yaml:5:3 'venue.room': has no ko; add a line such as 'ko: 휴식'"),
    ("seminar.yaml", "room: 누리홀", "room: 누리홀\n  status: changed",
     "seminar.yaml:6:3 'venue.status': is changed but does not say what it was; add a line such as 'was: 1층 소회의실'"),
    ("seminar.yaml", "room: 누리홀", "room: 누리홀\n  was: 소회의실",
     "seminar.yaml:6:3 'venue.was': does not go with status confirmed; write status: changed, or delete the line"),
    ("seminar.yaml", "room: 누리홀", "room: 누리홀\n  status: chnaged\n  was: 소회의실",
     "seminar.yaml:6:3 'venue.status': 'chnaged' is not known here; write changed"),
    ("seminar.yaml", "room: 누리홀", "room: 누리홀\n  status: cancelled\n  since: 2021-03-02",
     "seminar.yaml:7:3 'venue.since': '2021-03-02' is not a moment; write a date, a space and a time like 2020-09-24 13:02"),
    ("seminar.yaml", "room: 누리홀", "room: 누리홀\n  status: cancelled\n  since: 2021-03-02 1:30 pm",
     "seminar.yaml:7:3 'venue.since': '2021-03-02 1:30 pm' is not a moment; write 2021-03-02 13:30"),
    ("seminar.yaml", "room: 누리홀", "room: 누리홀\n  status: unconfirmed\n  since: 2021-03-02 13:30",
     "seminar.yaml:7:3 'venue.since': does not go with status unconfirmed; delete the line, or write status: changed, status: cancelled"),
    ("seminar.yaml", "- organisation: mof", "- organisation: mfo",
     "seminar.yaml:7:5 'hosts.1.organisation': 'mfo' is not an id under organisations in speakers.yaml; write mof"),
    ("seminar.yaml", "    role: 주최\n", "",
     "seminar.yaml:7:5 'hosts.1': has no role; add a line such as 'role: 주최'"),
    ("seminar.yaml", "  name: 부산항 국제회의장\n  room: 누리홀\n", "  부산항 국제회의장\n",
     "seminar.yaml:3:1 'venue': holds no fields; write its fields below it, each like 'title: 휴식' and two spaces deeper"),
    ("schedule.yaml", "start: 11:10", "start: 2:10 pm",
     "schedule.yaml:12:5 'discussion.start': '2:10 pm' is not a time; write 14:10"),
    ("schedule.yaml", "start: 11:10", "start: 오후 2시 10분",
     "schedule.yaml:12:5 'discussion.start': '오후 2시 10분' is not a time; write 14:10"),
    ("schedule.yaml", "start: 11:10", "start: 1410",
     "schedule.yaml:12:5 'discussion.start': '1410' is not a time; write 14:10"),
    ("schedule.yaml", "start: 11:10", "start: 24:00",
     "schedule.yaml:12:5 'discussion.start': '24:00' is not a time of this day; write 23:59, or 00:00 with the next date"),
    ("schedule.yaml", "start: 11:10", "start: 25:00",
     "schedule.yaml:12:5 'discussion.start': '25:00' is not a time; write hours and minutes like 14:10"),
    ("schedule.yaml", "start: 11:10", "start: 정오",
     "schedule.yaml:12:5 'discussion.start': '정오' is not a time; write hours and minutes like 14:10"),
    ("schedule.yaml", "end: 11:10", "end: 10:50",
     "schedule.yaml:9:5 'break.end': ends 10:50 before it starts 11:00; write a later time, such as 11:10"),
    ("schedule.yaml", "end: 11:10", "end: 11:00",
     "schedule.yaml:9:5 'break.end': ends 11:00 when it starts 11:00; write a later time, such as 11:10"),
    ("schedule.yaml", "end: 11:10", "end: 11:15",
     "schedule.yaml:12:5 'discussion': takes 11:10–12:00, when 'break' (11:00–11:15) has the same room; write times that do not overlap, or another room"),
    ("schedule.yaml", "    title: 휴식\n", "    date: 2021-03-06\n    title: 휴식\n",
     "schedule.yaml:7:5 'break.date': 2021-03-06 is not a date of the seminar; write a date of the seminar: 2021-03-04, 2021-03-05"),
    ("schedule.yaml", "    title: 휴식\n", "    kind: brake\n    title: 휴식\n",
     "schedule.yaml:7:5 'break.kind': 'brake' is not known here; write break"),
    ("schedule.yaml", "    title: 휴식\n", "    title: 휴식\n    title: 쉬는 시간\n",
     "schedule.yaml:8:5 'break.title': is written twice, first in line 7; delete one of the two"),
    ("schedule.yaml", "    title: 휴식\n", "    titel: 휴식\n",
     "schedule.yaml:7:5 'break.titel': is not a field that belongs here; write title"),
    ("schedule.yaml", "  break:", "  Coffee-Break:",
     "schedule.yaml:6:3 'Coffee-Break': 'Coffee-Break' is not an id; write coffee_break"),
    ("schedule.yaml", "  break:", "  휴식:",
     "schedule.yaml:6:3 '휴식': '휴식' is not an id; write small Latin letters, digits and _, like talk_1"),
    ("schedule.yaml", "  break:", "  talk1:",
     "schedule.yaml:16:3 'talk1': has the id of schedule.yaml:6; write another id, such as talk1_2"),
    ("schedule.yaml", "  break:", "  mof:",
     "speakers.yaml:2:3 'mof': has the id of schedule.yaml:6; write another id, such as mof_2"),
    ("schedule.yaml", "chair: kim_bada", "chair: kim_bad",
     "schedule.yaml:14:5 'discussion.chair': 'kim_bad' is not an id under people in speakers.yaml; write kim_bada"),
    ("schedule.yaml", "chair: kim_bada", "chair: 이하늘",
     "schedule.yaml:14:5 'discussion.chair': '이하늘' is not an id under people in speakers.yaml; write lee_haneul"),
    ("schedule.yaml", "chair: kim_bada", "chair: mof",
     "schedule.yaml:14:5 'discussion.chair': 'mof' is not an id under people in speakers.yaml; write one of the ids there, or add it there"),
    ("schedule.yaml", "chair: kim_bada", "speaker: kim_bada, mof",
     "schedule.yaml:14:5 'discussion.speaker': 'kim_bada, mof' is one text with commas; write a list in brackets: [kim_bada, mof]"),
    ("schedule.yaml", "chair: kim_bada", "chair: { value: 김바다, status: confirmed }",
     "schedule.yaml:14:26 'discussion.chair.status': 'confirmed' is not known here; write unconfirmed"),
    ("schedule.yaml", "chair: kim_bada", "chair: { value: kim_bada, status: cancelled }",
     "schedule.yaml:14:31 'discussion.chair.status': 'cancelled' is not known here; write one of unconfirmed, changed"),
    ("schedule.yaml", "chair: kim_bada", "chair: { value: kim_bada, status: changed }",
     "schedule.yaml:14:31 'discussion.chair.status': is changed but does not say what it was; add a line such as 'was: 1층 소회의실'"),
    ("schedule.yaml", "chair: kim_bada", "chair: { value: kim_bada, status: unconfirmed, was: 이하늘 }",
     "schedule.yaml:14:52 'discussion.chair.was': does not go with status unconfirmed; write status: changed, or delete the line"),
    ("schedule.yaml", "chair: kim_bada", "chair: { value: 김바다, status: unconfirmed, since: 2021-03-02 9:30 }",
     "schedule.yaml:14:47 'discussion.chair.since': does not go with status unconfirmed; delete the line, or write status: changed"),
    ("schedule.yaml", "chair: kim_bada", "chair: { value: 김바다, status: changed, was: 이하늘 }",
     "schedule.yaml:14:14 'discussion.chair.value': '김바다' is not an id under people in speakers.yaml; write kim_bada"),
    ("schedule.yaml", "chair: kim_bada", "speaker: { value: [mof, { ko: 이하늘 }], status: changed, was: 박누구 }",
     "schedule.yaml:14:29 'discussion.speaker.value.2': '이하늘' is not an id under people, organisations in speakers.yaml; write lee_haneul"),
    ("schedule.yaml", "chair: kim_bada", "room: { value: 2층, status: changed, was: 1층, since: 어제 }",
     "schedule.yaml:14:50 'discussion.room.since': '어제' is not a moment; write a date, a space and a time like 2020-09-24 13:02"),
    ("schedule.yaml", "title: 토론", "title: { value: 토론, status: unconfirmed }",
     "schedule.yaml:11:5 'discussion.title': has a status, which this field cannot have; write the text alone"),
    ("schedule.yaml", "start: 11:10", "start: { value: 11시, status: unconfirmed }",
     "schedule.yaml:12:14 'discussion.start.value': '11시' is not a time; write 11:00"),
    ("schedule.yaml", "start: 11:10", "start: { value: 11:05, status: changed, was: 11:10 }",
     "schedule.yaml:12:5 'discussion': takes 11:05–12:00, when 'break' (11:00–11:10) has the same room; write times that do not overlap, or another room"),
    ("schedule.yaml", "order: 2", "order: 2\n    start: { value: 10:30, status: unconfirmed }",
     "schedule.yaml:24:5 'talk2.start': has start without end; add a line such as 'end: 16:30'"),
    ("schedule.yaml", "order: 2", "order: 2\n    date: { value: 2021-03-06, status: unconfirmed }",
     "schedule.yaml:24:5 'talk2.date': 2021-03-06 is not a date of the seminar; write a date of the seminar: 2021-03-04, 2021-03-05"),
    ("schedule.yaml", "chair: kim_bada", "chair: { value: 김바다 }",
     "schedule.yaml:14:5 'discussion.chair': has no status; add a line such as 'status: unconfirmed'"),
    ("schedule.yaml", "chair: kim_bada", "chair: 박누구",
     "schedule.yaml:14:5 'discussion.chair': '박누구' is not an id under people in speakers.yaml; write one of the ids there, or add it there"),
    ("schedule.yaml", "order: 2", "order: 1",
     "schedule.yaml:23:5 'talk2.order': has order 1, as 'talk1' has; write 2, or another order to 'talk1'"),
    ("schedule.yaml", "order: 2", "order: 0",
     "schedule.yaml:23:5 'talk2.order': '0' is not a place in the order; write 1 for the first talk, 2 for the next"),
    ("schedule.yaml", "order: 2", "order: 2.",
     "schedule.yaml:23:5 'talk2.order': '2.' is not a place in the order; write 2"),
    ("schedule.yaml", "order: 2", "order: 둘",
     "schedule.yaml:23:5 'talk2.order': '둘' is not a place in the order; write 1 for the first talk, 2 for the next"),
    ("schedule.yaml", "order: 2", "order: 2\n    start: 10:30",
     "schedule.yaml:24:5 'talk2.start': has start without end; add a line such as 'end: 16:30'"),
    ("schedule.yaml", "order: 2", "order: 2\n    start: 10:30\n    end: 11:05",
     "schedule.yaml:24:5 'talk2': takes 10:30–11:05, but its session 'talks' 10:00–11:00; write times within 10:00–11:00"),
    ("schedule.yaml", "    order: 2\n    session: talks", "    order: 2\n    start: 10:30\n    end: 10:45",
     "schedule.yaml:24:5 'talk2': takes 10:30–10:45, when 'talks' (10:00–11:00) has the same room; write session: talks"),
    ("schedule.yaml", "order: 2\n    session: talks", "order: 2\n    session: talk",
     "schedule.yaml:24:5 'talk2.session': 'talk' is not an id under items in schedule.yaml; write talks"),
    ("schedule.yaml", "order: 2", "order: 2\n    keywords: 바다, 숲",
     "schedule.yaml:24:5 'talk2.keywords': '바다, 숲' is one text with commas; write a list in brackets: [바다, 숲]"),
    ("schedule.yaml", "order: 2", "order: 2\n    date: 2021-03-05\n    start: 10:30\n    end: 10:50",
     "schedule.yaml:24:5 'talk2': is on 2021-03-05, but its session 'talks' on 2021-03-04; write 2021-03-04"),
    ("press.yaml", "media: [internet]", "media: [interent]",
     "press.yaml:6:13 'online.media.1': 'interent' is not known here; write internet"),
    ("press.yaml", "media: [internet]", "media: radio",
     "press.yaml:6:5 'online.media': 'radio' is not known here; write one of newspaper, wire, broadcast, internet, newspaper_website, all"),
    ("press.yaml", "time: 11:00", "time: 11:00\n    edition: 조간",
     "press.yaml:9:5 'online.edition': has a time and an edition; delete one of the two"),
    ("press.yaml", "staff: [lee_haneul]", "staff: lee_hanul",
     "press.yaml:3:3 'release.staff': 'lee_hanul' is not an id under people in speakers.yaml; write lee_haneul"),
    ("press.yaml", "  hope:", "  release:",
     "press.yaml:1:1 'release': has the id of press.yaml:10; write another id, such as release_2"),
    ("faq.yaml", "topic: fee", "topic: fees",
     "faq.yaml:3:5 'fee_question.topic': 'fees' is not a topic that people ask of any seminar; write fee"),
    ("faq.yaml", "    topic: fee\n", "",
     "faq.yaml:2:3 'fee_question': has neither a topic nor words; add a line such as 'words: [주차, 주차장]', or a topic"),
    ("faq.yaml", "- parking", "- fee",
     "faq.yaml:7:5 'not_announced.1': 'fee' stands in line 3 already; delete one of the two"),
    ("faq.yaml", "- parking", "- parking\n  - parking",
     "faq.yaml:8:5 'not_announced.2': 'parking' stands in line 7 already; delete one of the two"),
    ("faq.yaml", "- parking", "- {id: talk1, label: 축사}",
     "faq.yaml:7:6 'talk1': has the id of schedule.yaml:16; write another id, such as talk1_2"),
    ("faq.yaml", "- parking", "- {words: 축사}",
     "faq.yaml:7:5 'not_announced.1': has no label; add a line such as 'label: 참가비'"),
    ("faq.yaml", "- parking", "- 주차",
     "faq.yaml:7:5 'not_announced.1': '주차' is not a topic that people ask of any seminar; write one of those in docs/knowledge.md, or a label and words of your own"),
    ("faq.yaml", "answer: 무료입니다.", "answer: \"무료\\x07입니다.\"",
     "faq.yaml:5:13 'fee_question.answer': holds a control character (written as an escape); delete the escape"),
    ("faq.yaml", "answer: 무료입니다.", "answer: !무료 입니다.",
     "faq.yaml:5:13: begins with ! or %, which YAML keeps for itself; put the whole text in quotes"),
    ("contacts.yaml", "contacts:\n  desk:\n", "contacts:\n  - desk:\n",
     "contacts.yaml:1:1 'contacts': is a list where a mapping belongs; write 'name: value' lines without '- ' in front"),
    ("seminar.yaml", "role: 주최", "role: { ko: 주최, en: Host, main }",
     "seminar.yaml:8:31 'hosts.1.role.main': is not a field that belongs here; use one of ko, en, or put a text with a comma in quotes"),
]
# fmt: on
GRANTED = [
    ("schedule.yaml", "    title: 휴식\n", "    title: 휴식\n    date: 2021-03-05\n"),
    ("schedule.yaml", "order: 2", "order: 2\n    start: 10:30\n    end: 10:50"),
    ("schedule.yaml", "start: 10:00", "start: 9:05"),
    ("schedule.yaml", "end: 11:10", "end: 11:15\n    room: 2층 로비"),
    ("schedule.yaml", "end: 11:10", "end: 11:15\n    status: cancelled"),
    ("schedule.yaml", "chair: kim_bada", "chair: { value: 박누구, status: unconfirmed, source: 초안 }"),
    ("schedule.yaml", "chair: kim_bada", "chair: { value: lee_haneul, status: changed, was: 김바다 }"),
    (
        "schedule.yaml",
        "chair: kim_bada",
        "room: { value: { ko: 별관 }, status: changed, was: 본관, since: 2021-03-02 9:30 }",
    ),
    ("schedule.yaml", "end: 11:10", "end: { value: 11:20, status: changed, was: 11:10 }\n    room: 모든 방"),
    ("schedule.yaml", "order: 2", "order: 2\n    start: { value: 10:30, status: unconfirmed }\n    end: 10:50"),
    ("schedule.yaml", "title: 휴식", "title: no"),
    ("faq.yaml", "  - parking\n", ""),
    ("faq.yaml", "- parking", "- { id: speech_order, label: 축사 순서 }"),
    ("faq.yaml", "- parking", "- { label: 축사 순서, words: [축사 순서] }"),
    ("contacts.yaml", "phones: [051-000-1234]", "phones: 051-000-1234"),
    ("press.yaml", "staff: [lee_haneul]", "staff: lee_haneul"),
    (
        "seminar.yaml",
        "  - organisation: mof\n    role: 주최",
        "  - { organisation: mof, role: { ko: 주최, en: Host, main hall } }",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "message"), MISTAKES)
def test_a_mistake_is_told_with_its_place_and_what_to_type(
    tmp_path: Path, file: str, old: str, new: str, message: str
) -> None:
    folder = write_folder(tmp_path, change(file, old, new))
    assert list_errors(folder, TOPICS) == [message]
    with pytest.raises(KnowledgeError):
        load_facts(folder, TOPICS)


@pytest.mark.parametrize(("file", "old", "new"), GRANTED)
def test_what_is_clear_is_granted(tmp_path: Path, file: str, old: str, new: str) -> None:
    folder = write_folder(tmp_path, change(file, old, new))
    assert list_errors(folder, TOPICS) == []


def test_ten_mistakes_in_four_files_are_told_together(tmp_path: Path) -> None:
    schedule = FILES["schedule.yaml"].replace("end: 11:10", "end: 10:10").replace("order: 2", "order: two")
    schedule = schedule.replace("chair: kim_bada", "chair: kim_bad\n    start: 10").replace("title: 토론", "title:")
    folder = write_folder(
        tmp_path,
        {
            "seminar.yaml": FILES["seminar.yaml"].replace("room:", "rooom:").replace("[2021-03-04, 2", "[4.3.2021, 2"),
            "schedule.yaml": schedule,
            "press.yaml": FILES["press.yaml"].replace("11:00", "11 am").replace("internet", "radio"),
            "faq.yaml": "faq:\n\tfee: 무료\n",
        },
    )
    assert [f"{problem.file}:{problem.line}" for problem in check_folder(folder)] == [
        "seminar.yaml:2",
        "seminar.yaml:5",
        "schedule.yaml:9",
        "schedule.yaml:11",
        "schedule.yaml:14",
        "schedule.yaml:15",
        "schedule.yaml:24",
        "press.yaml:6",
        "press.yaml:8",
        "faq.yaml:2",
    ]


def test_an_error_tells_every_problem_in_a_line_of_its_own(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {"seminar.yaml": "{}", "faq.yaml": "faq: [x]"})
    with pytest.raises(KnowledgeError) as caught:
        load_facts(folder)
    assert len(caught.value.problems) == 3
    assert str(caught.value).count("\n") == 2


def test_topics_are_not_checked_where_none_are_known(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, change("faq.yaml", "- parking", "- anything"))
    assert check_folder(folder) == ()


def test_an_unreadable_file_hides_no_mistake_of_another_and_invents_none(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {**change("schedule.yaml", "end: 11:10", "end: 10:50"), "speakers.yaml": '"'})
    assert [f"{problem.file}:{problem.line}" for problem in check_folder(folder)] == [
        "schedule.yaml:9",
        "speakers.yaml:1",
    ]
