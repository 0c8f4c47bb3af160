"""A reply in the making: what it says and what it rests on. The standing of its entries settles how it may be said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import add

from bot.core.model import Entry
from bot.core.reply import Choice, Outcome
from bot.core.voice import Voice


@dataclass(frozen=True, slots=True)
class Basis:
    """One fact a reply rests on: an entry and its field."""

    entry: Entry
    field: str = ""

    @property
    def path(self) -> str:
        """The fact's path: ``schedule.discussion.start``."""
        return f"{self.entry.path}.{self.field}" if self.field else self.entry.path


@dataclass(frozen=True, slots=True)
class Draft:
    """Lines and the entries they rest on. ``about`` are the entries the conversation is now about.

    ``is_released`` marks content of the press release, which carries the embargo's line until it has lifted.
    ``is_standing_told`` marks lines that say themselves what of it has changed or was cancelled.
    """

    lines: tuple[str, ...]
    rests_on: tuple[Basis, ...] = ()
    outcome: Outcome = Outcome.ANSWER
    title: str = ""
    about: tuple[Entry, ...] = ()
    choices: tuple[Choice, ...] = ()
    is_released: bool = False
    is_standing_told: bool = False

    def __add__(self, other: "Draft") -> "Draft":
        """Both drafts in one reply: the first leads, nothing is said twice."""
        fresh = tuple(line for line in (*filter(None, (other.title,)), *other.lines) if line not in self.lines)
        return Draft(
            lines=self.lines + fresh,
            rests_on=self.rests_on + tuple(b for b in other.rests_on if b not in self.rests_on),
            outcome=_weaker(self.outcome, other.outcome),
            title=self.title,
            about=self.about + tuple(e for e in other.about if e not in self.about),
            choices=(self.choices + other.choices)[:3],
            is_released=self.is_released or other.is_released,
            is_standing_told=self.is_standing_told and other.is_standing_told,
        )


_WEAKNESS = (
    Outcome.SMALLTALK, Outcome.UNKNOWN, Outcome.NOT_ANNOUNCED, Outcome.CHOICES, Outcome.UNCONFIRMED, Outcome.ANSWER,
)  # fmt: skip


def _weaker(one: Outcome, other: Outcome) -> Outcome:
    """Of two outcomes the one that stands for both: a part that is answered counts."""
    if Outcome.UNCONFIRMED in (one, other):
        return Outcome.UNCONFIRMED
    return max(one, other, key=_WEAKNESS.index)


def combine(drafts: Iterable[Draft]) -> Draft:
    """Return one draft of several (at least one); the first leads."""
    return reduce(add, drafts)


_PLAIN = (Outcome.ANSWER, Outcome.NOT_ANNOUNCED, Outcome.UNCONFIRMED)
_OF_TIME = ("start", "end", "date")


def together(whole: Draft, parts: Sequence[Draft], voice: Voice) -> Draft:
    """Return the parts of a compound question in one draft, what is not held said beside the rest.

    ``whole`` is what answers the message read as one question: it is kept where a part has no answer of its own, where
    it alone is an answer, and where it rests on all that the parts rest on and is no longer than they are.
    """
    vague = voice.say("not_announced_thing")
    if not all(part.outcome in _PLAIN and vague not in part.lines for part in parts):
        return whole
    is_answered = all(part.outcome is Outcome.ANSWER for part in parts)
    if whole.outcome is Outcome.ANSWER and not any(part.outcome is Outcome.ANSWER for part in parts):
        return whole
    made = combine(parts)
    is_one = set(whole.lines) != set(made.lines) and not _asks_alike(parts)
    is_one &= made.is_standing_told or not whole.is_standing_told
    is_short = len(whole.lines) <= len(made.lines)
    if is_one and is_short and is_answered and whole.outcome is Outcome.ANSWER and _facts(made) <= _facts(whole):
        return whole
    contact = voice.contact_line()
    if is_answered or contact not in made.lines:
        return made
    lines = (*(line for line in made.lines if line != contact), contact)
    is_held = any(part.outcome is Outcome.ANSWER for part in parts)
    return replace(made, lines=lines, outcome=Outcome.ANSWER if is_held else made.outcome)


def _asks_alike(parts: Sequence[Draft]) -> bool:
    """Whether different things are said of the same fact: the first day starts at one time, the second at another."""
    return len({part.rests_on for part in parts}) == 1 < len({part.lines for part in parts})


def _facts(made: Draft) -> set[str]:
    """The facts a draft rests on; the fields of a time are one."""
    paths = {basis.path for basis in made.rests_on}
    return {f"{path.rpartition('.')[0]}.when" if path.endswith(_OF_TIME) else path for path in paths}


def draft(line: str, *rests_on: tuple[Entry, str], released: bool = False) -> Draft:
    """Return an answer of one line resting on facts; the conversation is then about their entries."""
    return Draft(
        lines=(line,),
        rests_on=tuple(Basis(entry, field) for entry, field in rests_on),
        about=tuple(dict.fromkeys(entry for entry, _ in rests_on)),
        is_released=released,
    )


def refuse(voice: Voice, line: str, outcome: Outcome, *about: Entry) -> Draft:
    """Return a refusal: why, and whom to ask."""
    return Draft(lines=tuple(filter(None, (line, voice.contact_line()))), outcome=outcome, about=about)


def is_certain(made: Draft) -> bool:
    """Return whether every fact that a draft rests on is confirmed."""
    return all(entry.is_certain for basis in made.rests_on for entry in standing_of(basis))


def standing_of(basis: Basis) -> tuple[Entry, ...]:
    """Return what a fact's standing is told by: its entry, and the notes on the field and on those told with it."""
    fields = _TOLD_TOGETHER.get(basis.field, (basis.field,))
    return (basis.entry, *(note for note in basis.entry.notes if note.field in fields))


_TIMES = ("start", "end", "date")
_TOLD_TOGETHER = {
    **dict.fromkeys((*_TIMES, "day"), _TIMES),
    "speakers": ("speaker",),
    "name": ("name", "room", "title", "organisation"),  # of a place, of somebody
    "time": ("time", "date"),
    "edition": ("edition", "date"),
}
