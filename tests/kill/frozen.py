"""`python -m tests.kill.frozen [KILLS] [PROGRAM]`: kill -9 of the frozen program itself, under load, fifty times.

The shops and their customers are here, in another process, and so is the truth. The shops' keys lie in the vault of the
program, whose key is in a real keyring: that needs dbus-run-session and gnome-keyring. The moments of its start are as
likely to be hit as any other.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from app.store.database import reader
from tests.kill.town import check, customers, town, until_quiet

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "dist" / "plimsoll" / "plimsoll"
INSIDE = "PLIMSOLL_KILLED_INSIDE"  # set once there is a keyring
UNLOCK = 'printf "pw\\n" | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null; exec "$@"'
KILLS, STOCK = 50, 4000
LIVES_S = (0.2, 6.0)  # every second life: the first paint takes one second, the sync begins behind it
WORKING_S = (0.0, 2.0)  # the others: so long after it booked the first of what was sold meanwhile
STARTS_WITHIN_S = 60.0
SALES_S = (0.05, 0.3)
PATIENCE_S = 240.0  # without a relay each shop is polled once a minute


def main(arguments: list[str]) -> int:
    kills = int(arguments[0]) if arguments else KILLS
    program = Path(arguments[1]) if len(arguments) > 1 else PROGRAM
    missing = [name for name in ("dbus-run-session", "gnome-keyring-daemon") if shutil.which(name) is None]
    if missing or not program.exists():
        print(f"Not there: {', '.join([*missing, *([] if program.exists() else [str(program)])])}", file=sys.stderr)
        return 2
    if INSIDE not in os.environ:
        return _with_keyring([sys.executable, "-m", "tests.kill.frozen", str(kills), str(program)])
    with tempfile.TemporaryDirectory(prefix="plimsoll-kill-") as made:
        _kill(Path(made), program, kills)
    return 0


def _with_keyring(command: list[str]) -> int:
    with tempfile.TemporaryDirectory(prefix="plimsoll-keyring-") as home:
        (Path(home) / "run").mkdir(mode=0o700)
        around = {"XDG_DATA_HOME": f"{home}/share", "XDG_RUNTIME_DIR": f"{home}/run", "HOME": home, INSIDE: "1"}
        inside = ["dbus-run-session", "--", "bash", "-c", UNLOCK, "inside", *command]
        return subprocess.run(inside, env={**os.environ, **around}, check=False).returncode


def _kill(folder: Path, program: Path, kills: int) -> None:
    from app.installation import installation_of

    seed = int(os.environ.get("PLIMSOLL_KILL_SEED", random.randrange(10**6)))
    print(f"kill seed {seed} (PLIMSOLL_KILL_SEED={seed} repeats the moments)", flush=True)
    rng = random.Random(seed)
    (folder / "config").mkdir()
    path = folder / "plimsoll.db"
    with town(path, sender=installation_of(folder / "config"), stock=STOCK) as (sims, places):
        _seal(path, places)
        booked = []
        with customers(sims, rng, pause_s=SALES_S) as sold:
            for turn in range(kills):
                running = _started(program, folder)
                if turn % 2:
                    _wait_for_booking(path, booked[-1], running)
                time.sleep(rng.uniform(*(WORKING_S if turn % 2 else LIVES_S)))
                assert running.poll() is None, f"it ended by itself with {running.returncode}: {_standing(path)}"
                running.kill()
                running.wait()
                booked.append(_orders(path))
        last = _started(program, folder)
        until_quiet(path, PATIENCE_S)
        last.terminate()
        assert last.wait(timeout=60) == 0, "it ends cleanly when it is asked to"
        moved = sum(1 for before, after in zip([0, *booked], booked, strict=False) if after > before)
        print(f"{len(sold)} sales, {kills} kills, {moved} of the lives booked something", flush=True)
        assert moved > kills / 4, "it was killed under load"
        check(path, sims, places, sold)
    print("Nothing lost, nothing twice, and every shop shows its offer.")


def _seal(path: Path, places: dict[int, dict]) -> None:
    """Put the shops' keys where the program looks for them."""
    from app.credentials import Kept, open_vault
    from app.store import shops
    from app.store.database import connection, transaction

    vault = open_vault(deadline_s=30)
    assert vault.kept is Kept.KEYRING, "there is no keyring"
    with closing(connection(path)) as db, transaction(db):
        for number, place in places.items():
            for name, secret in place["secrets"].items():
                shops.put_secret(db, number, name, vault.seal(secret, f"shop/{number}/{name}"))


def _started(program: Path, folder: Path) -> subprocess.Popen:
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with (folder / "said.txt").open("ab") as said:
        return subprocess.Popen([str(program), "--data", str(folder)], env=around, stdout=said, stderr=said)


def _wait_for_booking(path: Path, before: int, running: subprocess.Popen) -> None:
    until = time.monotonic() + STARTS_WITHIN_S
    while _orders(path) == before:
        if time.monotonic() > until:
            ended = running.poll()
            running.send_signal(signal.SIGABRT)  # it writes down what each of its threads is doing
            running.wait(timeout=10)
            raise AssertionError(f"it does not book what was sold (ended: {ended}): {_standing(path)}")
        time.sleep(0.05)


def _standing(path: Path) -> str:
    """What it says of itself."""
    with closing(reader(path)) as db:
        shops = db.execute("select id, trouble, trouble_words, orders_read_at, opened from shop").fetchall()
        calls = db.execute(
            "select shop_id, at, verb, outcome, words from channel_call order by id desc limit 4"
        ).fetchall()
    said = "".join(
        found.read_text(encoding="utf-8") for found in [*path.parent.rglob("*.log"), path.parent / "said.txt"]
    )
    return f"{shops} {calls} {said[max(0, said.rfind('Fatal Python error')) :][-12000:]}"


def _orders(path: Path) -> int:
    with closing(reader(path)) as db:
        count: int = db.execute("select count(*) from sales_order").fetchone()[0]
        return count


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
