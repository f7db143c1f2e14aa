"""Two computers at one mailbox: a copy of the inventory, opened elsewhere, fetches with the same key (issue 9)."""

import shutil
from types import SimpleNamespace

import pytest

from app.core.hooks import ORDERS
from app.relay.wire import Gap, Kept, Malformed, Pulled, pulled_json, pulled_of
from app.store import another, relay, settings, shops
from app.store.database import transaction
from app.sync.engine import Engine, Outlets
from app.sync.relay import RelayLane, _acknowledged_elsewhere
from tests.relaying.world import Desktop, post, shopify_call


@pytest.fixture
def other(desktop, tmp_path):
    """The copy."""
    desktop.rest()
    desktop.db.execute("pragma wal_checkpoint(truncate)")
    shutil.copytree(desktop.path.parent, tmp_path / "copy")
    made = Desktop(tmp_path / "copy")
    made.vault = desktop.vault
    yield made
    made.close()


def shop_of(desk, number):
    return shops.shop(desk.db, number)


def decide(desk, number, mode, **how):
    with transaction(desk.db):
        shops.set_mode(desk.db, number, mode, now=desk.clock())
        another.decided(desk.db, number, mode, now=desk.clock(), **how)


def test_what_the_other_one_acknowledged_stops_this_one(desktop, other):
    number = desktop.shopify
    paused = desktop.shop("woocommerce")
    desktop.relaying.doorway(paused)
    decide(desktop, paused, "paused")
    post(desktop.door.address, shopify_call(1, "a"))
    other.rest()
    post(desktop.door.address, shopify_call(2, "b"))
    desktop.rest()
    assert other.bells(number) == [("order", "1")]
    assert desktop.bells(number) == [(ORDERS, ""), ("order", "2")], "what was missed is read instead"
    found = shop_of(desktop, number)
    assert (found.mode, found.another) == ("looking", shops.STOPPED)
    assert settings.get(desktop.db, settings.ANOTHER, shop=number) == 1
    assert shop_of(desktop, paused).mode == "paused", "nothing was sent there anyway"
    assert shop_of(other, number).mode == "live"
    assert desktop.state().trouble_words == "Another computer fetches from this relay too."
    assert any(number in changes.shops for changes in desktop.told)
    asked = len(desktop.client.asked)
    desktop.rest()
    assert len(desktop.client.asked) == asked, "it fetches no more"
    desktop.die()
    desktop.rest()
    assert desktop.client is None or desktop.client.asked == [], "nor after a restart"
    other.rest()
    assert other.bells(number) == [("order", "1"), ("order", "2")], "all messages come to one place"


def test_of_two_that_fetch_at_the_same_moment_the_slower_one_stops(desktop, other):
    number = desktop.shopify
    post(desktop.door.address, shopify_call(1, "a"))
    desktop.lane  # noqa: B018 - makes the client
    desktop.client.before = lambda what: other.rest() if what == "ack" else None
    desktop.rest()
    assert (shop_of(desktop, number).mode, shop_of(desktop, number).another) == ("looking", shops.STOPPED)
    assert shop_of(other, number).mode == "live"
    assert desktop.bells(number) == other.bells(number) == [("order", "1")]


def test_an_answer_that_was_lost_is_nobody_else(desktop):
    """Our own acknowledgement took effect, and we did not hear of it."""
    from app.errors import RelayError

    post(desktop.door.address, shopify_call(1, "a"))

    def lose(what):
        if what == "ack":
            desktop.client.after = lambda _: None
            raise RelayError("lost")

    desktop.lane  # noqa: B018 - makes the client
    desktop.client.after = lose
    desktop.rest(8)
    desktop.lane._backoff.succeeded()
    post(desktop.door.address, shopify_call(2, "b"))
    desktop.rest(8)
    assert desktop.state().acked == 2
    assert shop_of(desktop, desktop.shopify).mode == "live"


def test_the_seller_decides_which_one_goes_on(desktop, other):
    number = desktop.shopify
    post(desktop.door.address, shopify_call(1, "a"))
    other.rest()
    desktop.rest()
    assert shop_of(desktop, number).another == shops.STOPPED
    post(desktop.door.address, shopify_call(2, "b"))
    other.rest()
    decide(desktop, number, "live", takes_over=True)
    desktop.rest()
    found = shop_of(desktop, number)
    assert (found.mode, found.another) == ("live", ""), "what happened until then is no news"
    assert desktop.state().cursor == 2
    assert not desktop.state().trouble
    post(desktop.door.address, shopify_call(3, "c"))
    desktop.rest()
    assert ("order", "3") in desktop.bells(number)
    other.rest()
    assert shop_of(other, number).another == shops.STOPPED, "now it is the other one that notices"


def test_a_shop_that_is_only_looked_at_goes_on_fetching(desktop, other):
    decide(desktop, desktop.shopify, "looking")
    post(desktop.door.address, shopify_call(1, "a"))
    other.rest()
    desktop.rest()
    assert not shop_of(desktop, desktop.shopify).another
    assert not relay.left_to_another(desktop.db)
    assert desktop.state().cursor == 1


def record(seq, why=""):
    if why:
        return Gap(seq=seq, at_ms=1, endpoints=("e",), why=why)
    return Kept(seq=seq, endpoint="e", at_ms=1, key="k", sealed=b"s")


@pytest.mark.parametrize(
    ("records", "acked", "elsewhere"),
    [
        ([record(9)], 8, True),
        ([record(9, "expired")], 4, False),
        ([record(9, "expired")], 7, True),
        ([], 8, True),
        ([record(9)], None, True),  # a relay that does not tell: a hole is explained by what grew too old only
        ([record(9, "full")], None, True),
        ([record(9, "expired")], None, False),
    ],
)
def test_a_hole_is_somebody_or_old_age(records, acked, elsewhere):
    pulled = Pulled(records=tuple(records), first=9, newest=9, at_ms=1, acked=acked)
    assert _acknowledged_elsewhere(SimpleNamespace(cursor=5), pulled) is elsewhere


@pytest.mark.parametrize("acked", [None, 0, 7])
def test_old_and_new_relays_are_understood(acked):
    pulled = Pulled(records=(record(9),), first=9, newest=9, at_ms=1, acked=acked)
    told = pulled_json(pulled)
    assert ("acked" in told) is (acked is not None)
    assert pulled_of(told) == pulled
    with pytest.raises(Malformed):
        pulled_of(told | {"acked": []})


@pytest.mark.parametrize(("sender", "fetches"), [("here", True), ("elsewhere", False), (None, True)])
def test_a_copy_that_is_not_the_sender_never_fetches(desktop, sender, fetches):
    """It would take the messages from the computer that sends."""
    if sender is not None:
        with transaction(desktop.db):
            settings.put_fact(desktop.db, settings.SENDER, sender)
    nobody = Outlets(lambda _changes: None, lambda _error: None, lambda _error: None)
    engine = Engine(
        desktop.path,
        installation="here",
        clock=desktop.clock,
        open_channel=lambda _shop, _log: None,
        outlets=nobody,
        open_relay=desktop.relaying.desk,
    )
    lane = engine._relay_stepper()
    assert isinstance(lane, RelayLane) is fetches
    lane.close()
