"""What comes out: a reply, its choices, and the context that the next question is read in."""

from dataclasses import dataclass
from enum import StrEnum

from bot.core.model import Language


class Outcome(StrEnum):
    """What kind of reply it is."""

    ANSWER = "answer"
    CHOICES = "choices"
    UNCONFIRMED = "unconfirmed"
    NOT_ANNOUNCED = "not_announced"
    UNKNOWN = "unknown"
    SMALLTALK = "smalltalk"


@dataclass(frozen=True, slots=True)
class Choice:
    """A button. ``id`` is all a channel has to hand back (ASCII, at most 64 bytes, the Bot API's limit for
    ``callback_data``); ``label`` is what a reader sees, and asking the label as a question gives the same reply."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Context:
    """What the conversation is about: the paths of the entries, what was asked of them, and how many questions ago.

    ``named`` are the paths of all that it was about lately, the newest last: what "both" and "the rest" count from.
    ``question`` is the last question as it was typed, normalised, and ``before`` the context it was read in, so that it
    can be answered once more in another language.
    """

    about: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    age: int = 0
    named: tuple[str, ...] = ()
    question: str = ""
    before: "Context | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A reply as structure; a channel turns it into HTML, a bubble or a terminal line.

    ``lines`` are plain text, the first one leading with the fact asked for; ``facts`` are the paths it rests on;
    ``context`` is what the next question of the same conversation is to be answered in.
    """

    outcome: Outcome
    language: Language
    lines: tuple[str, ...]
    title: str = ""
    choices: tuple[Choice, ...] = ()
    facts: tuple[str, ...] = ()
    context: Context = Context()

    @property
    def text(self) -> str:
        """All that a reader sees but the buttons' labels."""
        return "\n".join(filter(None, (self.title, *self.lines)))
