"""State in a SQL database: what conversations are about, what was asked, and which updates were handled."""

from bot.store.errors import StoreError

__all__ = ["StoreError"]
