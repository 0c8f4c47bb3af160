"""The tables. A person in a chat is known by a pseudonym alone (see ``pseudonyms``), times are whole seconds of UTC."""

from sqlalchemy import JSON, BigInteger, Column, Index, Integer, MetaData, String, Table, Text

PSEUDONYM_CHARACTERS = 32
NEWEST_REVISION = "0001"  # of the tables, in migrations/versions

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
