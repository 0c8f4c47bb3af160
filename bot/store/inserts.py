"""Inserts that say what to do about a key that is there."""

from sqlalchemy import ColumnElement, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncEngine

Insert = postgresql.Insert | sqlite.Insert


def insert_new(engine: AsyncEngine, table: Table) -> Insert:
    """Return the insert that passes over rows whose key is there."""
    return _insert(engine, table).on_conflict_do_nothing()


def insert_or_replace(engine: AsyncEngine, table: Table, where: ColumnElement[bool] | None = None) -> Insert:
    """Return the insert that replaces rows whose key is there, or of these only those ``where`` something is so."""
    insert = _insert(engine, table)
    keys = [column.name for column in table.primary_key]
    values = {column.name: column for column in insert.excluded if column.name not in keys}
    return insert.on_conflict_do_update(index_elements=keys, set_=values, where=where)


def _insert(engine: AsyncEngine, table: Table) -> Insert:
    return postgresql.insert(table) if engine.dialect.name == "postgresql" else sqlite.insert(table)
