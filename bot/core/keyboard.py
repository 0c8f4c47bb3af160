"""What was typed with the keyboard set to the other language.

The mapping is the standard two-set layout (KS X 5002). Compound vowels and finals are made of two keys.
"""

import unicodedata
from itertools import chain

_KEY_ORDER = "qwertasdfgzxcvopklhynjbmuiQWERTOP"
_LETTER_ORDER = "ㅂㅈㄷㄱㅅㅁㄴㅇㄹㅎㅋㅌㅊㅍㅐㅔㅏㅣㅗㅛㅜㅓㅠㅡㅕㅑㅃㅉㄸㄲㅆㅒㅖ"
_KEYS = dict(zip(_KEY_ORDER, _LETTER_ORDER, strict=True))
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_COMPOUNDS = {
    "ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ", "ㅡㅣ": "ㅢ",
    "ㄱㅅ": "ㄳ", "ㄴㅈ": "ㄵ", "ㄴㅎ": "ㄶ", "ㄹㄱ": "ㄺ", "ㄹㅁ": "ㄻ", "ㄹㅂ": "ㄼ", "ㄹㅅ": "ㄽ", "ㄹㅌ": "ㄾ",
    "ㄹㅍ": "ㄿ", "ㄹㅎ": "ㅀ", "ㅂㅅ": "ㅄ",
}  # fmt: skip
_PARTS = {compound: tuple(parts) for parts, compound in _COMPOUNDS.items()}
_CAPS_LOCK_SHARE = 0.6
_LETTERS = {letter: key for key, letter in _KEYS.items()}


def to_hangul(text: str) -> str:
    """Return ``text`` as if its Latin letters had been typed in the two-set Korean layout; the rest stays.

    Capitals that are no key of their own count as small ones; where there are such and most letters are capitals,
    Caps Lock was on, which turns Shift around.
    """
    if _is_caps_lock([c for c in text if c.isascii() and c.isalpha()]):
        text = "".join(c.swapcase() if c.isascii() else c for c in text)
    return _compose([_KEYS.get(c) or _KEYS.get(c.lower()) or c for c in text])


def _is_caps_lock(letters: list[str]) -> bool:
    capitals = [c for c in letters if c.isupper()]
    return len(capitals) > _CAPS_LOCK_SHARE * len(letters) and any(c not in _KEYS for c in capitals)


def to_latin(text: str) -> str:
    """Return ``text`` as if its Hangul had been typed in the Latin layout; the rest stays."""
    return "".join(chain.from_iterable(_keys_of(char) for char in unicodedata.normalize("NFC", text)))


def _keys_of(char: str) -> list[str]:
    if "가" <= char <= "힣":
        code = ord(char) - 0xAC00
        letters = [_INITIALS[code // 588], _VOWELS[code % 588 // 28], _FINALS[code % 28].strip()]
    else:
        letters = [char]
    parts = chain.from_iterable(_PARTS.get(letter, (letter,)) for letter in letters if letter)
    return [_LETTERS.get(part, part) for part in parts]


def _compose(letters: list[str]) -> str:
    """Join single letters into syllables as an input method does."""
    syllables: list[str] = []
    at = 0
    while at < len(letters):
        length, syllable = _read_syllable(letters, at)
        syllables.append(syllable)
        at += length
    return "".join(syllables)


def _read_syllable(letters: list[str], at: int) -> tuple[int, str]:
    """Return how many letters the syllable at ``at`` takes, and the syllable (a lone letter where there is none)."""
    if not (letters[at] in _INITIALS and at + 1 < len(letters) and letters[at + 1] in _VOWELS):
        if letters[at] in _VOWELS:
            length, vowel = _take_vowel(letters, at)
            return length, vowel
        return 1, letters[at]
    length, vowel = _take_vowel(letters, at + 1)
    used, final = _take_final(letters, at + 1 + length)
    code = 0xAC00 + _INITIALS.index(letters[at]) * 588 + _VOWELS.index(vowel) * 28 + _FINALS.index(final or " ")
    return 1 + length + used, chr(code)


def _take_vowel(letters: list[str], at: int) -> tuple[int, str]:
    pair = "".join(letters[at : at + 2])
    return (2, _COMPOUNDS[pair]) if pair in _COMPOUNDS else (1, letters[at])


def _take_final(letters: list[str], at: int) -> tuple[int, str]:
    """A consonant that a vowel follows begins the next syllable instead."""
    for length in (2, 1):
        taken, following = letters[at : at + length], letters[at + length : at + length + 1]
        final = _COMPOUNDS.get("".join(taken), "") if length == 2 else "".join(taken)
        if len(taken) == length and final.strip() and final in _FINALS and not (following and following[0] in _VOWELS):
            return length, final
    return 0, ""
