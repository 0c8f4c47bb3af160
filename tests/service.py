"""``python -m bot serve`` in a process of its own, for tests."""

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

SERVING = re.compile(r"answering on (http://\S+)")
PATIENCE_SECONDS = 30


class Service:
    """A running ``serve``: ``output`` is what it has printed so far."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.output = ""

    async def read_until(self, pattern: re.Pattern[str]) -> re.Match[str]:
        """Wait for a line of the output that the pattern is found in."""
        assert self.process.stdout
        async with asyncio.timeout(PATIENCE_SECONDS):
            while line := (await self.process.stdout.readline()).decode():
                self.output += line
                if match := pattern.search(line):
                    return match
        raise AssertionError(f"no {pattern.pattern} in:\n{self.output}")

    async def url(self) -> str:
        """Wait until it serves; return where."""
        return (await self.read_until(SERVING))[1]

    async def ended(self) -> int:
        """Wait for its end; return its exit status."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            rest, _ = await self.process.communicate()
        self.output += rest.decode()
        assert "Traceback" not in self.output, self.output
        assert self.process.returncode is not None
        return self.process.returncode

    async def end(self, number: signal.Signals) -> tuple[int, float]:
        """Send a signal; return the exit status and the seconds until the end."""
        began = asyncio.get_running_loop().time()
        self.process.send_signal(number)
        return await self.ended(), asyncio.get_running_loop().time() - began

    def resident_kilobytes(self) -> int:
        """How much memory it holds (Linux)."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0])


@asynccontextmanager
async def start(**environment: str) -> AsyncIterator[Service]:
    """Start ``serve`` on a free port, with a database of its own and nothing of this process's settings."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "SYSTEMROOT")}
    folder = TemporaryDirectory(prefix="served-")
    own = {"PORT": "0", "DATABASE_URL": f"sqlite:///{folder.name}/bot.db"}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "serve",
        env={**kept, **own, **environment},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    try:
        yield Service(process)
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()
        folder.cleanup()
