import pytest

from bot.channels.web.visitor import prefer_language


@pytest.mark.parametrize(
    ("accept_language", "language"),
    [
        ("", "ko"),
        ("ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7", "ko"),
        ("en-US,en;q=0.9,ko;q=0.8", "en"),
        ("EN-gb", "en"),
        ("en, ko", "ko"),
        ("ja,en;q=0.5", "en"),
        ("fr", "ko"),
        ("*", "ko"),
        ("en;q=0", "ko"),
        ("en;q=much", "ko"),
        ("en;q=nan", "ko"),
        (";;;,,=", "ko"),
    ],
)
def test_the_language_a_browser_weighs_most_is_spoken(accept_language: str, language: str) -> None:
    assert prefer_language(accept_language) == language
