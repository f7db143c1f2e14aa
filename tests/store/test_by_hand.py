"""Places kept by hand that list products: their to-dos, what they promise, and sales entered late."""

from datetime import timedelta

import pytest

from app.core.changes import Changes
from app.core.stock import EntryKind
from app.errors import PlimsollError
from app.hand_places import post_hidden_by_hand, post_shown_by_hand, post_told_by_hand
from app.posting import post_adjustment, post_order, post_sale_by_hand
from app.store import by_hand, offering, promises
from app.store.by_hand import OVERDUE
from app.store.database import transaction
from app.store.sqlite import IntegrityError
from app.sync.housekeeping import Housekeeping
from tests.life import NOW, add_listing, add_product, add_shop, fresh, later, level, line, order, share


@pytest.fixture
def db(tmp_path):
    opened = fresh(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def place(db):
    return add_shop(db, "stall", "Amazon", "A", live=False)


def ask(db, now=NOW):
    with transaction(db):
        return by_hand.ask(db, now=now).shops


def todos(db, place, now=NOW):
    ask(db, now)
    return [(todo.sku, todo.shows, todo.should) for todo in by_hand.todos(db, place.id, now=now)]


def bound(db, place, sku):
    (number,) = db.execute("select id from listing where shop_id = ? and ref = ?", (place.id, sku)).fetchone()
    return offering.bound_of(db, number)


def test_a_number_that_is_right_asks_nothing_and_another_one_is_a_todo_with_an_age(db, place):
    add_product(db, "MUG", 5)
    post_shown_by_hand(db, place, "MUG", 5, now=NOW)
    assert todos(db, place) == []
    post_adjustment(db, "MUG", EntryKind.COUNT, 3, reason="counted", batch="c", now=later(1))
    assert todos(db, place, later(2)) == [("MUG", 5, 3)]
    (todo,) = by_hand.todos(db, place.id, now=later(2))
    assert todo.asked_at == later(1)
    assert not todo.overdue(later(10.9))
    assert todo.overdue(later(11))


def test_a_sale_elsewhere_lowers_it_and_a_tick_settles_it(db, place):
    woo = add_shop(db)
    add_product(db, "MUG", 5)
    share(db, "MUG")
    add_listing(db, woo, "MUG", shows=5)
    post_shown_by_hand(db, place, "MUG", 5, now=NOW)
    changes = post_order(db, woo, order("1", line("MUG", 2)), now=later(1))
    assert place.id in changes.due
    assert todos(db, place, later(1)) == [("MUG", 5, 3)]
    assert bound(db, place, "MUG") == 5, "until it is ticked, it sells by the old number"
    post_told_by_hand(db, place, by_hand.todos(db, place.id, now=later(4)), now=later(4))
    assert todos(db, place, later(4)) == []
    assert bound(db, place, "MUG") == 3
    (ticked,) = by_hand.log(db, place.id)
    assert (ticked.before, ticked.after, ticked.asked_at, ticked.done_at) == (5, 3, later(1), later(4))
    assert not ticked.late


def test_what_a_sale_makes_scarce_is_split_before_its_number_is_asked_for(db, place):
    woo = add_shop(db)
    add_product(db, "MUG", 400)
    add_listing(db, woo, "MUG", shows=400)
    post_shown_by_hand(db, place, "MUG", 400, now=NOW)
    assert todos(db, place) == [], "plenty: shared"
    post_order(db, woo, order("1", line("MUG", 398)), now=later(1))
    with transaction(db):
        changes = by_hand.ask(db, now=later(1))
    assert changes.due == {woo.id, place.id}
    (todo,) = by_hand.todos(db, place.id, now=later(1))
    assert todo.should < 2


def test_a_tick_after_ten_minutes_is_late_in_the_log(db, place):
    add_product(db, "MUG", 5)
    post_shown_by_hand(db, place, "MUG", 2, now=NOW)
    assert todos(db, place) == [("MUG", 2, 5)]
    post_told_by_hand(db, place, by_hand.todos(db, place.id, now=NOW), now=NOW + OVERDUE)
    assert by_hand.log(db, place.id)[0].late
    with pytest.raises(IntegrityError, match="append-only"):
        db.execute("update hand_change set after = 9")


def test_a_raise_counts_from_the_moment_it_is_shown(db, place):
    add_product(db, "MUG", 2)
    post_shown_by_hand(db, place, "MUG", 2, now=NOW)
    post_adjustment(db, "MUG", EntryKind.RECEIVE, 4, reason="delivery", batch="d", now=later(1))
    assert by_hand.todos(db, place.id, now=later(1)) == [], "not shown before it is promised"
    assert todos(db, place, later(1)) == [("MUG", 2, 6)]
    assert bound(db, place, "MUG") == 6, "the seller may have typed it"
    post_adjustment(db, "MUG", EntryKind.COUNT, 3, reason="counted", batch="c", now=later(2))
    assert todos(db, place, later(2)) == [("MUG", 2, 3)]
    assert bound(db, place, "MUG") == 6, "it may still show the 6 that was asked for"
    post_told_by_hand(db, place, by_hand.todos(db, place.id, now=later(3)), now=later(3))
    assert bound(db, place, "MUG") == 3


def test_asking_again_promises_nothing_twice(db, place):
    add_product(db, "MUG", 6)
    post_shown_by_hand(db, place, "MUG", 2, now=NOW)
    for _ in range(3):
        assert todos(db, place) == [("MUG", 2, 6)]
    assert bound(db, place, "MUG") == 6
    (number,) = db.execute("select id from listing").fetchone()
    assert [row.kind for row in promises.history(db, number)] == ["grant", "adopt"]


def test_the_last_pieces_are_split_with_a_place_kept_by_hand(db, place):
    woo = add_shop(db)
    add_product(db, "VASE", 2)
    add_listing(db, woo, "VASE", shows=2)
    post_shown_by_hand(db, place, "VASE", 1, now=NOW)
    promised = db.execute("select sum(bound) from listing").fetchone()[0]
    assert promised == 3
    assert todos(db, place) == [], "no raise before the other shop was lowered"


def test_a_sale_entered_after_the_number_was_typed_does_not_lower_it(db, place):
    add_product(db, "MUG", 5)
    post_shown_by_hand(db, place, "MUG", 5, now=later(10))
    post_sale_by_hand(db, place, "MUG", 1, ref="before", sold_at=later(5), now=later(20))
    assert level(db, "MUG") == (4, 0)
    assert todos(db, place, later(20)) == [("MUG", 5, 4)]
    post_sale_by_hand(db, place, "MUG", 1, ref="after", sold_at=later(15), now=later(21))
    assert todos(db, place, later(21)) == [("MUG", 4, 3)], "its own sale is off its own number"


def test_a_product_taken_off_there_asks_nothing_and_keeps_its_sales(db, place):
    add_product(db, "MUG", 5)
    post_shown_by_hand(db, place, "MUG", 2, now=NOW)
    post_sale_by_hand(db, place, "MUG", 1, ref="s", sold_at=later(1), now=later(1))
    (row,) = by_hand.shown(db, place.id)
    post_hidden_by_hand(db, place, row.listing, now=later(2))
    assert by_hand.shown(db, place.id) == []
    assert todos(db, place, later(2)) == []
    assert bound(db, place, "MUG") == 0
    post_sale_by_hand(db, place, "MUG", 1, ref="t", sold_at=later(3), now=later(3))
    assert level(db, "MUG") == (3, 0)


def test_a_bundle_there_follows_its_parts(db, place):
    add_product(db, "MUG", 6)
    add_product(db, "PAIR", MUG=2)
    post_shown_by_hand(db, place, "PAIR", 3, now=NOW)
    post_adjustment(db, "MUG", EntryKind.COUNT, 3, reason="counted", batch="c", now=NOW)
    assert todos(db, place) == [("PAIR", 3, 1)]


@pytest.mark.parametrize("pieces", [-1, 1_000_001])
def test_an_impossible_number_changes_nothing(db, place, pieces):
    add_product(db, "MUG", 5)
    with pytest.raises(PlimsollError, match="not possible"):
        post_shown_by_hand(db, place, "MUG", pieces, now=NOW)
    with pytest.raises(PlimsollError, match="no longer here"):
        post_shown_by_hand(db, place, "NOTHING", 1, now=NOW)
    with pytest.raises(PlimsollError, match="read by Plimsoll itself"):
        post_shown_by_hand(db, add_shop(db), "MUG", 1, now=NOW)
    assert by_hand.shown(db, place.id) == []


def test_housekeeping_makes_the_todos_and_says_so(db, place, tmp_path):
    add_product(db, "MUG", 5)
    post_shown_by_hand(db, place, "MUG", 5, now=NOW)
    post_adjustment(db, "MUG", EntryKind.RECEIVE, 1, reason="delivery", batch="d", now=NOW)
    said, troubles = [], []
    house = Housekeeping(db, lambda: NOW + timedelta(seconds=1), said.append, troubles.append)
    house.step()
    assert Changes(shops=frozenset({place.id})) in said
    assert [todo.should for todo in by_hand.todos(db, place.id, now=NOW)] == [6]
    assert troubles == []


def test_a_raise_is_on_the_disk_before_it_is_shown(db, place):
    """The seller may type what is shown at once: a power cut after that must not take back what it promised."""
    add_product(db, "MUG", 5)
    post_shown_by_hand(db, place, "MUG", 5, now=NOW)
    post_adjustment(db, "MUG", EntryKind.RECEIVE, 1, reason="delivery", batch="d", now=NOW)
    said: list[str] = []
    house = Housekeeping(db, lambda: NOW + timedelta(seconds=1), lambda changes: None, pytest.fail)
    db.lazy = True
    db.set_trace_callback(lambda sql: said.append(sql.lower()))
    house.step()
    db.set_trace_callback(None)
    promised = next(at for at, sql in enumerate(said) if sql.startswith("update push set state = 'in_flight'"))
    modes = [sql for sql in said[:promised] if sql.startswith("pragma synchronous")]
    assert modes[-1:] == ["pragma synchronous=full"]
