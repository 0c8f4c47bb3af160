"""Text as people send it, brought to one form: NFC, half-width, lower case, without invisible characters."""

import unicodedata

_COMPATIBILITY_JAMO = range(0x3131, 0x3190)  # ㄱ…ㆎ: NFKC would turn these into conjoining jamo
_HANGUL_SYLLABLES = range(0xAC00, 0xD7A4)
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}  # Unicode general categories: control, format, surrogate, private, unassigned
_TAGS_AND_MARKS = {"Mn", "Me"}
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "´": "'", "`": "'"})


def normalise(text: str) -> str:
    """Return ``text`` in NFC with full-width forms made half-width, in lower case, invisible characters dropped.

    White space of any kind becomes one blank. Any string is accepted, lone surrogates and NUL included.
    """
    composed = unicodedata.normalize("NFC", text).translate(_APOSTROPHES)
    kept = "".join(_plain(char) for char in composed)
    return " ".join(unicodedata.normalize("NFC", kept).lower().split())


def _plain(char: str) -> str:
    code = ord(char)
    if code < 0x80:
        return char if char.isprintable() else " "
    if code in _HANGUL_SYLLABLES or code in _COMPATIBILITY_JAMO:
        return char
    if char.isspace():
        return " "
    if unicodedata.category(char) in _INVISIBLE:
        return ""
    plain = unicodedata.normalize("NFKC", char)
    return "".join(c for c in plain if unicodedata.category(c) not in _TAGS_AND_MARKS or "\u1100" <= c <= "\u11ff")


def to_jamo(text: str) -> str:
    """Return the letters and digits of ``text`` alone, syllables decomposed into conjoining jamo (NFD)."""
    return "".join(unicodedata.normalize("NFD", c) if ord(c) in _HANGUL_SYLLABLES else c for c in text if c.isalnum())


def has_hangul(text: str) -> bool:
    """Return whether any syllable or jamo of Hangul stands in ``text``."""
    return any(ord(c) in _HANGUL_SYLLABLES or ord(c) in _COMPATIBILITY_JAMO for c in text)


def is_syllable(char: str) -> bool:
    """Return whether ``char`` is one composed syllable of Hangul."""
    return ord(char) in _HANGUL_SYLLABLES


def initial_of(syllable: str) -> str:
    """Return the initial consonant of a syllable as the letter one types: ``ㅂ`` of ``발``."""
    return "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"[(ord(syllable) - 0xAC00) // 588]


def initials_of(text: str) -> str:
    """Return the initial consonants of the syllables of ``text``; other letters and digits stay as they are."""
    return "".join(initial_of(c) if is_syllable(c) else c for c in text if c.isalnum())
