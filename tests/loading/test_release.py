"""The knowledge that comes with the bot, held against the press release it comes from."""

import re
from datetime import date, time
from pathlib import Path

import pytest

from bot.core.model import Facts
from bot.loading import check_folder, load_facts
from bot.loading.rules import Rule
from bot.loading.words import load_mapping
from tests.loading.base import list_errors

ROOT = Path(__file__).parents[2]
RELEASE = " ".join((ROOT / "tests/data/press_release.md").read_text(encoding="utf-8").split())


@pytest.fixture(scope="module")
def facts() -> Facts:
    return load_facts(ROOT / "knowledge")


def test_the_knowledge_has_no_problem() -> None:
    topics = load_mapping(ROOT / "bot/language/ko/topics.yaml")
    assert list_errors(ROOT / "knowledge", topics) == []


def test_what_looks_wrong_in_the_knowledge_is_known() -> None:
    warnings = [(problem.rule, problem.entry) for problem in check_folder(ROOT / "knowledge")]
    assert warnings == [(Rule.UNMENTIONED_PERSON, "kim_hyunmee")]  # visitors ask whether the minister comes


def test_quotations_stand_in_the_release_to_the_letter(facts: Facts) -> None:
    assert len(facts.quotations) == 2
    assert [quotation.id for quotation in facts.quotations if quotation.text.ko not in RELEASE] == []


def test_headline_and_subtitle_stand_in_the_release(facts: Facts) -> None:
    assert facts.release
    assert facts.release.subtitle
    assert f"## {facts.release.headline.ko}" in RELEASE
    assert f"### - {facts.release.subtitle.ko}" in RELEASE


def test_talks_stand_in_the_release_in_their_order(facts: Facts) -> None:
    titles = re.findall(r"〈발제 (\d)〉 (.+?) - ", RELEASE)
    assert titles == [(str(talk.order), talk.title.ko) for talk in facts.talks]


def test_speakers_stand_in_the_release_with_affiliation_and_title(facts: Facts) -> None:
    person_by_id = {person.id: person for person in facts.people}
    name_by_id = {organisation.id: organisation.name.ko for organisation in facts.organisations}
    lines = []
    for talk in facts.talks:
        person = person_by_id[talk.speakers[0]]
        assert person.title
        lines.append(f"{name_by_id[person.organisation or '']} {person.name.ko} {person.title.ko}은 ")
    assert [line for line in lines if line not in RELEASE] == []


def test_every_certain_name_and_title_stands_in_the_release(facts: Facts) -> None:
    names = [text.ko for person in facts.people for text in (person.name, person.title, person.department) if text]
    names += [organisation.name.ko for organisation in facts.organisations]
    assert [name for name in names if name not in RELEASE] == []


def test_the_timetable_is_that_of_the_release(facts: Facts) -> None:
    rows = re.findall(r"(\d\d:\d\d)-(\d\d:\d\d) (?:<b>)?(\w+)", RELEASE)
    sessions = [
        (f"{row.start:%H:%M}", f"{row.end:%H:%M}", re.findall(r"\w+", row.title.ko)[0]) for row in facts.sessions
    ]
    assert rows == sessions


def test_phone_numbers_stand_in_the_release(facts: Facts) -> None:
    assert "☎ (044) 201-4950, 3651" in RELEASE
    assert "국토정책과 문수빈 사무관(☎ 044-201-3651)" in RELEASE
    assert [contact.phones for contact in facts.contacts] == [("044-201-3651",), ("044-201-4950", "044-201-3651")]


def test_date_place_and_embargoes_are_those_of_the_release(facts: Facts) -> None:
    assert facts.seminar.venue
    assert facts.seminar.venue.room
    assert f"2020년 9월 25일(금) 14:00 {facts.seminar.venue.name.ko} {facts.seminar.venue.room.ko}" in RELEASE
    assert (facts.seminar.days, facts.seminar.start) == ((date(2020, 9, 25),), time(14, 0))
    assert "2020년 9월 25일(금) 조간부터" in RELEASE
    assert "통신·방송·인터넷은 9. 24.(목) 11:00 이후" in RELEASE
    assert [(embargo.day, embargo.start) for embargo in facts.embargoes] == [
        (date(2020, 9, 25), None),
        (date(2020, 9, 24), time(11, 0)),
    ]


def test_nothing_unconfirmed_is_stated(facts: Facts) -> None:
    withheld = {person.id for person in facts.people if person.withheld}
    named = {id_ for session in facts.sessions for id_ in (*session.speakers, session.chair)}
    named |= {id_ for talk in facts.talks for id_ in talk.speakers}
    assert len(withheld) == 4
    assert not withheld & named
    assert [note.path for session in facts.sessions for note in session.notes] == ["schedule.greeting.speaker"]
