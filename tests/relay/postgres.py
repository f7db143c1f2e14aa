"""A PostgreSQL server for the tests, from the system's own programs, on loopback and in a folder that goes away."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NONE = "PostgreSQL is not installed here (no initdb and pg_ctl): apt-get install postgresql"
USER = "plimsoll"
# Nothing here cuts the power, so the disk may be trusted; what is killed are relays.
SETTINGS = "-c fsync=off -c full_page_writes=off -c max_connections=60 -c log_statement=all"


def programs() -> Path | None:
    """The folder of `initdb` and `pg_ctl`, the newest there is."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: path.parent.name, reverse=True)
    folders += sorted(Path("/usr/pgsql").parent.glob("pgsql-*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "pg_ctl").exists()), None)


def _as_user() -> dict[str, object]:
    """PostgreSQL refuses to run as root."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return {}
    import pwd

    names = {entry.pw_name for entry in pwd.getpwall()}
    return {"user": "postgres" if "postgres" in names else "nobody", "group": "nogroup"}


@contextmanager
def server(programs: Path) -> Iterator["Server"]:
    """Started, and stopped at the end."""
    folder = Path(tempfile.mkdtemp(prefix="plimsoll-pg-"))
    who = _as_user()
    if who:
        shutil.chown(folder, str(who["user"]))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data, log = folder / "data", folder / "log"

    def run(*command: object) -> None:
        subprocess.run(
            list(map(str, command)), check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **who
        )

    run(programs / "initdb", "-D", data, "-A", "trust", "-U", USER, "-E", "UTF8", "--no-locale", "--no-sync")
    options = f"-h 127.0.0.1 -p {port} -k {folder} {SETTINGS}"
    run(programs / "pg_ctl", "-D", data, "-l", log, "-o", options, "-w", "-t", "60", "start")
    try:
        yield Server(f"postgresql://{USER}@127.0.0.1:{port}", folder)
    finally:
        run(programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)


class Server:
    """`folder` holds its data, its write-ahead log and its log."""

    def __init__(self, address: str, folder: Path) -> None:
        self.address, self.folder = address, folder
        self._count = 0

    def new_database(self) -> str:
        """The address of an empty database."""
        import asyncio

        import asyncpg

        self._count += 1
        name = f"relay{self._count}"

        async def make() -> None:
            db = await asyncpg.connect(f"{self.address}/postgres")
            await db.execute(f"create database {name}")
            await db.close()

        asyncio.run(make())
        return f"{self.address}/{name}"
