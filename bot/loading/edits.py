"""One field of a knowledge folder set to another value: the file's new text, in which nothing else differs."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import yaml

from bot.loading.changes import spell_out
from bot.loading.entries import follow
from bot.loading.files import read_bytes
from bot.loading.holdings import Holding, is_same, join, read_holding
from bot.loading.nodes import Document, Tree, read_document
from bot.loading.paths import Field, find_field
from bot.loading.problems import KnowledgeError
from bot.loading.scalars import write_flow, write_scalar
from bot.loading.schema import STEMS_OF_FACTS
from bot.loading.spans import CannotEditError, SpannedText

_STANDING = ("status", "was", "since", "changed")


class EditError(ValueError):
    """An edit that is refused; ``reason`` names the sentence that says why."""

    def __init__(self, reason: str, **values: object) -> None:
        self.reason, self.values = reason, values
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Edit:
    """A file and its bytes, as they were read and as they are to be; ``notices`` name what is to be said of it."""

    path: Path
    before: bytes
    after: bytes
    notices: tuple[str, ...]


def set_field(folder: Path, path: str, value: str, english: str | None, since: datetime | None) -> Edit:
    """Return the edit that gives the field at ``path`` a value; ``since`` is when that changed, None for a correction.

    ``english`` is its English wording; "" takes that away. Where none is given, the one that the same Korean had comes
    back; else a correction keeps the one there is, and a change leaves none, for it would not be true any more, and the
    Korean is shown. A field that was not announced, or was not confirmed, is announced now: nothing has changed.
    Raises KnowledgeError for a folder that cannot be read, PathError, EditError.
    """
    data_by_stem = {stem: _read(folder / f"{stem}.yaml") for stem in STEMS_OF_FACTS}
    documents = {stem: read_document(f"{stem}.yaml", data)[0] for stem, data in data_by_stem.items()}
    field = find_field(path, documents)
    data = data_by_stem[field.stem]
    try:
        text = SpannedText(data.decode("utf-8"))
        setting = _Setting(text, documents[field.stem], field, read_holding(field, documents))
        notices = setting.set(unicodedata.normalize("NFC", value.strip()), english, since)
        after = text.edited().encode("utf-8")
        if not _differs_there_alone(documents[field.stem], after, field):
            raise CannotEditError
    except (CannotEditError, KnowledgeError, yaml.YAMLError):
        raise EditError("cannot_edit", file=f"{field.stem}.yaml", path=path) from None
    if after == data:
        raise EditError("same_value", path=path)
    return Edit(folder / f"{field.stem}.yaml", data, after, notices)


def _read(path: Path) -> bytes:
    return read_bytes(path) if path.exists() or path.name == "seminar.yaml" else b""


@dataclass(frozen=True, slots=True)
class _Setting:
    """One field of a document about to be set."""

    text: SpannedText
    document: Document
    field: Field
    held: Holding

    def set(self, value: str, english: str | None, since: datetime | None) -> tuple[str, ...]:
        """Write the value, and return what is to be said of it."""
        if self.field.name == "status":
            self._set_status(value, since)
            return ()
        held, new = self.held, self._new_value(value, english, is_slip=since is None)
        if held.is_own and is_same(new, held.value) and not held.is_unsure:
            self._rewrite(new)
            return ("english_alone",) if since and new != held.value else ()
        notices = self._tell_english(new, english)
        if since is None:
            self._correct(new)
            return notices
        if self._is_change(new):
            self._record(held.claim, new, self._was(new, since), since)
            return ("recorded", *notices)
        self._write(self.field.trail, new, held.value if held.is_own and not held.claim else None)
        return ("cannot_record" if held.value is not None and not self.field.may_change else "not_recorded", *notices)

    def _is_change(self, new: Tree) -> bool:
        held = self.held
        is_told = held.value is not None and not held.is_unsure and not is_same(new, held.value)
        return is_told and self.field.may_change

    def _new_value(self, value: str, english: str | None, is_slip: bool) -> Tree:
        held = self.held.value
        if english is not None and not self.field.is_text:
            raise EditError("no_english", path=self.field.name)
        if self.field.is_list and english is None:
            parts: list[Tree] = [part.strip() for part in value.split(",")]
            new = parts if len(parts) > 1 or isinstance(held, list) else value
            return held if held is not None and is_same(new, held) else new
        if self.field.is_text and english is None:
            for known in (held, self.held.was):
                if known is not None and is_same(value, known):
                    return known
        is_kept = is_slip and english is None and self.held.is_own
        kept = str(held.get("en", "")) if is_kept and isinstance(held, dict) else ""
        return {"ko": value, "en": english or kept} if english or kept else value

    def _tell_english(self, new: Tree, english: str | None) -> tuple[str, ...]:
        """What becomes of the English, where none was given and there was one."""
        held = self.held.value
        if english is not None or not self.held.is_own or not isinstance(held, dict) or "en" not in held:
            return ()
        if not isinstance(new, dict):
            return ("english_lost",)
        return ("english_stays",) if new.get("en") == held["en"] and not is_same(new, held) else ()

    def _was(self, new: Tree, since: datetime) -> Tree:
        """What people were told first that day; what was told last, where that was another day, or is told again."""
        held = self.held
        is_of_today = held.since.startswith(f"{since:%Y-%m-%d}")
        told = held.was if held.was is not None and is_of_today and not is_same(held.was, new) else held.value
        assert told is not None  # nothing changes from nothing
        return join(told) if isinstance(told, list) else told

    def _rewrite(self, new: Tree) -> None:
        """Write the value alone, with whatever standing it has."""
        self._write((*self.field.trail, "value") if self.held.claim else self.field.trail, new, self.held.value)

    def _correct(self, new: Tree) -> None:
        """Write what it should have been; where that is what it was, it has never changed."""
        if self.held.claim and is_same(new, self.held.was):
            self._write(self.field.trail, new, None)
        elif self.held.is_own:
            self._rewrite(new)
        else:
            self._write(self.field.trail, new, None)

    def _record(self, claim: dict[str, Tree] | None, new: Tree, was: Tree, since: datetime) -> None:
        moment = f"{since:%Y-%m-%d %H:%M}"
        if claim is None:
            fields = {"value": new, "status": "changed", "was": was, "since": moment}
            self.text.put(self.field.trail, write_flow(fields))
            return
        self._write((*self.field.trail, "value"), new, claim.get("value"))
        if "changed" in claim:
            self.text.put((*self.field.trail, "changed"), write_flow({"was": was, "at": moment}))
            return
        for key, part in (("status", "changed"), ("was", was), ("since", moment)):
            if claim.get(key) != part:
                self.text.put((*self.field.trail, key), write_flow(part))

    def _set_status(self, value: str, since: datetime | None) -> None:
        entry, tree = self.field.entry, follow(self.document.tree, self.field.entry)
        held = tree if isinstance(tree, dict) else {}
        if value == "confirmed":
            for key in _STANDING:
                self.text.remove((*entry, key))
            return
        self.text.put((*entry, "status"), write_scalar(value))
        if value == "cancelled" and since:
            self.text.put((*entry, "since"), f"{since:%Y-%m-%d %H:%M}")
        elif "since" in held:
            self.text.remove((*entry, "since"))
        for key in ("was", "changed"):
            self.text.remove((*entry, key))

    def _write(self, trail: tuple[str | int, ...], new: Tree, held: "Tree | None") -> None:
        """Write a value as the one before it was written: wording by wording, and in its quotes."""
        if isinstance(new, dict) and isinstance(held, dict) and held.keys() <= new.keys():
            for key, part in new.items():
                if part != held.get(key):
                    self._write((*trail, key), part, held.get(key))
        elif isinstance(new, str):
            node = self.text.find(trail)
            style = node.style if isinstance(node, yaml.ScalarNode) and node.style in ("'", '"') else None
            self.text.put(trail, write_scalar(new, style))
        else:
            self.text.put(trail, write_flow(new))


def _differs_there_alone(before: Document, after: bytes, field: Field) -> bool:
    """Whether the edited file holds all that it held, but for the field and, of a status, what goes with it."""
    edited, problems = read_document(before.file, after)
    freed = _STANDING if field.name == "status" else (field.name,)
    trees = []
    for document in (before, edited):
        tree = spell_out(document).tree
        entry = follow(tree, field.entry)
        if isinstance(entry, dict):
            for key in freed:
                entry.pop(key, None)
        trees.append(tree)
    return not problems and trees[0] == trees[1]
