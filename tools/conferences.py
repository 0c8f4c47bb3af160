"""Conferences of any size, invented: talks with their own times in rooms side by side, speakers, organisations."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import ceil
from random import Random
from zoneinfo import ZoneInfo

from bot.core.model import Contact, Facts, Organisation, Person, Seminar, Session, Talk, Text, Venue
from tools.conference_words import (
    AIMS,
    BODIES,
    FAMILIES,
    GENRES,
    GIVEN,
    HALLS,
    PLACES,
    SUBJECTS,
    TITLES,
)

ZONE = ZoneInfo("Asia/Seoul")
FIRST_DAY = date(2031, 5, 12)  # a Monday
BLOCK_STARTS = (time(9), time(11), time(13, 30), time(15, 30))
TALKS_PER_BLOCK = 9
TALK_MINUTES = 10
_MOST_DAYS = 5
_PEOPLE_PER_ITEM = 0.6
_ITEMS_PER_ORGANISATION = 25


@dataclass(frozen=True, slots=True)
class _Place:
    """Where and when a block of talks is."""

    day: date
    start: time
    room: Text


def make_conference(items: int, seed: int = 0) -> Facts:
    """Return a conference with ``items`` (at least 10, a multiple of 10) rows and talks; the same for the same seed.

    Every row holds nine talks of ten minutes, each with its own times, title, summary, keywords and speaker.
    """
    if items < TALKS_PER_BLOCK + 1 or items % (TALKS_PER_BLOCK + 1):
        raise ValueError(f"{items} items are not rows of {TALKS_PER_BLOCK} talks; ask for 10, 100, 1000 …")
    random = Random(seed)  # noqa: S311 - nothing here is secret
    places = _places(items // (TALKS_PER_BLOCK + 1))
    organisations = _organisations(items // _ITEMS_PER_ORGANISATION + 3, random)
    people = _people(ceil(items * _PEOPLE_PER_ITEM), organisations, random)
    rows = tuple(_row(number, place, people, random) for number, place in enumerate(places, 1))
    talks = tuple(
        _talk(row_number * TALKS_PER_BLOCK + n, row, n, people, random)
        for row_number, row in enumerate(rows)
        for n in range(TALKS_PER_BLOCK)
    )
    return Facts(
        seminar=_seminar(sorted({place.day for place in places})),
        organisations=organisations,
        people=people,
        sessions=rows,
        talks=talks,
        contacts=(Contact(path="contacts.desk", purpose=Text("행사 문의", "enquiries"), phones=("000-0000-0000",)),),
    )


def _seminar(days: list[date]) -> Seminar:
    return Seminar(
        path="seminar",
        title=Text("별바다 학술대회", "Starry Sea Congress"),
        days=tuple(days),
        zone=ZONE,
        venue=Venue(path="seminar.venue", name=Text("별바다 회의장", "Starry Sea Hall")),
    )


def _places(count: int) -> list[_Place]:
    """The places of so many blocks: room by room within a start, start by start, day by day."""
    days = min(_MOST_DAYS, ceil(count / len(BLOCK_STARTS)))
    rooms = [_room(n) for n in range(ceil(count / (days * len(BLOCK_STARTS))))]
    every = [
        _Place(FIRST_DAY + timedelta(days=day), start, room)
        for day in range(days)
        for start in BLOCK_STARTS
        for room in rooms
    ]
    return every[:count]


def _room(number: int) -> Text:
    hall, wing = HALLS[number % len(HALLS)], number // len(HALLS) + 1
    return Text(f"{hall}홀 {wing}호", f"Hall {number + 1}")


def _organisations(count: int, random: Random) -> tuple[Organisation, ...]:
    return tuple(_organisation(number, random) for number in range(count))


def _organisation(number: int, random: Random) -> Organisation:
    place, subject, body = random.choice(PLACES), random.choice(SUBJECTS), random.choice(BODIES)
    name = Text(f"{place[0]}{subject[0]}{body[0]}", f"{place[1]} {subject[1].title()} {body[1]}")
    return Organisation(path=f"speakers.o{number}", name=name, places=(place[0],))


def _people(count: int, organisations: tuple[Organisation, ...], random: Random) -> tuple[Person, ...]:
    return tuple(_person(number, random.choice(organisations), random) for number in range(count))


def _person(number: int, organisation: Organisation, random: Random) -> Person:
    family, first, second = random.choice(FAMILIES), random.choice(GIVEN), random.choice(GIVEN)
    title = random.choice(TITLES)
    return Person(
        path=f"speakers.p{number}",
        name=Text(f"{family[0]}{first[0]}{second[0]}", f"{family[1]} {first[1].title()}-{second[1]}"),
        title=Text(*title),
        organisation=organisation.id,
    )


def _matter(random: Random) -> Text:
    """What a talk may be about: 갯벌복원, mudflat restoration."""
    subject, aim = random.choice(SUBJECTS), random.choice(AIMS)
    return Text(subject[0] + aim[0], f"{subject[1]} {aim[1]}")


def _row(number: int, place: _Place, people: tuple[Person, ...], random: Random) -> Session:
    matter = _matter(random)
    end = datetime.combine(place.day, place.start) + timedelta(minutes=TALKS_PER_BLOCK * TALK_MINUTES)
    return Session(
        path=f"schedule.s{number}",
        title=Text(f"분과 {number}: {matter.ko}", f"Track {number}: {matter.en}"),
        day=place.day,
        start=place.start,
        end=end.time(),
        kind="talks",
        room=place.room,
        chair=random.choice(people).id,
    )


def _talk(number: int, row: Session, place_in_row: int, people: tuple[Person, ...], random: Random) -> Talk:
    matter, other, genre = _matter(random), _matter(random), random.choice(GENRES)
    start = datetime.combine(row.day, row.start) + timedelta(minutes=place_in_row * TALK_MINUTES)
    return Talk(
        path=f"schedule.t{number + 1}",
        order=number + 1,
        title=Text(f"{matter.ko}의 {other.ko} {genre[0]}", f"A {genre[1]} of {matter.en} and {other.en}"),
        speakers=(people[number % len(people)].id,),
        session=row.id,
        start=start.time(),
        end=(start + timedelta(minutes=TALK_MINUTES)).time(),
        summary=Text(f"{_matter(random).ko}에서 {_matter(random).ko}까지 {genre[0]} 결과를 말합니다."),
        keywords=(random.choice(SUBJECTS)[0], random.choice(AIMS)[0]),
    )
