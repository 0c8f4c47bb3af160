"""What the ledger comes to, as JSON."""

from collections.abc import Sequence
from math import ceil

from tests.bot_api.entries import Entry, Json
from tests.bot_api.ledger import Commit, Ledger


def report(ledger: Ledger) -> Json:
    """Return the sums, and every update or message that is not as it should be.

    ``lost`` was acknowledged and never answered, ``unanswered`` not even acknowledged. A doubled message whose update
    had been answered where the bot could not see it is marked ``hidden``: nobody could have known better.
    """
    wanted = [entry for entry in ledger.entries if not entry.withdrawn]
    silent = [entry for entry in wanted if entry.answered_at is None]
    return {
        "updates": len(ledger.entries),
        "withdrawn": len(ledger.entries) - len(wanted),
        "acknowledged": sum(entry.acknowledged for entry in wanted),
        "answered": len(wanted) - len(silent),
        "lost": [entry.told() for entry in silent if entry.acknowledged and entry.waits()],
        "unanswered": [entry.told() for entry in silent if not entry.acknowledged],
        "doubled": [_told_doubled(commit) for commit in ledger.commits if commit.kind == "doubled"],
        "reordered": [entry.told() for entry in ledger.reordered],
        "unexpected": [commit.told() for commit in ledger.commits if commit.kind == "unexpected"],
        "commits": len(ledger.commits),
        "hidden_commits": sum(commit.hidden for commit in ledger.commits),
        "too_early": ledger.too_early,
        "after_block": ledger.after_block,
        "calls": dict(ledger.calls),
        "faults": _faults_by_method(ledger),
        "deliveries": dict(ledger.deliveries),
    }


def latencies(ledger: Ledger) -> Json:
    """Return how long replies took, in seconds: since their updates were due, and since they were first handed out."""
    answered = [entry for entry in ledger.entries if entry.answered_at is not None]
    return {
        "since_due": summarise([_seconds(entry, entry.due_at) for entry in answered]),
        "since_handed_out": summarise([_seconds(entry, entry.handed_out_at) for entry in answered]),
    }


def summarise(seconds: Sequence[float]) -> Json:
    """Return the count, the percentiles (the value that so many are not above) and the maximum; None without any."""
    ranked = sorted(seconds)
    share_by_name = {"p50": 0.5, "p95": 0.95, "p99": 0.99, "max": 1.0}
    ranks = {name: ceil(share * len(ranked)) for name, share in share_by_name.items()}
    return {"count": len(ranked), **{name: ranked[rank - 1] if ranked else None for name, rank in ranks.items()}}


def _seconds(entry: Entry, since: float | None) -> float:
    assert entry.answered_at is not None
    assert since is not None
    return round(entry.answered_at - since, 6)


def _told_doubled(commit: Commit) -> Json:
    assert commit.entry
    return {**commit.told(), "hidden": commit.entry.is_hidden}


def _faults_by_method(ledger: Ledger) -> dict[str, dict[str, int]]:
    faults: dict[str, dict[str, int]] = {}
    for (method, fault), count in ledger.faults.items():
        faults.setdefault(method, {})[fault] = count
    return faults
