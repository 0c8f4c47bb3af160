"""A mapping that forgets what was not used for longest."""

from collections import OrderedDict
from collections.abc import Iterator
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """A mapping that keeps its ``most`` last used entries."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._value_by_key: OrderedDict[K, V] = OrderedDict()

    def __len__(self) -> int:
        return len(self._value_by_key)

    def __iter__(self) -> Iterator[K]:
        return iter(self._value_by_key)

    def get(self, key: K) -> V | None:
        """Return the value, which counts as used by this, or None."""
        if key in self._value_by_key:
            self._value_by_key.move_to_end(key)
        return self._value_by_key.get(key)

    def put(self, key: K, value: V) -> None:
        """Keep a value, and let the one go that was not used for longest."""
        self._value_by_key[key] = value
        self._value_by_key.move_to_end(key)
        if len(self._value_by_key) > self._most:
            self._value_by_key.popitem(last=False)

    def forget(self, key: K) -> None:
        """Drop a value, if there is one."""
        self._value_by_key.pop(key, None)
