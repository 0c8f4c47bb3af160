"""The same letters in another encoding, as some machines send them."""

import unicodedata
from random import Random

_WIDER = 0xFEE0  # from ! … ~ to their full-width forms
_WIDE = str.maketrans({chr(code): chr(code + _WIDER) for code in range(0x21, 0x7F)} | {" ": "\u3000"})


def decompose(question: str, _: Random) -> str | None:
    """Return ``question`` in NFD, as a Mac sends file names; None where that is the same."""
    decomposed = unicodedata.normalize("NFD", question)
    return decomposed if decomposed != question else None


def widen(question: str, _: Random) -> str | None:
    """Return ``question`` with full-width digits, Latin letters, marks and spaces; None where there are none."""
    wide = question.translate(_WIDE)
    return wide if wide != question else None
