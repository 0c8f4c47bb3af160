"""What a seminar holds, as people speak of it: "두 번째 발표", "talk 3", "윤 교수", "the break"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.core.knowledge import Knowledge
from bot.core.model import Language, Person, Session, Status, Talk

_E = TypeVar("_E")
_ORDINALS: Mapping[Language, str] = {
    "ko": "첫 두 세 네 다섯 여섯 일곱 여덟 아홉 열",
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth",
}
_KINDS = {
    "break": ("휴식", "the break"),
    "lunch": ("점심", "lunch"),
    "registration": ("등록", "registration"),
    "opening": ("개회식", "the opening"),
    "greeting": ("인사말", "the greeting"),
    "discussion": ("토론", "the discussion"),
    "closing": ("폐회", "the closing"),
    "keynote": ("기조강연", "the keynote"),
    "dinner": ("만찬", "dinner"),
    "congratulation": ("축사", "the congratulatory address"),
}
_FULL_NAME = 3  # syllables: a family name of one and a given name of two
_HANGUL = re.compile("[가-힣]")


@dataclass(frozen=True, slots=True)
class Thing(Generic[_E]):
    """An entry as it is spoken of in ``language``; ``manner`` tells how (by number, by speaker …)."""

    entry: _E
    language: Language
    manner: str
    spoken: str


def is_hangul(wording: str) -> bool:
    """Whether a wording holds Korean letters."""
    return _HANGUL.search(wording) is not None


def own_keywords(knowledge: Knowledge, talk: Talk) -> list[str]:
    """The keywords that no other talk has."""
    return [word for word in talk.keywords if sum(word in other.keywords for other in knowledge.facts.talks) == 1]


def talks_spoken_of(knowledge: Knowledge) -> Iterator[Thing[Talk]]:
    """Yield every talk that is held in each of its plain names."""
    last = max((talk.order for talk in knowledge.facts.talks), default=0)
    for talk in knowledge.held_talks:
        for manner, ko, en in _by_number(talk, is_last=talk.order == last):
            yield Thing(talk, "ko", manner, ko)
            yield Thing(talk, "en", manner, en)
        yield from _by_speaker(knowledge, talk)
        for word in own_keywords(knowledge, talk):
            korean = is_hangul(word)
            yield Thing(talk, "ko" if korean else "en", "keyword", f"{word} 발표" if korean else f"the talk on {word}")
        yield Thing(talk, "ko", "heading", f"「{talk.title.ko}」 발표")
        if talk.title.en:
            yield Thing(talk, "en", "heading", f"“{talk.title.en}”")


def _by_number(talk: Talk, *, is_last: bool) -> Iterator[tuple[str, str, str]]:
    ko, en = (_ORDINALS[language].split() for language in ("ko", "en"))
    yield "number", f"발표 {talk.order}", f"talk {talk.order}"
    yield "counted", f"{talk.order}번 발표", f"presentation {talk.order}"
    if talk.order <= len(ko):
        yield "ordinal", f"{ko[talk.order - 1]} 번째 발표", f"the {en[talk.order - 1]} talk"
    if is_last:
        yield "last", "마지막 발표", "the last talk"


def _by_speaker(knowledge: Knowledge, talk: Talk) -> Iterator[Thing[Talk]]:
    for speaker in talk.speakers:
        person = knowledge.person_by_id.get(speaker)
        if not person or sum(speaker in other.speakers for other in knowledge.facts.talks) > 1:
            continue
        yield Thing(talk, "ko", "speaker", f"{person.name.ko} 발표")
        if person.title:
            yield Thing(talk, "ko", "titled speaker", f"{person.name.ko} {person.title.ko} 발표")
        if person.name.en:
            yield Thing(talk, "en", "speaker", f"{person.name.en}'s talk")


def people_spoken_of(knowledge: Knowledge) -> Iterator[Thing[Person]]:
    """Yield everybody who may be named, in each of their plain names."""
    for person in knowledge.facts.people:
        if person.withheld:
            continue
        name = person.name.ko
        yield Thing(person, "ko", "name", name)
        yield Thing(person, "ko", "politely", f"{name}님")
        yield Thing(person, "ko", "politely", f"{name} 씨")
        if person.title:
            title = person.title.ko
            yield Thing(person, "ko", "titled", f"{name} {title}")
            yield Thing(person, "ko", "titled", f"{name} {title}님")
            if len(name) == _FULL_NAME and len(_alike(knowledge, person)) == 1:
                yield Thing(person, "ko", "family name", f"{name[0]} {title}")
                yield Thing(person, "ko", "family name", f"{name[0]}{title}님")
        if person.name.en:
            yield Thing(person, "en", "name", person.name.en)


def _alike(knowledge: Knowledge, person: Person) -> list[Person]:
    return [
        other
        for other in knowledge.facts.people
        if other.name.ko[:1] == person.name.ko[:1] and other.title == person.title
    ]


def rows_spoken_of(knowledge: Knowledge) -> Iterator[Thing[tuple[Session, ...]]]:
    """Yield the rows that take place, by their titles and by their kinds; rows that share a name come together."""
    by_title: dict[str, list[Session]] = defaultdict(list)
    by_kind: dict[str, list[Session]] = defaultdict(list)
    for row in knowledge.facts.sessions:
        if row.status is not Status.CANCELLED:
            by_title[row.title.ko].append(row)
            by_kind[row.kind or ""].append(row)
    for title, rows in by_title.items():
        yield Thing(tuple(rows), "ko", "title", title)
        if rows[0].title.en:
            yield Thing(tuple(rows), "en", "title", rows[0].title.en)
    for kind, (ko, en) in _KINDS.items():
        if by_kind[kind] and not any(ko in talk.title.ko for talk in knowledge.facts.talks):
            yield Thing(tuple(by_kind[kind]), "ko", "kind", ko)
            yield Thing(tuple(by_kind[kind]), "en", "kind", en)
