"""What lanes and housekeeping keep of a shop's health."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from app.core.alerting import Kind
from app.core.changes import Changes
from app.core.channel import Allowance, Call, Told, Unit, WriteOutcome
from app.core.stock import EntryKind
from app.core.text import N_
from app.errors import ChannelUnavailable
from app.posting import post_adjustment
from app.store import alarms, alerts, calls, confirmations, promotion, settings, shops, vitals
from app.store.database import connection, transaction
from app.sync.housekeeping import Housekeeping
from tests.life import NOW, add_listing, add_product, later
from tests.sync.fake import Bench, FakeChannel


@pytest.fixture
def bench(db, shop, tmp_path):
    add_product(db, "MUG", 5)
    add_listing(db, shop, "MUG", shows=5)
    bench = Bench(tmp_path, shop.id, FakeChannel())
    bench.channel.numbers["MUG"] = 5
    bench.rest()
    yield bench
    bench.lane.close()


def break_mugs(db, now, batch="b"):
    post_adjustment(db, "MUG", EntryKind.ADJUST, -1, reason="broken", batch=batch, now=now)


def kept(db, shop):
    return [row.seconds for row in confirmations.rows(db, shop.id)]


def test_a_confirmed_number_is_a_sample_and_what_costs_no_call_is_none(db, shop, bench):
    assert kept(db, shop) == []
    break_mugs(db, bench.now)
    bench.later(4)
    bench.rest()
    assert kept(db, shop) == [4.0]


def test_a_refused_number_is_never_confirmed(db, shop, bench):
    bench.channel.outcomes.append(WriteOutcome.REFUSED)
    break_mugs(db, bench.now)
    bench.rest()
    assert kept(db, shop) == [None]


def test_a_number_that_is_tried_again_counts_once_with_its_whole_wait(db, shop, bench):
    bench.channel.failing("set_stock", ChannelUnavailable(N_("Busy."), sent=False))
    break_mugs(db, bench.now)
    bench.rest()
    assert kept(db, shop) == [], "it has not ended"
    bench.later(120)
    bench.rest()
    assert kept(db, shop) == [120.0]


def test_a_number_given_up_is_never_confirmed(db, shop, bench):
    bench.channel.failing("set_stock", ChannelUnavailable(N_("Busy."), sent=False))
    break_mugs(db, bench.now - timedelta(hours=25))
    with transaction(db):
        db.execute("update push set due_at = '2026-05-13T10:00:00.000Z', attempts = 7 where state = 'due'")
    bench.rest()
    assert db.execute("select state from push").fetchone()[0] == "gave_up"
    assert kept(db, shop) == [None]


def test_what_a_channel_tells_of_itself_is_kept(db, shop, bench):
    allowance = Allowance(used=20, limit=100, unit=Unit.POINTS, full_s=10)
    bench.channel.tells = Told(allowance=allowance, keys_end_at=later(60))
    bench.later(61)
    bench.rest()
    quota = vitals.quota(db, shop.id)
    assert quota is not None
    assert quota.allowance == allowance
    assert vitals.signs(db, shop.id, now=bench.now).keys.end_at == later(60)


class House:
    """Housekeeping with a clock of the test's own."""

    def __init__(self, folder) -> None:
        self.now: datetime = NOW
        self.news: list[Changes] = []
        self.troubles: list[str] = []
        db = connection(folder / "inventory.db", synchronous="off")
        self.keeping = Housekeeping(
            db, lambda: self.now, self.news.append, lambda error: self.troubles.append(f"{error.title} {error.advice}")
        )

    def step(self, seconds: float = 30) -> None:
        self.now += timedelta(seconds=seconds)
        self.keeping.step()


@pytest.fixture
def house(db, tmp_path):
    house = House(tmp_path)
    yield house
    house.keeping.close()


def test_at_its_start_each_level_is_held_against_its_ledger_rows(db, house):
    for sku in ("MUG", "BOWL", "CUP"):
        add_product(db, sku, 5)
    db.execute("update stock_level set on_hand = 6 where product_id < 3")
    house.step()
    (said,) = house.troubles
    assert "2 products are not the sums of their ledger rows: BOWL, MUG" in said
    assert "Recompute from the ledger" in said
    house.step()
    assert len(house.troubles) == 1, "once: it reads the whole ledger"


def test_the_call_log_is_kept_within_its_bound(db, shop, house, monkeypatch):
    monkeypatch.setattr(calls, "KEEP_PER_SHOP", 10)
    call = Call(at=NOW, verb="read orders", target="", outcome="ok", status=200, milliseconds=1)
    with transaction(db):
        calls.write(db, shop.id, [replace(call, milliseconds=taken) for taken in range(25)])
    house.step()
    assert [one.milliseconds for one in calls.newest(db, shop.id)] == list(range(24, 14, -1))


def test_what_changed_is_checked_for_alerts_between_two_rounds(db, shop, bench, house):
    with transaction(db):
        settings.put(db, settings.FLOOR, 4, product=1, now=NOW)
    for _ in range(4):
        house.step(0.1)
    assert alerts.standing(db) == []
    break_mugs(db, house.now)
    house.step(1)
    assert [one.kind for one in alerts.standing(db)] == [Kind.CRITICAL]
    assert any(changes.alerts for changes in house.news)
    house.news.clear()
    house.step(1)
    assert house.news == [], "nothing changed"


def test_housekeeping_rings_after_three_silent_intervals_and_tells_the_window(db, shop, house):
    with transaction(db):
        shops.well(db, shop.id, now=NOW)
    for _ in range(7):  # it listens since the first
        house.step()
    assert alarms.open_alarms(db, shop.id) == ()
    house.step()
    assert len(alarms.open_alarms(db, shop.id)) == 1
    assert any(shop.id in changes.shops for changes in house.news)


def test_a_computer_that_slept_rings_for_no_shop(db, shop, house):
    with transaction(db):
        shops.well(db, shop.id, now=NOW)
    house.step()
    house.step(8 * 3600)
    assert alarms.open_alarms(db, shop.id) == ()
    for _ in range(7):
        house.step()
    assert len(alarms.open_alarms(db, shop.id)) == 1, "now it really is silent"


def test_a_check_before_a_promotion_goes_on_while_nobody_looks(db, shop, bench, house):
    bench.now += timedelta(seconds=5)
    with transaction(db):
        promotion.begin(db, sends_here=True, now=bench.now)
    bench.rest()
    house.now = bench.now
    house.step(1)
    assert any(shop.id in changes.due for changes in house.news), "its lane is woken to read back"
    bench.now = house.now
    bench.rest()
    bench.later(61)
    bench.rest()
    house.now = bench.now
    house.step(1)
    check = promotion.open_check(db)
    assert check is not None
    assert check.compared
    assert promotion.differences(db, check, now=house.now) == []
