"""Texts read as what they stand for: lines, ids, times, dates, moments, numbers, time zones.

Every reader takes what the file holds and raises ReadingError, which tells the rule it breaks.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time
from zoneinfo import ZoneInfo, available_timezones

from bot.core.isotime import YEARS
from bot.loading.problems import ReadingError, find_nearest, show, suggest
from bot.loading.rules import Rule

_TIME = re.compile(r"(\d{1,2}):(\d{2})", re.ASCII)
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MOMENT = re.compile(r"(\S+)[ T](\S+)")
_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")
_ORDER = re.compile(r"[1-9]\d{0,2}", re.ASCII)
_AFTERNOON = re.compile(r"p\.?\s?m|오후|저녁|밤")
_MORNING = re.compile(r"a\.?\s?m|오전|새벽|아침")
_LOOSE_TIME = re.compile(r"(\d{1,2})\s*(?:[:.시h]\s*(\d{2})?|(?=\s*[ap]\.?\s?m))", re.ASCII)
_FIELD_WITHOUT_SPACE = re.compile(r"([A-Za-z_]+):(\S.*)")


def read_line(value: object) -> str:
    """Return a text without the spaces around it."""
    if isinstance(value, list | dict):
        raise ReadingError(Rule.LIST_FOR_TEXT if isinstance(value, list) else Rule.FIELDS_FOR_TEXT)
    text = str(value).strip()
    if not text:
        raise ReadingError(Rule.EMPTY_VALUE)
    return text


def read_id(value: object) -> str:
    """Return an id: small Latin letters, digits and _, beginning with a letter, at most 40 characters."""
    text = read_line(value)
    if _ID.fullmatch(text):
        return text
    raise ReadingError(Rule.NOT_AN_ID, text=show(text), guess=_guess_id(text))


def _guess_id(text: str) -> str | None:
    guess = re.sub(r"[\s.·-]+", "_", text.strip().lower())[:40]
    return guess if _ID.fullmatch(guess) else None


def read_time(value: object) -> time:
    """Return a clock time written 14:10 (or 9:05)."""
    text = read_line(value)
    found = _TIME.fullmatch(text)
    if found and int(found[1]) < 24 and int(found[2]) < 60:
        return time(int(found[1]), int(found[2]))
    if text == "24:00":
        raise ReadingError(Rule.MIDNIGHT)
    raise ReadingError(Rule.NOT_A_TIME, text=show(text), guess=_guess_time(text))


def _guess_time(text: str) -> str | None:
    plain = unicodedata.normalize("NFKC", text).lower()
    found = _LOOSE_TIME.search(plain) or re.fullmatch(r"(\d{2})(\d{2})", plain, re.ASCII)
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 30 * bool(re.search(r"시\s*반", plain)))
    if _AFTERNOON.search(plain) and hour < 12:
        hour += 12
    if _MORNING.search(plain) and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def read_date(value: object) -> date:
    """Return a date written 2020-09-25."""
    text = read_line(value)
    guess = _guess_date(text)
    if guess and guess.year not in YEARS:
        raise ReadingError(Rule.STRANGE_YEAR, text=show(text), first=YEARS[0], last=YEARS[-1])
    if guess and _DATE.fullmatch(text):
        return guess
    if _DATE.fullmatch(text):
        raise ReadingError(Rule.NO_SUCH_DATE, text=show(text))
    raise ReadingError(Rule.NOT_A_DATE, text=show(text), guess=guess)


def _guess_date(text: str) -> date | None:
    numbers = [int(digits) for digits in re.findall(r"\d{1,4}", text, re.ASCII)][:3]
    if re.fullmatch(r"\d{8}", text, re.ASCII):
        numbers = [int(text[:4]), int(text[4:6]), int(text[6:])]
    if len(numbers) != 3:
        return None
    if numbers[2] > 999:  # day first, unless that can only be a month
        numbers = [numbers[2], *sorted(numbers[:2])] if numbers[1] > 12 else numbers[::-1]
    try:
        return date(*numbers) if numbers[0] > 999 else None
    except ValueError:
        return None


def read_moment(value: object) -> datetime:
    """Return a date and a clock time written 2020-09-24 13:02, without a zone: it is the seminar's."""
    text = read_line(value)
    found = _MOMENT.fullmatch(text)
    if not found:
        raise ReadingError(Rule.NOT_A_MOMENT, text=show(text), guess=_guess_moment(text))
    return datetime.combine(read_date(found[1]), read_time(found[2]))


def _guess_moment(text: str) -> str | None:
    day, _, rest = text.partition(" ")
    guesses = _guess_date(day), _guess_time(rest)
    return f"{guesses[0]} {guesses[1]}" if all(guesses) else None


def read_order(value: object) -> int:
    """Return a number from 1 to 999."""
    text = read_line(value)
    if not _ORDER.fullmatch(text):
        digits = re.search(r"[1-9]\d{0,2}", text, re.ASCII)
        raise ReadingError(Rule.NOT_AN_ORDER, text=show(text), guess=digits and digits[0])
    return int(text)


def read_zone(value: object) -> ZoneInfo:
    """Return a time zone by its IANA name."""
    text = read_line(value)
    try:
        return ZoneInfo(text)
    except (ValueError, KeyError, OSError):  # not a key, not a zone, a folder of zones
        names = {name.casefold(): name for name in available_timezones()}
        nearest = names.get(find_nearest(text, names) or "", "Asia/Seoul")
        raise ReadingError(Rule.NOT_A_TIME_ZONE, text=show(text), nearest=nearest) from None


def read_one_of(names: tuple[str, ...]) -> Callable[[object], str]:
    """Return a reader of one of the names."""

    def read(value: object) -> str:
        text = read_line(value)
        if text not in names:
            raise ReadingError(Rule.UNKNOWN_VALUE, text=show(text), **suggest(text, names))
        return text

    return read


def as_list(value: object) -> object:
    """Return a single text or mapping as a list of one."""
    return value if isinstance(value, list) else [value]


def as_some(value: object) -> object:
    """Return a list that holds something."""
    if value == []:
        raise ReadingError(Rule.EMPTY_LIST)
    return as_list(value)


def as_words(value: object) -> object:
    """Return a single wording as a list of one; several in one text are a list whose brackets are missing."""
    if isinstance(value, str) and "," in value:
        raise ReadingError(Rule.MISSING_BRACKETS, text=show(value), guess=f"[{value.strip()}]")
    return as_list(value)


def as_listing(value: object) -> object:
    """Return a list of entries; a heading under which nothing stands yet holds none."""
    return [] if value == "" else as_list(value)


def as_section(value: object) -> object:
    """Return a mapping of entries; a heading under which nothing stands yet holds none."""
    return {} if value == "" else as_mapping(value)


def as_mapping(value: object) -> object:
    """Return a mapping, or say what the text or list in its place should be."""
    if isinstance(value, dict):
        return value
    if isinstance(value, list):
        raise ReadingError(Rule.LIST_FOR_FIELDS)
    if found := _FIELD_WITHOUT_SPACE.fullmatch(str(value).strip()):
        raise ReadingError(Rule.MISSING_SPACE, guess=f"{found[1]}: {found[2]}")
    raise ReadingError(Rule.TEXT_FOR_FIELDS)
