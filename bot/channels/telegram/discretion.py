"""What the library may write into the log."""

import logging

# On DEBUG it writes the address with the token in it, and every word that people and the bot say to each other.
TALKATIVE = "telegram.ext.ExtBot"


def hush_library() -> None:
    """Keep the DEBUG lines of the library's bot out of every log, whatever the level."""
    logging.getLogger(TALKATIVE).addFilter(_is_discreet)  # adding the same filter twice changes nothing


def _is_discreet(record: logging.LogRecord) -> bool:
    return record.levelno > logging.DEBUG
