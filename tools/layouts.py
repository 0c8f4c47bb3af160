"""A Korean question typed while the keyboard was set to Latin letters."""

from random import Random

from bot.core.keyboard import to_latin
from tools.syllables import HANGUL


def type_latin(question: str, _: Random) -> str | None:
    """Return the keys of ``question``; None where it holds no syllable."""
    return to_latin(question) if HANGUL.search(question) else None


def type_latin_with_caps_lock(question: str, random: Random) -> str | None:
    """Return the keys of ``question`` as they come out under Caps Lock, which turns Shift around."""
    typed = type_latin(question, random)
    return typed.swapcase() if typed else None
