"""What must be true of a simulated world: after every step, and once everything has come to rest."""

import json
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from app.core.guard import Guard
from app.core.orders import Order
from app.errors import ChannelUnavailable
from app.posting import post_order
from app.store import ledger, promises, pushes, shops

if TYPE_CHECKING:
    from tests.simulation.world import World

T = TypeVar("T")

_KNOWN = """
    select shop_id, listing_ref, sum(taken) from sales_order cross join order_line on id = order_id
    where listing_ref is not null group by 1, 2
"""
# By product: available, whether it is split, what its listings may sell, and what other than Plimsoll moves that: what
# somebody typed into a shop (found by a look, or along with the fate of a write), and pieces whose fate only the seller
# knows. Last, what orders cost the ledger beyond what their shop took off its number or has yet to take off. Such a
# cost is a loss, for which no bound can fall: an unpaid order is sent all the same, one that was refunded and not put
# back on sale is sent after all, or an order is made larger whose listing is no longer there.
_SPLIT = """
    select sku, available,
        coalesce((select sum(bound - untaken) from listing where product_id = level.product_id), 0),
        (select count(*) from promise join listing on listing.id = listing_id
            where product_id = level.product_id and (kind = 'edit'
                or (kind = 'adopt' and change > 0 and shop_id || '/' || sku in (select value from json_each(?))))),
        (select count(*) || '/' || coalesce(sum(pieces), 0) from question),
        (select coalesce(sum(committed_delta - on_hand_delta), 0) from stock_entry
            where product_id = level.product_id and order_id is not null)
        - (select coalesce(sum(taken + iif(ended, 0, max(0, open - taken))), 0)
            from order_line join sales_order on id = order_id where order_line.sku = product.sku
                and exists (select 1 from listing where listing.shop_id = sales_order.shop_id
                    and ref = listing_ref and gone_at is null))
    from stock_level as level join product on id = product_id where split
"""
_LISTINGS = "select shop_id, ref, sku, bound from listing"


class Truth:
    """Compares what Plimsoll holds with what the simulated shops know."""

    def __init__(self, world: "World") -> None:
        self._world = world
        self.hands: Counter[str] = Counter()  # losses and finds that the seller typed in, by product
        # Of those that were split at the step before: how much too much, the hands, and what was lost.
        self._promised: dict[str, tuple[int, tuple[int, int, str], int]] = {}
        self._version: tuple[object, ...] = ()
        self._counted: list[tuple[int, str, str, int]] = []
        self._known: dict[tuple[int, str], int] = {}

    # --- after every step --------------------------------------------------------------------------------------------

    def step(self) -> None:
        """I8 and I1 of the theory."""
        world = self._world
        shows = {number: sim.numbers() for number, sim in world.sims.items()}  # first: webhooks that are due arrive
        version = (world.disk.path, world.db.execute("pragma data_version").fetchone(), world.written())
        if version != self._version:
            self._version = version
            assert promises.bounds_that_disagree(world.db) == []
            assert ledger.levels_that_disagree(world.db) == []
            self._known = {(shop, ref): taken for shop, ref, taken in world.db.execute(_KNOWN)}
            self._counted = world.db.execute(_LISTINGS).fetchall()
            self._splits()
        self._bounds(shows)

    def _bounds(self, shows: Mapping[int, Mapping[str, int]]) -> None:
        """I8: what we count a listing as able to sell is never less than what it truly can."""
        world = self._world
        for shop, ref, sku, bound in self._counted:
            if ref not in shows[shop]:
                continue  # deleted there: nobody can buy it
            unheard = world.sims[shop].taken.get(ref, 0) - self._known.get((shop, ref), 0)
            # Below zero only the seller's own order edits take it: there the shop itself breaks its word.
            truth = shows[shop][ref] + unheard
            if (shop, sku) not in world.edited:
                assert bound >= truth, f"shop {shop} {sku}: {bound} counted, it can still sell {truth}"

    def _splits(self) -> None:
        """I1: a split product is not promised twice once the split is reached; until then it does not get worse."""
        typed = json.dumps([f"{shop}/{sku}" for shop, sku in self._world.edited])
        earlier, self._promised = self._promised, {}
        for sku, available, bounds, edits, asked, lost in self._world.db.execute(_SPLIT, (typed,)).fetchall():
            promised, hands = bounds - available, (self.hands[sku], edits, asked)
            before, hands_before, lost_before = earlier.get(sku, (0, None, 0))
            if hands == hands_before:
                most = max(0, before) + max(0, lost - lost_before)
                assert promised <= most, f"{sku}: {promised} too many promised, before {before}"
            self._promised[sku] = (promised, hands, lost)

    def went_back(self) -> None:
        """A power cut undid commits: what was known of promises kept is known no more, and counts as open again."""
        self._promised.clear()

    # --- at rest -----------------------------------------------------------------------------------------------------

    def rest(self, but: Collection[tuple[int, str]] = (), *, orders: bool = True) -> None:
        """Nothing lost, nothing doubled, nothing silent. `but` are listings that somebody else changed.

        `orders`: read every order of every shop again, which takes as long as a quarter of the life before it.
        """
        world = self._world
        assert ledger.levels_that_disagree(world.db) == []
        assert world.db.execute("pragma integrity_check").fetchone() == ("ok",)
        for number in world.sims:
            if orders:
                self._orders(number)
            self._listings(number, but)

    def _orders(self, number: int) -> None:
        """Every order of the shop, read afresh, has nothing left to book."""
        world, shop = self._world, shops.shop(self._world.db, number)
        assert shop
        channel = world.lanes[number]._desk.channel
        read = self._all_orders(number)
        for ref in dict.fromkeys(ref for owner, ref in world.open_orders if owner == number):
            order = read.get(ref) or self._patiently(channel.order, ref)
            if order is not None:
                before = world.db.execute("select max(seq) from stock_entry").fetchone()
                post_order(world.db, shop, order, now=world.now)
                rows = world.db.execute("select key from stock_entry where seq > ?", before).fetchall()
                assert rows == [], f"shop {number} order {ref} was not booked as it is: {rows} {order}"

    def _all_orders(self, number: int) -> dict[str, Order]:
        """The whole life of a shop in pages, as if it had just been connected."""
        world = self._world
        channel = world.lanes[number]._desk.channel
        found: dict[str, Order] = {}
        cursor, more = channel.first_cursor(world.began), True
        while more:
            page = self._patiently(channel.orders_changed, cursor)
            found |= {order.ref: order for order in page.orders}
            cursor, more = page.cursor, page.more
        return found

    def _patiently(self, ask: Callable[[str], T], what: str) -> T:
        """Ask once more where all that a shop allows was spent by the life before."""
        try:
            return ask(what)
        except ChannelUnavailable:
            self._world.now += timedelta(seconds=20)
            return ask(what)

    def _listings(self, number: int, but: Collection[tuple[int, str]]) -> None:
        world = self._world
        for slot in pushes.offers(world.db, number, now=world.now):
            if (number, slot.sku) in but:
                continue
            shows = world.sims[number].quantity(slot.ref)
            said = f"shop {number} {slot.sku} shows {shows}, we believe {slot.believed}, offer {slot.offer.why}"
            assert shows == slot.believed == slot.offer.quantity, f"{said} ({slot.state})"
            # I12. Only what overwrites goes on waiting: to be raised it would have to show nothing for a while.
            frozen = shows and world.lanes[number]._desk.channel.info.guard is Guard.ABSOLUTE
            assert but or frozen or slot.offer.quantity == slot.offer.target, f"{said}, in the end {slot.offer.target}"
            assert slot.state == "acknowledged", f"shop {number} {slot.sku} is {slot.state}"
            assert not slot.unsure
