"""Telegram: questions come from its Bot API, replies go back there."""

import os

# The library's own switch: a flood's waiting time is a timedelta, and reading it warns of no coming change.
os.environ.setdefault("PTB_TIMEDELTA", "true")
