"""After a promotion: what was planned against what sold, and what every channel showed before and after."""

from datetime import timedelta

import pytest

from app.core.stock import EntryKind
from app.posting import post_adjustment, post_order
from app.store import promotion_review, promotions
from app.store.database import transaction
from app.store.promotions import Planned
from app.ui.planning.looking_back import LookingBack, shows_words, summary
from tests.life import NOW, add_listing, add_product, add_shop, fresh, line, order
from tests.ui.channels.world import nameless

BEGAN = NOW - timedelta(days=4)


@pytest.fixture
def past(tmp_path):
    """Two a day before; five a day in the two days of the promotion, until nothing is left of them."""
    db = fresh(tmp_path)
    shop = add_shop(db)
    db.execute("update shop set connected_at = '2025-01-01T00:00:00.000Z'")
    for sku, pieces in (("MUG", 130), ("TILE", 50)):
        add_product(db, sku)
        post_adjustment(db, sku, EntryKind.RECEIVE, pieces, reason="d", batch=sku, now=NOW - timedelta(days=70))
        add_listing(db, shop, sku, shows=pieces)
    sales = [(days, 2) for days in range(64, 4, -1)] + [(3.5, 5), (2.5, 5)]
    for days, pieces in sales:
        if days < 4 and not promotions.running(db):
            with transaction(db):
                number = promotions.add(
                    db, Planned(name="Sale", first_at=BEGAN, last_at=NOW, uplift=100, held=0), now=BEGAN
                )
                promotions.begin(db, number, now=BEGAN)
        minutes = round(-days * 1440)
        placed = order(str(days), line("MUG", pieces), at=minutes, placed=minutes)
        post_order(db, shop, placed, now=placed.placed_at)
    with transaction(db):
        promotions.end(db, now=BEGAN + timedelta(days=2))
    yield db
    db.close()


def test_planned_against_what_happened(past):
    (one,) = promotions.past(past)
    found = promotion_review.review(past, one)
    (mug,) = found.outcomes
    assert (mug.sku, mug.planned, mug.sold, mug.before, mug.after, mug.ran_out) == ("MUG", 8, 10, 10, 0, True)
    assert found.uplift == pytest.approx(1.5)
    assert found.incidents == ()
    assert summary(found) == (
        "Planned: 100 % more than usual, 8 pieces. Sold: 10 pieces, 150 % more than usual. 1 product ran out."
        " Nothing was oversold."
    )
    shop, before, after = mug.shows[0].shop, mug.shows[0].before[2], mug.shows[0].after[2]
    assert shows_words(mug) == f"{shop} {before} → {after}"


def test_it_is_shown_and_leads_to_the_floor(past, theme, qtbot):
    dialog = LookingBack(None, past, promotions.past(past), NOW)
    qtbot.addWidget(dialog)
    assert [row.sku for row in dialog.table.sheet.rows] == ["MUG"]
    assert not nameless(dialog)
    with qtbot.waitSignal(dialog.floor_wanted) as wanted:
        dialog.accept()
    assert wanted.args == ["MUG"]
