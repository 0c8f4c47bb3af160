"""What became of an edit of the knowledge folder: the word between whoever follows it and whoever tells the staff."""

from dataclasses import dataclass

from bot.core.edition import Edition


@dataclass(frozen=True, slots=True)
class News:
    """``edition`` answers now.

    With ``problems``, one line each, the edit was refused. Without them it was taken over, with the names of the files
    ``changed`` (new ones too) and ``deleted``; none of either where an edit that was refused has been taken back.

    ``table_problems``, one line each, keep the staff's table of questions from being asked, and no answer back.
    ``newly_wrong`` are the questions of the table, each with its place, that came out right before the edit.
    """

    edition: Edition
    problems: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    table_problems: tuple[str, ...] = ()
    newly_wrong: tuple[str, ...] = ()

    @property
    def content(self) -> str:
        """What tells it from other news, whichever process it comes from."""
        return "\n".join((self.edition.version, *self.problems))
