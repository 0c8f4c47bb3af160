"""Updates handled or being handled, and chats that do not want the bot."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "updates",
        sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("content", sa.String(32), nullable=False),
        sa.Column("chat", sa.String(32)),
        sa.Column("owner", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("leased_until_seconds", sa.BigInteger, nullable=False),
        sa.Column("at_seconds", sa.BigInteger, nullable=False),
    )
    op.create_index("updates_by_chat", "updates", ["chat"])
    op.create_index("updates_by_time", "updates", ["at_seconds"])
    op.create_table(
        "closed_chats",
        sa.Column("chat", sa.String(32), primary_key=True),
        sa.Column("at_seconds", sa.BigInteger, nullable=False),
    )
