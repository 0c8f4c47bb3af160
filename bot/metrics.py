"""What is counted while the service runs, and how Prometheus reads it: https://prometheus.io/docs/concepts/data_model."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import datetime

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    Info,
    Metric,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.core import CounterMetricFamily
from prometheus_client.registry import Collector

from bot.core.reply import Reply

PREFIX = "seminar_bot"
ANSWER_BUCKETS_SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25)

disable_created_metrics()  # type: ignore[no-untyped-call] # else half the lines say when each counter began


class Metrics:
    """All counters of one process. Labels are names from the code, never what somebody typed."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        GCCollector(registry=self._registry)
        self._add_answers()
        self._add_traffic()

    def _add_answers(self) -> None:
        self._questions = self._counter(
            "questions", "Questions answered, typed or pressed.", "channel", "outcome", "language"
        )
        self._answers = Histogram(
            "answer_seconds",
            "How long an answer is looked for, without reading the question and sending it.",
            namespace=PREFIX,
            registry=self._registry,
            buckets=ANSWER_BUCKETS_SECONDS,
        )
        self._knowledge = Info(
            "knowledge", "The version of the knowledge folder in use.", namespace=PREFIX, registry=self._registry
        )
        self._loaded = Gauge(
            "knowledge_loaded_timestamp_seconds",
            "When it was loaded, in seconds since 1970.",
            namespace=PREFIX,
            registry=self._registry,
        )

    def _add_traffic(self) -> None:
        self._requests = self._counter("web_requests", "Web requests answered, by class of status: 2xx.", "status")
        self._updates = self._counter("telegram_updates", "Updates from Telegram, by what came of them.", "result")
        self._passed_over = self._counter("passed_over", "Messages and presses of people who ask too much.")
        self._errors = self._counter("telegram_errors", "Errors of the Bot API, by their kind.", "kind")
        self._failed = self._counter("replies_failed", "Replies that did not go out, by the error's kind.", "kind")
        self._sent_again = self._counter("replies_sent_again", "Replies that were sent once more, and why.", "reason")
        self._dropped = _Dropped()
        self._registry.register(self._dropped)

    def _counter(self, name: str, meaning: str, *labels: str) -> Counter:
        return Counter(name, meaning, labels, namespace=PREFIX, registry=self._registry)

    def time_answer(self) -> AbstractContextManager[object]:
        """Return a context manager that measures how long the answer inside it takes."""
        return self._answers.time()

    def count_question(self, channel: str, reply: Reply) -> None:
        """Count a question of a channel by what was replied."""
        self._questions.labels(channel, str(reply.outcome), reply.language).inc()

    def note_knowledge(self, version: str, loaded_at: datetime) -> None:
        """Note which knowledge is in use since ``loaded_at``, an aware time; an earlier version is dropped."""
        self._knowledge.info({"version": version})
        self._loaded.set(loaded_at.timestamp())

    def watch_state(self, dropped: Mapping[str, int]) -> None:
        """Have ``dropped``, which its owner goes on counting, read whenever the metrics are."""
        self._dropped.count_by_name = dropped

    def count_request(self, status: int) -> None:
        """Count a web request by its HTTP status."""
        self._requests.labels(f"{status // 100}xx").inc()

    def count_update(self, result: str) -> None:
        """Count an update from Telegram by what came of it, such as ``answered``."""
        self._updates.labels(result).inc()

    def count_passed_over(self) -> None:
        """Count what was not answered, for its sender asks too much."""
        self._passed_over.inc()

    def count_error(self, kind: str) -> None:
        """Count an error of the Bot API by its kind, such as ``TimedOut``."""
        self._errors.labels(kind).inc()

    def count_failed_reply(self, kind: str) -> None:
        """Count a reply that did not go out by the kind of the error, such as ``Forbidden``."""
        self._failed.labels(kind).inc()

    def count_reply_sent_again(self, reason: str) -> None:
        """Count a reply that was sent once more, and why, such as ``flood``."""
        self._sent_again.labels(reason).inc()

    def render(self) -> bytes:
        """Return everything in Prometheus' text format 0.0.4."""
        return generate_latest(self._registry)


class _Dropped(Collector):
    """Reads what the memory counts itself, so that nothing is counted twice."""

    def __init__(self) -> None:
        self.count_by_name: Mapping[str, int] = {}

    def collect(self) -> Iterator[Metric]:
        """Return the one metric, as it is now."""
        meaning = "What the database was to do and did not."
        family = CounterMetricFamily(f"{PREFIX}_state_dropped", meaning, labels=["name"])
        for name, count in self.count_by_name.items():
            family.add_metric([name], count)
        yield family
