"""What becomes of the files: entries with paths, sources and statuses."""

from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.core.model import Note, Facts, Status, Text
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


def test_a_doubtful_field_is_a_doubt_and_not_a_fact(tmp_path: Path) -> None:
    claim = "chair: { value: 박누구, status: unconfirmed, source: 초안 }"
    discussion = load(tmp_path, "schedule.yaml", "chair: kim_bada", claim).sessions[2]
    note = Note(
        path="schedule.discussion.chair", field="chair", value=Text("박누구"), status=Status.UNCONFIRMED, source="초안"
    )
    assert (discussion.chair, discussion.notes) == (None, (note,))


def test_a_doubt_that_names_an_id_holds_the_name(tmp_path: Path) -> None:
    claim = "speaker: { value: lee_haneul, status: unconfirmed }"
    discussion = load(tmp_path, "schedule.yaml", "chair: kim_bada", claim).sessions[2]
    assert [note.value for note in discussion.notes] == [Text("이하늘")]


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
