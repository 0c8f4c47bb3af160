"""What an edit changes, as one JSON object for other programs."""

import json
from typing import Any

from bot.impact.comparing import Change
from bot.impact.report import Report


def render_json(report: Report) -> str:
    """Return the report, with every change of every answer apart.

    Its ``verdict`` is ``unjudged`` at moments for which no table says what must come back.
    """
    content = {
        "from": report.old,
        "to": report.new,
        "asked": report.comparison.asked,
        "seconds": round(report.seconds, 3),
        "became_wrong": [change.case.place for change in report.comparison.judged("became_wrong")],
        "became_right": [change.case.place for change in report.comparison.judged("became_right")],
        "still_wrong": [case.place for case in report.comparison.still_wrong],
        "unreached": report.unreached,
        "changes": [_describe_change(change) for change in report.comparison.changes],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _describe_change(change: Change) -> dict[str, Any]:
    return {
        "ask": change.case.ask,
        "after": change.case.after,
        "place": change.case.place,
        "moments": change.moments,
        "old": change.before,
        "new": change.after,
        "verdict": change.verdict,
    }
