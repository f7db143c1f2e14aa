"""The plan at the floor on a real inventory: what it pauses, what it does by itself, and the way back."""

from pathlib import Path

import pytest

from app.core.alerting import ON
from app.core.stock import EntryKind
from app.posting import post_adjustment
from app.store import alert_checks, alert_rules, alerts, floor_acts, incidents, settings, stops
from app.store.database import transaction
from app.store.floor_acts import PUT_BACK, UNDONE
from app.store.sqlite import Connection
from app.sync import alerting
from tests.life import NOW, add_listing, add_product, add_shop, fresh, later


@pytest.fixture
def db(tmp_path: Path) -> Connection:
    return fresh(tmp_path)


@pytest.fixture
def mug(db: Connection) -> int:
    """Seven mugs on three channels, a floor of six; Shopify has the best claim, then Woo."""
    number = add_product(db, "MUG", 7)
    for name, priority in (("Etsy", 0), ("Woo", 1), ("Shopify", 2)):
        shop = add_shop(db, name=name, letter=name[0])
        add_listing(db, shop, "MUG", shows=7)
        with transaction(db):
            settings.put(db, settings.PRIORITY, priority, shop=shop.id, now=NOW)
    with transaction(db):
        settings.put(db, settings.FLOOR, 6, product=number, now=NOW)
    return number


def move(db: Connection, pieces: int, minutes: float) -> None:
    kind = EntryKind.RECEIVE if pieces > 0 else EntryKind.ADJUST
    post_adjustment(db, "MUG", kind, pieces, reason="delivery", batch=f"m{minutes}", now=later(minutes))
    alerting.check_some(db, now=later(minutes))


def paused(db: Connection) -> list[str]:
    rows = db.execute("select name from listing join shop on shop.id = shop_id where taken_off order by name")
    return [name for (name,) in rows]


def held(db: Connection, mug: int) -> int | None:
    value: int | None = settings.get(db, settings.HELD_BACK, product=mug)
    return value


def test_one_press_pauses_all_but_the_best_claim_and_is_taken_back(db: Connection, mug: int) -> None:
    assert floor_acts.offered(db, mug, now=NOW) == [], "above its floor"
    move(db, -1, 1)
    chosen = [spot.listing for spot in floor_acts.offered(db, mug, now=later(1))]
    with transaction(db):
        acts = floor_acts.pause(db, mug, chosen, now=later(1))
    assert paused(db) == ["Etsy", "Woo"]
    assert floor_acts.offered(db, mug, now=later(1)) == []
    with transaction(db):
        floor_acts.end(db, acts, UNDONE, now=later(2))
    assert paused(db) == []


def test_once_it_is_above_its_floor_what_was_paused_is_offered_back(db: Connection, mug: int) -> None:
    move(db, -2, 1)
    with transaction(db):
        floor_acts.pause(db, mug, [1, 2], now=later(1))
        db.execute("update listing set taken_off = 0 where id = 2")  # the seller put that one back already
    assert floor_acts.put_back_of(db, mug) is None, "still under its floor"
    move(db, 20, 2)
    back = floor_acts.put_back_of(db, mug)
    assert back is not None
    assert [act.shop_name for act in back.acts] == ["Etsy"]
    numbers = [act.id for act in back.acts]
    with transaction(db):
        shops = floor_acts.end(db, numbers, PUT_BACK, press=[1], now=later(3))
        floor_acts.forget_changed(db, now=later(3))
    assert paused(db) == []
    assert back.acts[0].shop in shops
    assert db.execute("select pressed from listing where id = 1").fetchone() == (1,)
    assert floor_acts.to_put_back(db) == []
    with transaction(db):
        floor_acts.again(db, numbers, now=later(4))
    assert paused(db) == ["Etsy"], "the undo of putting it back"


def test_what_an_incident_holds_is_not_put_back(db: Connection, mug: int) -> None:
    move(db, -2, 1)
    with transaction(db):
        incident = incidents.open_or_extend(db, mug, [], now=later(1))
        stops.stop(db, incident, now=later(1))
        db.execute(
            "insert into floor_act (product_id, listing_id, at, available, by_itself) values (?, 1, '1', 5, 0)", (mug,)
        )
    move(db, 20, 2)
    assert floor_acts.put_back_of(db, mug) is None


def test_nothing_happens_by_itself_unless_asked_for(db: Connection, mug: int) -> None:
    move(db, -4, 1)
    assert (held(db, mug), paused(db)) == (None, [])


def test_by_itself_more_is_held_back_first_then_places_pause_one_by_one(db: Connection, mug: int) -> None:
    with transaction(db):
        settings.put(db, settings.HELD_BACK, 1, now=NOW)
        settings.put(db, alert_rules.FLOOR_ACTS, ON, product=mug, now=NOW)
    move(db, -1, 1)
    assert (held(db, mug), paused(db)) == (None, []), "at the floor it only warns"
    move(db, -2, 2)
    assert (held(db, mug), paused(db)) == (3, []), "two are missing to the floor, on top of the one held everywhere"
    alerting.check_some(db, now=later(3))
    assert paused(db) == [], "nothing fell since"
    move(db, -1, 4)
    assert paused(db) == ["Etsy"]
    move(db, -1, 5)
    assert paused(db) == ["Etsy", "Woo"]
    move(db, -1, 6)
    assert paused(db) == ["Etsy", "Woo"], "the best claim goes on"
    move(db, 20, 7)
    back = floor_acts.put_back_of(db, mug)
    assert back is not None
    with transaction(db):
        floor_acts.end(db, [act.id for act in back.acts], PUT_BACK, now=later(8))
    assert (held(db, mug), paused(db)) == (None, [])


def test_what_the_seller_took_back_is_not_done_again_until_it_has_risen(db: Connection, mug: int) -> None:
    with transaction(db):
        settings.put(db, alert_rules.FLOOR_ACTS, ON, now=NOW)
    move(db, -2, 1)
    assert held(db, mug) == 1
    with transaction(db):
        settings.put(db, settings.HELD_BACK, 0, product=mug, now=later(2))
    move(db, -1, 3)
    assert held(db, mug) == 0, "the seller’s word"
    assert paused(db) == ["Etsy"]


def test_checks_and_acts_share_one_transaction_and_one_message(db: Connection, mug: int) -> None:
    post_adjustment(db, "MUG", EntryKind.ADJUST, -3, reason="delivery", batch="x", now=later(1))
    changes = alerting.check_some(db, now=later(1))
    assert changes.alerts
    message = alerts.unshown(db, now=later(1))
    assert message is not None
    assert [str(line) for line in message.lines] == ["Mug is under its floor: 4 available, floor 6."]
    assert not alert_checks.wanted(db)
    assert not alerting.check_round(db, listening_since=later(-100), now=later(2)).skus


def test_which_channels_pause_is_chosen_for_all_and_for_a_product(db: Connection, mug: int) -> None:
    move(db, -1, 1)

    def named() -> list[str]:
        return [spot.name for spot in floor_acts.offered(db, mug, now=later(1))]

    def choose(value: str | None, product: int = 0) -> None:
        with transaction(db):
            settings.put(db, alert_rules.FLOOR_PAUSES, value, product=product, now=NOW)

    etsy, _, shopify = (number for (number,) in db.execute("select id from shop order by id"))
    choose(f"{shopify},{etsy}")
    assert named() == ["Shopify", "Etsy"]
    choose(f"{etsy}", mug)
    assert named() == ["Etsy"]
    choose(alert_rules.BY_CLAIM, mug)
    assert named() == ["Etsy", "Woo"]
    choose(None, mug)
    assert named() == ["Shopify", "Etsy"]
