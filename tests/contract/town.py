"""Two shops at which somebody wants to connect, a new inventory, and what makes a sentence fit for people."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import httpx

from app.core.channel import ShopAccess
from app.credentials import Kept, Vault
from app.session import Session, Where, utc_now
from app.simulator.http import LoopbackServer
from app.simulator.shopify import SimulatedShopify
from app.simulator.woocommerce import SimulatedWoo
from app.store.sqlite import Connection

_FOREIGN = re.compile(r"Traceback|Error\b|Errno|Exception|httpx|sqlite|msgspec|None\b|<\w|[{}\[\]]|\\x")


def calm(*sentences: object) -> str:
    """Sentences for people: whole ones, and nothing of Python's in them."""
    for sentence in map(str, sentences):
        assert sentence, "there is no sentence"
        assert sentence[0].isupper() or sentence[0] == "“", sentence
        assert sentence.endswith(".") or ": " in sentence, sentence
        assert not _FOREIGN.search(sentence), sentence
    return " ".join(map(str, sentences))


def content(db: Connection) -> str:
    """Everything in an inventory."""
    tables = db.execute("select name, sql from sqlite_master where type = 'table' order by name").fetchall()
    rows = {name: sorted(db.execute(f"select * from {name}").fetchall(), key=repr) for name, _ in tables}
    return f"{tables} {rows}"


def session_of(path: Path) -> Session:
    """The inventory at this path, opened as the program opens it."""
    where = Where(path=path, backups=path.parent / "b", installation="here", log_file=path.parent / "log")
    return Session(where, vault=lambda: Vault(b"k" * 32, Kept.SESSION))


@dataclass
class Town:
    """A new inventory, and two shops at which somebody wants to connect."""

    session: Session
    woo: SimulatedWoo
    shopify: SimulatedShopify
    shopify_url: str
    serve: Callable[[Callable[[httpx.Request], httpx.Response]], str]
    folder: Path

    def woo_access(self, address: str = "", **secrets: str) -> ShopAccess:
        access = self.woo.access(0, address=address)
        return replace(access, secrets={**access.secrets, **secrets})

    def shopify_access(self, address: str = "", **secrets: str) -> ShopAccess:
        access = self.shopify.access(0, address=address or self.shopify_url)
        return replace(access, secrets={**access.secrets, **secrets})


class Answering:
    """Something that answers every request in the same way."""

    def __init__(self, answer: Callable[[httpx.Request], httpx.Response]) -> None:
        self.handle = answer


@contextmanager
def town_in(folder: Path) -> Iterator[Town]:
    """A town that is open while the test runs."""
    session = session_of(folder / "plimsoll.db")
    woo, shopify, servers = SimulatedWoo(utc_now, 1), SimulatedShopify(utc_now, 1), []
    for shop in (woo, shopify):
        shop.add_product("MUG", 10)

    def serve(answer: Callable[[httpx.Request], httpx.Response]) -> str:
        servers.append(LoopbackServer(Answering(answer)).start())
        return servers[-1].url

    woo.address = serve(woo.handle)
    yield Town(session, woo, shopify, serve(shopify.handle), serve, folder)
    session.close()
    session.db.close()
    for server in servers:
        server.stop()
