"""Memory that is free again, given back to the system."""

import asyncio
import ctypes

PAUSE_SECONDS = 10.0


async def give_back_memory(pause_seconds: float = PAUSE_SECONDS) -> None:
    """Give back, every so many seconds, what is free between what is in use; until cancelled.

    The C library would keep it: of 20,000 answers some 6 MiB. It takes up to 3 ms. Only glibc can do it:
    https://man7.org/linux/man-pages/man3/malloc_trim.3.html
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    while trim:
        await asyncio.sleep(pause_seconds)
        trim(0)
