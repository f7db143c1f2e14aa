"""What to do about an incident, from what was read."""

from dataclasses import replace

import pytest

from app.store import incidents, listings, shops
from app.store.database import transaction
from app.ui.incidents.advice import Mark, advice
from tests.life import NOW


def lines(world):
    row = incidents.incidents(world.db)[0]
    found = advice(
        row, incidents.claims(world.db, row.id), listings.listings_of_product(world.db, row.sku), shops.shops(world.db)
    )
    return [(line.mark, str(line.words)) for line in found]


def selling(world):
    return [line for line in lines(world) if "still shows" in line[1] or "Stop selling" in line[1]]


@pytest.fixture
def other(world):
    world.oversold()
    shop = world.shop("Shopify", channel="shopify")
    world.listed(shop, shows=3)
    return shop


def test_a_channel_that_still_sells(world, other):
    assert selling(world) == [(Mark.TODO, "Shopify still shows 3. Plimsoll is setting it to 0.")]


def test_a_channel_that_is_not_sent_to(world, other):
    with transaction(world.db):
        shops.set_mode(world.db, other.id, "paused", now=NOW)
    assert selling(world) == [
        (Mark.LOOK, "Shopify still shows 3, and Plimsoll sends nothing there. Set it to 0 in Shopify.")
    ]


def test_a_channel_in_trouble(world, other):
    world.trouble(other, "unavailable")
    words = "Shopify still shows 3 and gets no updates now. Plimsoll sets it to 0 as soon as it can."
    assert selling(world) == [(Mark.LOOK, words)]


def test_nobody_sells_it_any_more(world, other):
    world.db.execute("update listing set believed = 0")
    assert selling(world) == [(Mark.DONE, "Stop selling: every channel shows 0.")]
    world.db.execute("update listing set believed = -2")
    assert selling(world) == [(Mark.DONE, "Stop selling: every channel shows 0.")]


def test_who_waits_and_how_much_is_missing(world):
    world.oversold(2)
    said = [words for mark, words in lines(world) if mark is Mark.TODO]
    assert said == [
        "Write to the buyers of the 2 orders below that still wait. Offer a later date or a refund.",
        "Find or order 2 pieces. What comes in counts here once you post it with Adjust stock.",
    ]


def test_who_was_written_to_is_no_longer_to_do(world):
    world.oversold(2)
    row = incidents.incidents(world.db)[0]
    claims = incidents.claims(world.db, row.id)
    told = advice(row, claims, [], [], {claims[0].id})
    assert str(told[0].words).startswith("Write to the buyer of the 1 order below")
    told = advice(row, claims, [], [], {claim.id for claim in claims})
    assert (told[0].mark, str(told[0].words)) == (Mark.DONE, "Every buyer below who still waits was written to.")


def test_one_order_is_one_buyer(world):
    world.oversold(1)
    assert "Write to the buyer of the 1 order below that still waits." in lines(world)[1][1]


def test_covered_again(world):
    shop = world.oversold(1)
    world.cancel(shop, "3382914377")
    row = incidents.incidents(world.db)[0]
    assert row.short == 0
    assert lines(world) == [(Mark.DONE, "11 on hand cover 1 promised. Step 4 says what is left to close it.")]


def test_the_order_was_cancelled(world):
    shop = world.oversold(1)
    world.cancel(shop, "3382914400")
    assert lines(world)[0] == (Mark.DONE, "No order below waits any more.")


def test_a_closed_incident_needs_nothing(world):
    world.oversold(1)
    row = replace(incidents.incidents(world.db)[0], closed_at=NOW)
    assert advice(row, [], [], []) == []
