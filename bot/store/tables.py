"""The tables. A person in a chat is known by a pseudonym alone (see ``pseudonyms``), times are whole seconds of UTC."""

from sqlalchemy import JSON, BigInteger, Column, Index, Integer, MetaData, String, Table, Text

PSEUDONYM_CHARACTERS = 32
OWNER_CHARACTERS = 16
NEWEST_REVISION = "0003"  # of the tables, in migrations/versions

metadata = MetaData()

# What the next question of somebody in a chat is to be read in.
conversations = Table(
    "conversations",
    metadata,
    Column("person", String(PSEUDONYM_CHARACTERS), primary_key=True),
    Column("language", String(2), nullable=False),
    Column("context", JSON, nullable=False),
    Column("at_seconds", BigInteger, nullable=False),
    Index("conversations_by_time", "at_seconds"),
)

# What was asked, and what the reply rested on.
questions = Table(
    "questions",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("person", String(PSEUDONYM_CHARACTERS), nullable=False),
    Column("question", Text, nullable=False),
    Column("language", String(2), nullable=False),
    Column("outcome", String(16), nullable=False),
    Column("facts", JSON, nullable=False),
    Column("at_seconds", BigInteger, nullable=False),
    Index("questions_by_person", "person"),
    Index("questions_by_time", "at_seconds"),
)

# The updates of Telegram that were handled or are being handled, so that none is answered twice. ``content`` is a keyed
# hash of the update: another bot, or a Telegram that was set up anew, uses the same numbers for others. ``chat`` is the
# pseudonym of the chat until the update is handled, and null from then on; ``owner`` is the process that is at it, so
# long as it renews its lease.
updates = Table(
    "updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("content", String(PSEUDONYM_CHARACTERS), nullable=False),
    Column("chat", String(PSEUDONYM_CHARACTERS)),
    Column("owner", String(OWNER_CHARACTERS), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("leased_until_seconds", BigInteger, nullable=False),
    Column("at_seconds", BigInteger, nullable=False),
    Index("updates_by_chat", "chat"),
    Index("updates_by_time", "at_seconds"),
)

# Chats that do not want the bot, or have thrown it out, and since when.
closed_chats = Table(
    "closed_chats",
    metadata,
    Column("chat", String(PSEUDONYM_CHARACTERS), primary_key=True),
    Column("at_seconds", BigInteger, nullable=False),
)

# What each chat of the staff was told last of the knowledge, as a keyed hash, and when.
told_news = Table(
    "told_news",
    metadata,
    Column("chat", String(PSEUDONYM_CHARACTERS), primary_key=True),
    Column("content", String(PSEUDONYM_CHARACTERS), nullable=False),
    Column("at_seconds", BigInteger, nullable=False),
)
