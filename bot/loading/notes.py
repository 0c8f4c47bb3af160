"""Fields with a standing of their own as notes on their entry: an unconfirmed speaker, a changed room."""

from collections.abc import Iterator, Mapping
from datetime import date, time
from types import MappingProxyType
from zoneinfo import ZoneInfo

from bot.core import model
from bot.loading.fields import Claim, Sourced, Wording
from bot.loading.standings import Standing, build_text, stand

_NAMED = ("speaker", "chair", "organisation")  # by an id


def build_notes(
    entry: Sourced, standing: Standing, zone: ZoneInfo, name_by_id: Mapping[str, model.Text] = MappingProxyType({})
) -> tuple[model.Note, ...]:
    """Return a note for each field of the entry that has a standing of its own.

    Where a field names people or organisations by id, ``name_by_id`` has the names that the note holds.
    """
    return tuple(
        _build_note(field, claim, standing, zone, name_by_id if field in _NAMED else {})
        for field, claim in entry
        if isinstance(claim, Claim)
    )


def _build_note(
    field: str, claim: Claim[object], standing: Standing, zone: ZoneInfo, name_by_id: Mapping[str, model.Text]
) -> model.Note:
    own = stand(claim, f"{standing['path']}.{field}", standing["source"], zone)
    own["was"] = _name(own["was"], name_by_id) if own["was"] else None
    return model.Note(**own, field=field, value=_join(list(_list_wordings(claim.value, name_by_id))))


def _name(was: model.Text, name_by_id: Mapping[str, model.Text]) -> model.Text:
    """The names of what ids stand for, where all of a text are ids."""
    ids = was.ko.split(", ")
    return _join([name_by_id[id_] for id_ in ids]) if name_by_id.keys() >= set(ids) else was


def _list_wordings(value: object, name_by_id: Mapping[str, model.Text]) -> Iterator[model.Text]:
    for part in value if isinstance(value, tuple) else (value,):
        if isinstance(part, Wording):
            yield name_by_id.get(part.ko, build_text(part))
        elif isinstance(part, time):
            yield model.Text(f"{part:%H:%M}")
        elif isinstance(part, date):
            yield model.Text(part.isoformat())


def _join(texts: list[model.Text]) -> model.Text:
    english = ", ".join(text.to("en") for text in texts) if any(text.en for text in texts) else ""
    return model.Text(", ".join(text.ko for text in texts), english)


def take_ids(field: "str | tuple[str, ...] | Claim[object] | None") -> tuple[str, ...]:
    """Return the ids that a field of people holds; who is not confirmed stands in a note alone."""
    if isinstance(field, Claim):
        certain = field.status != model.Status.UNCONFIRMED
        values = field.value if isinstance(field.value, tuple) else (field.value,)
        return tuple(value.ko for value in values if certain and isinstance(value, Wording))
    return (field,) if isinstance(field, str) else field or ()
