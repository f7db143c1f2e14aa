"""A real relay in a process of its own on loopback, and desktops that are paired with it."""

import base64
import contextlib
import hashlib
import hmac
import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import httpx

from app.channels import CHANNELS
from app.channels.base import Channel
from app.core.changes import Changes
from app.credentials import Kept, Vault
from app.relay import command
from app.relay.client import RelayClient
from app.relaying import Relaying, ShopKeys
from app.session import utc_now
from app.store import relay, shops
from app.store.database import connection, transaction
from app.sync.relay import RelayLane
from tests.life import add_shop, fresh

PATIENCE_S = 20.0
SECRET = "plimsoll-client-secret"


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


class RelayProcess:
    """`python -m app.relay serve`, as anybody would run it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen | None = None

    def start(self) -> None:
        line = [sys.executable, "-m", "app.relay", "serve", "--data", str(self.folder), "--port", str(self.port)]
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder.parent / f"{self.folder.name}.txt").open("ab") as told:
            self._process = subprocess.Popen(line, stdout=told, stderr=told)
        deadline = time.monotonic() + PATIENCE_S
        with httpx.Client(verify=False, trust_env=False, timeout=5) as asking:
            while time.monotonic() < deadline:
                try:
                    if asking.get(f"{self.address}/healthz").status_code == 200:
                        return
                except httpx.TransportError:
                    assert self._process.poll() is None, "the relay ended"
                    self._process_wait()
        raise AssertionError("the relay never answered")

    def _process_wait(self) -> None:
        try:
            self._process.wait(timeout=0.02)
        except subprocess.TimeoutExpired:
            return

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait(timeout=10)
            self._process = None

    def code(self) -> str:
        told = io.StringIO()
        with contextlib.redirect_stdout(told):
            assert command.main(["pair", "--data", str(self.folder)]) == 0
        return re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}", told.getvalue())[0]

    def copy(self, target: Path) -> None:
        """A copy of the stopped store."""
        shutil.copytree(self.folder, target)

    def put_back(self, source: Path) -> None:
        shutil.rmtree(self.folder)
        shutil.copytree(source, self.folder)


class Impatient:
    """The lane's client, except that it never parks; `fate` may do something before each request goes out."""

    def __init__(self, client: RelayClient) -> None:
        self._client = client
        self.before = lambda what: None
        self.after = lambda what: None
        self.asked: list[str] = []

    def _call(self, what, work):
        self.asked.append(what)
        self.before(what)
        found = work()
        self.after(what)
        return found

    def pull(self, after, *, wait=0):
        return self._call("pull", lambda: self._client.pull(after, wait=0))

    def ack(self, upto):
        return self._call("ack", lambda: self._client.ack(upto))

    def waiting(self):
        return self._call("state", self._client.waiting)

    def endpoints(self):
        return self._call("endpoints", self._client.endpoints)

    def interrupt(self):
        self._client.interrupt()

    def close(self):
        self._client.close()


class Desktop:
    """One inventory with a Shopify and a WooCommerce shop, paired with a relay; its lane is stepped by hand."""

    def __init__(self, folder: Path, *, key: bytes = b"", ahead: timedelta = timedelta(0)) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / "inventory.db"
        self.db = fresh(folder)
        self.vault = Vault(key or os.urandom(32), Kept.SESSION)
        self.ahead = ahead
        self.told: list[Changes] = []
        self.woken: list[frozenset[int]] = []
        keys = ShopKeys(
            open=self._secrets,
            seal=self._seal,
            channel=lambda shop: self._opened(),
            info=lambda name: CHANNELS[name].info,
        )
        self._opened: Callable[[], Channel | None] = lambda: None
        self.relaying = Relaying(
            self.path, vault=lambda: self.vault, clock=self.clock, keys=keys, stop=lambda: None, restart=lambda: None
        )
        self._lane: RelayLane | None = None
        self.client: Impatient | None = None

    def clock(self) -> datetime:
        return utc_now() + self.ahead

    def link(self, opened: Callable[[], Channel]) -> None:
        """How the connector is opened that its shops speak through."""
        self._opened = opened

    def _secrets(self, number: int) -> dict[str, str]:
        with connection(self.path) as db:
            return {
                name: self.vault.open(text, f"shop/{number}/{name}")
                for name, text in shops.sealed_secrets(db, number).items()
            }

    def _seal(self, db, number: int, secrets: dict[str, str]) -> None:
        for name, secret in secrets.items():
            shops.put_secret(db, number, name, self.vault.seal(secret, f"shop/{number}/{name}"))

    def shop(self, channel: str = "shopify", secret: str = SECRET) -> int:
        number = add_shop(self.db, channel=channel, name=channel.title(), letter=channel[0].upper()).id
        if secret:
            with transaction(self.db):
                self._seal(self.db, number, {"client_secret" if channel == "shopify" else "webhook": secret})
        return number

    @property
    def lane(self) -> RelayLane:
        if self._lane is None:
            desk = self.relaying.desk(connection(self.path), self.told.append, self.woken.append)
            self.client = Impatient(desk.client)
            self._lane = RelayLane(replace(desk, client=self.client))
        return self._lane

    def die(self) -> None:
        """The lane is gone, as by kill -9: only what the file holds is left."""
        lane, self._lane = self._lane, None
        if lane is not None:
            lane.close()

    def close(self) -> None:
        self.die()
        self.db.close()

    def rest(self, steps: int = 6) -> None:
        """Step until nothing comes any more."""
        for _ in range(steps):
            before = self.state().cursor
            self.lane.step()
            if self.lane._checked and self.client.asked[-1] == "pull" and self.state().cursor == before:
                return

    def state(self):
        return relay.paired(self.db)

    def endpoint(self, shop: int):
        return relay.endpoint_of(self.db, shop)

    def bells(self, shop: int) -> list[tuple[str, str]]:
        rows = self.db.execute("select kind, ref from doorbell where shop_id = ? order by id", (shop,))
        return [tuple(row) for row in rows]


# ------------------------------------------------------------------------------------------------ what channels send


def mac(secret: str, body: bytes) -> str:
    return base64.b64encode(hmac.digest(secret.encode(), body, hashlib.sha256)).decode()


def shopify_call(order: int, name: str, *, topic: str = "orders/updated", secret: str = SECRET) -> tuple[dict, bytes]:
    body = json.dumps({"id": order, "email": "ada@customers.example"}).encode()
    headers = {
        "X-Shopify-Topic": topic,
        "X-Shopify-Shop-Domain": "mugs.myshopify.com",
        "X-Shopify-Webhook-Id": name,
        "X-Shopify-Hmac-Sha256": mac(secret, body),
        "Content-Type": "application/json",
    }
    return headers, body


def woo_call(
    order: int, secret: str, *, topic: str = "order.updated", status: str = "processing"
) -> tuple[dict, bytes]:
    body = json.dumps({"id": order, "status": status}).encode()
    headers = {
        "X-WC-Webhook-Source": "https://mugs.example/",
        "X-WC-Webhook-Topic": topic,
        "X-WC-Webhook-Resource": topic.split(".", maxsplit=1)[0],
        "X-WC-Webhook-Signature": mac(secret, body),
        "X-WC-Webhook-Delivery-ID": "always the same",
        "Content-Type": "application/json",
    }
    return headers, body


def post(address: str, *calls: tuple[dict, bytes]) -> int:
    """The calls one after the other; the answer to the last."""
    with httpx.Client(verify=False, trust_env=False, timeout=10) as sender:
        answers = [sender.post(address, headers=headers, content=body).status_code for headers, body in calls]
    return answers[-1]
