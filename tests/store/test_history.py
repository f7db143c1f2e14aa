"""What a chart is told of a product's ledger."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.core.stock import EntryKind
from app.posting import post_adjustment, post_order, post_undo
from app.store import history
from app.store.sqlite import Connection
from tests.life import NOW, add_listing, add_product, add_shop, fresh, later, line, order


@pytest.fixture
def db(tmp_path: Path) -> Connection:
    return fresh(tmp_path)


def test_the_rows_since_a_moment_and_the_one_before_them(db: Connection) -> None:
    number = add_product(db, "MUG", 10)
    for minutes, pieces in ((10, 5), (20, -2), (30, 1)):
        kind = EntryKind.RECEIVE if pieces == 5 else EntryKind.ADJUST
        post_adjustment(db, "MUG", kind, pieces, reason="x", batch=f"{minutes}", now=later(minutes))
    found = history.moves(db, number, since=later(15))
    assert [(move.on_hand_delta, move.on_hand) for move in found] == [(5, 15), (-2, 13), (1, 14)]
    assert [move.on_hand for move in history.moves(db, number, since=later(-60))] == [10, 15, 13, 14]
    assert len(history.moves(db, number, since=later(31))) == 1


def test_a_sale_commits_and_leaves_what_is_on_hand(db: Connection) -> None:
    shop, number = add_shop(db), add_product(db, "MUG", 2)
    add_listing(db, shop, "MUG", shows=2)
    post_order(db, shop, order("1", line(open=3), placed=1, at=1), now=later(1))
    sale = history.moves(db, number, since=NOW)[-1]
    assert (sale.kind, sale.committed_delta, sale.available) == (EntryKind.COMMIT, 3, -1)


def test_what_was_taken_back_says_so_on_both_sides(db: Connection) -> None:
    number = add_product(db, "MUG", 2)
    post_adjustment(db, "MUG", EntryKind.RECEIVE, 9, reason="delivery", batch="oops", now=later(1))
    post_undo(db, "oops", now=later(2))
    assert [move.undone for move in history.moves(db, number, since=NOW - timedelta(days=1))] == [False, True, True]


def test_a_bundle_is_made_of_its_parts(db: Connection) -> None:
    mug = add_product(db, "MUG", 7)
    bundle = add_product(db, "SET", MUG=2)
    assert history.parts_of(db, bundle) == [history.Part(mug, "MUG", "Mug", 2, 7)]
    assert history.parts_of(db, mug) == []
