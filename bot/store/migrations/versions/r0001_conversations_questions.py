"""Conversations and questions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "conversations",
        sa.Column("person", sa.String(32), primary_key=True),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("context", sa.JSON, nullable=False),
        sa.Column("at_seconds", sa.BigInteger, nullable=False),
    )
    op.create_index("conversations_by_time", "conversations", ["at_seconds"])
    op.create_table(
        "questions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
        sa.Column("person", sa.String(32), nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("facts", sa.JSON, nullable=False),
        sa.Column("at_seconds", sa.BigInteger, nullable=False),
    )
    op.create_index("questions_by_person", "questions", ["person"])
    op.create_index("questions_by_time", "questions", ["at_seconds"])
