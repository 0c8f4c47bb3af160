"""What the chats of the staff were told last."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "told_news",
        sa.Column("chat", sa.String(32), primary_key=True),
        sa.Column("content", sa.String(32), nullable=False),
        sa.Column("at_seconds", sa.BigInteger, nullable=False),
    )
