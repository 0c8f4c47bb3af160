"""Ways of asking, filled with things of a seminar: the question, and the truth it asks for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

from bot.core.knowledge import Knowledge
from bot.core.model import Language, Status, Talk, Text
from bot.core.particles import fit_particles
from bot.core.relations import speakers_of, talk_day, talk_room
from tools.ways.things import Thing, is_hangul, own_keywords, people_spoken_of, rows_spoken_of, talks_spoken_of
from tools.ways.truths import OF_PEOPLE, OF_ROWS, OF_TALKS, Truth, holds

_CLAIM = "claim_"
_NOON = 12
_PAUSES = ("break", "lunch", "dinner", "registration", "photo", "discussion_break")


class WaysError(ValueError):
    """A line of ways of asking that cannot be read; the message says which, and what stands in one."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way of asking: ``{r}`` in the template is the thing asked of, ``{v}`` what is claimed of it."""

    language: Language
    entity: str
    ask: str
    template: str

    def fill(self, spoken: str, claimed: str = "") -> str:
        """Return the question about what is spoken of so, with the particles that fit."""
        return fit_particles(self.template.replace("{r}", spoken).replace("{v}", claimed))


@dataclass(frozen=True, slots=True)
class Filled:
    """A question and what a true reply holds; ``is_so`` tells of a claim whether it is true."""

    way: Way
    manner: str
    question: str
    truth: Truth
    is_so: bool | None = None
    now: datetime | None = None


def read_ways(path: Path, language: Language) -> list[Way]:
    """Return the ways of a file: entity, ask and template to a line, divided by tabs. Raises WaysError, OSError."""
    ways = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        parts = line.split("\t")
        if len(parts) != 3 or "{r}" not in parts[2]:
            raise WaysError(
                f"{path}:{number}: write what is asked of, what is asked and a template with {{r}}, tabs between"
            )
        ways.append(Way(language, *parts))
    return ways


class Asker:
    """Fills ways of asking from one seminar. The day before at ten is the moment asked, but for what is on."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Take the seminar's knowledge."""
        self.knowledge = knowledge
        first = knowledge.facts.seminar.days[0]
        morning = datetime.combine(first, time(10), tzinfo=knowledge.facts.seminar.zone)
        self.now = morning - timedelta(days=1)
        self._at_dawn = morning.replace(hour=7)

    @cached_property
    def _things(self) -> Mapping[str, Sequence[Thing[Any]]]:
        return {
            "talk": tuple(talks_spoken_of(self.knowledge)),
            "person": tuple(people_spoken_of(self.knowledge)),
            "row": tuple(rows_spoken_of(self.knowledge)),
        }

    def fill_all(self, way: Way) -> Iterator[Filled]:
        """Yield a way filled with everything it fits; of claims, none."""
        for thing in self._things.get(way.entity, ()):
            truth = self._truth(way, way.ask, thing) if thing.language == way.language else None
            if truth:
                yield Filled(way, thing.manner, way.fill(thing.spoken), truth)

    def draw(self, way: Way, random: Random) -> Filled | None:
        """Return a way filled with one thing drawn by chance; None where that one does not fit."""
        draw = {"kw": self._draw_kw, "org": self._draw_org, "time": self._draw_time}.get(way.entity)
        if draw:
            return draw(way, random)
        things = [thing for thing in self._things[way.entity] if thing.language == way.language]
        if not things:
            return None
        thing = random.choice(things)
        ask = way.ask.removeprefix(_CLAIM)
        truth = self._truth(way, ask, thing)
        if truth is None:
            return None
        if not way.ask.startswith(_CLAIM):
            return Filled(way, thing.manner, way.fill(thing.spoken), truth)
        return self._draw_claim(way, thing, truth, random) if truth.groups else None

    def _truth(self, way: Way, ask: str, thing: Thing[Any]) -> Truth | None:
        if _tells_itself(way.entity, ask, thing.manner):
            return None
        if way.entity == "talk":
            return OF_TALKS[ask](self.knowledge, thing.entry)
        if way.entity == "person":
            return OF_PEOPLE[ask](self.knowledge, thing.entry)
        if ask in ("chair", "who") and thing.entry[0].kind in _PAUSES:
            return None
        return OF_ROWS[ask](self.knowledge, thing.entry)

    def _draw_claim(self, way: Way, thing: Thing[Any], truth: Truth, random: Random) -> Filled | None:
        own = _CLAIMED[way.entity, way.ask](self.knowledge, thing.entry)
        others = [_CLAIMED[way.entity, way.ask](self.knowledge, other.entry) for other in self._things[way.entity]]
        false = sorted({o for o in others if o and own and not _overlap(o, own)}, key=str)
        is_so = random.random() < 0.5
        value = own if is_so else random.choice(false) if false else None
        if value is None or (way.entity == "row" and len(thing.entry) > 1):
            return None
        claimed = _say(value, way.language, random)
        return Filled(way, thing.manner, way.fill(thing.spoken, claimed), truth, is_so) if claimed else None

    def _draw_kw(self, way: Way, random: Random) -> Filled | None:
        pairs = [
            (talk, word)
            for talk in self.knowledge.held_talks
            for word in own_keywords(self.knowledge, talk)
            if is_hangul(word) == (way.language == "ko")
        ]
        if not pairs:
            return None
        talk, word = random.choice(pairs)
        truth = OF_TALKS[way.ask](self.knowledge, talk)
        day = talk_day(talk, self.knowledge)
        now = self._at_dawn.replace(year=day.year, month=day.month, day=day.day) if day else None
        return Filled(way, "keyword", way.fill(word), truth, now=now) if truth else None

    def _draw_org(self, way: Way, random: Random) -> Filled | None:
        organisation = random.choice(self.knowledge.facts.organisations)
        speakers = [p for talk in self.knowledge.held_talks for p in speakers_of([talk], self.knowledge)]
        named = [p.name.wordings for p in speakers if p.organisation == organisation.id]
        name = organisation.name.to(way.language)
        if not named or is_hangul(name) != (way.language == "ko"):
            return None
        counted = holds([*(wording for names in named for wording in names), f"{len(named)}명", f"{len(named)} "])
        truth = counted if way.ask == "count" else holds(*named)
        return Filled(way, "organisation", way.fill(name), truth, now=self._at_dawn)

    def _draw_time(self, way: Way, random: Random) -> Filled | None:
        first = self.knowledge.facts.seminar.days[0]
        rows = [r for r in self.knowledge.facts.sessions if r.day == first and r.status is not Status.CANCELLED]
        start = datetime.combine(first, random.choice(rows).start)
        moment = (start + timedelta(minutes=random.choice((0, 0, 5)))).time()
        on = [row for row in rows if row.start <= moment < row.end]
        talks = [
            t
            for t in self.knowledge.held_talks
            if t.start and t.day in (None, first) and t.start <= moment < (t.end or t.start)
        ]
        titles = [*(row.title for row in on), *(talk.title for talk in talks)]
        told = [wording for title in titles for wording in title.wordings]
        if not told:
            return None
        return Filled(way, "time", way.fill(_say(moment, way.language, random)), holds(told), now=self._at_dawn)


def _tells_itself(entity: str, ask: str, manner: str) -> bool:
    """Whether the name used is what is asked for."""
    if entity == "talk":
        return (ask, manner) == ("heading", "heading") or (ask == "who" and manner.endswith("speaker"))
    return entity == "person" and ask == "title" and manner in ("titled", "family name")


def _speaker(knowledge: Knowledge, talk: Talk) -> Text | None:
    people = speakers_of([talk], knowledge)
    return people[0].name if len(people) == 1 else None


def _employer(knowledge: Knowledge, person: Any) -> Text | None:
    organisation = knowledge.organisation_by_id.get(person.organisation or "")
    return organisation.name if organisation else None


_CLAIMED: Mapping[tuple[str, str], Callable[[Knowledge, Any], Text | time | None]] = {
    ("talk", "claim_who"): _speaker,
    ("talk", "claim_where"): lambda knowledge, talk: talk_room(talk, knowledge),
    ("talk", "claim_when"): lambda _, talk: talk.start,
    ("person", "claim_title"): lambda _, person: person.title,
    ("person", "claim_aff"): _employer,
    ("row", "claim_start"): lambda _, rows: rows[0].start,
    ("row", "claim_end"): lambda _, rows: rows[0].end,
}


def _overlap(one: Text | time, other: Text | time) -> bool:
    """Whether two values are the same, or one is said within the other (연구위원 in 선임연구위원)."""
    if isinstance(one, Text) and isinstance(other, Text):
        return one.ko in other.ko or other.ko in one.ko
    return one == other


def _say(value: Text | time, language: Language, random: Random) -> str:
    """Return a name as it stands, a clock time in one of the ways people write it."""
    if isinstance(value, Text):
        wording = value.to(language)
        return wording if is_hangul(wording) == (language == "ko") else ""
    hour, minute = value.hour - _NOON if value.hour > _NOON else value.hour, value.minute
    if language == "en":
        return random.choice((f"{value:%H:%M}", f"{hour}:{minute:02d} {'pm' if value.hour >= _NOON else 'am'}"))
    spoken = f"{hour}시" + (f" {minute}분" if minute else "")
    return random.choice((f"{value:%H:%M}", f"{'오후' if value.hour >= _NOON else '오전'} {spoken}", spoken))
