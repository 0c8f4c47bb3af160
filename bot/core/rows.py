"""Rows of the timetable that a question names by what they are."""

from bot.core.knowledge import Knowledge
from bot.core.model import Session
from bot.core.reading import Frame


def rows_called_by_kind(frame: Frame, knowledge: Knowledge) -> list[Session]:
    """Return the rows of the kinds named by words that name no row themselves: 토론 beside 발제."""
    named = {token.start for sense, token in frame.senses if sense.kind == "session"}
    kinds = [sense.value for sense, token in frame.senses if sense.kind == "kind" and token.start not in named]
    return [row for kind in kinds for row in knowledge.sessions_by_kind.get(kind, ())]
