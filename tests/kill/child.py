"""The program without its window: the real engine on a real file, against shops in another process, until it is killed.

Reads webhooks from standard input, one JSON array a line: shop, topic, ref.
"""

import json
import sys
import time
from pathlib import Path

from app.channels import CHANNELS
from app.channels.base import Channel, Log
from app.core.channel import Doorbell, ShopAccess
from app.session import utc_now
from app.store.database import open_database
from app.store.shops import Shop
from app.sync.engine import Engine, Outlets


def main(path: Path, places: dict[str, dict]) -> None:
    open_database(path).close()

    def open_channel(shop: Shop, log: Log) -> Channel:
        access = ShopAccess(shop=shop.id, channel=shop.channel, **places[str(shop.id)])
        return CHANNELS[shop.channel].open(access, clock=utc_now, save_secret=lambda name, value: None, log=log)

    def crashed(error: Exception) -> None:
        print(f"crashed: {error!r}", file=sys.stderr, flush=True)

    engine = Engine(
        path,
        installation="kill",
        clock=utc_now,
        open_channel=open_channel,
        outlets=Outlets(lambda changes: None, crashed, crashed),
    )
    engine.start()
    print("ready", flush=True)
    for said in sys.stdin:
        shop, topic, ref = json.loads(said)
        kind = "order" if topic.startswith("order") else "stock"
        engine.ring(shop, [Doorbell(kind=kind, ref=ref, key=f"{topic}/{ref}/{time.time_ns()}", source="webhook")])
    engine.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]), json.loads(sys.argv[2]))
