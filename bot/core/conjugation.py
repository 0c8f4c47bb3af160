"""The forms of a Korean verb's stem that endings attach to, on conjoining jamo (NFD)."""

import unicodedata

_A, _AE, _EO, _E, _YEO, _O, _WA, _WAE, _OE, _U, _WO, _EU, _I = (chr(0x1161 + n) for n in (
    0, 1, 4, 5, 6, 8, 9, 10, 11, 13, 14, 18, 20,
))  # fmt: skip
_CONTRACTIONS = {_A: _A, _EO: _EO, _O: _WA, _U: _WO, _I: _YEO, _OE: _WAE, _AE: _AE, _E: _E, _YEO: _YEO}
_VOWELS = range(0x1161, 0x1176)
_BRIGHT = (_A, _O)  # after these an ending's vowel is ㅏ, else ㅓ
_H, _R, _FINAL_R = "\u1112", "\u1105", "\u11af"
_REGULAR_REU = tuple(unicodedata.normalize("NFD", stem) for stem in ("따르", "치르", "들르"))


def conjugate(stem: str) -> tuple[str, ...]:
    """Return the stem and its -아/어 form where the two vowels contract: 시작하, 시작해; 부르, 불러.

    A stem that ends in a consonant, or in a vowel that does not contract (쉬), takes its endings as they are.
    """
    if stem.endswith(_H + _A):
        return stem, stem[:-1] + _AE
    if stem.endswith(_EU):
        return stem, _without_eu(stem)
    if stem[-1:] not in _CONTRACTIONS:
        return (stem,)
    return tuple(dict.fromkeys((stem, stem[:-1] + _CONTRACTIONS[stem[-1]])))


def _without_eu(stem: str) -> str:
    """The -아/어 form of a stem in ㅡ, which is dropped (바쁘 → 바빠); after ㄹ, that is doubled (모르 → 몰라)."""
    vowels = [char for char in stem[:-1] if ord(char) in _VOWELS]
    vowel = _A if vowels[-1:] and vowels[-1] in _BRIGHT else _EO
    if stem.endswith(_R + _EU) and vowels and not stem.endswith(_REGULAR_REU):
        return stem[:-2] + _FINAL_R + _R + vowel
    return stem[:-1] + vowel
