"""A verb's stem meets its endings in the forms that people write."""

import unicodedata

import pytest

from bot.core.conjugation import conjugate

STEMS = [
    ("시작하", "시작해"), ("하", "해"),
    ("끝나", None), ("가", None), ("서", None), ("켜", None), ("지내", None), ("세", None),
    ("오", "와"), ("보", "봐"), ("나오", "나와"),
    ("주", "줘"), ("배우", "배워"),
    ("마치", "마쳐"), ("열리", "열려"), ("기다리", "기다려"), ("계시", "계셔"),
    ("되", "돼"), ("시작되", "시작돼"), ("뵈", "봬"),
    ("쉬", None), ("뛰", None), ("띄", None),
    ("쓰", "써"), ("크", "커"), ("바쁘", "바빠"), ("모으", "모아"), ("예쁘", "예뻐"),
    ("모르", "몰라"), ("부르", "불러"), ("이르", "일러"), ("서두르", "서둘러"), ("따르", "따라"), ("들르", "들러"),
    ("있", None), ("묻", None), ("열", None), ("맡", None), ("고맙", None), ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("stem", "contracted"), STEMS)
def test_a_stem_contracts_with_the_vowel_of_its_ending(stem: str, contracted: str | None) -> None:
    forms = tuple(unicodedata.normalize("NFC", form) for form in conjugate(unicodedata.normalize("NFD", stem)))
    assert forms == ((stem, contracted) if contracted else (stem,))
