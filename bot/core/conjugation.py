"""The forms of a Korean verb's stem that endings attach to, on conjoining jamo (NFD)."""

_A, _AE, _YA, _EO, _E, _YEO, _O, _WA, _WAE, _OE, _U, _WO, _EU, _I = (chr(0x1161 + n) for n in (
    0, 1, 2, 4, 5, 6, 8, 9, 10, 11, 13, 14, 18, 20,
))  # fmt: skip
_CONTRACTIONS = {_A: _A, _EO: _EO, _O: _WA, _U: _WO, _I: _YEO, _OE: _WAE, _EU: _EO, _AE: _AE, _E: _E, _YEO: _YEO}
_H = "\u1112"


def conjugate(stem: str) -> tuple[str, ...]:
    """Return the stem and its -아/어 form where the two vowels contract (시작하 → 시작해, 끝나 → 끝나, 쉬 → 쉬어).

    A stem that ends in a consonant takes its endings as they are.
    """
    last = stem[-1:]
    if last not in _CONTRACTIONS:
        return (stem,)
    if stem.endswith(_H + _A):
        return stem, stem[:-1] + _AE
    return tuple(dict.fromkeys((stem, stem[:-1] + _CONTRACTIONS[last])))
