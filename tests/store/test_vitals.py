"""What is kept of a shop's health, and the alarms that are judged by it."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.core.alerts import AlarmKind
from app.core.channel import Allowance, Call, Told, Unit
from app.posting import post_order
from app.store import alarms, calls, confirmations, settings, shops, vitals
from app.store.confirmations import Ended
from app.store.database import transaction
from app.store.shops import Shop
from app.store.sqlite import Connection
from tests.life import NOW, add_listing, add_product, add_shop, fresh, later, line, order

HOUR_AGO = NOW - timedelta(hours=1)
LONG_AGO = NOW - timedelta(days=9)


@pytest.fixture
def db(tmp_path: Path) -> Connection:
    return fresh(tmp_path)


@pytest.fixture
def shop(db: Connection) -> Shop:
    found = add_shop(db, name="Etsy")
    with transaction(db):
        shops.set_mode(db, found.id, "live", now=LONG_AGO)
        shops.well(db, found.id, now=NOW)
    again = shops.shop(db, found.id)
    assert again is not None
    return again


@pytest.fixture
def listing(db: Connection, shop: Shop) -> int:
    add_product(db, "MUG", 5)
    return add_listing(db, shop, "MUG", shows=5)


def kept(db: Connection, shop: Shop, *ended: Ended) -> None:
    with transaction(db):
        confirmations.add(db, shop.id, ended, now=NOW)


def ended(listing: int, seconds: float, *, confirmed: bool = True) -> Ended:
    return Ended(listing=listing, quantity=4, due_at=NOW - timedelta(seconds=seconds), confirmed=confirmed)


def log(db: Connection, shop: Shop, *outcomes: str) -> None:
    with transaction(db):
        calls.write(
            db,
            shop.id,
            [
                Call(at=NOW, verb="set stock", target="1", outcome=outcome, status=200, milliseconds=1)
                for outcome in outcomes
            ],
        )


def judge(db: Connection, *, minutes: float = 0, listening: float = -600) -> frozenset[int]:
    with transaction(db):
        return alarms.judge(db, listening_since=later(listening), now=later(minutes))


# ------------------------------------------------------------------------------------------------ confirmed


def test_signs_count_what_was_confirmed_and_what_waits(db: Connection, shop: Shop, listing: int) -> None:
    kept(db, shop, ended(listing, 3), ended(listing, 90), ended(listing, 5, confirmed=False))
    found = vitals.signs(db, shop.id, now=NOW)
    assert found.seconds == (3.0, 90.0, None)
    assert (found.in_time.in_time, found.in_time.late, found.in_time.never) == (1, 1, 1)
    assert found.in_time.waiting == 0, "it has waited for no time yet"
    assert vitals.signs(db, shop.id, now=later(2)).in_time.waiting == 1
    with transaction(db):
        db.execute("update shop set held = 3")
    assert vitals.signs(db, shop.id, now=later(2)).in_time.waiting == 0, "a stop is not the shop’s fault"


def test_a_pause_does_not_count_against_a_shop(db: Connection, shop: Shop, listing: int) -> None:
    with transaction(db):
        shops.set_mode(db, shop.id, "live", now=NOW - timedelta(seconds=2))
    kept(db, shop, ended(listing, 5000))
    assert vitals.signs(db, shop.id, now=NOW).seconds == (2.0,)


def test_old_confirmations_are_not_judged_and_are_forgotten_beyond_the_bound(
    db: Connection, shop: Shop, listing: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(db, shop, *(ended(listing, second) for second in range(5)))
    assert vitals.signs(db, shop.id, now=NOW + timedelta(days=31)).seconds == ()
    monkeypatch.setattr(confirmations, "KEEP_PER_SHOP", 2)
    with transaction(db):
        confirmations.prune(db, shop.id)
    assert [row.seconds for row in confirmations.rows(db, shop.id)] == [3.0, 4.0]


def test_the_export_names_shop_and_product(db: Connection, shop: Shop, listing: int) -> None:
    kept(db, shop, ended(listing, 3))
    (row,) = confirmations.rows(db, shop.id)
    assert (row.shop, row.sku, row.title, row.quantity, row.at, row.seconds) == ("Etsy", "MUG", "Mug", 4, NOW, 3.0)


def test_a_row_has_the_last_day_and_nothing_when_nothing_was_sent(db: Connection, shop: Shop, listing: int) -> None:
    assert vitals.row_vitals(db, shop.id, now=NOW).spark == ()
    kept(db, shop, ended(listing, 3))
    assert vitals.row_vitals(db, shop.id, now=NOW).spark[-1] == 3.0


def test_who_told_first_of_each_order(db: Connection, shop: Shop, listing: int) -> None:
    for ref, by in (("1", "webhook"), ("2", "webhook"), ("3", "poll")):
        post_order(db, shop, order(ref, line()), now=NOW, by=by)
    found = vitals.signs(db, shop.id, now=NOW).heard_by
    assert (found.webhook, found.poll) == (2, 1)


# ------------------------------------------------------------------------------------------------ what it tells


def test_an_allowance_is_kept_and_comes_back_with_time(db: Connection, shop: Shop) -> None:
    assert vitals.quota(db, shop.id) is None
    told = Told(allowance=Allowance(used=3400, limit=10_000, unit=Unit.CALLS, full_s=86_400), keys_end_at=later(9999))
    with transaction(db):
        vitals.keep_told(db, shop.id, told, now=NOW)
        vitals.keep_told(db, shop.id, Told(), now=later(5))
    quota = vitals.quota(db, shop.id)
    assert quota is not None
    assert (quota.at, quota.now(NOW).share) == (NOW, 0.34)
    assert quota.now(NOW + timedelta(hours=2.4)).used == pytest.approx(2400)
    assert quota.now(NOW + timedelta(days=3)).used == 0
    assert vitals.signs(db, shop.id, now=NOW).keys.end_at == later(9999)


def test_new_keys_end_the_old_ones_calendar(db: Connection, shop: Shop) -> None:
    with transaction(db):
        vitals.keys_end(db, shop.id, later(5))
        vitals.keys_typed(db, shop.id, now=NOW)
    assert vitals.signs(db, shop.id, now=NOW).keys == vitals.Keys(typed_at=NOW)


# ------------------------------------------------------------------------------------------------ alarms


def test_an_alarm_rings_once_changes_its_words_and_ends(db: Connection, shop: Shop) -> None:
    log(db, shop, *["ok"] * 47, *["refused"] * 3)
    assert judge(db) == {shop.id}
    (rung,) = alarms.open_alarms(db, shop.id)
    assert (rung.kind, rung.rang_at, str(rung.why)) == (
        AlarmKind.FAILING,
        NOW,
        "3 of the last 50 calls to Etsy failed.",
    )
    assert (rung.first_call, rung.last_call) == (1, 50), "the calls it was judged by"
    assert judge(db, minutes=1) == frozenset(), "nothing new"
    log(db, shop, "refused")
    assert judge(db, minutes=2) == {shop.id}
    (rung,) = alarms.open_alarms(db, shop.id)
    assert rung.rang_at == NOW
    assert str(rung.why).startswith("4 of the last 50")
    log(db, shop, *["ok"] * 48)
    assert judge(db, minutes=3) == {shop.id}
    assert alarms.open_alarms(db, shop.id) == ()
    (old,) = alarms.history(db, shop.id)
    assert old.ended_at == later(3)


def test_silence_rings_only_while_somebody_listens(db: Connection, shop: Shop) -> None:
    assert judge(db, minutes=2.9) == frozenset(), "three polls of a minute"
    assert judge(db, minutes=60, listening=59) == frozenset(), "the computer slept"
    assert judge(db, minutes=4) == {shop.id}
    assert alarms.open_alarms(db, shop.id)[0].kind is AlarmKind.SILENT
    with transaction(db):
        shops.well(db, shop.id, now=later(4))
    assert judge(db, minutes=4.1) == {shop.id}
    assert alarms.open_alarms(db, shop.id) == ()


def test_the_sellers_own_poll_interval_is_waited_for(db: Connection, shop: Shop) -> None:
    with transaction(db):
        settings.put(db, settings.POLL_S, 300, shop=shop.id, now=NOW)
    assert judge(db, minutes=14) == frozenset()
    assert judge(db, minutes=16) == {shop.id}


def test_a_shop_that_is_signed_out_says_so_itself(db: Connection, shop: Shop) -> None:
    log(db, shop, *["signed out"] * 9)
    with transaction(db):
        shops.troubled(db, shop.id, kind="signed_out", words="", now=NOW)
    assert judge(db, minutes=60) == frozenset()


def test_a_place_kept_by_hand_and_a_removed_shop_ring_nothing(db: Connection, shop: Shop) -> None:
    add_shop(db, "stall", "Stall", "M")
    with transaction(db):
        shops.remove(db, shop.id, now=NOW)
    assert judge(db, minutes=60) == frozenset()
