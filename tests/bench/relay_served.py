"""A relay for the bench, with one mailbox and one endpoint: `python -m tests.bench.relay_served KIND FOLDER`.

KIND: `durable` is the relay as it is; `per-request` commits each call alone; `nothing` is the same route neither
sealing nor storing. What its desktops know is in FOLDER/desks.json; it says its port and serves until it is ended.
"""

import asyncio
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from app.relay import envelope, signing
from app.relay.ingest import digest_of
from app.relay.rates import Rates
from app.relay.running import StoppingServer, config_of
from app.relay.server import Relay, wall_ms
from app.relay.sqlite_store import SqliteStore
from app.relay.store import Arrival, Endpoint, Fate, Limits

PLENTY = Limits(messages=1_000_000_000, size=1 << 50, endpoints=10_000)


class PerRequest(SqliteStore):
    """One commit a call."""

    async def append(self, arrivals: Sequence[Arrival]) -> list[Fate]:
        return [(await super(PerRequest, self).append([one]))[0] for one in arrivals]


class Nothing(SqliteStore):
    """Keeps nothing."""

    async def append(self, arrivals: Sequence[Arrival]) -> list[Fate]:
        return [Fate.KEPT] * len(arrivals)


KINDS = {"durable": SqliteStore, "per-request": PerRequest, "nothing": Nothing}


async def furnish(store: SqliteStore, desks: int, waiting: int) -> list[dict[str, str]]:
    """So many mailboxes, the first with an endpoint and with so many messages that wait; what each desktop knows."""
    await store.open()
    found = []
    for number in range(desks):
        private, public = envelope.new_key()
        sign, verify = signing.new_key()
        device, token = signing.device_id(verify), envelope.encoded(bytes([1]) * 32)
        digest = b"%d" % number
        await store.put_code(digest, until_ms=wall_ms() + 60_000)
        mailbox = await store.pair(digest, key=public, device=device, public=verify, now_ms=wall_ms())
        assert mailbox is not None
        if not number:
            shop = Endpoint(id="shop", mailbox=mailbox, key=public, base="http://x")
            await store.put_endpoint(shop, digest_of(token))
            await _fill(store, shop, waiting)
        found.append({"device": device, "sign": sign.hex(), "private": private.hex(), "place": f"/in/{token}"})
    await store.close()
    return found


async def _fill(store: SqliteStore, shop: Endpoint, waiting: int) -> None:
    one = envelope.Envelope(method="POST", path="", query="", headers=(), body=b"x" * 300)
    for at in range(0, waiting, 1000):
        some = min(1000, waiting - at)
        await store.append([Arrival(endpoint=shop, envelope=one, at_ms=wall_ms())] * some)


def main(kind: str, folder: str, desks: int = 1, waiting: int = 0) -> int:
    known = asyncio.run(furnish(SqliteStore(Path(folder), limits=PLENTY), desks, waiting))
    (Path(folder) / "desks.json").write_text(json.dumps(known), encoding="ascii")
    relay = Relay(KINDS[kind](Path(folder), limits=PLENTY), rates=Rates(time.monotonic, rate=1e9, burst=1e9))
    server = StoppingServer(config_of(relay, host="127.0.0.1", port=0), relay)
    server.run()
    return 0 if server.started else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:])))
