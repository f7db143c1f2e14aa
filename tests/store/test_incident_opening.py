"""Whatever takes the cover away opens an incident in the same transaction; what covers it again says so."""

import pytest

from app.core.incidents import Event
from app.core.stock import EntryKind
from app.posting import post_adjustment, post_order, post_undo
from app.store import edits, families, incident_events, incidents
from app.store.database import transaction
from tests.life import add_listing, add_product, add_shop, fresh, later, line, order


@pytest.fixture
def db(tmp_path):
    made = fresh(tmp_path)
    yield made
    made.close()


@pytest.fixture
def shop(db):
    add_product(db, "MUG", 5)
    made = add_shop(db)
    add_listing(db, made, "MUG", shows=5)
    return made


def sell(db, shop, ref, pieces, minutes, sku="MUG", **more):
    post_order(db, shop, order(ref, line(sku, pieces), at=minutes, placed=minutes, **more), now=later(minutes))


def adjust(db, kind, pieces, *, minutes=10, batch="act", sku="MUG", reason="broken"):
    return post_adjustment(db, sku, kind, pieces, reason=reason, batch=batch, now=later(minutes))


def claims(db, number=1):
    return [(one.order, one.pieces) for one in incidents.claims(db, number)]


def kinds(db, number=1):
    return [one.kind for one in incident_events.of(db, number)]


def test_a_count_that_leaves_promised_pieces_uncovered_opens_one(db, shop):
    sell(db, shop, "A", 2, 1)
    sell(db, shop, "B", 2, 2)
    changes = adjust(db, EntryKind.COUNT, 1, reason="counted")
    assert changes.incidents == {1}
    assert sorted(claims(db)) == [("A", 1), ("B", 2)]
    assert kinds(db) == [Event.OPENED]


def test_broken_pieces_open_one_and_the_newest_is_short(db, shop):
    sell(db, shop, "A", 2, 1)
    sell(db, shop, "B", 2, 2)
    adjust(db, EntryKind.ADJUST, -2)
    assert claims(db) == [("B", 1)]


def test_what_is_still_covered_opens_nothing(db, shop):
    sell(db, shop, "A", 2, 1)
    assert not adjust(db, EntryKind.ADJUST, -3).incidents
    assert incidents.incidents(db) == []


def test_an_accepted_outside_edit_opens_one(db, shop):
    from app.outside import post_theirs

    sell(db, shop, "A", 4, 1)
    with transaction(db):
        db.execute(
            "insert into outside_edit (listing_id, found_at, expected, seen) select id, ?, 3, 1 from listing",
            (later(5).isoformat(),),
        )
    assert edits.open_of(db, [1])
    changes = post_theirs(db, [1], batch="t", now=later(6))
    assert changes.incidents == {1}
    assert claims(db) == [("A", 1)]


def test_a_later_sale_extends_the_same(db, shop):
    sell(db, shop, "A", 6, 1)
    sell(db, shop, "B", 1, 2)
    assert claims(db) == [("A", 1), ("B", 1)]
    assert kinds(db) == [Event.OPENED, Event.EXTENDED]


def test_a_loss_on_top_claims_nobody_twice(db, shop):
    sell(db, shop, "A", 4, 1)
    sell(db, shop, "B", 2, 2)
    adjust(db, EntryKind.ADJUST, -2)
    assert sorted(claims(db)) == [("A", 1), ("B", 2)]
    assert incidents.incidents(db)[0].short == 3


@pytest.mark.parametrize("how", ["delivery", "count", "cancellation"])
def test_covered_again_says_so(db, shop, how):
    sell(db, shop, "A", 5, 1)
    sell(db, shop, "B", 1, 2)
    if how == "delivery":
        changes = adjust(db, EntryKind.RECEIVE, 1, reason="delivery")
    elif how == "count":
        changes = adjust(db, EntryKind.COUNT, 6, reason="counted")
    else:
        changes = post_order(db, shop, order("B", at=9, placed=2, ended=True, status="cancelled"), now=later(9))
    assert changes.incidents == {1}
    assert kinds(db) == [Event.OPENED, Event.COVERED]
    adjust(db, EntryKind.ADJUST, -1, minutes=20, batch="again")
    assert Event.SHORT_AGAIN in kinds(db) or how == "cancellation"


def test_taking_a_count_back_covers_it_again(db, shop):
    sell(db, shop, "A", 3, 1)
    adjust(db, EntryKind.COUNT, 1, reason="counted")
    assert incidents.incidents(db)[0].short == 2
    changes = post_undo(db, "act", now=later(11))
    assert changes.incidents == {1}
    assert kinds(db)[-1] is Event.COVERED


def test_a_first_number_below_what_is_promised_opens_one(db):
    add_product(db, "NEW")
    made = add_shop(db)
    add_listing(db, made, "NEW", shows=5)
    sell(db, made, "A", 3, 1, sku="NEW")
    assert adjust(db, EntryKind.COUNT, 1, reason="counted", sku="NEW").incidents == {1}
    assert claims(db) == [("A", 2)]


def test_a_bundles_parts_are_short_each_and_are_one_incident(db, shop):
    add_product(db, "POT", 1)
    add_product(db, "SET", MUG=1, POT=1)
    add_listing(db, shop, "SET", shows=1)
    sell(db, shop, "A", 6, 1, sku="SET")
    rows = incidents.incidents(db)
    assert {(row.sku, row.short) for row in rows} == {("MUG", 1), ("POT", 5)}
    assert {row.head for row in rows} == {1}


def test_split_and_merged_by_hand(db, shop):
    for sku in ("POT", "CUP"):
        add_product(db, sku, 0)
        add_listing(db, shop, sku, shows=0)
    for place, sku in enumerate(("MUG", "POT", "CUP")):
        sell(db, shop, sku, 6, place, sku=sku)
    assert families.family(db, 3) == [1, 2, 3]
    with transaction(db):
        families.split(db, 1, now=later(9))
    assert families.family(db, 1) == [1]
    assert families.family(db, 3) == [2, 3]
    with transaction(db):
        families.merge(db, 3, 1, now=later(9))
    assert families.family(db, 2) == [1, 2, 3]
    assert kinds(db, 1)[-2:] == [Event.SPLIT, Event.JOINED]
