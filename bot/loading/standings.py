"""What every entry has: its path, its source, its status; and its wordings."""

from datetime import datetime
from typing import TypedDict
from zoneinfo import ZoneInfo

from bot.core import model
from bot.loading.fields import Claim, Sourced, Wording


class Standing(TypedDict):
    """What every entry of the model is given."""

    path: str
    source: str
    status: model.Status
    was: model.Text | None
    since: datetime | None


def build_text(wording: Wording) -> model.Text:
    """Return the wording as a text."""
    return model.Text(wording.ko, wording.en or "")


def build_optional(wording: Wording | None) -> model.Text | None:
    """Return the wording as a text, or None where there is none."""
    return build_text(wording) if wording else None


def stand(entry: Sourced | Claim[object], path: str, source: str | None, zone: ZoneInfo) -> Standing:
    """Return the path, source (else the file's) and status of an entry or a field; ``since`` is then of ``zone``."""
    return Standing(
        path=path,
        source=entry.source or source or "",
        status=model.Status(entry.status),
        was=build_optional(entry.was),
        since=entry.since.replace(tzinfo=zone) if entry.since else None,
    )
