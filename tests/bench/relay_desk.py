"""From a channel's call to the doorbell in the desktop's inbox, and a relay with many who wait."""

import asyncio
import json
import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import median, quantiles

import httpx

from app.core.channel import Doorbell
from app.relay import signing
from app.relay.envelope import Place, unseal
from app.relay.wire import CLIENT_TIMEOUT_S, Gap, Kept, Pulled, pulled_of
from app.session import utc_now
from app.store import inbox, shops
from app.store.database import open_database, transaction
from tests.bench.figure import figure
from tests.bench.relay import Served, served

RINGS, WAITING, PARKED = 400, 100_000, 1000
APART_S = 0.01


def doorbell() -> None:
    """`relay-doorbell-median-ms` and `-p99-ms`: a real relay, the real inbox, one parked pull after the other."""
    with served("durable") as relay, tempfile.TemporaryDirectory(prefix="plimsoll-bench-", dir=Path.cwd()) as folder:
        sent: dict[str, float] = {}
        times: list[float] = []
        ready, pause = threading.Event(), threading.Event()
        desk = threading.Thread(target=_fetch, args=(relay, Path(folder) / "plimsoll.db", sent, times, ready))
        desk.start()
        ready.wait(60)  # a new inventory takes its time to be made: that is no ring's
        with httpx.Client(base_url=f"http://127.0.0.1:{relay.port}") as channel:
            for number in range(RINGS):
                sent[str(number)] = time.perf_counter()
                channel.post(relay.desks[0]["place"], content=json.dumps({"order": number})).raise_for_status()
                pause.wait(APART_S)
        desk.join(60)
    assert len(times) == RINGS
    figure("relay-doorbell-median-ms", median(times), "ms", at_most=15)
    figure("relay-doorbell-p99-ms", quantiles(times, n=100)[98], "ms", at_most=60)


def _fetch(relay: Served, path: Path, sent: dict[str, float], times: list[float], ready: threading.Event) -> None:
    known = relay.desks[0]
    db = open_database(path)
    with transaction(db):
        shop = shops.add(db, channel="shopify", name="Pottery", letter="P", now=utc_now())
    cursor = 0
    with httpx.Client(base_url=f"http://127.0.0.1:{relay.port}", timeout=CLIENT_TIMEOUT_S) as link:
        ready.set()
        while len(times) < RINGS:
            pulled = _pull(link, known, cursor)
            refs = [_order_of(one, known) for one in pulled.records]
            bells = [Doorbell(kind="order", ref=ref, key=f"order/{ref}", source="webhook") for ref in refs]
            with transaction(db):  # one for all that a pull brought, as the lane does
                inbox.ring(db, shop, bells, now=utc_now())
            committed = time.perf_counter()
            times += [(committed - sent[ref]) * 1000 for ref in refs]
            cursor = pulled.records[-1].seq if pulled.records else cursor
            body = json.dumps({"upto": cursor}).encode()
            link.post("/v1/ack", content=body, headers=_signed(known, "POST", "/v1/ack", body)).raise_for_status()
    db.close()


def _order_of(one: Kept | Gap, known: dict[str, str]) -> str:
    assert isinstance(one, Kept)
    place = Place(endpoint=one.endpoint, seq=one.seq, at_ms=one.at_ms)
    return str(json.loads(unseal(one.sealed, place, bytes.fromhex(known["private"])).body)["order"])


def _signed(known: dict[str, str], method: str, target: str, body: bytes = b"") -> dict[str, str]:
    now = time.time_ns() // 1_000_000
    return signing.sign(bytes.fromhex(known["sign"]), known["device"], method, target, body, at_ms=now)


def _pull(link: httpx.Client, known: dict[str, str], cursor: int) -> Pulled:
    target = f"/v1/pull?after={cursor}&wait=25"
    return pulled_of(link.get(target, headers=_signed(known, "GET", target)).raise_for_status().json())


def memory() -> None:
    """`relay-memory-mb`: 100,000 messages wait in one mailbox, and 1,000 desktops have a pull parked."""
    if sys.platform != "linux":
        print("relay: memory is skipped, for only Linux tells it in /proc", file=sys.stderr)
        return
    _many_files()
    with served("durable", PARKED + 1, WAITING) as relay:
        asyncio.run(_park(relay))


def _many_files() -> None:
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 8192) if most > 0 else 8192, most))  # children have it too


async def _park(relay: Served) -> None:
    links = []
    for known in relay.desks[1:]:
        reader, writer = await asyncio.open_connection("127.0.0.1", relay.port)
        head = "".join(f"{name}: {value}\r\n" for name, value in _signed(known, "GET", "/v1/pull?wait=25").items())
        writer.write(f"GET /v1/pull?wait=25 HTTP/1.1\r\nhost: x\r\n{head}\r\n".encode())
        links.append((reader, writer))
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{relay.port}") as link:
        while (told := (await link.get("/metrics")).json())["parked"] < PARKED:
            assert relay.process.poll() is None
    assert told["waiting"] == WAITING
    status = Path(f"/proc/{relay.process.pid}/status").read_text(encoding="ascii")
    kib = int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])
    for _, writer in links:
        writer.close()
    figure("relay-memory-mb", kib / 1024, "MB", at_most=150)
