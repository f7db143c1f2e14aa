"""A delivery that somebody confirmed is the next batch that customers may be offered."""

from datetime import date

import pytest

from app import deliveries
from app.core.choices import Offer
from app.core.wizard import Step
from app.deliveries import Ordered
from app.store import deliveries as stored
from app.ui.incidents.page import IncidentsPage
from tests.life import NOW


@pytest.fixture
def page(theme, qtbot, world):
    world.oversold(3)
    made = IncidentsPage(world.bridge, theme)
    world.bridge.changed.connect(made.on_changed)
    qtbot.addWidget(made)
    return made


def test_the_next_batch_can_be_offered_once_a_delivery_is_confirmed(page, world):
    (product,) = world.db.execute("select product_id from incident").fetchone()
    one = Ordered(supplier="Fern Pottery", product=product, pieces=24, due_on=date(2026, 5, 22))
    deliveries.order(world.db, [one], batch="o", now=NOW)
    page.show_incident(1)
    page.work.show_step(Step.CUSTOMERS)
    cards = page.work.customers.cards
    assert cards.confirmed is None
    assert not cards.cards[Offer.NEXT_BATCH].button.isEnabled()
    assert "Ask Fern Pottery first." in cards.cards[Offer.NEXT_BATCH].button.accessibleDescription()
    (line,) = stored.expected(world.db)
    deliveries.confirm(world.db, [line.id], date(2026, 5, 22), "Hanna, Fern Pottery", now=NOW)
    page._read()
    assert cards.confirmed is not None
    assert (cards.confirmed.on, cards.confirmed.by) == (date(2026, 5, 22), "Hanna, Fern Pottery")
    assert cards.cards[Offer.NEXT_BATCH].button.isEnabled()
