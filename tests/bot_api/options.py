"""How the server is to behave, from its start to its end."""

from dataclasses import dataclass

TOKEN = "123456:AAE-stand-in_token"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line says. ``impatient_seconds`` of None: a delivery is waited for up to ``timeout_seconds``."""

    token: str = TOKEN
    targets: tuple[str, ...] = ()
    first_delay_seconds: float = 1.0
    timeout_seconds: float = 60.0
    impatient_seconds: float | None = None
    unordered: bool = False
