"""What becomes of the files: entries with paths, sources and statuses."""

from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.core.model import Facts, Note, Status, Text
from bot.loading import load_facts
from tests.loading.base import FILES, change, write_folder


def load(folder: Path, file: str, old: str, new: str) -> Facts:
    return load_facts(write_folder(folder, change(file, old, new)))


def test_every_entry_has_its_path(tmp_path: Path) -> None:
    facts = load_facts(write_folder(tmp_path))
    assert facts.seminar.venue
    assert facts.release
    parts = (facts.seminar, facts.seminar.venue, *facts.seminar.hosts, *facts.organisations, *facts.people)
    assert [entry.path for entry in parts] == [
        *("seminar", "seminar.venue", "seminar.hosts.mof"),
        *("speakers.mof", "speakers.kim_bada", "speakers.lee_haneul"),
    ]
    others = (*facts.sessions, *facts.talks, *facts.contacts, facts.release, *facts.embargoes, *facts.quotations)
    assert [entry.path for entry in others] == [
        *("schedule.talks", "schedule.break", "schedule.discussion", "schedule.talk1", "schedule.talk2"),
        *("contacts.desk", "press.release", "press.online", "press.hope"),
    ]
    assert [entry.path for entry in (*facts.faqs, *facts.unannounced)] == ["faq.fee_question", "faq.parking"]


def test_a_source_is_the_entrys_own_or_the_files(tmp_path: Path) -> None:
    speakers = "source: 보도자료\n" + FILES["speakers.yaml"].replace("이하늘", "이하늘\n    source: 전화")
    facts = load_facts(write_folder(tmp_path, {"speakers.yaml": speakers}))
    assert [person.source for person in facts.people] == ["보도자료", "전화"]


def test_a_change_is_a_moment_of_the_seminars_zone(tmp_path: Path) -> None:
    new = "room: 누리홀\n  status: changed\n  was: { ko: 소회의실, en: small hall }\n  since: 2021-03-02 9:30"
    venue = load(tmp_path, "seminar.yaml", "room: 누리홀", new).seminar.venue
    assert venue
    assert (venue.status, venue.was) == (Status.CHANGED, Text("소회의실", "small hall"))
    assert venue.since == datetime(2021, 3, 2, 9, 30, tzinfo=ZoneInfo("Asia/Seoul"))


def test_who_is_not_confirmed_stands_in_a_note_and_not_in_the_field(tmp_path: Path) -> None:
    claim = "chair: { value: 박누구, status: unconfirmed, source: 초안 }"
    discussion = load(tmp_path, "schedule.yaml", "chair: kim_bada", claim).sessions[2]
    note = Note(
        path="schedule.discussion.chair", field="chair", value=Text("박누구"), status=Status.UNCONFIRMED, source="초안"
    )
    assert (discussion.chair, discussion.notes) == (None, (note,))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("lee_haneul", Text("이하늘")),
        ("{ ko: 여수시장, en: the Mayor }", Text("여수시장", "the Mayor")),
        ("[lee_haneul, { ko: 여수시장, en: the Mayor }]", Text("이하늘, 여수시장", "이하늘, the Mayor")),
    ],
)
def test_a_note_holds_names(tmp_path: Path, value: str, text: Text) -> None:
    claim = f"speaker: {{ value: {value}, status: unconfirmed }}"
    discussion = load(tmp_path, "schedule.yaml", "chair: kim_bada", claim).sessions[2]
    assert (discussion.speakers, [note.value for note in discussion.notes]) == ((), [text])


def test_a_changed_field_keeps_its_value_and_has_a_note(tmp_path: Path) -> None:
    claim = "room: { value: 별관, status: changed, was: { ko: 본관, en: Main }, since: 2021-03-02 9:30, source: 전화 }"
    discussion = load(tmp_path, "schedule.yaml", "chair: kim_bada", claim).sessions[2]
    note = Note(
        path="schedule.discussion.room",
        field="room",
        value=Text("별관"),
        source="전화",
        status=Status.CHANGED,
        was=Text("본관", "Main"),
        since=datetime(2021, 3, 2, 9, 30, tzinfo=ZoneInfo("Asia/Seoul")),
    )
    assert (discussion.room, discussion.notes) == (Text("별관"), (note,))


@pytest.mark.parametrize(("field", "ids"), [("chair", "kim_bada"), ("speaker", "[mof, lee_haneul]")])
def test_changed_people_stand_in_their_field(tmp_path: Path, field: str, ids: str) -> None:
    claim = f"{field}: {{ value: {ids}, status: changed, was: 박누구 }}"
    discussion = load(tmp_path, "schedule.yaml", "chair: kim_bada", claim).sessions[2]
    held = discussion.chair if field == "chair" else f"[{', '.join(discussion.speakers)}]"
    assert (held, [note.path for note in discussion.notes]) == (ids, [f"schedule.discussion.{field}"])


def test_a_talks_fields_have_notes_as_an_items_do(tmp_path: Path) -> None:
    fields = {
        "date": "{ value: 2021-03-04, status: unconfirmed }",
        "start": "{ value: 10:30, status: changed, was: 10:20 }",
        "end": "{ value: 10:50, status: unconfirmed }",
        "room": "{ value: 누리홀, status: unconfirmed }",
    }
    lines = "".join(f"\n    {name}: {claim}" for name, claim in fields.items())
    talk = load(tmp_path, "schedule.yaml", "order: 2", f"order: 2{lines}").talks[1]
    assert (talk.day, talk.start, talk.end, talk.room) == (date(2021, 3, 4), time(10, 30), time(10, 50), Text("누리홀"))
    assert {note.field: note.value.ko for note in talk.notes} == {
        **{"date": "2021-03-04", "start": "10:30", "end": "10:50", "room": "누리홀"},
    }


def test_a_talks_unconfirmed_speaker_stands_in_a_note_alone(tmp_path: Path) -> None:
    claim = "speaker: { value: 박누구, status: unconfirmed }"
    talk = load(tmp_path, "schedule.yaml", "speaker: lee_haneul", claim).talks[1]
    assert (talk.speakers, [note.value for note in talk.notes]) == ((), [Text("박누구")])


def test_an_unconfirmed_person_is_withheld(tmp_path: Path) -> None:
    facts = load(tmp_path, "speakers.yaml", "name: 이하늘", "name: 이하늘\n    status: unconfirmed")
    assert [person.withheld for person in facts.people] == [False, True]


def test_sessions_and_talks_stand_in_the_order_of_the_day(tmp_path: Path) -> None:
    schedule = FILES["schedule.yaml"].replace("start: 10:00\n    end: 11:00", "start: 13:00\n    end: 14:00")
    schedule = schedule.replace("order: 1", "order: 3")
    facts = load_facts(write_folder(tmp_path, {"schedule.yaml": schedule}))
    assert [session.id for session in facts.sessions] == ["break", "discussion", "talks"]
    assert [talk.id for talk in facts.talks] == ["talk2", "talk1"]
    assert {session.day for session in facts.sessions} == {date(2021, 3, 4)}


def test_days_stand_in_order_and_hours_only_where_given(tmp_path: Path) -> None:
    seminar = load(
        tmp_path, "seminar.yaml", "[2021-03-04, 2021-03-05]", "[2021-03-05, 2021-03-04]\nstart: 9:30"
    ).seminar
    assert seminar.days == (date(2021, 3, 4), date(2021, 3, 5))
    assert (seminar.start, seminar.end) == (time(9, 30), None)


def test_an_organisation_with_two_roles_has_two_paths(tmp_path: Path) -> None:
    new = "role: 주최\n  - { organisation: mof, role: 후원 }"
    hosts = load(tmp_path, "seminar.yaml", "role: 주최", new).seminar.hosts
    assert [(host.path, host.role.ko) for host in hosts] == [
        ("seminar.hosts.mof", "주최"),
        ("seminar.hosts.mof_2", "후원"),
    ]


def test_what_is_not_announced_is_a_topic_or_words_of_its_own(tmp_path: Path) -> None:
    new = "- parking\n  - { id: speech_order, label: { ko: 축사 순서, en: order of speeches } }"
    parking, speeches = load(tmp_path, "faq.yaml", "- parking", new).unannounced
    assert (parking.topic, parking.words) == ("parking", ())
    assert (speeches.path, speeches.topic) == ("faq.speech_order", None)
    assert speeches.words == ("축사 순서", "order of speeches")


def test_own_entries_without_an_id_are_given_one_that_is_free(tmp_path: Path) -> None:
    new = "- { label: 축사 순서 }\n  - { id: own_1, label: 사회자 }\n  - { label: 상장, words: [수상자] }"
    unannounced = load(tmp_path, "faq.yaml", "- parking", new).unannounced
    assert [(entry.path, entry.words) for entry in unannounced] == [
        *(("faq.own_2", ("축사 순서",)), ("faq.own_1", ("사회자",)), ("faq.own_3", ("수상자",))),
    ]


@pytest.mark.parametrize(
    ("media", "count"), [("internet", 1), ("[internet, wire]", 2), ("all", 5), ("[all, internet]", 5)]
)
def test_an_embargo_is_for_one_medium_for_several_or_for_all(tmp_path: Path, media: str, count: int) -> None:
    embargo = load(tmp_path, "press.yaml", "[internet]", media).embargoes[0]
    assert len(set(embargo.media)) == len(embargo.media) == count


def test_a_participant_may_be_the_id_of_an_organisation() -> None:
    facts = load_facts(Path("knowledge"))
    discussion = next(session for session in facts.sessions if session.id == "discussion")
    assert [text.ko for text in discussion.participants] == [
        "국토교통부",
        "국토연구원",
        "한국지역정책학회",
        "민간 전문가",
    ]
