"""Text as people send it, brought to one form: NFC, half-width, lower case, without invisible characters."""

import re
import unicodedata

_COMPATIBILITY_JAMO = range(0x3131, 0x3190)  # ㄱ…ㆎ: NFKC would turn these into conjoining jamo
_HALF_WIDTH_JAMO = range(0xFFA1, 0xFFDD)
_HANGUL_SYLLABLES = range(0xAC00, 0xD7A4)
_FILLERS = "\u115f\u1160\u3164\uffa0"  # Hangul letters that show nothing
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}  # control, format, surrogate, private, unassigned
_MARKS = {"Mn", "Me"}  # what stands above, below or around another character
_APOSTROPHES = str.maketrans("’‘´`", "''''")
_INITIALS, _MEDIALS, _FINALS = range(0x1100, 0x1113), range(0x1161, 0x1176), range(0x11A8, 0x11C3)
_LETTERS = (
    (_INITIALS, "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"),
    (_MEDIALS, "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"),
    (_FINALS, "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"),
)


_HANGUL = re.compile("[\uac00-\ud7a3\u3131-\u318f]")
_PLAIN = re.compile(r"[가-힣ㄱ-ㆎ \x09-\x0d\x20-\x5f\x61-\x7e]*")


def normalise(text: str) -> str:
    """Return ``text`` in NFC with full-width forms made half-width, in lower case, invisible characters dropped.

    White space of any kind becomes one blank, a lone jamo the letter one types, a digit of any script an ASCII one.
    Any string is accepted, lone surrogates and NUL included; normalising twice changes nothing.
    """
    if _PLAIN.fullmatch(text):
        return " ".join(text.lower().split())
    visible = unicodedata.normalize("NFC", "".join(_visible(char) for char in text).translate(_APOSTROPHES))
    plain = "".join(_plain(char) for char in visible).translate(_APOSTROPHES)
    lower = unicodedata.normalize("NFC", plain.lower())
    return " ".join("".join(char for char in lower if unicodedata.category(char) not in _MARKS).split())


def _visible(char: str) -> str:
    if char.isspace() or ord(char) < 0x20:
        return " "
    return "" if char in _FILLERS or unicodedata.category(char) in _INVISIBLE else char


def _plain(char: str) -> str:
    code = ord(char)
    if code < 0x80 or code in _HANGUL_SYLLABLES or code in _COMPATIBILITY_JAMO:
        return char
    if code in _HALF_WIDTH_JAMO:
        return chr(int(unicodedata.decomposition(char).split()[1], 16))  # "<narrow> 3131"
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    return "".join(letter_of(c) for c in unicodedata.normalize("NFKC", char))


def letter_of(jamo: str) -> str:
    """Return the letter a conjoining jamo is typed with, initials and finals of one sound alike; others unchanged."""
    code = ord(jamo)
    return next((letters[code - codes.start] for codes, letters in _LETTERS if code in codes), jamo)


def to_jamo(text: str) -> str:
    """Return the letters and digits of ``text`` alone, syllables decomposed into conjoining jamo (NFD)."""
    return text.translate(_JAMO)


class _Jamo(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        letters = unicodedata.normalize("NFD", char) if code in _HANGUL_SYLLABLES else char if char.isalnum() else ""
        self[code] = letters
        return letters


_JAMO = _Jamo()


def carried_over(jamo: str) -> str:
    """Return the jamo as they are heard: a final before a vowel begins the next syllable, 멕아 is 메가."""
    return _BEFORE_VOWEL.sub(lambda found: _INITIAL_OF[found[1]], jamo)


_INITIAL_OF = {
    final: initial
    for final in map(chr, _FINALS)
    for initial in map(chr, _INITIALS)
    if letter_of(final) == letter_of(initial) != "ㅇ"
}
_BEFORE_VOWEL = re.compile(rf"([{''.join(_INITIAL_OF)}])\u110b")


def has_hangul(text: str) -> bool:
    """Return whether any syllable or jamo of Hangul stands in ``text``."""
    return _HANGUL.search(text) is not None


def is_syllable(char: str) -> bool:
    """Return whether ``char`` is one composed syllable of Hangul."""
    return ord(char) in _HANGUL_SYLLABLES


def is_vowel(jamo: str) -> bool:
    """Return whether a conjoining jamo is a vowel."""
    return ord(jamo) in _MEDIALS


def initial_of(syllable: str) -> str:
    """Return the initial consonant of a syllable as the letter one types: ``ㅂ`` of ``발``."""
    return letter_of(unicodedata.normalize("NFD", syllable)[0])


def initials_of(text: str) -> str:
    """Return the initial consonants of the syllables of ``text``; other letters and digits stay as they are."""
    return text.translate(_INITIALS_OF)


class _Initials(dict[int, str]):
    def __missing__(self, code: int) -> str:
        char = chr(code)
        letter = initial_of(char) if is_syllable(char) else char if char.isalnum() else ""
        self[code] = letter
        return letter


_INITIALS_OF = _Initials()
