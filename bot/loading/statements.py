"""What the press was told, other questions, and what has not been announced, in the model's words."""

from itertools import count
from zoneinfo import ZoneInfo

from bot.core import model
from bot.loading import schema
from bot.loading.fields import take
from bot.loading.notes import build_notes
from bot.loading.standings import build_optional, build_text, stand


def build_release(file: schema.PressFile, zone: ZoneInfo) -> model.Release | None:
    """Return the press release, if there is one."""
    release = file.release
    if not release:
        return None
    return model.Release(
        **stand(release, "press.release", file.source, zone),
        headline=build_text(release.headline),
        subtitle=build_optional(release.subtitle),
        day=release.date,
        pages=build_optional(release.pages),
        department=build_optional(release.department),
        staff=release.staff,
    )


def build_embargoes(file: schema.PressFile, zone: ZoneInfo) -> tuple[model.Embargo, ...]:
    """Return from when the media may report."""
    return tuple(_build_embargo(id_, embargo, file, zone) for id_, embargo in file.embargoes.items())


def _build_embargo(id_: str, embargo: schema.Embargo, file: schema.PressFile, zone: ZoneInfo) -> model.Embargo:
    standing = stand(embargo, f"press.{id_}", file.source, zone)
    return model.Embargo(
        **standing,
        media=schema.MEDIA if schema.ALL in embargo.media else embargo.media,
        day=take(embargo.date),
        start=take(embargo.time),
        edition=build_optional(embargo.edition),
        notes=build_notes(embargo, standing, zone),
    )


def build_quotations(file: schema.PressFile, zone: ZoneInfo) -> tuple[model.Quotation, ...]:
    """Return what was said, to the letter."""
    return tuple(
        model.Quotation(
            **stand(quotation, f"press.{id_}", file.source, zone),
            speaker=quotation.speaker,
            text=build_text(quotation.text),
        )
        for id_, quotation in file.quotations.items()
    )


def build_faqs(file: schema.FaqFile, zone: ZoneInfo) -> tuple[model.Faq, ...]:
    """Return the other questions with their answers."""
    return tuple(
        model.Faq(
            **stand(faq, f"faq.{id_}", file.source, zone),
            answer=build_text(faq.answer),
            label=build_text(faq.label),
            topic=faq.topic,
            words=faq.words,
        )
        for id_, faq in file.faq.items()
    )


def build_unannounced(file: schema.FaqFile, zone: ZoneInfo) -> tuple[model.Unannounced, ...]:
    """Return what has not been announced; a topic's label is its name, for its wording stands in bot/language.

    An entry without an id is given one that nothing else of the file has: ``own_1``, ``own_2`` and so on.
    """
    taken = set(file.faq) | {entry if isinstance(entry, str) else entry.id or "" for entry in file.not_announced}
    free = (f"own_{number}" for number in count(1) if f"own_{number}" not in taken)
    return tuple(
        _build_own(entry, entry.id or next(free), file, zone)
        if isinstance(entry, schema.Unannounced)
        else model.Unannounced(path=f"faq.{entry}", source=file.source or "", label=model.Text(entry), topic=entry)
        for entry in file.not_announced
    )


def _build_own(entry: schema.Unannounced, id_: str, file: schema.FaqFile, zone: ZoneInfo) -> model.Unannounced:
    label = build_text(entry.label)
    standing = stand(entry, f"faq.{id_}", file.source, zone)
    return model.Unannounced(**standing, label=label, words=entry.words or label.wordings)
