"""How an update of Telegram stands: the word between the room that receives it and the room that remembers it."""

from dataclasses import dataclass
from enum import Enum, auto


class Standing(Enum):
    """How an update stands, for the process that claims it."""

    OURS = auto()  # to be handled here and now
    BEHIND = auto()  # ours, once the earlier updates of its chat are handled
    UNWANTED = auto()  # ours to drop: its chat does not want the bot
    ELSEWHERE = auto()  # another process is at it
    HANDLED = auto()


@dataclass(frozen=True, slots=True)
class Claim:
    """How an update stands; ``attempt`` counts, from 1, how often it was claimed."""

    standing: Standing
    attempt: int = 1
