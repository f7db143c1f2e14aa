"""Runs a relay as `plimsoll-relay serve` does, with a test's own limits: `python -m tests.relay.served WHERE OPTIONS`.

Options are JSON: `rate` and `burst` of an endpoint, `messages` and `size` of a mailbox, `max_pages` of the file, and
how long a body (`read_s`) or a whole request (`request_s`) may take.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from app.relay import ingest, protocol
from app.relay.rates import BURST, RATE_PER_S, Rates
from app.relay.running import StoppingServer, config_of
from app.relay.server import Relay
from app.relay.sqlite_store import SqliteStore
from app.relay.store import Limits, Store


def main(where: str, options: dict[str, Any]) -> int:
    ingest.READ_TIMEOUT_S = options.get("read_s", ingest.READ_TIMEOUT_S)
    protocol.REQUEST_S = options.get("request_s", protocol.REQUEST_S)
    limits = Limits(**{name: options[name] for name in ("messages", "size", "endpoints") if name in options})
    store: Store
    if where.startswith("postgresql:"):
        from app.relay.postgres_store import PostgresStore

        store = PostgresStore(where, limits=limits)
    else:
        store = SqliteStore(Path(where), limits=limits, max_pages=options.get("max_pages", 0))
    rate, burst = options.get("rate", RATE_PER_S), options.get("burst", BURST)
    relay = Relay(store, rates=Rates(time.monotonic, rate=rate, burst=burst))
    server = StoppingServer(config_of(relay, host="127.0.0.1", port=options.get("port", 0)), relay)
    server.run()
    return 0 if server.started else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], json.loads(sys.argv[2])))
