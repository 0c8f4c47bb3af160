"""The account of every update put in and of every message that the bot committed to a chat."""

from collections import Counter
from itertools import islice

from tests.bot_api.entries import Entry, Json


class Commit:
    """A message that stands in a chat; ``kind`` says what it is: answer, doubled or unexpected."""

    __slots__ = ("at", "chat", "entry", "hidden", "kind", "method", "text")

    def __init__(self, method: str, chat: int, text: str, at: float) -> None:
        self.method = method
        self.chat = chat
        self.text = text
        self.at = at
        self.kind = "unexpected"
        self.entry: Entry | None = None
        self.hidden = False

    def told(self) -> Json:
        """Return what the report says of it."""
        entry_id = self.entry.id if self.entry else None
        return {"chat": self.chat, "text": self.text, "method": self.method, "kind": self.kind, "id": entry_id}


class History:
    """The updates of one chat in their order, and how far they are answered."""

    __slots__ = ("_first_open", "entries", "last_answered_order")

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.last_answered_order = -1
        self._first_open = 0

    def find_open(self, text: str) -> Entry | None:
        """Return the first update handed out whose reply this is and that has none yet."""
        while self._first_open < len(self.entries) and not self.entries[self._first_open].waits():
            self._first_open += 1
        for entry in islice(self.entries, self._first_open, None):
            if entry.handed_out_at is not None and entry.waits() and entry.fits(text):
                return entry
        return None

    def find_answered(self, text: str) -> Entry | None:
        """Return the last update answered with such a text."""
        found = (entry for entry in reversed(self.entries) if entry.answered_at is not None and entry.fits(text))
        return next(found, None)


class Ledger:
    """Attributes replies to updates: the first one of the chat that waits for such a text is answered by it.

    Neighbours in one chat must therefore expect different texts.
    """

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.commits: list[Commit] = []
        self.reordered: list[Entry] = []
        self.too_early: list[Json] = []
        self.after_block: list[Json] = []
        self.calls: Counter[str] = Counter()
        self.faults: Counter[tuple[str, str]] = Counter()
        self.deliveries: Counter[str] = Counter()
        self.unsettled = 0  # updates that are neither answered nor, where no answer is expected, acknowledged
        self.unacknowledged = 0
        self._history_by_chat: dict[int, History] = {}

    def add(self, entry: Entry) -> None:
        """Take up an update."""
        history = self._history_by_chat.setdefault(entry.chat, History())
        entry.order = len(history.entries)
        history.entries.append(entry)
        self.entries.append(entry)
        self.unsettled += 1
        self.unacknowledged += 1

    def hand_out(self, entry: Entry, now: float) -> None:
        """Note that the bot is given an update; the first time counts."""
        if entry.handed_out_at is None:
            entry.handed_out_at = now

    def acknowledge(self, entry: Entry) -> None:
        """Note that the bot took an update: by a 2xx, or by an offset above it."""
        if not entry.acknowledged and not entry.withdrawn:
            entry.acknowledged = True
            self.unacknowledged -= 1
            self.unsettled -= entry.expects is None

    def withdraw(self, entry: Entry) -> None:
        """Note that the bot never wanted an update: its kind is not allowed, or what waits was dropped."""
        if not entry.acknowledged and not entry.withdrawn:
            entry.withdrawn = True
            self.unacknowledged -= 1
            self.unsettled -= entry.answered_at is None

    def commit(self, method: str, chat: int, text: str, now: float) -> Commit:
        """Note a message as a reader sees it, and what it is."""
        commit = Commit(method, chat, text, now)
        self.commits.append(commit)
        history = self._history_by_chat.get(chat)
        if history is None:
            return commit
        if entry := history.find_open(text):
            commit.kind, commit.entry = "answer", entry
            self._answer(entry, history, now)
        elif entry := history.find_answered(text):
            commit.kind, commit.entry = "doubled", entry
        return commit

    def hide(self, commit: Commit) -> None:
        """Note that the bot could not see that a message was committed."""
        commit.hidden = True
        if commit.entry:
            commit.entry.is_hidden = True

    def _answer(self, entry: Entry, history: History, now: float) -> None:
        entry.answered_at = now
        self.unsettled -= 1
        if entry.order < history.last_answered_order:
            self.reordered.append(entry)
        history.last_answered_order = max(entry.order, history.last_answered_order)
