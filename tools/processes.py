"""What processes weigh and how fast they start."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

_MIB = 1024 * 1024
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
_IMPORT = "import time; began = time.perf_counter(); import {0}; print((time.perf_counter() - began) * 1000)"
_SECONDS_TO_END = 10


def resident_mib(process_id: int | None = None) -> float:
    """Return the resident memory of a process (this one without an id) in MiB; 0 where there is no /proc to tell it."""
    path = Path(f"/proc/{process_id or 'self'}/statm")
    if not path.exists():
        return 0.0
    return int(path.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / _MIB


def import_ms(module: str, starts: int = 10) -> float:
    """Return the shortest time that importing a module took in so many fresh interpreters, in milliseconds.

    The first of them may keep the compiled modules, as an ordinary start does, whatever this process was told.
    """
    command = [sys.executable, "-c", _IMPORT.format(module)]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return min(_printed_number(command, environment) for _ in range(starts))


def _printed_number(command: list[str], environment: dict[str, str]) -> float:
    done = subprocess.run(command, env=environment, capture_output=True, check=True, text=True)  # noqa: S603 - ours
    return float(done.stdout)


def serving_mib(questions: Iterable[str]) -> float:
    """Return the resident memory of ``serve`` on this seminar after it has answered these questions, in MiB.

    Raises RuntimeError where it ends before it serves.
    """
    with serving({**os.environ, "LOG_LEVEL": "INFO"}) as (process_id, address):
        for question in questions:
            _ask(address, question)
        return resident_mib(process_id)


@contextmanager
def serving(environment: Mapping[str, str], folder: Path | None = None) -> Iterator[tuple[int, str]]:
    """Serve the web page alone, with an environment, from a folder (else this one); give the process and its address.

    Raises RuntimeError where it ends before it serves.
    """
    own = {**environment, "PORT": "0", "HOST": "127.0.0.1", "TELEGRAM_BOT_TOKEN": ""}
    command = [sys.executable, "-m", "bot", "serve"]
    with subprocess.Popen(command, env=own, cwd=folder, stderr=subprocess.PIPE, text=True) as server:  # noqa: S603 - ours
        try:
            yield server.pid, _address_of(server)
        finally:
            server.terminate()
            server.communicate(timeout=_SECONDS_TO_END)


def _address_of(server: subprocess.Popen[str]) -> str:
    """The address that the server logs when it is ready."""
    assert server.stderr is not None
    said = ""
    for line in server.stderr:
        said += line
        if found := _ADDRESS.search(line):
            return found[0]
    raise RuntimeError(f"the server ended before it served: {said.strip()}")


def _ask(address: str, question: str) -> None:
    body = json.dumps({"question": question, "history": []}).encode()
    request = Request(f"{address}/api/ask", body, {"Content-Type": "application/json"})  # noqa: S310 - http, our own
    with urlopen(request, timeout=_SECONDS_TO_END) as response:  # noqa: S310 - the same
        response.read()
