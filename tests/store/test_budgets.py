"""Cancellation budgets counted over orders as they were booked."""

from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from app.core.limits import CANCELLATIONS
from app.posting import post_order
from app.store import budgets, settings, shops
from app.store.budgets import Line
from app.store.database import transaction
from app.store.shops import Shop
from app.store.sqlite import Connection
from tests.life import NOW, add_listing, add_product, add_shop, fresh, later, line, order

DAY = 24 * 60.0


@pytest.fixture
def db(tmp_path: Path) -> Connection:
    return fresh(tmp_path)


@pytest.fixture
def shop(db: Connection) -> Shop:
    found = add_shop(db, "amazon", "Amazon", "A")
    add_product(db, "MUG", 900)
    add_listing(db, found, "MUG", shows=5)
    return found


def sold(db: Connection, shop: Shop, count: int, *, start: int = 0, days: float = 1) -> None:
    for place in range(start, start + count):
        post_order(db, shop, order(str(place), line(), placed=-days * DAY, at=-days * DAY), now=NOW)


def cancel(db: Connection, shop: Shop, ref: str, *, days: float = 1, status: str = "cancelled") -> None:
    gone = order(ref, line(open=0, taken=0, shipped=None), placed=-days * DAY, at=1, ended=True, status=status)
    post_order(db, shop, gone, now=NOW)


def first(db: Connection, shop: Shop, key: str = CANCELLATIONS, *, minutes: float = 2) -> Line:
    found = budgets.shop_budgets(db, shop, now=later(minutes))
    return next(one for one in found.lines if one.limit.key == key)


def test_a_cancelled_order_uses_the_budget(db: Connection, shop: Shop) -> None:
    sold(db, shop, 81)
    cancel(db, shop, "3")
    found = first(db, shop).budget
    assert found is not None
    assert (found.orders, found.counted, found.allowed, found.left) == (81, 1, 2, 1)
    assert [one.number for one in found.listed] == ["3"]
    assert found.ages_out_at == NOW + timedelta(days=6)


def test_what_was_sent_or_never_bought_is_no_cancellation(db: Connection, shop: Shop) -> None:
    sold(db, shop, 3)
    sent = order("0", line(open=0, shipped=1), placed=-DAY, at=1, status="completed")
    post_order(db, shop, sent, now=NOW)
    cancel(db, shop, "0", status="refunded")  # refunded after it was sent: the channel no longer says so
    cancel(db, shop, "1", status="failed")
    found = first(db, shop).budget
    assert found is not None
    assert (found.orders, found.counted) == (2, 0)


def test_a_refund_before_sending_is_a_cancellation_to_the_buyer(db: Connection, shop: Shop) -> None:
    sold(db, shop, 1)
    post_order(db, shop, order("0", line(open=0, taken=0, withheld=1), placed=-DAY, at=1), now=NOW)
    found = first(db, shop).budget
    assert found is not None
    assert found.counted == 1
    assert found.broken


def test_the_seller_excuses_what_the_buyer_asked_for_and_may_take_it_back(db: Connection, shop: Shop) -> None:
    sold(db, shop, 50)
    cancel(db, shop, "7")
    number = db.execute("select id from sales_order where ref = '7'").fetchone()[0]
    for counts, counted in ((False, 0), (True, 1)):
        with transaction(db):
            budgets.mark(db, number, counts=counts, now=NOW)
        found = first(db, shop).budget
        assert found is not None
        assert found.counted == counted
        assert found.listed[0].excused is not counts
    with pytest.raises(Exception, match="dated rows"):
        db.execute("update cancellation_mark set counts = 0")


def test_late_orders_need_the_days_that_the_seller_has(db: Connection, shop: Shop) -> None:
    sold(db, shop, 30, days=5)
    sent = order("0", line(open=0, shipped=1), placed=-5 * DAY, at=1)
    post_order(db, shop, sent, now=NOW)
    sold(db, shop, 1, start=90, days=1)
    assert first(db, shop, "late").budget is None
    with transaction(db):
        settings.put(db, budgets.DAYS_TO_SEND, 3, shop=shop.id, now=NOW)
    found = first(db, shop, "late").budget
    assert found is not None
    assert (found.orders, found.counted) == (31, 30)


def test_an_open_incident_would_use_its_orders(db: Connection, shop: Shop) -> None:
    add_product(db, "VASE", 1)
    add_listing(db, shop, "VASE", shows=1)
    for ref in ("a", "b"):
        post_order(db, shop, order(ref, line("VASE")), now=NOW)
    assert budgets.would_cancel(db, shop.id) == 1, "the first order is covered"
    found = first(db, shop).budget
    assert found is not None
    assert found.would == 1
    assert found.rate_with(found.would) == 0.5


def test_limits_are_the_sellers_dated_and_never_overwritten(db: Connection, shop: Shop) -> None:
    with transaction(db):
        budgets.set_limit(db, shop.id, CANCELLATIONS, Fraction("0.015"), 14, now=NOW)
        budgets.set_limit(db, shop.id, CANCELLATIONS, Fraction("0.02"), None, now=later(1))
    now = first(db, shop).limit
    assert (now.share, now.window.days, now.checked_on) == (Fraction("0.02"), 7, NOW.date())
    assert len(settings.history(db, "limit:cancellations", shop=shop.id)) == 2
    with transaction(db):
        budgets.reset_limit(db, shop.id, CANCELLATIONS, now=later(2))
    assert first(db, shop).limit.share == Fraction("0.025")


def test_a_shop_of_ones_own_has_no_limit_until_one_is_set(db: Connection) -> None:
    woo = add_shop(db)
    assert not budgets.shop_budgets(db, woo, now=NOW).set
    assert budgets.shop_budgets(db, woo, now=NOW).first is None
    with transaction(db):
        budgets.set_limit(db, woo.id, CANCELLATIONS, Fraction("0.005"), 60, now=NOW)
    assert budgets.shop_budgets(db, woo, now=NOW).set


def test_a_place_kept_by_hand_takes_the_limits_of_a_channel(db: Connection) -> None:
    stall = add_shop(db, "stall", "Amazon by hand", "A")
    with transaction(db):
        settings.put(db, budgets.LIMITS_LIKE, "amazon", shop=stall.id, now=NOW)
    keys = [limit.key for limit in budgets.limits(db, stall)]
    assert keys[:2] == [CANCELLATIONS, "defects"], "one oversell can hurt both meters"


def test_what_only_the_channel_knows_is_typed(db: Connection) -> None:
    etsy = add_shop(db, "etsy", "Etsy", "E")
    assert first(db, etsy, "cases").budget is None
    with transaction(db):
        budgets.put_typed(db, etsy.id, "cases", counted=2, now=NOW)
        budgets.put_typed(db, etsy.id, "messages", share=Fraction("0.97"), now=NOW)
    cases, messages = first(db, etsy, "cases"), first(db, etsy, "messages")
    assert cases.budget is not None
    assert (cases.budget.counted, cases.budget.left) == (2, 1)
    assert messages.typed is not None
    assert messages.typed.share == Fraction("0.97")
    assert first(db, etsy).budget is None, "what is only claimed is not counted"


def test_orders_of_another_shop_are_not_counted(db: Connection, shop: Shop) -> None:
    other = add_shop(db, "amazon", "Other", "B")
    sold(db, other, 5)
    found = first(db, shop).budget
    assert found is not None
    assert found.orders == 0
    assert shops.shop(db, other.id) is not None
