"""The knowledge as it was: folders, and states that a real git knows."""

import subprocess
from pathlib import Path

import pytest

from bot.impact.sources import SourceError, open_source


def git(folder: Path, *arguments: str) -> None:
    author = ["-c", "user.name=staff", "-c", "user.email=staff@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *author, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder within a repository: committed with "old", tagged v1, then edited to "new"."""
    knowledge = tmp_path / "repository" / "지식 폴더"
    knowledge.mkdir(parents=True)
    git(tmp_path / "repository", "init")
    (tmp_path / "repository" / "README").write_text("empty")
    git(tmp_path / "repository", "add", ".")
    git(tmp_path / "repository", "commit", "-m", "Begin")
    (knowledge / "seminar.yaml").write_text("old")
    (knowledge / "drafts").mkdir()
    (knowledge / "drafts" / "seminar.yaml").write_text("draft")
    (knowledge / "link.yaml").symlink_to("seminar.yaml")
    (knowledge / "elsewhere.yaml").symlink_to("/etc/hostname")
    git(knowledge, "add", ".")
    git(knowledge, "commit", "-m", "Write the knowledge")
    git(knowledge, "tag", "v1")
    (knowledge / "seminar.yaml").write_text("new")
    return knowledge


@pytest.mark.parametrize("ref", ["HEAD", "v1"])
def test_a_state_is_the_folder_as_it_was_committed(folder: Path, ref: str) -> None:
    with open_source(ref, folder) as place:
        held = {path.name: path.read_text() for path in place.iterdir()}
        assert held == {"seminar.yaml": "old", "link.yaml": "old"}
    assert not place.exists()
    assert (folder / "seminar.yaml").read_text() == "new"


def test_a_folder_is_itself(folder: Path) -> None:
    with open_source(str(folder), folder) as place:
        assert place == folder
    assert folder.exists()


@pytest.mark.parametrize(
    ("ref", "reason"),
    [("nowhere", "unknown_ref"), ("--help", "unknown_ref"), ("", "unknown_ref"), ("HEAD~1", "no_folder")],
)
def test_a_state_that_cannot_be_had_says_why(folder: Path, ref: str, reason: str) -> None:
    with pytest.raises(SourceError) as refusal, open_source(ref, folder):
        pass
    assert refusal.value.reason == reason
    assert "\n" not in refusal.value.said


def test_a_folder_outside_of_any_repository_has_no_states(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as refusal, open_source("HEAD", tmp_path):
        pass
    assert refusal.value.reason == "no_repository"


def test_where_there_is_no_git_it_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SourceError) as refusal, open_source("HEAD", folder):
        pass
    assert refusal.value.reason == "no_git"
