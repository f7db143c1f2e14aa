"""What can be read at rest: nothing but what was lent. And the backup."""

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.relay.envelope import encoded
from app.relay.store import StoreDown
from tests.relay.relays import Relays, paired

FOREIGN = "x" * 43  # an address that nobody has


def test_nobody_reads_a_customer_at_rest(
    relays: Relays, where: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Store, write-ahead log, what was deleted, what was printed, and the backup are searched for planted words."""
    relay = relays.start(where, rate=1e6, burst=1e6)
    desk = paired(relay)
    place = desk.endpoint("shop", scheme="shopify", secret="")
    lent = desk.endpoint("lent", scheme="ebay", secret="LENTSECRETWORD")
    body = b'{"name":"GRETELPLANTED","email":"gretel@planted.test"}'
    for n in range(200):
        headers = {"X-Planted": f"HEADERPLANTED{n}"}
        assert relay.ask("POST", f"{place}/PATHPLANTED?q=QUERYPLANTED", body * 20, headers)[0] == 200
    desk.ack(100)
    for target in (f"/in/{FOREIGN}/PATHPLANTED", f"{lent}?challenge_code=CODEPLANTED"):
        relay.ask("GET", target)
    assert desk.pull(100).records
    stored = Path(where) if not where.startswith("postgresql:") else request.getfixturevalue("pg_server").folder
    running = _bytes_below(stored)
    if stored == Path(where):
        assert (stored / "relay.db-wal").stat().st_size > 0
        back_up(where, tmp_path / "backup.db")
        running += (tmp_path / "backup.db").read_bytes()
        assert (tmp_path / "backup.db").stat().st_size > 100_000
    relay.stop()
    everything = running + _bytes_below(stored) + relays.written()
    # The log of PostgreSQL holds every statement here, with its values: that is the point.
    for word in (b"PLANTED", b"planted.test", place.encode()[4:], lent.encode()[4:], desk.private, desk.code.encode()):
        assert word not in everything, word
        assert encoded(word).encode() not in everything, word
        assert word.hex().encode() not in everything, word
    assert b"LENTSECRETWORD" in everything, "what the seller lends can be read, and Settings say so"


def test_a_lent_secret_is_gone_with_its_endpoint(relays: Relays, tmp_path: Path) -> None:
    relay = relays.start(str(tmp_path / "store"))
    desk = paired(relay)
    desk.endpoint("lent", scheme="ebay", secret="LENTSECRETWORD")
    desk.endpoint("lent", scheme="", secret="")
    relay.stop()
    assert b"LENTSECRETWORD" not in _bytes_below(tmp_path / "store")


def test_only_its_user_reads_the_files(relays: Relays, tmp_path: Path) -> None:
    relays.start(str(tmp_path / "store"))
    if os.name == "posix":
        assert (tmp_path / "store").stat().st_mode & 0o077 == 0
        assert all(path.stat().st_mode & 0o077 == 0 for path in (tmp_path / "store").iterdir())


def _bytes_below(folder: Path) -> bytes:
    found = []
    for path in folder.rglob("*"):
        with contextlib.suppress(OSError):  # PostgreSQL's socket, and what it has just removed
            found.append(path.read_bytes() if path.is_file() else b"")
    return b"".join(found)


def back_up(where: str, target: Path) -> None:
    subprocess.run([sys.executable, "-m", "app.relay", "backup", "--data", where, str(target)], check=True)


def test_a_backup_of_a_running_relay_is_a_store(relays: Relays, tmp_path: Path) -> None:
    relay = relays.start(str(tmp_path / "store"))
    desk = paired(relay)
    relay.ask("POST", desk.endpoint("shop"), b"kept")
    (tmp_path / "copy").mkdir()
    back_up(relay.where, tmp_path / "copy" / "relay.db")
    relay.kill()
    desk.relay = relays.start(str(tmp_path / "copy"))
    assert [desk.opened(one).body for one in desk.pull().records] == [b"kept"]


def test_a_file_that_is_not_ours_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "relay.db"
    path.write_bytes(b"somebody's letter\n" * 500)
    ran = subprocess.run(
        [sys.executable, "-m", "app.relay", "serve", "--port", "0", "--data", str(tmp_path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode != 0
    assert StoreDown.__name__ in ran.stderr
    assert path.read_bytes() == b"somebody's letter\n" * 500
