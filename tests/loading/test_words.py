"""The bot's own language files are read as the knowledge is."""

from pathlib import Path

import pytest

from bot.loading import KnowledgeError
from bot.loading.words import load_mapping
from tests.loading.base import in_english


def test_a_mapping_is_a_tree_of_texts(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text("when: [언제, 'no']\nat: { three: 15:00 }\n", encoding="utf-8")
    assert load_mapping(tmp_path / "words.yaml") == {"when": ["언제", "no"], "at": {"three": "15:00"}}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\na: 2\n", "ko/words.yaml:2:1 'a': is written twice, first in line 1; delete one of the two"),
        (None, "ko/words.yaml: cannot be read (No such file or directory); make it a plain file that the bot may read"),
    ],
)
def test_a_file_that_cannot_be_used_is_told(tmp_path: Path, text: str | None, message: str) -> None:
    path = tmp_path / "ko" / "words.yaml"
    path.parent.mkdir()
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_mapping(path)
    assert in_english(caught.value.problems) == [message]
