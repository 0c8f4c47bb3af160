"""Who writes or presses too much: told once, and then passed over for a minute."""

import logging
from collections import deque
from enum import Enum, auto

from bot.recent import Recent

log = logging.getLogger(__name__)

MOST_A_MINUTE = 20
WINDOW_SECONDS = 60.0
MOST_PEOPLE = 10_000


class Verdict(Enum):
    """What to do with a message, or a press."""

    ANSWER = auto()
    TELL = auto()  # that it is too much
    IGNORE = auto()


class Floods:
    """Counts what each person asks in a chat.

    Messages are judged by the times that Telegram gives, so that what has waited is no flood; presses have none.
    """

    def __init__(self) -> None:
        self._times_by_person: Recent[tuple[int, int], deque[float]] = Recent(MOST_PEOPLE)
        self._ignored_until_by_person: Recent[tuple[int, int], float] = Recent(MOST_PEOPLE)

    def judge(self, chat_id: int, user_id: int, at_seconds: float) -> Verdict:
        """Count what was asked at a time, in seconds of a clock that never changes, and return what to do with it."""
        person = (chat_id, user_id)
        if at_seconds < (self._ignored_until_by_person.get(person) or 0.0):
            return Verdict.IGNORE
        times = self._times_by_person.get(person) or deque()
        while times and times[0] <= at_seconds - WINDOW_SECONDS:
            times.popleft()
        times.append(at_seconds)
        self._times_by_person.put(person, times)
        if len(times) <= MOST_A_MINUTE:
            return Verdict.ANSWER
        log.info("somebody asked more than %d times in a minute, and is passed over for the next", MOST_A_MINUTE)
        self._ignored_until_by_person.put(person, at_seconds + WINDOW_SECONDS)
        self._times_by_person.forget(person)
        return Verdict.TELL
