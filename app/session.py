"""One open inventory: its database, its sync, and what the window may ask of both.

Part of the composition root. Whatever speaks HTTP, and whatever only an act of the seller's needs, is imported when it
is first needed: the first paint does not wait for it.
"""

import json
import sys
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Protocol

from app import __version__
from app import log as logs
from app.core.changes import Changes
from app.core.records import dataclass
from app.core.text import N_
from app.errors import ChannelRefused, ChannelSignedOut, PlimsollError, VaultError
from app.store import settings, shops
from app.store.database import connection, note_damage, open_database, reader, refuse_lost, transaction
from app.store.shops import Shop
from app.store.sqlite import Connection

if TYPE_CHECKING:
    from app.channels.base import Channel, Log
    from app.core.channel import Call, Doorbell, Introduction, ShopAccess
    from app.credentials import Vault
    from app.leaving import Leaving
    from app.notifying import Notifying
    from app.relaying import Relaying
    from app.sync.engine import Engine


SWITCH_S = 0.0005
PAST = timedelta(days=365)  # of orders from before the connection, read as demand: as far as a channel gives them


class Listener(Protocol):
    """Who hears of news: the window's bridge, or the off-screen play."""

    def tell(self, changes: Changes) -> None:
        """Something changed."""

    def tell_trouble(self, error: PlimsollError) -> None:
        """Something the seller should know."""

    def tell_crash(self, error: Exception) -> None:
        """A bug stopped the sync."""


class Opens(Protocol):
    """Who opens the connectors, where it is not the session itself: the sample shop."""

    def open_channel(self, shop: Shop, log: "Log") -> "Channel":
        """A connector for a shop."""


def utc_now() -> datetime:
    """The real clock."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The folders of one inventory, and who opens it."""

    path: Path
    backups: Path
    installation: str
    log_file: Path
    second: Callable[[], Path | None] = lambda: None  # a second folder for backups, which the seller chose
    only_read: bool = False  # a damaged inventory: looked at, never written to, and nothing is sent by it


class Session:
    """One open inventory. `vault` blocks until the vault is open: it is only called from other threads."""

    def __init__(
        self,
        where: Where,
        *,
        vault: "Callable[[], Vault]",
        clock: Callable[[], datetime] = utc_now,
        channels: "Opens | None" = None,
    ) -> None:
        self.where = where
        self.clock = clock
        self._vault = vault
        self._open_channel = channels.open_channel if channels else self.open_channel
        if not where.only_read:
            refuse_lost(where.path, where.backups)
        self.db = reader(where.path) if where.only_read else open_database(where.path)
        self._engine: Engine | None = None
        self._engine_lock = threading.Lock()
        self._closing = False
        self._relaying: Relaying | None = None
        if not where.only_read and settings.fact(self.db, settings.SENDER) is None:
            with transaction(self.db):
                settings.put_fact(self.db, settings.SENDER, where.installation)

    # ---------------------------------------------------------------------------------------- the sync

    def start(self, listener: Listener) -> None:
        """Start the sync. Imports everything that speaks HTTP: call it in a thread, after the first paint."""
        from app.sync.engine import Engine, Outlets

        # A lane that comes back from a call must not wait 5 ms for another one to let go of the interpreter.
        sys.setswitchinterval(SWITCH_S)
        with self._engine_lock:
            if self._closing or self._engine is not None or self.where.only_read:
                return
            self.leaving().start()
            self._engine = Engine(
                self.where.path,
                installation=self.where.installation,
                clock=self.clock,
                open_channel=self._open_channel,
                outlets=Outlets(listener.tell, listener.tell_crash, listener.tell_trouble),
                backups=self.where.backups,
                second=self.where.second,
                open_relay=self.relaying().desk,
                doorway=self.relaying().kept_doorway,
                open_notices=self.notifying().lane,
            )
            self._engine.start()

    def stop_sending(self) -> None:
        """A bug was met somewhere: nothing is sent any more until `restart`. Blocks."""
        self._stop_engine()

    def leaving(self) -> "Leaving":
        """Leaving safely: what may happen meanwhile, preparing, and coming back."""
        from app.leaving import Leaving

        return Leaving(self.where.path, clock=self.clock, wake=self.wake_some, installation=self.where.installation)

    def wake_some(self, shops: frozenset[int] | None) -> None:
        """These shops have something to be told; None: all may."""
        if self._engine:
            self._engine.wake(shops)

    def damaged(self) -> None:
        """The inventory turned out to be damaged: nothing is sent, and the next start offers what helps. Blocks."""
        if not self.where.only_read:
            note_damage(self.where.path)
        self._stop_engine()

    def restart(self, listener: Listener) -> None:
        """After a crash: end what is left of the sync and start anew. Blocks."""
        self._stop_engine()
        self.start(listener)

    def close(self) -> bool:
        """End the sync. False: a lane did not end in time (which is safe). The database of the window stays open."""
        self._closing = True
        return self._stop_engine()

    def _stop_engine(self) -> bool:
        with self._engine_lock:
            engine, self._engine = self._engine, None
        return engine.stop() if engine else True

    def ring(self, shop: int, bells: "list[Doorbell]") -> None:
        """Something happened at a shop. The callable that the relay, the sample shop and tests are given."""
        if self._engine:
            self._engine.ring(shop, bells)

    def wake(self) -> None:
        """Something was written: let the lanes look."""
        if self._engine:
            self._engine.wake()

    # ---------------------------------------------------------------------------------------- shops

    def introduce(self, access: "ShopAccess") -> "Introduction":
        """Test a connection. Nothing is kept. Blocks."""
        channel = self._connector(access, lambda _: None)
        try:
            return channel.introduce()
        finally:
            channel.close()

    def connect(self, access: "ShopAccess", introduction: "Introduction", *, letter: str) -> int:
        """Keep a tested connection, looking only. Its order cursor is set before anything is read. Blocks."""
        from app.store import past_sales, vitals

        channel = self._connector(access, lambda _: None)
        try:
            now = self.clock()
            cursor, behind = channel.first_cursor(now), channel.behind()
        finally:
            channel.close()
        with closing(connection(self.where.path)) as db, transaction(db):
            number = shops.add(
                db,
                channel=access.channel,
                name=introduction.name,
                letter=letter,
                address=access.address,
                way=access.way,
                options={**access.settings, **introduction.settings},
                cursor=cursor,
                behind=behind,
                now=now,
            )
            self._seal(db, number, access.channel, access.secrets)
            vitals.keys_typed(db, number, now=now)
            past_sales.ask(db, number, since=now - PAST)
        if self._engine:
            self._engine.start_lane(number)
        return number

    def reconnect(self, number: int, access: "ShopAccess", introduction: "Introduction") -> None:
        """New keys for a shop that is known. Blocks. Raises `ChannelRefused` when they are those of another shop."""
        from app.store import vitals

        with closing(connection(self.where.path)) as db, transaction(db):
            _same_shop(shops.shop(db, number), introduction)
            self._seal(db, number, access.channel, access.secrets)
            shops.set_way(db, number, access.way)
            vitals.keys_typed(db, number, now=self.clock())
            for name, value in {**access.settings, **introduction.settings}.items():
                shops.set_option(db, number, name, value)
            shops.well(db, number, now=self.clock())
        if self._engine:
            self._engine.start_lane(number)

    def disconnect(self, number: int) -> None:
        """Take a shop out of use; its orders stay, its keys go. Blocks until its lane has ended."""
        self.relaying().forget(number)
        if self._engine:
            self._engine.stop_lane(number)
        self._take_mark_away(number)
        with closing(connection(self.where.path)) as db, transaction(db):
            shops.remove(db, number, now=self.clock())

    def _take_mark_away(self, number: int) -> None:
        """Where the shop cannot be reached, our mark grows old there."""
        from app.sync.marking import give_up

        with closing(connection(self.where.path)) as db:
            shop = shops.shop(db, number)
        if shop is None or shop.by_hand:
            return
        with suppress(PlimsollError):
            channel = self._open_channel(shop, lambda _: None)
            try:
                give_up(channel, self.where.installation, self.clock())
            finally:
                channel.close()

    def set_mode(self, number: int, mode: str, *, takes_over: bool = False) -> None:
        """'looking', 'live' or 'paused'. Going live makes every listing due; what already agrees costs no call."""
        from app.store import another, plans, pushes

        now = self.clock()
        with transaction(self.db):
            shops.set_mode(self.db, number, mode, now=now)
            another.decided(self.db, number, mode, takes_over=takes_over, now=now)
            plans.rethink(self.db, plans.of_shop(self.db, number), now=now)
            if mode == "live":
                pushes.mark_shop_due(self.db, number, now=now)
        if self._engine:
            self._engine.mode_changed(number, mode)

    def take_over(self, number: int) -> None:
        """This computer sends to a shop, whatever another one does that is also Plimsoll for it."""
        self.set_mode(number, "live", takes_over=True)

    def compare(self, number: int | None) -> None:
        """Read the numbers of one shop, or of all, again."""
        from app.store import looks

        now = self.clock()
        with transaction(self.db):
            for shop in shops.shops(self.db):
                if number in (None, shop.id) and not shop.by_hand:
                    looks.look_at_all(self.db, shop.id, now=now)
        self.wake()

    def open_channel(self, shop: Shop, log: "Log") -> "Channel":
        """A connector for a shop, its secrets unsealed. Raises `PlimsollError` when they cannot be."""
        from app.channels.buyers import BUYER_KEY
        from app.core.channel import ShopAccess

        secrets = self._secrets(shop.id)
        if not secrets:
            raise ChannelSignedOut(N_("{shop} needs you to sign in.", shop=shop.name), N_("Connect it again."))
        if BUYER_KEY not in secrets:
            secrets[BUYER_KEY] = token_hex(32)
            with closing(connection(self.where.path)) as db, transaction(db):
                self._keep_secrets(db, shop.id, {BUYER_KEY: secrets[BUYER_KEY]})
        access = ShopAccess(
            shop=shop.id,
            channel=shop.channel,
            address=shop.address,
            way=shop.way,
            settings=shop.settings,
            secrets=secrets,
        )
        return self._connector(access, log)

    def relaying(self) -> "Relaying":
        """The webhook relay of this inventory. Imports HTTP: call it in a thread, after the first paint."""
        from app.channels import CHANNELS
        from app.relaying import Relaying, ShopKeys

        if self._relaying is None:
            keys = ShopKeys(
                open=self._secrets,
                seal=self._keep_secrets,
                channel=lambda shop: self._open_channel(shop, lambda _: None),
                info=lambda channel: CHANNELS[channel].info,
            )
            self._relaying = Relaying(
                self.where.path,
                vault=self._vault,
                clock=self.clock,
                keys=keys,
                stop=lambda: self._engine.stop_relay() if self._engine else None,
                restart=lambda: self._engine.start_relay() if self._engine else None,
            )
        return self._relaying

    def notifying(self) -> "Notifying":
        """Where else the seller is told of alerts."""
        from app.notifying import Notifying

        return Notifying(self.where.path, vault=self._vault, clock=self.clock)

    def _secrets(self, number: int) -> dict[str, str]:
        with closing(connection(self.where.path)) as db:
            sealed = shops.sealed_secrets(db, number)
        vault = self._vault() if sealed else None
        return {name: vault.open(text, _context(number, name)) for name, text in sealed.items()} if vault else {}

    def _connector(self, access: "ShopAccess", log: "Callable[[Call], None]") -> "Channel":
        from app.channels import CHANNELS

        def save_secret(name: str, value: str) -> None:
            with closing(connection(self.where.path)) as db, transaction(db):
                self._seal(db, access.shop, access.channel, {name: value})

        def keep_for_now(name: str, value: str) -> None:
            access.secrets[name] = value  # a shop that is only tested has no place for it yet

        save = save_secret if access.shop else keep_for_now
        return CHANNELS[access.channel].open(access, clock=self.clock, save_secret=save, log=log)

    def _seal(self, db: Connection, number: int, channel: str, secrets: dict[str, str]) -> None:
        from app.channels import CHANNELS

        self._keep_secrets(db, number, secrets)
        way = CHANNELS[channel].browser_way
        until = way.until(secrets) if way else None
        if until is not None:
            shops.set_option(db, number, shops.SIGN_IN_ENDS, until.isoformat())

    def _keep_secrets(self, db: Connection, number: int, secrets: dict[str, str]) -> None:
        vault = self._vault()
        for name, secret in secrets.items():
            shops.put_secret(db, number, name, vault.seal(secret, _context(number, name)))

    def kept_secrets(self, number: int) -> dict[str, str]:
        """A shop's secrets as they are kept; none where they cannot be opened on this computer. Blocks."""
        with closing(connection(self.where.path)) as db:
            sealed = shops.sealed_secrets(db, number)
        vault = self._vault()
        try:
            return {name: vault.open(text, _context(number, name)) for name, text in sealed.items()}
        except VaultError:
            return {}

    # ---------------------------------------------------------------------------------------- the file

    def sends_here(self) -> bool:
        """May this computer send?"""
        return settings.fact(self.db, settings.SENDER) == self.where.installation

    def send_from_here(self) -> None:
        """The seller says that this computer sends; any other that opens a copy of the file only looks."""
        from app.store import another

        with transaction(self.db):
            settings.put_fact(self.db, settings.SENDER, self.where.installation)
            live = [shop.id for shop in shops.shops(self.db) if shop.mode == "live"]
            another.take_over(self.db, live, now=self.clock())
        if self._engine:
            self._engine.start_relay()
        self.wake()

    def back_up(self) -> Path:
        """A checked copy of the inventory in the backups folder, and one in the second folder, if any. Blocks."""
        from app.store.backup import back_up, copy_to, name_for, rotate

        now, second = self.clock(), self.where.second()
        target = self.where.backups / name_for(now)
        with closing(connection(self.where.path)) as db:
            back_up(db, target)
        rotate(self.where.backups, now=now)
        if second is not None:
            copy_to(target, second)
            rotate(second, now=now)
        return target

    def recompute(self) -> int:
        """Set every level to the sum of its ledger rows, and tell the shops; how many were wrong. Blocks."""
        from app.store import catalog, ledger, plans, pushes

        now = self.clock()
        with closing(connection(self.where.path)) as db, transaction(db):
            wrong = ledger.recompute_levels(db)
            products = [number for sku in wrong if (number := catalog.product_id(db, sku)) is not None]
            plans.rethink(db, products, now=now)
            pushes.mark_due(db, products, now=now)
        self.wake()
        return len(wrong)

    def report(self) -> str:
        """What to send with a fault report: versions and the end of the log. No secrets, no customers."""
        import platform

        about = {
            "plimsoll": __version__,
            "python": sys.version.split()[0],
            "system": platform.platform(),
            "schema": self.db.execute("pragma user_version").fetchone()[0],
        }
        return json.dumps(about, indent=1) + "\n\n" + logs.for_report(logs.tail(self.where.log_file))


def _same_shop(known: Shop | None, introduction: "Introduction") -> None:
    """Keys of another account would send one shop's numbers to another."""
    ours = known.settings.get("shop_id") if known else None
    if ours is not None and introduction.settings.get("shop_id", ours) != ours:
        raise ChannelRefused(
            N_("You signed in to another shop: {name}.", name=introduction.name),
            N_("Nothing was changed. Sign in with the account of this shop, or connect the other one as a new shop."),
        )


def _context(shop: int, name: str) -> str:
    return f"shop/{shop}/{name}"
