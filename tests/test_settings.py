"""Settings: what the environment may say, and how it is refused."""

from dataclasses import fields
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, read_settings


def test_an_empty_environment_gives_the_defaults() -> None:
    settings = read_settings({"PORT": ""})
    assert (settings.host, settings.port, settings.knowledge_dir) == ("127.0.0.1", 8080, Path("knowledge"))
    assert settings.telegram_api_base_url == "https://api.telegram.org"
    assert (settings.trusted_proxies, settings.questions_per_minute) == (0, 1200)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "eighty"),
        ("PORT", "70000"),
        ("PRETEND_NOW", "tomorrow"),
        ("PRETEND_NOW", "9999-12-31T23:59:00-12:00"),
        ("LOG_LEVEL", "loud"),
        ("LOG_FORMAT", "xml"),
        ("RETENTION_DAYS", "a month"),
        ("RETENTION_DAYS", "99999"),
        ("TELEGRAM_API_BASE_URL", "api.telegram.org"),
        ("WEBHOOK_URL", "http://bot.example.org"),
        ("TRUSTED_PROXIES", "-1"),
        ("TRUSTED_PROXIES", "11"),
        ("QUESTIONS_PER_MINUTE", "many"),
        ("STAFF_CHAT_IDS", "@staff"),
        ("STAFF_CHAT_IDS", "5;6"),
        ("STAFF_CHAT_IDS", "5, 0"),
        ("STAFF_CHAT_IDS", "5, --6"),
        ("STAFF_CHAT_IDS", "9007199254740993"),
    ],
)
def test_a_refusal_names_the_variable_and_what_to_set(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"{name}='{value}'.*set") as refusal:
        read_settings({name: value})
    assert "\n" not in str(refusal.value)


def test_another_bot_api_server_may_take_a_webhook_without_https() -> None:
    own = {"TELEGRAM_API_BASE_URL": "http://127.0.0.1:8081", "WEBHOOK_URL": "http://127.0.0.1:8080"}
    assert read_settings(own).webhook_url == own["WEBHOOK_URL"]


@pytest.mark.parametrize(
    ("value", "ids"),
    [
        ("", ()),
        ("123456789", (123456789,)),
        (" -1001234567890, 5 ,", (-1001234567890, 5)),
        ("5,5", (5,)),
    ],
)
def test_the_chats_of_the_staff_stand_between_commas_and_are_never_printed(value: str, ids: tuple[int, ...]) -> None:
    settings = read_settings({"STAFF_CHAT_IDS": value})
    assert settings.staff_chat_ids == ids
    assert "staff_chat_ids" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value", "secrets"),
    [
        ("TELEGRAM_BOT_TOKEN", "123:secret", {"123:secret", "secret"}),
        ("TELEGRAM_BOT_TOKEN", "123", {"123"}),
        ("METRICS_TOKEN", "open sesame", {"open sesame"}),
        ("DATABASE_URL", "postgresql://bot:p%40ss@w:rd@host:5432/name", {"p%40ss@w:rd", "p@ss@w:rd"}),
        ("DATABASE_URL", "postgresql://bot@host:5432/name", set()),
        ("DATABASE_URL", "", set()),
    ],
)
def test_secrets_are_never_printed(name: str, value: str, secrets: set[str]) -> None:
    settings = read_settings({name: value})
    assert set(settings.secrets) == secrets
    assert [secret for secret in secrets if secret in repr(settings)] == []


def test_the_readme_lists_every_setting_with_its_default() -> None:
    readme = Path("README.md").read_text(encoding="utf-8")
    rows = [line for line in readme.splitlines() if line.startswith("| `")]
    for setting in fields(Settings):
        row = next((r for r in rows if r.startswith(f"| `{setting.metadata['name']}`")), "")
        assert setting.metadata["default"] in row, f"README.md lacks a row for {setting.metadata['name']}"
        assert row, f"README.md lacks a row for {setting.metadata['name']}"
