"""Questions about a generated conference, of the kinds that people ask, with the slips they make."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from random import Random

from bot.core.keyboard import to_latin
from bot.core.model import Facts, Organisation, Person, Session, Talk
from bot.core.text import initials_of, is_syllable

_FIRST_SYLLABLE = 0xAC00
_FINALS = 28  # of a syllable, none included
_MEDIALS = 21
_ALIKE = {1: 5, 5: 1, 4: 8, 8: 4, 13: 18, 18: 13, 20: 19, 19: 20}  # medials: ㅐㅔ ㅓㅗ ㅜㅡ ㅣㅢ


@dataclass(frozen=True, slots=True)
class Question:
    """One question, its kind, and what was asked before it."""

    kind: str
    text: str
    history: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Matter:
    """What one round of questions is about: a talk with its row, its speaker and the speaker's organisation."""

    talk: Talk
    row: Session
    person: Person
    organisation: Organisation
    random: Random

    @property
    def room(self) -> str:
        return self.row.room.ko if self.row.room else ""

    @property
    def title(self) -> str:
        return self.person.title.ko if self.person.title else ""

    @property
    def topic(self) -> str:
        return self.talk.title.ko.partition("의 ")[0]


_MAKERS: tuple[tuple[str, Callable[[_Matter], str]], ...] = (
    ("who", lambda m: f"{m.talk.title.ko} 누가 발표해요?"),
    ("who", lambda m: f"{m.person.name.ko} {m.title}님 어디 소속이에요?"),
    ("when", lambda m: f"{m.person.name.ko} 발표 언제예요?"),
    ("when", lambda m: f"{m.talk.title.ko} 몇 시에 시작해요?"),
    ("where", lambda m: f"{m.talk.title.ko} 어디서 해요?"),
    ("where", lambda m: f"{m.person.name.ko}님 발표 장소 알려주세요"),
    ("title", lambda m: f"{m.person.name.ko} {m.title} 발표 제목이 뭐예요?"),
    ("title", lambda m: f"{m.talk.order}번째 발표 제목"),
    ("topic", lambda m: f"{m.topic} 다루는 발표 누가 해요?"),
    ("row", lambda m: f"{m.row.title.ko.partition(':')[0]} 좌장 누구예요?"),
    ("organisation", lambda m: f"{m.organisation.name.ko} 발표자 누구예요?"),
    ("now", lambda _: "지금 뭐 해요?"),
    ("now", lambda m: f"지금 {m.room}에서 누가 발표해요?"),
    ("now", lambda m: f"다음 {m.room} 발표 뭐예요?"),
    ("now", lambda m: f"{m.row.start.hour}시에 {m.room}에서 뭐 해요?"),
    ("slip", lambda m: f"{slip(m.person.name.ko, m.random)} 발표 언제예요?"),
    ("slip", lambda m: f"{slip(m.talk.title.ko, m.random)} 어디서 해요?"),
    ("slip", lambda m: f"{slip(m.topic, m.random)} 발표 누가 해요?"),
    ("no spaces", lambda m: f"{m.person.name.ko}{m.title}님발표언제예요"),
    ("no spaces", lambda m: f"{m.talk.title.ko}누가발표해요".replace(" ", "")),
    ("initials", lambda m: f"{initials_of(m.person.name.ko)} 발표 언제예요?"),
    ("keyboard", lambda m: to_latin(f"{m.person.name.ko} 발표 언제예요")),
    ("English", lambda m: f"When does {m.person.name.en} speak?"),
    ("English", lambda m: f"Who gives the talk on {m.talk.title.en}?"),
    ("English", lambda _: "What is on now?"),
    ("not held", lambda m: f"{m.talk.title.ko} 예산이 얼마예요?"),
    ("not held", lambda _: "주차장에 전기차 충전기 있나요?"),
)


def make_questions(facts: Facts, rounds: int, seed: int = 0) -> tuple[Question, ...]:
    """Return so many rounds of questions about a conference, one of every kind a round; the same for the same seed."""
    random = Random(seed)  # noqa: S311 - nothing here is secret
    return tuple(question for _ in range(rounds) for question in _round(_pick(facts, random)))


def moment_of(facts: Facts) -> datetime:
    """Return a moment at which talks are on, in the middle of the conference."""
    days = facts.seminar.days
    return datetime.combine(days[(len(days) - 1) // 2], time(9, 42), facts.seminar.zone)


def _round(matter: _Matter) -> list[Question]:
    made = [Question(kind, make(matter)) for kind, make in _MAKERS]
    return [*made, Question("follow-up", "그분 소속은요?", (f"{matter.person.name.ko} 발표 언제예요?",))]


def _pick(facts: Facts, random: Random) -> _Matter:
    talk = random.choice(facts.talks)
    row = next(row for row in facts.sessions if row.id == talk.session)
    person = next(person for person in facts.people if person.id == talk.speakers[0])
    organisation = next(body for body in facts.organisations if body.id == person.organisation)
    return _Matter(talk, row, person, organisation, random)


def slip(text: str, random: Random) -> str:
    """Return ``text`` (with a syllable of Hangul) with one syllable mistyped: its vowel or its final."""
    at = random.choice([n for n, char in enumerate(text) if is_syllable(char)])
    rest, final = divmod(ord(text[at]) - _FIRST_SYLLABLE, _FINALS)
    initial, medial = divmod(rest, _MEDIALS)
    if medial in _ALIKE:
        medial = _ALIKE[medial]
    else:
        final = 0 if final else 4  # ㄴ
    return text[:at] + chr(_FIRST_SYLLABLE + (initial * _MEDIALS + medial) * _FINALS + final) + text[at + 1 :]
