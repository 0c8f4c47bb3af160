"""Chinese characters as Koreans read them: 座長 is 좌장, 李 at the start of a word 이, 바다硏 바다연구원."""

import unicodedata
from collections.abc import Iterator, Mapping
from itertools import islice, product

Readings = Mapping[str, tuple[str, ...]]

_CHARACTERS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000))  # CJK Unified Ideographs and their Extension A
_MOST_TEXTS, _MOST_TRIED = 12, 256
_Y_VOWELS = "ㅑㅕㅖㅛㅠㅣ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_NIEUN, _RIEUL, _IEUNG = 2, 5, 11  # places among the initial consonants
_FIRST, _PER_INITIAL, _PER_VOWEL = 0xAC00, 588, 28


def make_readings(tree: Mapping[str, str]) -> Readings:
    """Return the readings of each character, in the order of a mapping from a reading to its characters."""
    readings: dict[str, tuple[str, ...]] = {}
    for reading, characters in tree.items():
        for character in characters:
            readings[character] = (*readings.get(character, ()), reading)
    return readings


def has_hanja(text: str) -> bool:
    """Return whether any Chinese character stands in ``text``."""
    return any(ord(char) in codes for char in text for codes in _CHARACTERS)


def read_hanja(text: str, readings: Readings) -> Iterator[str]:
    """Yield ``text`` with its Chinese characters written in Hangul, the likeliest reading first, at most a dozen."""
    plain = unicodedata.normalize("NFKC", text)
    choices = [_choices(plain, at, readings) for at in range(len(plain))]
    ranked = islice(product(*(enumerate(found) for found in choices)), _MOST_TRIED)
    for chosen in sorted(ranked, key=lambda row: sum(rank for rank, _ in row))[:_MOST_TEXTS]:
        yield "".join(reading for _, reading in chosen)


def _choices(text: str, at: int, readings: Readings) -> tuple[str, ...]:
    """How the character at a place may be read; itself where it is none, or none that is known."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    found: list[str] = []
    for reading in readings.get(text[at], ()):
        if len(reading) > 1:
            found += [] if after.isalnum() or before.isdigit() else [reading]
        else:
            found += [reading, as_initial(reading)] if before.isalnum() else [as_initial(reading)]
    return tuple(dict.fromkeys(found)) or (text[at],)


def as_initial(syllable: str) -> str:
    """Return a syllable as it sounds at the start of a word (두음 법칙): 리 is 이 there, 로 노, 녀 여."""
    initial, rest = divmod(ord(syllable) - _FIRST, _PER_INITIAL)
    is_y = _VOWELS[rest // _PER_VOWEL] in _Y_VOWELS
    if initial in (_NIEUN, _RIEUL) and is_y:
        initial = _IEUNG
    elif initial == _RIEUL:
        initial = _NIEUN
    return chr(_FIRST + initial * _PER_INITIAL + rest)
