"""Cancels and refunds from the seller's press to the shop's number, at every channel that can do them from outside.

A lane with its real connector speaks to the simulated shop. Whatever is lost on the way, a shop is asked once.
"""

import random
from collections.abc import Callable

import httpx
import pytest

from app.core.reversal import Act, Reason, Step, Wish
from app.errors import PlimsollError
from app.simulator.faults import Fault
from app.simulator.shopify import SimulatedShopify
from app.store import reversals, settings, shops
from app.store.database import connection, transaction
from app.sync.desk import Desk, Heard
from app.sync.lane import ShopLane
from app.ui.reversals.writes import drop_reversal, post_reversal
from tests.contract.bench import Bench
from tests.life import level

STOCK = 10


class Lane:
    """The shop's lane, stepped until it rests; time goes on between the rests."""

    def __init__(self, bench: Bench, folder: str) -> None:
        self.bench, self.keys = bench, 0
        with transaction(bench.db):
            settings.put_fact(bench.db, settings.SENDER, "me")
            shops.opened(bench.db, bench.shop.id)
            shops.listings_read(bench.db, bench.shop.id, at=bench.stage.time())
        self.folder = folder
        self.lane = self.open()

    def open(self) -> ShopLane:
        return ShopLane(
            Desk(
                db=connection(self.folder, synchronous="off"),
                channel=self.bench.stage.channel,
                shop_id=self.bench.shop.id,
                clock=self.bench.stage.time,
                tell=lambda _: None,
                heard=Heard(),
                installation="me",
                new_key=self._key,
                rng=random.Random(1),
            )
        )

    def _key(self) -> str:
        self.keys += 1
        return f"stock-{self.keys}"

    def run(self, seconds: float) -> None:
        """Let so much time pass, in small steps."""
        end = self.bench.stage.time().timestamp() + seconds
        while self.bench.stage.time().timestamp() < end:
            for _ in range(200):
                if self.lane.step() > 0:
                    break
            self.bench.stage.time.forward(1)


@pytest.fixture
def can(bench: Bench) -> Bench:
    if not bench.stage.channel.info.reversals.stock:
        pytest.skip("this channel's orders are cancelled by hand")
    return bench


@pytest.fixture
def lane(can: Bench) -> Lane:
    lane = Lane(can, can.db.execute("pragma database_list").fetchone()[2])
    lane.run(30)
    return lane


@pytest.fixture
def mug(can: Bench) -> str:
    return can.stocked("MUG", STOCK)


def sold(bench: Bench, lane: Lane, mug: str, pieces: int = 2) -> tuple[int, str]:
    """An order in the shop that is known here: (its row, its ref)."""
    ref = bench.stage.shop.sell((mug, pieces))
    assert ref is not None
    bench.book(bench.stage.channel.order(ref))
    lane.run(3)
    return bench.db.execute("select id from sales_order where ref = ?", (ref,)).fetchone()[0], ref


def wish(ref: str, act: Act = Act.CANCEL, **more) -> Wish:  # type: ignore[no-untyped-def]
    return Wish(order=ref, act=act, reason=Reason.OVERSOLD, key=more.pop("key", "press-1"), **more)


def ask(bench: Bench, order: int, asked: Wish) -> None:
    post_reversal(bench.db, order, asked, by_hand=False, now=bench.stage.time())


def steps(bench: Bench) -> list[str]:
    return [state for (state,) in bench.db.execute("select state from reversal_step order by seq")]


def asked_of(bench: Bench) -> Callable[[httpx.Request], bool]:
    """Is this the request that cancels or refunds?"""

    def is_it(request: httpx.Request) -> bool:
        text = request.content.decode()
        woo = request.method in ("PUT", "POST") and "/orders/" in request.url.path
        return woo or "orderCancel" in text or "refundCreate" in text

    return is_it


def sendings(bench: Bench) -> int:
    """How often the shop was asked."""
    return sum(map(asked_of(bench), bench.stage.wire.requests))


def test_a_cancel_is_sent_once_proved_by_the_order_and_the_number_is_written_anew(
    can: Bench, lane: Lane, mug: str
) -> None:
    order, ref = sold(can, lane, mug)
    ask(can, order, wish(ref))
    lane.run(90)
    assert steps(can) == ["asked", "sent", "confirmed"]
    assert sendings(can) == 1
    assert level(can.db, "MUG") == (STOCK, 0)
    assert can.stage.shop.quantity(mug) == STOCK, "whatever the shop did to its number, it shows what is right"
    lane.run(600)
    assert sendings(can) == 1


def test_a_refund_of_some_pieces(can: Bench, lane: Lane, mug: str) -> None:
    order, ref = sold(can, lane, mug, 3)
    line = can.stage.shop.lines(ref)[0]
    ask(can, order, wish(ref, Act.REFUND, pieces={line: 1}, restock=True, pay=False))
    lane.run(90)
    assert steps(can) == ["asked", "sent", "confirmed"]
    assert level(can.db, "MUG") == (STOCK, 2)
    assert can.stage.shop.quantity(mug) == STOCK - 2
    assert can.questions() == []


def test_a_refund_without_restock_waits_for_the_seller(can: Bench, lane: Lane, mug: str) -> None:
    order, ref = sold(can, lane, mug, 3)
    line = can.stage.shop.lines(ref)[0]
    ask(can, order, wish(ref, Act.REFUND, pieces={line: 1}, pay=False))
    lane.run(90)
    assert level(can.db, "MUG") == (STOCK, 3), "nothing restocks by itself"
    assert can.questions() == [("withheld", 1)]


@pytest.mark.parametrize("fault", [Fault.LOST_AFTER, Fault.TIMEOUT_AFTER, Fault.BROKEN_AFTER, Fault.TRUNCATED])
@pytest.mark.parametrize("act", list(Act))
def test_after_a_lost_answer_the_order_is_read_and_nothing_is_sent_again(
    can: Bench, lane: Lane, mug: str, fault: Fault, act: Act
) -> None:
    order, ref = sold(can, lane, mug, 3)
    pieces = {can.stage.shop.lines(ref)[0]: 1} if act is Act.REFUND else {}
    can.stage.shop.faults.fail_next(fault, when=asked_of(can))
    ask(can, order, wish(ref, act, pieces=pieces, pay=False))
    lane.run(120)
    told = "unsure" in steps(can) or fault is Fault.TRUNCATED  # a yes that is cut off may still be a yes
    assert told, steps(can)
    assert [step for step in steps(can) if step != "unsure"] == ["asked", "sent", "confirmed"]
    assert sendings(can) == 1


@pytest.mark.parametrize("fault", [Fault.LOST_BEFORE, Fault.TIMEOUT_BEFORE, Fault.BROKEN])
def test_what_never_happened_ends_in_words_and_is_not_repeated(can: Bench, lane: Lane, mug: str, fault: Fault) -> None:
    order, ref = sold(can, lane, mug)
    can.stage.shop.faults.fail_next(fault, when=asked_of(can))
    ask(can, order, wish(ref))
    lane.run(500)
    assert steps(can) == ["asked", "sent", "unsure", "refused"]
    assert sendings(can) == 1
    (found,) = reversals.of_order(can.db, order)
    assert "does not show it" in str(found.why)
    ask(can, order, wish(ref, key="press-2"))
    lane.run(90)
    assert reversals.of_order(can.db, order)[0].state is Step.CONFIRMED, "the seller may ask again"


@pytest.mark.parametrize("fault", [Fault.UNREACHABLE, Fault.THROTTLED])
def test_what_certainly_was_not_sent_is_sent_later(can: Bench, lane: Lane, mug: str, fault: Fault) -> None:
    if fault is Fault.THROTTLED and not isinstance(can.stage.shop, SimulatedShopify):
        pytest.skip("a host's 429 does not say that the shop never saw it: the order is read instead")
    order, ref = sold(can, lane, mug)
    can.stage.shop.faults.fail_next(fault, when=asked_of(can))
    ask(can, order, wish(ref))
    lane.run(200)
    assert steps(can)[0] == "asked"
    assert steps(can)[-1] == "confirmed"


def test_a_crash_after_sending_is_read_and_not_repeated(can: Bench, lane: Lane, mug: str) -> None:
    order, ref = sold(can, lane, mug)
    ask(can, order, wish(ref))
    reverse = can.stage.channel.reverse

    def crash(asked: Wish) -> None:
        reverse(asked)
        raise KeyboardInterrupt

    can.stage.channel.reverse = crash  # type: ignore[method-assign, assignment]
    with pytest.raises(KeyboardInterrupt):
        lane.run(30)
    can.stage.channel.reverse = reverse  # type: ignore[method-assign]
    lane.lane = lane.open()
    lane.run(90)
    assert steps(can) == ["asked", "sent", "confirmed"]
    assert sendings(can) == 1


def test_cancelled_by_hand_meanwhile_is_seen_and_not_sent(can: Bench, lane: Lane, mug: str) -> None:
    order, ref = sold(can, lane, mug)
    ask(can, order, wish(ref))
    can.stage.shop.cancel(ref)
    lane.run(60)
    assert (steps(can), sendings(can)) == (["asked", "confirmed"], 0)


def test_sent_meanwhile_is_not_cancelled(can: Bench, lane: Lane, mug: str) -> None:
    order, ref = sold(can, lane, mug)
    ask(can, order, wish(ref))
    can.stage.shop.ship(ref)
    lane.run(60)
    assert (steps(can), sendings(can)) == (["asked", "refused"], 0)


def test_the_shops_own_refusal_is_kept(can: Bench, lane: Lane, mug: str) -> None:
    if not isinstance(can.stage.shop, SimulatedShopify):
        pytest.skip("WooCommerce cancels whatever it is told to")
    order, ref = sold(can, lane, mug)
    can.stage.shop.reversing.returning.add(ref)
    ask(can, order, wish(ref))
    lane.run(60)
    assert steps(can) == ["asked", "sent", "refused"]
    assert "active return" in reversals.of_order(can.db, order)[0].words


def test_nothing_is_sent_to_a_shop_that_is_paused(can: Bench, lane: Lane, mug: str) -> None:
    order, ref = sold(can, lane, mug)
    with transaction(can.db):
        shops.set_mode(can.db, can.shop.id, "paused", now=can.stage.time())
    ask(can, order, wish(ref))
    lane.run(60)
    assert (steps(can), sendings(can)) == (["asked"], 0)
    (found,) = reversals.open_ones(can.db)
    drop_reversal(can.db, found.id, now=can.stage.time())
    assert reversals.open_ones(can.db) == []
    with pytest.raises(PlimsollError):
        drop_reversal(can.db, found.id, now=can.stage.time())


def test_one_at_a_time_and_what_was_asked_never_changes(can: Bench, lane: Lane, mug: str) -> None:
    order, ref = sold(can, lane, mug)
    ask(can, order, wish(ref))
    with pytest.raises(PlimsollError):
        ask(can, order, wish(ref, key="press-2"))
    for statement in (
        "update reversal set reason = 'buyer'",
        "update reversal set key = 'another'",
        "update reversal_step set state = 'confirmed'",
        "delete from reversal_step",
    ):
        with pytest.raises(Exception, match=r"never change|append-only"):
            can.db.execute(statement)


def test_by_hand_it_stays_open_until_the_order_shows_it(bench: Bench) -> None:
    """Where only hands can do it (Etsy), and nothing is sent."""
    mug = bench.stocked("MUG", STOCK)
    ref = bench.stage.shop.sell((mug, 1))
    assert ref is not None
    bench.book(bench.stage.channel.order(ref))
    order = bench.db.execute("select id from sales_order").fetchone()[0]
    post_reversal(bench.db, order, wish(ref), by_hand=True, now=bench.stage.time())
    assert steps(bench) == ["by_hand"]
    bench.stage.time.forward(60)
    bench.stage.shop.cancel(ref)
    bench.book(bench.stage.channel.order(ref))
    assert steps(bench) == ["by_hand", "confirmed"]
    assert reversals.open_ones(bench.db) == []
    with pytest.raises(PlimsollError):
        post_reversal(bench.db, order, wish(ref, key="press-2"), by_hand=True, now=bench.stage.time())
