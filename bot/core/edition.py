"""What is told of the knowledge in use, for people who want to know how good and how new it is."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Edition:
    """One state of the knowledge folder.

    ``version`` is a short hash of its files, ``edited_at`` (aware) when the newest of them was written. Of the
    questions in the staff's table ``asked`` were asked, and ``passed`` answered as it says: 0 of 0 where there is none.
    """

    version: str
    edited_at: datetime
    passed: int = 0
    asked: int = 0
