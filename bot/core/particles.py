"""Korean particles after a name, a number or a Latin word: "은(는)" in a wording becomes the one that fits.

The rule is that of the Korean orthography: the form depends on whether the word before ends in a consonant as it is
*spoken*. Digits are read in Sino-Korean, 14:05 as hours and minutes, capital letters by their names, Latin words by
their last sound as Korean would write it (Zoom 줌, Break 브레이크, Jack 잭).
"""

import re
import unicodedata

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
_QUOTES = "’”'\"」』》〉]"
_PUNCTUATION = " \t*.…!?"
_CLOCK = re.compile(r"\d:(?P<minutes>[0-5]\d)$")
_UNIT = re.compile(r"\d ?(?P<unit>[a-z]{1,2})$")
_GRAMS = ("g", "kg", "mg")  # 그램; the other units end in vowels: 미터, 리터
_DIGITS_ENDING_IN_CONSONANT = "013678"  # 영 일 삼 육 칠 팔; 십, 백, 천 and 만 end in consonants as well
_DIGITS_ENDING_IN_L = "178"  # 일 칠 팔
_LETTERS_ENDING_IN_CONSONANT = "LMNR"  # 엘 엠 엔 알
_LETTERS_ENDING_IN_L = "LR"
_SONORANT = ("m", "n", "ng", "me", "ne")
_SHORT_STOP = re.compile(
    r"(?:^|[^aeiou])(?:[aeiou]|ae|eo|eu|oe|oo|ui)(?:[ptbc]|c?k)$"
)  # after a long vowel 으 is added
_UNWRITTEN_R = ("park", "york")  # 박, 욕


def fit_particles(wording: str) -> str:
    """Return ``wording`` with every "은(는)", "이(가)", "을(를)", "(으)로" … settled by the word before it."""
    while found := _PARTICLE.search(wording):
        before = wording[: found.start()]
        wording = before + _pick(before, found[0]) + wording[found.end() :]
    return wording


def _pick(before: str, form: str) -> str:
    consonant, is_l = _final_sound(_last_word(before))
    after_consonant, after_vowel = _FORMS[form]
    if form == "(으)로" and is_l:
        return after_vowel
    return after_consonant if consonant else after_vowel


def _last_word(before: str) -> str:
    """What stands last, without closing quotes and without what is put in parentheses after it."""
    word = before.rstrip(_QUOTES)
    outside = _without_parenthesis(word) if word.endswith(")") else word
    return (outside or word).rstrip(_QUOTES + _PUNCTUATION + "()")


def _without_parenthesis(word: str) -> str:
    depth = 0
    for at in range(len(word) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(word[at], 0)
        if depth == 0:
            return word[:at].rstrip()
    return ""


def _final_sound(word: str) -> tuple[bool, bool]:
    """Whether the word ends in a consonant as spoken, and whether that is ㄹ."""
    last = word[-1:]
    if "가" <= last <= "힣":
        final = (ord(last) - 0xAC00) % 28
        return final > 0, final == 8
    if clock := _CLOCK.search(word):
        return clock["minutes"] != "00", False  # 14시, 14시 5분
    if unit := _UNIT.search(word):
        return unit["unit"] in _GRAMS, False
    if last.isdigit():
        digit = str(unicodedata.digit(last))
        return digit in _DIGITS_ENDING_IN_CONSONANT, digit in _DIGITS_ENDING_IN_L
    return _latin_sound(re.split(r"[^A-Za-z]", word)[-1])


def _latin_sound(word: str) -> tuple[bool, bool]:
    if word.isupper():
        return word[-1] in _LETTERS_ENDING_IN_CONSONANT, word[-1] in _LETTERS_ENDING_IN_L
    lower = word.lower()
    ends_in_l = lower.endswith(("l", "le"))
    stop = lower.endswith(_UNWRITTEN_R) or _SHORT_STOP.search(lower) is not None
    return ends_in_l or stop or lower.endswith(_SONORANT), ends_in_l
