"""The knowledge that tests of the core ask: that of the project's own folder, and small ones built on the spot."""

from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.core.knowledge import Knowledge
from bot.core.model import Facts, Language, Seminar, Session, Status, Talk, Text
from bot.loading.folder import load_facts
from bot.loading.languages import load_speeches, load_topics

FOLDER = Path(__file__).parents[2] / "knowledge"
SEOUL = ZoneInfo("Asia/Seoul")
DAY = date(2020, 9, 25)  # a Friday
NOW = datetime(2020, 9, 25, 14, 22, tzinfo=SEOUL)


@cache
def real_knowledge() -> Knowledge:
    """Return the knowledge of the project's own folder, loaded once per process."""
    return Knowledge(load_facts(FOLDER, load_topics()), load_speeches())


@cache
def words_alone() -> Knowledge:
    """Return a knowledge that holds no more than a title and a day."""
    return Knowledge(Facts(seminar=make_seminar()), load_speeches())


def make_seminar(days: tuple[date, ...] = (DAY,), start: str = "", end: str = "") -> Seminar:
    """Return a seminar with nothing but its days and, where given, its hours (``14:00``)."""
    return Seminar(
        path="seminar",
        title=Text("바다숲 학술회의", "Sea Forest Conference"),
        days=days,
        zone=SEOUL,
        start=time.fromisoformat(start) if start else None,
        end=time.fromisoformat(end) if end else None,
    )


def make_session(
    id_: str, start: str, end: str, *, day: date = DAY, room: str = "", status: Status = Status.CONFIRMED
) -> Session:
    """Return a row of the timetable whose title is its id."""
    return Session(
        path=f"schedule.{id_}",
        title=Text(id_),
        day=day,
        start=time.fromisoformat(start),
        end=time.fromisoformat(end),
        room=Text(room) if room else None,
        status=status,
    )


def make_talk(id_: str, order: int, *, session: str | None = None, start: str = "", end: str = "") -> Talk:
    """Return a talk whose title is its id; with times of its own where they are given."""
    return Talk(
        path=f"schedule.{id_}",
        order=order,
        title=Text(id_),
        session=session,
        start=time.fromisoformat(start) if start else None,
        end=time.fromisoformat(end) if end else None,
    )


def make_knowledge(
    *rows: Session, talks: tuple[Talk, ...] = (), seminar: Seminar | None = None, languages: tuple[Language, ...] = ()
) -> Knowledge:
    """Return a knowledge of these rows and talks; without words unless languages are named."""
    speeches = {code: speech for code, speech in load_speeches().items() if code in languages} if languages else {}
    return Knowledge(Facts(seminar=seminar or make_seminar(), sessions=rows, talks=talks), speeches)
