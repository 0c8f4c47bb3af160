"""Korean particles after a name, a number or a Latin word: "은(는)" in a wording becomes the one that fits.

The rule is that of the Korean orthography: the form depends on whether the word before ends in a consonant as it is
*spoken*. Digits are read in Sino-Korean, capital letters by their names, Latin words by their last sound.
"""

import re

_FORMS = {
    "은(는)": ("은", "는"),
    "이(가)": ("이", "가"),
    "을(를)": ("을", "를"),
    "과(와)": ("과", "와"),
    "이(라)": ("이라", "라"),
    "이(었)": ("이었", "였"),
    "(으)로": ("으로", "로"),
    "(이)며": ("이며", "며"),
}
_PARTICLE = re.compile("|".join(re.escape(form) for form in _FORMS))
_CLOSING = " \t’”'\"」』》〉)]}*.…!?"
_PARENTHESIS = re.compile(r"(?<=\S)\s*\([^()]*\)$")
_DIGITS_ENDING_IN_CONSONANT = "013678"  # 영 일 삼 육 칠 팔
_DIGITS_ENDING_IN_L = "178"  # 일 칠 팔
_LETTERS_ENDING_IN_CONSONANT = "LMNR"  # 엘 엠 엔 알
_LETTERS_ENDING_IN_L = "LR"


def fit_particles(wording: str) -> str:
    """Return ``wording`` with every "은(는)", "이(가)", "을(를)", "과(와)", "(으)로" … settled by the word before it."""
    settled = ""
    rest = wording
    while found := _PARTICLE.search(rest):
        settled += rest[: found.start()]
        settled += _pick(settled, found[0])
        rest = rest[found.end() :]
    return settled + rest


def _pick(before: str, form: str) -> str:
    consonant, is_l = _final_sound(before)
    after_consonant, after_vowel = _FORMS[form]
    if form == "(으)로" and is_l:
        return after_vowel
    return after_consonant if consonant else after_vowel


def _final_sound(before: str) -> tuple[bool, bool]:
    """Whether the word ends in a consonant as spoken, and whether that is ㄹ."""
    word = _PARENTHESIS.sub("", before.rstrip("’”'\"」』》〉")).rstrip(_CLOSING)
    if not word:
        return False, False
    last = word[-1]
    if "가" <= last <= "힣":
        final = (ord(last) - 0xAC00) % 28
        return final > 0, final == 8
    if last.isdigit():
        return last in _DIGITS_ENDING_IN_CONSONANT, last in _DIGITS_ENDING_IN_L
    return _latin_sound(re.split(r"[^A-Za-z]", word)[-1])


def _latin_sound(word: str) -> tuple[bool, bool]:
    if not word:
        return False, False
    if word.isupper():
        return word[-1] in _LETTERS_ENDING_IN_CONSONANT, word[-1] in _LETTERS_ENDING_IN_L
    lower = word.lower()
    ends_in_l = lower.endswith(("l", "le"))
    sonorant = lower.endswith(("m", "n", "ng", "me", "ne"))
    stop = re.search(r"[aeiou](?:[kpt]|ck|rk|b|c)$", lower) is not None
    return ends_in_l or sonorant or stop, ends_in_l
