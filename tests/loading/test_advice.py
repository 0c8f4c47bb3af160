"""What only looks wrong is told and stops nothing; what is right is not told."""
# ruff: noqa: E501 - a case stands on one line

from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.loading import check_folder, load_facts
from bot.loading.rules import Level, Rule
from tests.loading.base import FILES, change, in_english, write_folder

PHONES = "[051-000-1234]"
DAYS = "date: [2021-03-04, 2021-03-05]"
ANSWER = "answer: 무료입니다."
BOTH = {  # a folder in both languages
    "seminar.yaml": "title: { ko: 회의, en: Conference }\ndate: 2021-03-04\n",
    "schedule.yaml": "",
    "speakers.yaml": "people:\n  kim:\n    name: { ko: 김, en: Kim }\n    role: { ko: 사회, en: MC }\n",
    "contacts.yaml": "contacts:\n  desk:\n    purpose: { ko: 문의, en: enquiries }\n",
    "press.yaml": "",
}


def faq(label: str) -> Mapping[str, str]:
    return {
        **BOTH,
        "faq.yaml": f"faq:\n  fee:\n    topic: fee\n    label: {label}\n    answer: {{ ko: 무료, en: free }}\n",
    }


def warn(folder: Path) -> list[str]:
    """Return the warnings of a folder in English, which can be loaded for all of them."""
    problems = check_folder(folder)
    assert [problem for problem in problems if problem.rule.level is Level.ERROR] == []
    assert load_facts(folder).seminar.days
    return in_english(problems)


# fmt: off
GAPS = [
    ("start: 11:00\n    end: 11:10", "start: 11:00\n    end: 11:05\n    room: 로비", []),
    ("start: 11:10\n    end: 12:00", "start: 11:21\n    end: 12:00", ["schedule.yaml:12:5 'discussion.start': begins 11 minutes"]),
    ("start: 11:10\n    end: 12:00", "start: 11:20\n    end: 12:00", []),
    ("start: 11:10\n    end: 12:00", "date: 2021-03-05\n    start: 15:00\n    end: 16:00", []),
    ("start: 11:10\n    end: 12:00", "kind: dinner\n    start: 18:00\n    end: 20:00", []),
    ("start: 11:00\n    end: 11:10", "start: 11:00\n    end: 11:10\n    status: cancelled", []),
    ("start: 11:10\n    end: 12:00", "start: { value: 11:40, status: unconfirmed }\n    end: 12:00", ["schedule.yaml:12:5 'discussion.start': begins 30 minutes"]),
]
PHONE_NUMBERS = [
    ("[044-201-4950]", True), ("[044-201-4950, 3651]", True), ('["044-201-4950, 3651"]', True), ("(044) 201-4950", True),
    ("02-123-4567", True), ("0212345678", True), ("02) 1234-5678", True), ("031.123.4567", True), ("010-1234-5678", True), ("070-1234-5678", True),
    ("080-123-4567", True), ("0507-1234-5678", True), ("1588-1234", True), ("1899-1234", True), ("+82-44-201-4950", True),
    ("+82 (0)44 201 4950", True), ("82-10-1234-5678", True), ("044-201-4950(내선 12)", True), ("０４４-２０１-４９５０", True), ("110", True), ("국번 없이 120", True),
    ("3651", False), ("059 000 1234", False), ("059-000-1234", False), ("[3651, 044-201-4950]", False), ("034-201-4950", False), ("044-201-495", False), ("044-201-49501", False), ("012-123-4567", False),
    ("+1 202 555 0143", False), ("201-4950", False), ("없음", False), ("1388-12345", False),
]
WEEKDAYS = [
    ("3월 4일(목)", None), ("3월 4일(금)", "3월 4일(목)"), ("3월 4일 금요일", "3월 4일 목요일"), ("3. 4.(금)", "3. 4.(목)"), ("3/4(금)", "3/4(목)"),
    ("2020년 9월 25일(목)", "2020년 9월 25일(금)"), ("2020년 9월 25일(금)", None), ("2020. 9. 25.(목)", "2020. 9. 25.(금)"),
    ("2020-09-25(목)", "2020-09-25(금)"), ("12월 31일(목)", None), ("12월 31일(금)", "12월 31일(목)"), ("4일(금)", "4일(목)"), ("7일(월)", None), ("3월 4일(금요일)", "3월 4일(목요일)"),
    ("2월 30일(금)", None), ("3월 4일(수료)", None), ("13월 4일(금)", None), ("10.5(금)", "10.5(화)"),
    ("Friday, 4 March", "Thursday, 4 March"), ("Thursday, 4 March", None), ("Fri 4 Mar", "Thu 4 Mar"), ("Thurs 4 March", None), ("Friday, March 4th", "Thursday, March 4th"),
    ("Friday, September 25, 2020", None), ("Thursday, 25 September 2020", "Friday, 25 September 2020"), ("4 March (Fri)", "4 March (Thu)"), ("March 4, 2021 (Friday)", "March 4, 2021 (Thursday)"),
    ("Thursday the 5th of March", "Friday the 5th of March"), ("Sunday 4 Marvels", None),
]
WORDINGS = [
    ("speakers.yaml", "name: 이하늘", "name: 이하늘\n    spellings: [김 바다]", "speakers.yaml:10:17 'lee_haneul.spellings.1': '김 바다' is also a spelling of 'kim_bada'"),
    ("speakers.yaml", "name: 이하늘", "name: 김바다", None),
    ("speakers.yaml", "name: 이하늘", "name: 이하늘\n    spellings: [이하늘, 이 하늘]", None),
    ("speakers.yaml", "name: 이하늘", "name: 이하늘\n    wrong_spellings: [해양수산부]", "speakers.yaml:10:23 'lee_haneul.wrong_spellings.1': '해양수산부' also stands for 'mof'"),
    ("schedule.yaml", "order: 2", "order: 2\n    keywords: [해양수산부]", None),
    ("schedule.yaml", "order: 2", "order: 2\n    keywords: [숲]\n    spellings: [SOC]", None),
    ("faq.yaml", "    label: 참가비", "    words: 회비\n    label: 참가비\n    answer: 만 원\n  other:\n    words: 회비\n    label: 다른 것", "faq.yaml:8:5 'other.words': '회비' also stands for 'fee_question'"),
    ("faq.yaml", "- parking", "- { label: 축사, words: [축사, 참가비] }", "faq.yaml:7:30 'not_announced.1.words.2': '참가비' also stands for 'fee_question'"),
]
HOURS = [  # the first day is from 10:00 to 12:00; the second has a row of its own where it has an end
    ("start: 10:00", "", "", None),
    ("start: 9:00", "", "", "'start': is 09:00, but the first row 'talks' starts at 10:00; mend whichever is wrong, such as 'start: 10:00'"),
    ("start: 10:30", "", "", "'start': is 10:30, but the first row 'talks' starts at 10:00; mend whichever is wrong, such as 'start: 10:00'"),
    ("start: 10:00", "9:30", "registration", None),
    ("start: 9:30", "9:30", "registration", None),
    ("start: 10:00", "9:50", "opening", "'start': is 10:00, but the first row 'extra' starts at 09:50; mend whichever is wrong, such as 'start: 09:50'"),
    ("end: 12:00", "", "", None),  # nobody said what there is on the second day
    ("end: 12:00", "11:00", "second day", "'end': is 12:00, but the last row 'extra' ends at 11:10; mend whichever is wrong, such as 'end: 11:10'"),
    ("end: 11:10", "11:00", "second day", None),
    ("end: 11:00", "11:00", "second day", "'end': is 11:00, but the last row 'extra' ends at 11:10; mend whichever is wrong, such as 'end: 11:10'"),
    ("end: 12:00\ndate: 2021-03-04", "12:00", "dinner", None),
    ("end: 12:10\ndate: 2021-03-04", "12:00", "dinner", None),
    ("end: 12:00\ndate: 2021-03-04", "12:00", "photo", "'end': is 12:00, but the last row 'extra' ends at 12:10; mend whichever is wrong, such as 'end: 12:10'"),
    ("end: 12:00\ndate: 2021-03-04", "12:00", "photo\n    status: cancelled", None),
    ("end: 12:10\ndate: 2021-03-04", "12:00", "photo\n    status: cancelled", None),
]
PEOPLE = [
    ("speakers.yaml", "name: 이하늘", "name: 이하늘\n  park:\n    name: 박누구", True),
    ("speakers.yaml", "name: 이하늘", "name: 이하늘\n  park:\n    name: 박누구\n    role: 사회", False),
    ("faq.yaml", ANSWER, "answer: 이하늘이 답합니다.", False),
]
EMBARGOES = [
    ("date: 2021-03-03\n    time: 11:00", "date: 2021-03-05\n    time: 12:30", None),  # the second day has no rows
    ("date: 2021-03-03\n    time: 11:00", "date: 2021-03-06", "lifts at 2021-03-06, when the event is over (2021-03-05 23:59)"),
    ("date: 2021-03-03\n    time: 11:00", "date: 2021-03-05", None),
]
TRANSLATIONS = [
    ("{ ko: 참가비, en: fee }", None),
    ("참가비", "faq.yaml:4:5 'fee.label': '참가비' has no English"),
    ("{ ko: 참가비, en: 참가비 }", "faq.yaml:4:5 'fee.label': '참가비' has no English"),
    ("Entrance fee", "faq.yaml:4:5 'fee.label': 'Entrance fee' has no Korean"),
    ("{ ko: Entrance fee, en: Entrance fee }", "faq.yaml:4:5 'fee.label': 'Entrance fee' has no Korean"),
    ("SNS", None),
    ("'2021'", None),
    ("{ ko: 3쪽, en: '3' }", None),
]
# fmt: on


@pytest.mark.parametrize(("old", "new", "warnings"), GAPS)
def test_a_gap_of_more_than_ten_minutes_inside_a_day_is_told(
    tmp_path: Path, old: str, new: str, warnings: list[str]
) -> None:
    told = warn(write_folder(tmp_path, change("schedule.yaml", old, new)))
    assert [line.split(" after")[0] for line in told] == warnings


def test_what_takes_place_in_another_room_fills_a_gap(tmp_path: Path) -> None:
    rows = "start: 11:40\n    end: 12:00\n  tea:\n    title: 차\n    room: 로비\n    start: 11:00\n    end: 11:40"
    assert warn(write_folder(tmp_path, change("schedule.yaml", "start: 11:10\n    end: 12:00", rows))) == []


def test_a_row_that_cannot_be_read_leaves_no_gap(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, change("schedule.yaml", "end: 11:10", "end: 11시 십분"))
    assert [problem.rule for problem in check_folder(folder)] == [Rule.NOT_A_TIME]


@pytest.mark.parametrize(("hours", "start", "kind", "warning"), HOURS)
def test_hours_unlike_the_first_and_the_last_row_are_told(
    tmp_path: Path, hours: str, start: str, kind: str, warning: str | None
) -> None:
    own, _, day = hours.partition("\n")
    seminar = FILES["seminar.yaml"].replace(DAYS, f"{day or DAYS}\n{own}")
    last = "date: 2021-03-05" if kind == "second day" else f"kind: {kind}"
    end = {"9:30": "10:00", "9:50": "10:00", "11:00": "11:10", "12:00": "12:10"}.get(start, "")
    row = f"  extra:\n    title: 더\n    start: {start}\n    end: {end}\n    {last}\n" if start else ""
    schedule = FILES["schedule.yaml"].replace("talks:\n  talk1", f"{row}talks:\n  talk1")
    told = warn(write_folder(tmp_path, {"seminar.yaml": seminar, "schedule.yaml": schedule}))
    assert [line.partition(" ")[2] for line in told] == ([warning] if warning else [])


@pytest.mark.parametrize(("phones", "is_korean"), PHONE_NUMBERS)
def test_a_number_that_nobody_in_korea_can_dial_is_told(tmp_path: Path, phones: str, is_korean: bool) -> None:
    told = warn(write_folder(tmp_path, change("contacts.yaml", PHONES, phones)))
    assert ["is not a Korean phone number" in line for line in told] == ([] if is_korean else [True])


@pytest.mark.parametrize(("date", "right"), WEEKDAYS)
def test_a_weekday_of_another_date_is_told_with_the_right_one(tmp_path: Path, date: str, right: str | None) -> None:
    told = warn(write_folder(tmp_path, change("faq.yaml", ANSWER, f"answer: '{date} 까지'")))
    assert [line.partition("; ")[2] for line in told] == ([f"write {right} if the date is right"] if right else [])


@pytest.mark.parametrize(
    ("dates", "right"),
    [
        ("3월 4일(목)~5일(목)", "5일(금)"),
        ("4월 3일(토)~4일(목)", "4일(일)"),
        ("4월 3일(토)~4일(일)", None),
        ("3월 31일(수)~4일(일)", None),
        ("3-4일(금)", "4일(목)"),
    ],
)
def test_a_second_day_is_of_the_month_of_the_first(tmp_path: Path, dates: str, right: str | None) -> None:
    told = warn(write_folder(tmp_path, change("faq.yaml", ANSWER, f"answer: {dates}")))
    assert [line.partition("; ")[2] for line in told] == ([f"write {right} if the date is right"] if right else [])


@pytest.mark.parametrize(("file", "old", "new", "warning"), WORDINGS)
def test_a_wording_that_two_entries_share_is_told(
    tmp_path: Path, file: str, old: str, new: str, warning: str | None
) -> None:
    told = warn(write_folder(tmp_path, change(file, old, new)))
    assert [line.partition(", so that")[0] for line in told] == ([warning] if warning else [])


@pytest.mark.parametrize(("file", "old", "new", "is_told"), PEOPLE)
def test_a_person_whom_nobody_mentions_is_told(tmp_path: Path, file: str, old: str, new: str, is_told: bool) -> None:
    told = warn(write_folder(tmp_path, change(file, old, new)))
    assert ["is mentioned nowhere else" in line for line in told] == ([True] if is_told else [])


def test_a_person_may_be_mentioned_in_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {"contacts.yaml": '"', "press.yaml": ""})
    assert [problem.rule for problem in check_folder(folder)] == [Rule.OPEN_QUOTE]


def test_a_person_whose_id_is_misspelt_is_mentioned(tmp_path: Path) -> None:
    speakers = FILES["speakers.yaml"] + "  park_nugu:\n    name: 박누구\n"
    folder = write_folder(
        tmp_path, {**change("schedule.yaml", "chair: kim_bada", "chair: park_nug"), "speakers.yaml": speakers}
    )
    assert [problem.rule for problem in check_folder(folder)] == [Rule.UNKNOWN_REFERENCE]


@pytest.mark.parametrize(("old", "new", "warning"), EMBARGOES)
def test_an_embargo_after_the_event_is_told(tmp_path: Path, old: str, new: str, warning: str | None) -> None:
    told = warn(write_folder(tmp_path, change("press.yaml", old, new)))
    assert [line.partition("': ")[2].partition("; ")[0] for line in told] == ([warning] if warning else [])


def test_an_embargo_on_the_day_is_held_against_the_last_row(tmp_path: Path) -> None:
    days = change("seminar.yaml", "[2021-03-04, 2021-03-05]", "2021-03-04")
    late = change("press.yaml", "date: 2021-03-03\n    time: 11:00", "date: 2021-03-04\n    time: 12:01")
    (told,) = warn(write_folder(tmp_path, {**days, **late}))
    assert "when the event is over (2021-03-04 12:00)" in told


@pytest.mark.parametrize(("label", "warning"), TRANSLATIONS)
def test_a_language_that_a_text_lacks_is_told_where_the_others_have_both(
    tmp_path: Path, label: str, warning: str | None
) -> None:
    told = warn(write_folder(tmp_path, faq(label)))
    assert [line.partition(";")[0] for line in told] == ([warning] if warning else [])


def test_a_folder_of_one_language_lacks_none(tmp_path: Path) -> None:
    assert warn(write_folder(tmp_path, change("faq.yaml", "label: 참가비", "label: { ko: 참가비, en: fee }"))) == []


def test_warnings_are_told_beside_errors_in_the_order_of_the_files(tmp_path: Path) -> None:
    folder = write_folder(
        tmp_path,
        {
            **change("faq.yaml", "label: 참가비", "lable: 참가비"),
            "contacts.yaml": FILES["contacts.yaml"].replace("051", "059"),
        },
    )
    assert [problem.rule for problem in check_folder(folder)] == [Rule.NOT_A_PHONE_NUMBER, Rule.UNKNOWN_FIELD]
