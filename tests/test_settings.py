"""Settings: what the environment may say, and how it is refused."""

from dataclasses import fields
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, read_settings


def test_an_empty_environment_gives_the_defaults() -> None:
    settings = read_settings({"PORT": ""})
    assert (settings.host, settings.port, settings.knowledge_dir) == ("127.0.0.1", 8080, Path("knowledge"))
    assert settings.telegram_api_base_url == "https://api.telegram.org"
    assert (settings.trusted_proxies, settings.questions_per_minute) == (0, 300)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "eighty"),
        ("PORT", "70000"),
        ("PRETEND_NOW", "tomorrow"),
        ("PRETEND_NOW", "9999-12-31T23:59:00-12:00"),
        ("LOG_LEVEL", "loud"),
        ("RETENTION_DAYS", "a month"),
        ("RETENTION_DAYS", "99999"),
        ("TELEGRAM_API_BASE_URL", "api.telegram.org"),
        ("TRUSTED_PROXIES", "-1"),
        ("TRUSTED_PROXIES", "11"),
        ("QUESTIONS_PER_MINUTE", "many"),
    ],
)
def test_a_refusal_names_the_variable_and_what_to_set(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"{name}='{value}'.*set") as refusal:
        read_settings({name: value})
    assert "\n" not in str(refusal.value)


def test_the_token_and_the_password_are_never_printed() -> None:
    environ = {"TELEGRAM_BOT_TOKEN": "123:secret", "DATABASE_URL": "postgresql://user:secret@host/name"}
    assert "secret" not in repr(read_settings(environ))


def test_the_readme_lists_every_setting_with_its_default() -> None:
    readme = Path("README.md").read_text(encoding="utf-8")
    rows = [line for line in readme.splitlines() if line.startswith("| `")]
    for setting in fields(Settings):
        row = next((r for r in rows if r.startswith(f"| `{setting.metadata['name']}`")), "")
        assert setting.metadata["default"] in row, f"README.md lacks a row for {setting.metadata['name']}"
        assert row, f"README.md lacks a row for {setting.metadata['name']}"
