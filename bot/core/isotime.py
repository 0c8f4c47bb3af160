"""Reading the moment a question is asked at, as the commands, the tables, the page and the settings give it."""

from datetime import datetime

YEARS = range(1900, 2200)  # the rest of the calendar only serves to overflow time arithmetic


def read_moment(text: str) -> datetime:
    """Return an ISO 8601 time, aware or naive (then of the seminar's zone).

    Raises ValueError, saying what to write, where there is none or its year is none of ``YEARS``.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is not a time like 2020-09-25T14:22") from None
    if moment.year not in YEARS:
        raise ValueError(f"{text!r} is not a time from {YEARS[0]} to {YEARS[-1]}")
    return moment
