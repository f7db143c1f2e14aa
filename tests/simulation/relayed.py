"""The webhook relay in a simulated world: paired, called by the shops' senders, fetched by its real lane, and failing.

Down for a while, put back from yesterday's backup, a sealing key lost, another computer that fetches with the same key.
What was answered 2xx rings, or the shop is read instead; nothing forged rings; nothing readable lies at the relay.
"""

import random
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

from app.channels.hooks import READERS
from app.core.hooks import Doorway
from app.core.notices import Notice
from app.errors import RelayError
from app.relay import envelope, signing
from app.relay.client import Device, RelayClient
from app.relay.wire import Pulled
from app.store import another, pushes, relay, shops
from app.store.database import transaction
from app.sync.relay import RelayDesk, RelayLane
from tests.simulation.kinds import kind_of
from tests.simulation.relay_host import ADDRESS, Host
from tests.simulation.senders import BUYER, Delivery, Senders

if TYPE_CHECKING:
    from tests.simulation.world import World

NEVER_RETRIES = "woocommerce"
ETSY_SECRET = "whsec_cGxpbXNvbGwtc2ltdWxhdGlvbi0wMTIzNDU2Nzg5YQ=="


class NeverParks(RelayClient):
    """The lane's client: time in this world does not pass while one waits."""

    def pull(self, after: int, *, wait: int = 0) -> Pulled:
        """What is there now."""
        del wait
        return super().pull(after, wait=0)


class Relayed:
    """One relay, its lane, and the senders that call it."""

    def __init__(self, world: "World", folder: Path) -> None:
        self._world = world
        self.host = Host(folder, world.clock)
        self.senders = Senders(self._post, self._took)
        self.doors: dict[int, Doorway] = {}
        self._keys: dict[str, bytes] = {}  # the vault: on the disk when it returns
        self._device: Device | None = None
        self._accepted: list[tuple[int, str, str]] = []  # shop, doorbell's key, when the relay took it
        self._forged = 0
        self._foreign = 0  # up to which number another computer acknowledged
        self._backed_up = 0, 0  # the newest number in the backup, and how much had been taken until then
        self.lane: RelayLane | None = None

    # --- set-up ------------------------------------------------------------------------------------------------------

    def pair(self) -> None:
        """As the seller does it in Settings; each shop gets an address, and its webhooks are kept in order."""
        world = self._world
        device, public = signing.new_key()
        self._device = Device(signing.device_id(public), device)
        sealing, sealing_public = envelope.new_key()
        self._keys[envelope.key_id(sealing_public)] = sealing
        client = self._client()
        client.pair(self.host.show_code(), sealing_public, public)
        with transaction(world.db, lasting=True):
            relay.pair(world.db, ADDRESS, self._device.name, b"", now=world.now)
            relay.put_key(world.db, envelope.key_id(sealing_public), b"", now=world.now)
        for shop, sim in world.sims.items():
            channel = kind_of(sim).key
            made = client.put_endpoint(f"shop-{shop}", never_retries=channel == NEVER_RETRIES, renew=True)
            with transaction(world.db, lasting=True):
                relay.put_endpoint(world.db, f"shop-{shop}", shop, b"", now=world.now)
            self.doors[shop] = Doorway(address=made.address, secret=f"secret-{shop}", signed=True)
            if channel == "etsy":
                self.senders.portal[shop] = (made.address, ETSY_SECRET)
        client.close()
        self._back_up()

    def boot(self) -> None:
        """The program starts: a new lane."""
        world = self._world
        if self._device is None:
            return
        self.lane = RelayLane(
            RelayDesk(
                db=world.disk.lazy(),
                client=self._client(),
                clock=world.clock,
                tell=world._tell,
                wake=lambda _shops: None,
                key=self._keys.get,
                secrets=self._secrets,
                readers=READERS,
                rng=random.Random(world.rng.random()),
            )
        )

    def stop(self) -> None:
        """The program ended."""
        if self.lane is not None:
            self.lane.close()
            self.lane = None

    def close(self) -> None:
        """The world ends."""
        self.stop()
        self.host.close()

    def doorway(self, shop: int) -> Doorway | None:
        """Where a shop's webhooks have to call. Etsy's are typed in its portal by hand."""
        return self.doors.get(shop)

    def _secrets(self, shop: int) -> Sequence[str]:
        sim = self._world.sims[shop]
        channel = kind_of(sim).key
        if channel == "shopify":
            return [sim.client_secret]
        return [ETSY_SECRET if channel == "etsy" else self.doors[shop].secret]

    def _client(self) -> NeverParks:
        world = self._world
        return NeverParks(
            ADDRESS,
            self._device,
            clock_ms=lambda: int(world.now.timestamp() * 1000),
            transport=httpx.MockTransport(self._asked),
        )

    def _asked(self, request: httpx.Request) -> httpx.Response:
        """The desktop asks the relay."""
        world = self._world
        world._maybe_cut("before the relay is asked")
        world.now += timedelta(seconds=world.rng.uniform(0.02, 0.2))
        answer = self.host.handle(request)
        world._maybe_cut("after the relay was asked")
        return answer

    # --- webhooks ----------------------------------------------------------------------------------------------------

    def event(self, shop: int, topic: str, ref: str) -> None:
        """A shop has something to tell."""
        self.senders.event(shop, self._world.sims[shop], topic, ref, self._world.now)

    def _post(self, request: httpx.Request) -> httpx.Response:
        """A channel calls. Now and then its own way to the relay is broken, or the answer is lost."""
        rng = self._world.rng
        fate = rng.random() if self._world.cuts_on else 1.0
        if fate < 0.03:
            raise httpx.ConnectError("no way there", request=request)
        answer = self.host.handle(request)
        if fate < 0.06:
            raise httpx.ReadTimeout("the answer was lost", request=request)
        return answer

    def _took(self, one: Delivery) -> None:
        world = self._world
        world.counts["webhooks taken"] += 1
        if not one.genuine:
            return
        pairs = tuple(one.headers.items())
        said = READERS[kind_of(world.sims[one.shop]).key](Notice(headers=pairs, body=one.body), self._secrets(one.shop))
        assert said is not None, f"{one.name} is not signed as {one.shop} signs"
        self._accepted += [(one.shop, bell.key, world.now.isoformat()) for bell in said.bells]

    # --- every step --------------------------------------------------------------------------------------------------

    def step(self) -> None:
        """The senders call, and the lane does one unit of work."""
        world = self._world
        self.senders.run(world.now)
        if self.lane is not None:
            self.lane.step()
            self._check()
            self._decide()

    def _decide(self) -> None:
        """Another computer fetched, so nothing is sent: the seller sees it, and says that this one goes on."""
        world = self._world
        stopped = [shop.id for shop in shops.shops(world.db) if shop.another == shops.STOPPED]
        if not stopped:
            return
        world.counts["stopped for another computer"] += len(stopped)
        with transaction(world.db, lasting=True):
            for shop in stopped:
                shops.set_mode(world.db, shop, "live", now=world.now)
                another.decided(world.db, shop, "live", takes_over=True, now=world.now)
                pushes.mark_shop_due(world.db, shop, now=world.now)

    def _check(self) -> None:
        """I6: what is acknowledged is in the inbox, and was kept before."""
        paired = relay.paired(self._world.db)
        assert paired is not None
        assert paired.acked <= paired.cursor
        assert self._device is not None
        acked = self.host.acked(self._device.name)
        assert acked <= max(paired.cursor, self._foreign), f"{acked} acknowledged, {paired.cursor} kept"

    def fault(self) -> None:
        """Something goes wrong with the relay."""
        world, host = self._world, self.host
        what = world.rng.choice(("down", "up", "up", "up", "back up", "put back", "another", "key", "anew", "forged"))
        world.counts[f"relay {what}"] += 1
        match what:
            case "down" | "up":
                host.down = what == "down"
            case "back up":
                self._back_up()
            case "put back":
                self._put_back()
            case "another":
                self._another_computer()
            case "key":
                self._lose_the_key()
            case "anew":
                host.start_anew()
            case _:
                shop = world.rng.choice(list(world.sims))
                self._forged += 1
                self.senders.forge(shop, world.sims[shop], self.doors[shop].address, world.now, world.rng)

    def _back_up(self) -> None:
        assert self._device is not None
        self.host.back_up()
        self._backed_up = self.host.newest(self._device.name), len(self._accepted)

    def _put_back(self) -> None:
        """What it took since the backup is gone. Numbers tell, unless none that we acknowledged is among it.

        Then nobody but the dead host ever knew of it, and only the next poll of the shop does.
        """
        self.host.put_back()
        paired = relay.paired(self._world.db)
        assert paired is not None
        newest, count = self._backed_up
        if paired.acked <= newest:
            rung = {(shop, key) for shop, key in self._world.db.execute("select shop_id, key from doorbell")}
            since = self._accepted[count:]
            del self._accepted[count:]
            self._accepted += [one for one in since if one[:2] in rung]
            self._world.counts["known to a dead relay only"] += len(since) - len(self._accepted[count:])

    def _another_computer(self) -> None:
        """A copy of this inventory fetches with the same key, and acknowledges what this computer never saw."""
        if self.host.down or self._device is None:
            return
        clock_ms = int(self._world.now.timestamp() * 1000)
        other = NeverParks(
            ADDRESS, self._device, clock_ms=lambda: clock_ms, transport=httpx.MockTransport(self.host.handle)
        )
        paired = relay.paired(self._world.db)
        assert paired is not None
        try:
            pulled = other.pull(paired.cursor)
            if pulled.records:
                self._foreign = max(self._foreign, pulled.records[-1].seq)
                other.ack(pulled.records[-1].seq)
        except RelayError:
            return
        finally:
            other.close()

    def _lose_the_key(self) -> None:
        """The newest sealing key is gone; from now on another one is used."""
        if self.host.down or self._device is None:
            return
        world = self._world
        self._keys.clear()
        private, public = envelope.new_key()
        self._keys[envelope.key_id(public)] = private
        client = NeverParks(
            ADDRESS,
            self._device,
            clock_ms=lambda: int(world.now.timestamp() * 1000),
            transport=httpx.MockTransport(self.host.handle),
        )
        try:
            client.put_key(public)
        except RelayError:
            return
        finally:
            client.close()

    # --- at rest -----------------------------------------------------------------------------------------------------

    def heal(self) -> None:
        """The relay is reached again, and every sender has come as often as it ever will."""
        self.host.down = False
        for _ in range(20):
            self.senders.run(self._world.now, all_of_them=True)
            if not self.senders.waiting:
                return
        raise AssertionError("a sender never rests")

    def rest(self) -> None:
        """I5, I9 and I12: nothing that was taken is lost, nothing forged rang, nothing is readable, nothing waits."""
        world = self._world
        assert self._device is not None
        rung = {(shop, key) for shop, key in world.db.execute("select shop_id, key from doorbell")}
        read = dict(
            world.db.execute("select shop_id, max(rung_at) from doorbell where key like 'relay/%' group by shop_id")
        )
        for shop, key, at in self._accepted:
            known = (shop, key) in rung or str(read.get(shop, "")) >= at[:19]
            assert known, f"shop {shop}: {key} was taken at {at}, and neither rang nor was its shop read"
        assert not [key for _, key in rung if "forged" in key]
        assert self.host.holds(BUYER.encode()) == []
        paired, client = relay.paired(world.db), self._client()
        assert paired is not None
        assert client.waiting().messages == 0, f"{paired} {client.waiting()}"
        client.close()
        world.counts["webhooks lost on the way"] += self.senders.failed
