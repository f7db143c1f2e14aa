"""The cancellation budget against the sums in the channels' own pages, and the table against the facts it came from."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.cancellations import (
    Budget,
    Counted,
    Limit,
    Op,
    Trust,
    Window,
    budget,
    months_before,
    own,
    typed_budget,
)
from app.core.limits import CANCELLATIONS, LIMITS, OWN_CANCELLATIONS, in_force, limits_of

NOW = datetime(2026, 5, 14, 14, 32, tzinfo=UTC)
FACTS = Path(__file__).resolve().parents[3] / "shared" / "specs" / "channel-health" / "seller_health_thresholds.json"


def limit(channel: str, key: str = CANCELLATIONS) -> Limit:
    return next(one for one in LIMITS[channel] if one.key == key)


@dataclass
class Orders:
    """Orders of a shop: how many on which day, and how many of them were cancelled."""

    placed: list[datetime] = field(default_factory=list)
    bad: list[Counted] = field(default_factory=list)

    def __add__(self, other: "Orders") -> "Orders":
        return Orders(self.placed + other.placed, self.bad + other.bad)

    def since(self, at: datetime) -> int:
        return sum(placed > at for placed in self.placed)

    def budget(self, rule: Limit, would: int = 0) -> Budget:
        return budget(rule, self.bad, orders_since=self.since, now=NOW, would=would)


def orders(count: int, bad: int = 0, *, days: float = 1) -> Orders:
    placed = [NOW - timedelta(days=days, minutes=place) for place in range(count)]
    return Orders(placed, [Counted(id=at, number=str(at), placed_at=placed[at]) for at in range(bad)])


# ------------------------------------------------------------------------------------------------ the sums


@pytest.mark.parametrize(
    ("channel", "key", "of", "allowed"),
    [
        ("amazon", CANCELLATIONS, 39, 0),  # one is 2.56 %
        ("amazon", CANCELLATIONS, 40, 0),  # one is 2.5 %, and not below it
        ("amazon", CANCELLATIONS, 41, 1),
        ("amazon", CANCELLATIONS, 80, 1),
        ("amazon", CANCELLATIONS, 81, 2),
        ("amazon", CANCELLATIONS, 131, 3),
        ("ebay", CANCELLATIONS, 10, 4),  # four buyers never break it
        ("ebay", CANCELLATIONS, 249, 4),
        ("ebay", CANCELLATIONS, 250, 5),
        ("ebay", CANCELLATIONS, 1000, 20),
        ("ebay", "top_rated", 400, 3),
        ("ebay", "top_rated", 800, 4),
        ("etsy", "cases", 299, 3),
        ("etsy", "cases", 300, 2),  # below 1 % of 300
        ("etsy", "cases", 301, 3),
        ("etsy", "low_reviews", 39, 4),
        ("etsy", "low_reviews", 40, 3),
        ("walmart_us", CANCELLATIONS, 50, 1),
        ("walmart_us", CANCELLATIONS, 49, 0),
        ("walmart_ca", CANCELLATIONS, 100, 2),
        ("amazon", CANCELLATIONS, 0, 0),
    ],
)
def test_what_a_limit_allows(channel: str, key: str, of: int, allowed: int) -> None:
    assert limit(channel, key).allowed(of) == allowed


def test_the_widespread_claim_fails_its_own_sum() -> None:
    claimed = limit("etsy")
    assert claimed.trust is Trust.CLAIMED
    assert not in_force(claimed), "shown as claimed, never counted"
    assert claimed.allowed(200) == 0, "1 of 200 is 0.5 %, and not below it"
    assert claimed.allowed(201) == 1
    assert claimed.allowed(600) == 2


@given(
    st.integers(0, 3000),
    st.integers(0, 60),
    st.fractions(0, 1, max_denominator=1000),
    st.sampled_from([Op.BELOW, Op.AT_MOST]),
)
def test_left_is_the_largest_number_that_keeps_the_rule(of: int, counted: int, share: Fraction, op: Op) -> None:
    rule = own(limit("amazon"), share=share, days=None, checked_on=None)
    rule = Limit(**{name: getattr(rule, name) for name in Limit.__slots__} | {"op": op})

    def keeps(bad: int) -> bool:
        return bad < share * of if op is Op.BELOW else bad <= share * of

    allowed = rule.allowed(of)
    assert allowed == 0 or keeps(allowed)
    assert not keeps(allowed + 1)
    found = typed_budget(rule, orders=of, counted=counted, now=NOW)
    assert found.left == max(0, allowed - counted)


# ------------------------------------------------------------------------------------------------ windows


def test_orders_leave_the_window_and_the_oldest_says_when() -> None:
    found = (orders(60, 1, days=3) + orders(500, 9, days=8)).budget(limit("amazon"))
    assert (found.orders, found.counted, found.left) == (60, 1, 0)
    assert found.ages_out_at == NOW + timedelta(days=4)
    assert [one.number for one in found.listed] == ["0"]


def test_an_excused_order_stays_in_the_list_and_out_of_the_sum() -> None:
    asked = Counted(id=9, number="9", placed_at=NOW - timedelta(days=1), excused=True)
    found = (orders(41) + Orders([asked.placed_at], [asked])).budget(limit("amazon"))
    assert (found.counted, found.left) == (0, 1)
    assert found.listed == (asked,)


def test_ebay_counts_twelve_months_where_there_are_few_orders() -> None:
    few = (orders(399, 2, days=30) + orders(100, 3, days=200)).budget(limit("ebay"))
    assert (few.orders, few.counted) == (499, 5)
    assert few.left == 4
    many = (orders(400, 2, days=30) + orders(100, 3, days=200)).budget(limit("ebay"))
    assert (many.orders, many.counted) == (400, 2)
    assert many.left == 6


def test_the_meter_simulates() -> None:
    found = (orders(73)).budget(limit("amazon"), would=3)
    assert f"{found.rate_with(3):.3f}" == "0.041"
    assert found.rate == 0
    assert found.left == 1


def test_a_window_that_nobody_knows_counts_nothing() -> None:
    assert (orders(50, 5)).budget(limit("tiktok_us")).orders == 0
    typed = own(limit("tiktok_us"), share=Fraction(25, 1000), days=30, checked_on=NOW.date())
    assert (orders(50, 5)).budget(typed).broken


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2026-05-31", 3, "2026-02-28"),
        ("2024-05-31", 3, "2024-02-29"),
        ("2026-01-15", 1, "2025-12-15"),
        ("2026-12-31", -3, "2027-03-31"),
        ("2026-05-14", 12, "2025-05-14"),
    ],
)
def test_months_are_those_of_the_calendar(day: str, months: int, then: str) -> None:
    assert f"{months_before(datetime.fromisoformat(day), months):%Y-%m-%d}" == then


def test_the_sellers_own_limit_is_the_sellers() -> None:
    mine = own(OWN_CANCELLATIONS, share=Fraction(5, 1000), days=60, checked_on=NOW.date())
    assert in_force(mine)
    assert mine.trust is Trust.OWN
    found = (orders(412, days=2)).budget(mine)
    assert (found.allowed, found.left) == (2, 2)
    assert not in_force(OWN_CANCELLATIONS), "a shop of one’s own has no limit until its seller sets one"
    assert limits_of("woocommerce") == (OWN_CANCELLATIONS,)


# ------------------------------------------------------------------------------------------------ the table


def test_the_table_agrees_with_the_facts_it_came_from() -> None:
    facts = json.loads(FACTS.read_text(encoding="utf-8"))
    names = {
        ("amazon", "pre_fulfilment_cancellation_rate"): CANCELLATIONS,
        ("amazon", "order_defect_rate"): "defects",
        ("amazon", "late_shipment_rate"): "late",
        ("amazon", "valid_tracking_rate"): "tracking",
        ("amazon", "on_time_delivery_rate"): "on_time",
        ("ebay", "transaction_defect_rate.below_standard"): CANCELLATIONS,
        ("ebay", "transaction_defect_rate.top_rated"): "top_rated",
        ("ebay", "cases_closed_without_seller_resolution"): "cases",
        ("ebay", "late_shipment_rate.above_standard"): "late",
        ("etsy", "case_rate"): "cases",
        ("etsy", "first_message_reply_48h"): "messages",
        ("etsy", "low_reviews"): "low_reviews",
        ("tiktok_us", "seller_fault_cancellation_rate"): CANCELLATIONS,
        ("tiktok_us", "late_dispatch_rate"): "late",
        ("tiktok_sea", "seller_fault_cancellation_rate"): CANCELLATIONS,
        ("walmart_us", "cancellation_rate"): CANCELLATIONS,
        ("walmart_us", "on_time_delivery"): "on_time",
        ("walmart_us", "valid_tracking_rate"): "tracking",
        ("walmart_ca", "cancellation_rate"): CANCELLATIONS,
    }
    seen = 0
    for row in facts["metrics"]:
        key = names.get((row["channel"], row["metric"]))
        if key is None:
            continue
        seen += 1
        mine = limit(row["channel"], key)
        assert mine.share == Fraction(str(row["limit"])), row
        assert mine.op == row["op"], row
        assert mine.least == row.get("minimum_defects", 0), row
        assert (mine.window.days, mine.window.months) == _window(row["window"]), row
        assert mine.checked_on is not None
        assert mine.checked_on.isoformat() == facts["as_of"]
    assert seen == len(names)


def _window(facts: dict[str, object] | None) -> tuple[object, object]:
    if facts is None:
        return None, None
    days = facts.get("rolling_days") or facts.get("calendar_days")
    return (days[-1] if isinstance(days, list) else days), facts.get("months") or facts.get("rolling_months")


def test_a_share_of_late_orders_is_the_share_of_punctual_ones_turned_round() -> None:
    late = limit("etsy", "late")  # the page says: at least 80 % on time
    assert (late.share, late.op) == (1 - Fraction("0.8"), Op.AT_MOST)
    assert Window().known is False


def test_every_limit_says_where_it_is_from() -> None:
    for channel, found in LIMITS.items():
        assert len({one.key for one in found}) == len(found), channel
        for one in found:
            assert one.source, (channel, one.key)
            assert one.link.startswith("https://"), (channel, one.key)
