"""One seed's world: its life from the first look over faults and power cuts to healing.

The lanes are stepped in a random interleaving without a thread. In one seed of four the webhooks come by a real relay.
"""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from app.core.channel import Off
from app.errors import StoreError
from app.posting import post_link, post_new_products, post_start
from app.simulator.faults import Fault
from app.store import ledger, listings, looks, pushes, shops, start
from app.store.catalog import Product
from app.store.database import transaction
from app.store.moments import stamp
from app.store.sqlite import Connection
from app.sync.housekeeping import EVERY_S
from tests.simulation.kinds import sign_in_again
from tests.simulation.place import Place, PowerCut

RATES = {
    Fault.UNREACHABLE: 0.02,
    Fault.LOST_BEFORE: 0.01,
    Fault.LOST_AFTER: 0.02,
    Fault.TIMEOUT_BEFORE: 0.01,
    Fault.TIMEOUT_AFTER: 0.02,
    Fault.THROTTLED: 0.02,
    Fault.BROKEN: 0.01,
    Fault.BROKEN_AFTER: 0.01,
    Fault.GARBAGE: 0.01,
    Fault.TRUNCATED: 0.01,
    Fault.SIGNED_OUT: 0.002,
}
_AT_REST = """
    select not exists (select 1 from shop where orders_read_at is null or orders_read_at <= ?)
        and not exists (select 1 from push join listing on listing.id = listing_id
            where state != 'acknowledged' and differs is null and not (state = 'refused' and off != ''))
        and not exists (select 1 from listing where look_at is not null or settle_at is not null or not settled)
        and not exists (select 1 from doorbell where handled_at is null)
"""
RELAY_FAULT = 0.02
SALES, FAULTS, KINDS = 200, 24, 8  # at least, in every seed


class World(Place):
    """A place, and what happens there."""

    # ------------------------------------------------------------------------------------------- the life of the shops

    def setup(self) -> None:
        """As a seller does it, with orders open: look, match by SKU, believe the first shop, go live one by one."""
        for _ in range(4):
            self.people.buy()
        self.quiet(rounds=12)
        for shop in self.sims:
            for row in listings.listings_of_shop(self.db, shop):
                known = ledger.levels(self.db, [row.sku])
                if known:
                    post_link(self.db, row.id, row.sku, now=self.now)
                else:
                    post_new_products(self.db, [(row.id, Product(sku=row.sku, title=row.title))], now=self.now)
        self.quiet(rounds=12)
        first = shops.shop(self.db, 1)
        assert first
        rows = start.preview(self.db, 1)
        assert all(row.obstacle is None for row in rows), rows
        post_start(self.db, first, [row.product_id for row in rows], batch="start", now=self.now)
        for shop in self.sims:
            with transaction(self.db):
                shops.set_mode(self.db, shop, "live", now=self.now)
                pushes.mark_shop_due(self.db, shop, now=self.now)
            self.heard.expect(shop)
        self.quiet(rounds=20)
        if self.relay is not None:
            self.relay.pair()
            self.leave()
            self.boot()
            self.quiet(rounds=12)

    # ------------------------------------------------------------------------------------------- chaos and healing

    def chaos(self, sales: int) -> None:
        """Sales, hands, faults and power cuts in a random order, until so many sales were made, and enough faults."""
        self.cuts_on = True
        for sim in self.sims.values():
            sim.faults.rate(RATES)
            sim.faults.retry_after_s = self.rng.choice((None, 3, 90))
            sim.ringing.lost, sim.ringing.doubled, sim.ringing.late_s, sim.ringing.shuffled = 0.4, 0.2, 20.0, True
        while self.counts["sales"] < sales or not self._enough_faults():
            self._event()
            self.truth.step()
        self.cuts_on = False
        self.people.edit_by_hand()  # after everything else, so that no write of ours replaces it

    def _event(self) -> None:
        self.now += timedelta(seconds=self.rng.choice((0.1, 0.5, 1, 3, 10, 45)))
        roll = self.rng.random()
        try:
            self._relay_goes_on()
            happens = next((happens for until, happens in self._events if roll < until), None)
            if happens:
                happens()
            else:
                self._step(self.rng.choice([*self.lanes, *([0] if self.relay else [])]))
        except PowerCut:
            self._restart()
        except StoreError:  # the disk is full: the program says so and stops, and is started again
            self.counts["disk full"] += 1
            self._restart()

    @property
    def _events(self) -> tuple[tuple[float, Callable[[], None]], ...]:
        """What may happen instead of a step of a lane, each with the sum of the chances until then."""
        return (
            (0.23, self._rush),
            (0.285, self.people.seller),
            (0.31, self.people.deliver),
            (0.33, self._look_after),
            (0.335, self._sleep),
            (0.345, self._fill_the_disk),
            (0.346, self.people.make_anew),
        )

    def _rush(self) -> None:
        for _ in range(self.rng.choice((1, 2, 6))):  # the program may be closed for a while
            self.now += timedelta(seconds=self.rng.choice((0, 2, 40)))
            self.people.buy()

    def _look_after(self) -> None:
        self._keep_house()
        self._come_back()

    def _enough_faults(self) -> bool:
        struck = self._struck()
        return struck.total() >= FAULTS and len(struck) >= KINDS

    def _struck(self) -> Counter[str]:
        """How often each kind of fault struck so far: of the shops, and of this computer."""
        struck = Counter({ours: self.counts[ours] for ours in ("power cuts", "disk full") if self.counts[ours]})
        for sim in self.sims.values():
            struck.update({fault.value: times for fault, times in sim.faults.struck.items() if times})
        return struck

    def _relay_goes_on(self) -> None:
        """The senders call when they will, and the relay has troubles of its own."""
        if self.relay is not None:
            self.relay.senders.run(self.now)
            if self.rng.random() < RELAY_FAULT:
                self.relay.fault()

    def _step(self, lane: int) -> None:
        if lane:
            self.lanes[lane].step()
        elif self.relay is not None:
            self.relay.step()

    def _sleep(self) -> None:
        """The computer sleeps for hours, or is off for three days; orders go on coming."""
        days = self.rng.random() < 0.1
        for _ in range(12 if days else self.rng.randint(0, 3)):
            self._sleep_for(timedelta(minutes=self.rng.randint(180, 540) if days else self.rng.randint(5, 90)))
            self.people.buy()
        self.counts["days off" if days else "sleeps"] += 1

    def _fill_the_disk(self) -> None:
        """From now on one lane's database cannot grow, until the next start."""
        db = self.rng.choice(list(self.lanes.values()))._desk.db
        pages = db.execute("pragma page_count").fetchone()[0]
        db.execute(f"pragma max_page_count={pages}")

    def _restart(self) -> None:
        """The power was cut: the same file, or what a disk holds of it, and everything is started anew."""
        if self.disk.cut(self.rng, str(self.counts["power cuts"])):
            self.counts["commits lost"] += 1
            self.truth.went_back()
        self.db.close()
        self.leave()
        self.db = self.disk.open()
        self.boot()

    def quiet(self, rounds: int) -> None:
        """Nobody buys; the lanes do what is due, and time passes only when nothing is.

        It ends before all rounds are over when every shop was polled since it began and nothing has waited for so long
        that everything was thought over meanwhile.
        """
        began, rested = self.now, 0
        for _ in range(rounds):
            for lane in self.lanes.values():
                for _ in range(40):
                    if lane.step() > 0:
                        break
            for _ in range(3 if self.relay else 0):
                self._step(0)
            self._keep_house()
            # Shops that are heard by the relay are polled every five minutes.
            pace = 40 if self.relay else 10
            self.now += timedelta(seconds=pace)
            rested = rested + 1 if self.db.execute(_AT_REST, (stamp(began),)).fetchone()[0] else 0
            if rested * pace > EVERY_S:
                return

    def heal(self) -> None:
        """Faults stop; when unpaid orders have lapsed and every lane has come to rest, everything must agree."""
        for sim in self.sims.values():
            sim.faults.calm()
            sim.ringing.lost = sim.ringing.doubled = sim.ringing.late_s = 0.0
        if self.relay is not None:
            self.relay.heal()
        for lane in self.lanes.values():
            lane._desk.db.execute("pragma max_page_count=1073741823")  # there is room on the disk again
        self._come_back()
        self._link_anew()
        self.late_hands = 2  # the last that moves: nothing later hides what is made of it
        self.people.adjust()
        self.quiet(rounds=20)
        self._sleep_for(timedelta(minutes=61))  # and unpaid orders lapse meanwhile
        self._come_back()  # a sign-in that was lost in the chaos may be missed only now
        self.quiet(rounds=20)
        self._press()
        self.truth.rest(but=self.edited, orders=False)  # by itself, before anything is compared or put back
        with transaction(self.db):
            for shop in self.sims:
                looks.look_at_all(self.db, shop, now=self.now)
        self.quiet(rounds=12)
        self._send_ours()
        self.quiet(rounds=12)
        self._press()

    def _come_back(self) -> None:
        """The seller signs in again where a shop wants that."""
        for shop in self.sims:
            row = shops.shop(self.db, shop)
            if row and row.trouble == "signed_out":
                sign_in_again(self, shop)
                self.lanes[shop].close()
                self.not_before.pop(shop, None)
                self.lanes[shop] = self._lane(shop)
                self.counts["signed in again"] += 1

    def _link_anew(self) -> None:
        """The next day's lists show what was made anew, and the seller says what it is."""
        if not self.counts["made anew in a shop"]:
            return
        self._sleep_for(timedelta(hours=25))
        self.quiet(rounds=20)
        for row in [row for shop in self.sims for row in listings.listings_of_shop(self.db, shop)]:
            if row.product_sku is None and row.gone_at is None:
                post_link(self.db, row.id, row.sku, now=self.now)
                self.counts["linked anew"] += 1

    def _sleep_for(self, time: timedelta) -> None:
        self.now += time
        self.slept += time

    def _press(self) -> None:
        """What its shop took off sale by itself is put on sale again, where there is something to sell: for a fee."""
        pressed = [
            slot.listing
            for shop in self.sims
            for slot in pushes.offers(self.db, shop, now=self.now)
            if slot.offer.quantity > 0 and _off(self.db, slot.listing)
        ]
        if pressed:
            with transaction(self.db):
                for listing in pressed:
                    listings.press(self.db, listing)
                pushes.mark_listings_due(self.db, pressed, now=self.now)
            self.counts["put on sale by the seller"] += len(pressed)
            self.quiet(rounds=12)

    def _send_ours(self) -> None:
        """What somebody changed by hand in a shop waits for the seller, who now keeps Plimsoll's number."""
        with transaction(self.db):
            rows = self.db.execute("select id from listing where differs is not null").fetchall()
            pushes.mark_listings_due(self.db, [number for (number,) in rows], now=self.now)
            for shop in self.sims:
                held = shops.shop(self.db, shop)
                if held and held.held:
                    shops.set_mode(self.db, shop, "live", now=self.now)
        self.counts["put back"] += len(rows)

    def count_faults(self) -> None:
        """How often each kind of fault struck."""
        for sim in self.sims.values():
            for fault, times in sim.faults.struck.items():
                self.counts[f"fault {fault.value}"] += times

    def close(self) -> None:
        self.patch.undo()
        self.leave()
        if self.relay is not None:
            self.relay.close()
        self.db.close()
        self.disk.close()


def _off(db: Connection, listing: int) -> bool:
    row = listings.listing(db, listing)
    return row is not None and bool(row.off) and row.off != Off.PARKED


def run(seed: int, folder: Path) -> Counter[str]:
    """One seed, from the first look to the last check. Returns what happened."""
    world = World(seed, folder, races=seed % 8 == 3)
    try:
        world.setup()
        world._press()  # what was sold out before we came
        world.truth.rest(orders=False)
        world.chaos(SALES)
        world.heal()
        world.truth.rest()
        if world.relay is not None:
            world.relay.rest()
        world.count_faults()
    finally:
        world.close()
    return world.counts
