"""Every environment variable the bot reads, its default, and an error that names it."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote

from bot.core.isotime import read_moment

MOST_DAYS = 3650
TELEGRAM_URL = "https://api.telegram.org"
EXAMPLES = {"TELEGRAM_API_BASE_URL": TELEGRAM_URL, "WEBHOOK_URL": "https://bot.example.org"}
CHAT_ID = re.compile(r"-?[1-9][0-9]{0,15}")
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # https://core.telegram.org/bots/api#setwebhook
MOST_PORT = 65535
MOST_PROXIES = 10
MOST_QUESTIONS = 1_000_000
MOST_CHAT_ID = 2**52  # https://core.telegram.org/bots/api#chat: at most 52 significant bits
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
LOG_FORMATS = ("text", "json")

_PASSWORD = re.compile("://[^:/@]*:(.+)@")


class SettingsError(ValueError):
    """A setting that cannot be used; its message names the variable and what to set instead."""


def _variable(name: str, default: str, meaning: str) -> dict[str, str]:
    return {"name": name, "default": default, "meaning": meaning}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the environment says. ``pretend_now`` may be naive: it is then a time of the seminar's zone."""

    telegram_bot_token: str = field(
        repr=False,
        metadata=_variable("TELEGRAM_BOT_TOKEN", "", "the bot's token from BotFather; without it, only the web page"),
    )
    telegram_api_base_url: str = field(
        metadata=_variable("TELEGRAM_API_BASE_URL", TELEGRAM_URL, "another Bot API server"),
    )
    webhook_url: str = field(
        metadata=_variable("WEBHOOK_URL", "", "this service's public https address; without it, updates are fetched"),
    )
    webhook_secret: str = field(
        repr=False,
        metadata=_variable("WEBHOOK_SECRET", "", "what Telegram shows there; by default, made from the token"),
    )
    staff_chat_ids: tuple[int, ...] = field(
        repr=False,
        metadata=_variable("STAFF_CHAT_IDS", "", "chats that are told what became of an edit of the knowledge"),
    )
    knowledge_dir: Path = field(metadata=_variable("KNOWLEDGE_DIR", "knowledge", "the knowledge folder"))
    host: str = field(metadata=_variable("HOST", "127.0.0.1", "the address the web page listens on"))
    port: int = field(metadata=_variable("PORT", "8080", "its port (0 takes a free one)"))
    trusted_proxies: int = field(metadata=_variable("TRUSTED_PROXIES", "0", "how many proxies stand in front of it"))
    questions_per_minute: int = field(
        metadata=_variable("QUESTIONS_PER_MINUTE", "1200", "how many questions one address may ask (0: any number)"),
    )
    database_url: str = field(
        repr=False,  # it may hold a password
        metadata=_variable("DATABASE_URL", "sqlite:///data/seminar-bot.db", "where conversations are kept"),
    )
    retention_days: int = field(metadata=_variable("RETENTION_DAYS", "30", "how long questions are kept"))
    pretend_now: datetime | None = field(
        metadata=_variable("PRETEND_NOW", "", "rehearse a day: the clock starts there and runs on"),
    )
    log_level: str = field(metadata=_variable("LOG_LEVEL", "INFO", "DEBUG, INFO, WARNING or ERROR"))
    log_format: str = field(metadata=_variable("LOG_FORMAT", "text", "text, or json: one object a line"))
    metrics_token: str = field(
        repr=False,
        metadata=_variable("METRICS_TOKEN", "", "who sends it may read /metrics; without it, nobody may"),
    )

    @property
    def secrets(self) -> tuple[str, ...]:
        """What no line of the log may hold: the tokens, the webhook's secret, and the password of the database."""
        password = _PASSWORD.search(self.database_url)
        passwords = (password[1], unquote(password[1])) if password else ()
        token = self.telegram_bot_token
        own = (token, token.partition(":")[2], self.webhook_secret, self.metrics_token)
        return tuple(filter(None, (*own, *passwords)))


def read_settings(environ: Mapping[str, str]) -> Settings:
    """Return the settings of an environment; an empty variable counts as absent.

    Raises SettingsError for a value that cannot be used.
    """
    raw = {f.name: environ.get(f.metadata["name"], "").strip() or f.metadata["default"] for f in fields(Settings)}
    return Settings(
        telegram_bot_token=raw["telegram_bot_token"],
        telegram_api_base_url=_url("TELEGRAM_API_BASE_URL", raw["telegram_api_base_url"]),
        webhook_url=_webhook_url("WEBHOOK_URL", raw["webhook_url"], raw["telegram_api_base_url"]),
        webhook_secret=_secret("WEBHOOK_SECRET", raw["webhook_secret"]),
        staff_chat_ids=_chat_ids("STAFF_CHAT_IDS", raw["staff_chat_ids"]),
        knowledge_dir=Path(raw["knowledge_dir"]),
        host=raw["host"],
        port=_number("PORT", raw["port"], MOST_PORT, "port", 8080),
        trusted_proxies=_number("TRUSTED_PROXIES", raw["trusted_proxies"], MOST_PROXIES, "number of proxies", 1),
        questions_per_minute=_number(
            "QUESTIONS_PER_MINUTE", raw["questions_per_minute"], MOST_QUESTIONS, "number of questions", 1200
        ),
        database_url=raw["database_url"],
        retention_days=_number("RETENTION_DAYS", raw["retention_days"], MOST_DAYS, "number of days", 30),
        pretend_now=_moment("PRETEND_NOW", raw["pretend_now"]),
        log_level=_one_of("LOG_LEVEL", raw["log_level"], LOG_LEVELS),
        log_format=_one_of("LOG_FORMAT", raw["log_format"], LOG_FORMATS),
        metrics_token=raw["metrics_token"],
    )


def _url(name: str, text: str) -> str:
    if not text.startswith(("http://", "https://")):
        raise SettingsError(f"{name}={text!r} is not an address; set it like {EXAMPLES[name]}")
    return text.rstrip("/")


def _webhook_url(name: str, text: str, api_url: str) -> str:
    """Return the address; Telegram itself takes none but https: https://core.telegram.org/bots/api#setwebhook"""
    if text.startswith("http://") and api_url == TELEGRAM_URL:
        raise SettingsError(
            f"{name}={text!r} is not https, and Telegram takes nothing else; set it like {EXAMPLES[name]}"
        )
    return _url(name, text) if text else ""


def _secret(name: str, text: str) -> str:
    if text and not SECRET.fullmatch(text):  # which it does not repeat
        raise SettingsError(f"{name} is not a secret that Telegram takes; set 1 to 256 of A-Z, a-z, 0-9, _ and -")
    return text


def _chat_ids(name: str, text: str) -> tuple[int, ...]:
    """Return the ids that commas divide, each once."""
    ids = [part.strip() for part in text.split(",") if part.strip()]
    for id_ in ids:
        if not CHAT_ID.fullmatch(id_) or abs(int(id_)) >= MOST_CHAT_ID:
            example = "123456789,-1001234567890"
            raise SettingsError(f"{name}={text!r} is not a list of chats; set their numbers, such as {example}")
    return tuple(dict.fromkeys(map(int, ids)))


def _number(name: str, text: str, most: int, kind: str, example: int) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= most):
        raise SettingsError(f"{name}={text!r} is not a {kind}; set one from 0 to {most}, such as {example}")
    return int(text)


def _moment(name: str, text: str) -> datetime | None:
    try:
        return read_moment(text) if text else None
    except ValueError:
        raise SettingsError(f"{name}={text!r} is not a time; set it like 2020-09-25T14:22") from None


def _one_of(name: str, text: str, known: Collection[str]) -> str:
    for value in known:
        if value.lower() == text.lower():
            return value
    raise SettingsError(f"{name}={text!r} is not known; set one of {', '.join(known)}")
