"""Syllables of Hangul taken apart into the letters one types, and put together again."""

import re
from dataclasses import dataclass

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
FIRST = ord("가")
HANGUL = re.compile("[가-힣]")
LONG_WORD = re.compile("[가-힣]{2,}")  # two syllables or more, without a space, a digit or a Latin letter between


@dataclass(frozen=True, slots=True)
class Syllable:
    """One syllable by its letters; ``final`` is empty where there is none. Any combination can be written."""

    initial: str
    vowel: str
    final: str

    def __str__(self) -> str:
        """Return the composed character."""
        code = (INITIALS.index(self.initial) * len(VOWELS) + VOWELS.index(self.vowel)) * len(FINALS)
        return chr(FIRST + code + FINALS.index(self.final))


def take_apart(char: str) -> Syllable:
    """Return the letters of one composed syllable."""
    rest, final = divmod(ord(char) - FIRST, len(FINALS))
    initial, vowel = divmod(rest, len(VOWELS))
    return Syllable(INITIALS[initial], VOWELS[vowel], FINALS[final])


def with_final(char: str, final: str) -> str:
    """Return the syllable with another final consonant, or without one where ``final`` is empty."""
    syllable = take_apart(char)
    return str(Syllable(syllable.initial, syllable.vowel, final))


def final_of(text: str) -> str:
    """Return the final consonant of the last syllable, empty where there is none or no syllable stands last."""
    return take_apart(text[-1]).final if HANGUL.fullmatch(text[-1:]) else ""


def initials_of(word: str) -> str:
    """Return the initial consonants of a word of syllables: ``ㅂㅍㅈ`` of ``발표자``."""
    return "".join(take_apart(char).initial for char in word)
