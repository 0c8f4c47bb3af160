"""What the press was told, other questions, and what has not been announced, in the model's words."""

from zoneinfo import ZoneInfo

from bot.core import model
from bot.loading import schema
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
    return tuple(
        model.Embargo(
            **stand(embargo, f"press.{id_}", file.source, zone),
            media=embargo.media,
            day=embargo.date,
            start=embargo.time,
            edition=build_optional(embargo.edition),
        )
        for id_, embargo in file.embargoes.items()
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
    """Return what has not been announced; a topic's label is its name, for its wording stands in bot/language."""
    return tuple(_build_unannounced(entry, file, zone) for entry in file.not_announced)


def _build_unannounced(entry: str | schema.Unannounced, file: schema.FaqFile, zone: ZoneInfo) -> model.Unannounced:
    if isinstance(entry, str):
        return model.Unannounced(path=f"faq.{entry}", source=file.source or "", label=model.Text(entry), topic=entry)
    standing = stand(entry, f"faq.{entry.id}", file.source, zone)
    label = build_text(entry.label)
    return model.Unannounced(**standing, label=label, words=entry.words or label.wordings)
