"""How often one address may ask: each has an allowance, which asking takes from and time fills."""

from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from aiohttp import web

from bot.recent import Recent

MOST_ADDRESSES = 10_000  # remembered at once, in about 3 MB; one forgotten begins anew
SITE_BITS = 64  # of an IPv6 address: whoever has one has all that share them (RFC 6177)
SECONDS_PER_MINUTE = 60


@dataclass(frozen=True, slots=True)
class _Allowance:
    """How many questions were left at a moment of the monotonic clock."""

    questions: float
    seconds: float


class Limit:
    """Lets an address ask ``questions_per_minute``, all at once or one by one; 0 lets it ask as often as it will.

    ``monotonic`` tells the time in seconds. ``trusted_proxies`` is how many proxies stand in front, each of which
    appends the address it was asked from to ``X-Forwarded-For``; what stands further left, anybody may have written.
    """

    def __init__(self, questions_per_minute: int, trusted_proxies: int, monotonic: Callable[[], float]) -> None:
        self._most = float(questions_per_minute)
        self._trusted_proxies = trusted_proxies
        self._monotonic = monotonic
        self._allowance_by_visitor: Recent[str, _Allowance] = Recent(MOST_ADDRESSES)

    def admit(self, request: web.Request) -> float:
        """Count a question; return 0 if it may be asked, else the seconds until its address may ask again."""
        forwarded = request.headers.getall("X-Forwarded-For", [])
        return self.take(find_visitor(request.remote or "", forwarded, self._trusted_proxies)) if self._most else 0

    def take(self, visitor: str) -> float:
        """Take a question from a visitor's allowance; return 0, or the seconds until there is one to take."""
        now_seconds = self._monotonic()
        known = self._allowance_by_visitor.get(visitor) or _Allowance(self._most, now_seconds)
        filled = (now_seconds - known.seconds) * self._most / SECONDS_PER_MINUTE
        questions = min(self._most, known.questions + filled)
        is_granted = questions >= 1
        self._allowance_by_visitor.put(visitor, _Allowance(questions - is_granted, now_seconds))
        return 0 if is_granted else (1 - questions) * SECONDS_PER_MINUTE / self._most


def find_visitor(peer: str, forwarded: list[str], trusted_proxies: int) -> str:
    """Return the address a request comes from, of IPv6 the part that stands for a household or a company.

    ``forwarded`` are the values of ``X-Forwarded-For``. Where the trusted proxies named no address, ``peer`` counts.
    """
    hops = [hop.strip() for value in forwarded for hop in value.split(",")]
    named = _read_address(hops[-trusted_proxies]) if 0 < trusted_proxies <= len(hops) else None
    address = named or _read_address(peer)
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(IPv6Network((int(address), SITE_BITS), strict=False))
    return str(address) if address else peer


def _read_address(text: str) -> IPv4Address | IPv6Address | None:
    """Return the address in ``192.0.2.1``, ``192.0.2.1:5000``, ``2001:db8::1`` or ``[2001:db8::1]:5000``."""
    for candidate in (text, text.rpartition(":")[0]):
        try:
            return ip_address(candidate.strip("[]").partition("%")[0])
        except ValueError:
            continue
    return None
