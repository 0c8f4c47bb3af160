"""Addresses of databases: what is taken, and what is refused without showing a password."""

from pathlib import Path

import pytest

from bot.store.engine import open_engine, read_url
from bot.store.errors import StoreError


@pytest.mark.parametrize(
    ("address", "driver"),
    [
        ("sqlite:///data/bot.db", "sqlite+aiosqlite"),
        ("postgres://user:pw@host:5432/name", "postgresql+psycopg"),  # Heroku's form
        ("postgresql://user:pw@host/name?sslmode=require", "postgresql+psycopg"),
        ("postgresql+psycopg://user:pw@host/name", "postgresql+psycopg"),
    ],
)
def test_an_address_gets_the_driver_for_it(address: str, driver: str) -> None:
    assert read_url(address).drivername == driver


@pytest.mark.parametrize(
    "address", ["", "data/bot.db", "mysql://user:hunter2@host/name", "postgres//user:hunter2@host"]
)
def test_a_refusal_says_what_to_set_and_repeats_no_password(address: str) -> None:
    with pytest.raises(StoreError, match=r"DATABASE_URL.*set it like") as refusal:
        read_url(address)
    assert "hunter2" not in str(refusal.value)


async def test_the_folder_of_a_file_is_made(tmp_path: Path) -> None:
    engine = open_engine(read_url(f"sqlite:///{tmp_path / 'a' / 'b' / 'bot.db'}"))
    async with engine.connect() as connection:
        mode = (await connection.exec_driver_sql("PRAGMA journal_mode")).scalar_one()
    await engine.dispose()
    assert mode == "wal"
