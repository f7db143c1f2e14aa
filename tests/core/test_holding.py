"""A WooCommerce shop's hold setting, and when its hosting is to be spoken of."""

from datetime import timedelta

import pytest

from app.core.holding import Off, Placed, advise_hosting, hold_words, platform_locks
from tests.life import NOW


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        ("60", "Held for 60 minutes, and released by itself."),
        ("15", "Held for 15 minutes, and released by itself."),
        ("14", "slow payments lose their piece"),
        ("61", "baskets block stock for long"),
        ("", "Hold stock is off"),
        ("0", "Hold stock is off"),
        (" 30 ", "Held for 30 minutes, and"),
        (None, "may not read the shop’s settings"),
    ],
)
def test_the_hold_setting_is_said_with_what_to_do(minutes, words):
    assert words in str(hold_words(minutes))


def at(seconds=0.0, days=0.0):
    return NOW + timedelta(seconds=seconds, days=days)


def test_two_orders_in_a_second_and_a_number_that_is_off_afterwards():
    orders = [Placed(listing=1, at=at()), Placed(listing=1, at=at(1)), Placed(listing=2, at=at(1))]
    assert platform_locks(orders, [Off(listing=1, at=at(60))]) == [at(1)]
    assert platform_locks(orders, [Off(listing=2, at=at(60))]) == [], "one order alone is no race"
    assert platform_locks(orders, [Off(listing=1, at=at(-60))]) == [], "it was off before"
    assert platform_locks(orders, [Off(listing=1, at=at(3602))]) == [], "too long after"
    apart = [Placed(listing=1, at=at()), Placed(listing=1, at=at(2))]
    assert platform_locks(apart, [Off(listing=1, at=at(60))]) == []


def test_the_hosting_is_spoken_of_after_the_second_time_in_thirty_days_only():
    assert not advise_hosting([at()], at())
    assert advise_hosting([at(), at(days=5)], at(days=6))
    assert not advise_hosting([at(), at(days=5)], at(days=31)), "the first is too long ago"
