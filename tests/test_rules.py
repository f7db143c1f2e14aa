"""The seller's rules: written all or none, and thought over behind the window when they hold for many products."""

import queue
from datetime import timedelta
from pathlib import Path

import pytest

from app.core.changes import Changes
from app.core.offer import Entry, HeldBack, Kind, Reach, Way, cap, end_when, held_back
from app.core.places import Choice
from app.errors import PlimsollError
from app.rules import Rule, choice_rule, post_limit, post_risk_limit, post_rules, way_rule
from app.store import plans, rethinking, settings
from app.store.database import transaction
from app.store.sqlite import Connection
from app.sync.engine import Engine, Outlets
from app.sync.housekeeping import BREATH_S, EVERY_S, Housekeeping
from tests.life import NOW, add_listing, add_product, add_shop, fresh, share

SEQUENCES = {
    "nothing": ((), (0, None, None)),
    "everywhere": (((Reach.EVERYWHERE, 2, Way.INSTEAD),), (2, 2, 2)),
    "a shop adds": (((Reach.EVERYWHERE, 2, Way.INSTEAD), (Reach.SHOP, 1, Way.EXTRA)), (3, 3, 3)),
    "a shop stands instead": (((Reach.EVERYWHERE, 2, Way.INSTEAD), (Reach.SHOP, 1, Way.INSTEAD)), (1, 1, 1)),
    "a product above a shop": (((Reach.SHOP, 1, Way.INSTEAD), (Reach.PRODUCT, 5, Way.INSTEAD)), (5, 5, 5)),
    "a shop adds to a product": (((Reach.SHOP, 1, Way.EXTRA), (Reach.PRODUCT, 5, Way.INSTEAD)), (6, 6, 6)),
    "a product adds to a shop": (((Reach.SHOP, 1, Way.INSTEAD), (Reach.PRODUCT, 5, Way.EXTRA)), (6, 6, 6)),
    "here instead of all": (
        ((Reach.SHOP, 1, Way.EXTRA), (Reach.PRODUCT, 5, Way.EXTRA), (Reach.LISTING, 0, Way.INSTEAD)),
        (0, 0, 0),
    ),
    "here on top of all": (
        (
            (Reach.EVERYWHERE, 1, Way.INSTEAD),
            (Reach.SHOP, 1, Way.EXTRA),
            (Reach.PRODUCT, 5, Way.INSTEAD),
            (Reach.LISTING, 2, Way.EXTRA),
        ),
        (8, 8, 8),
    ),
    "on top of nothing": (((Reach.LISTING, 2, Way.EXTRA),), (2, None, 2)),
}


@pytest.mark.parametrize(("entries", "numbers"), SEQUENCES.values(), ids=SEQUENCES)
def test_rules_of_different_reach_make_one_number(
    entries: tuple[tuple[Reach, int, Way], ...], numbers: tuple[int, int | None, int | None]
) -> None:
    found = [Entry(*entry) for entry in entries]
    assert (held_back(found).total, cap(found), end_when(found)) == numbers


def test_what_is_added_is_told_apart() -> None:
    found = held_back([Entry(Reach.EVERYWHERE, 2, Way.INSTEAD), Entry(Reach.SHOP, 1, Way.EXTRA)])
    assert found == HeldBack(base=2, extra=1)


@pytest.fixture
def db(tmp_path: Path) -> Connection:
    return fresh(tmp_path)


def rows(db: Connection) -> int:
    count: int = db.execute("select count(*) from setting").fetchone()[0]
    return count


def house(db: Connection, told: list[Changes] | None = None) -> Housekeeping:
    return Housekeeping(db, lambda: NOW, (told if told is not None else []).append, lambda _error: None)


def due(db: Connection) -> set[int]:
    return {number for (number,) in db.execute("select listing_id from push where state = 'due'")}


def calm(db: Connection) -> None:
    db.execute("update push set state = 'acknowledged', due_at = null")


# One transaction


def test_a_set_of_rules_is_written_whole_or_not_at_all(db: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    shop = add_shop(db)
    add_product(db, "MUG", 10)
    add_listing(db, shop, "MUG", shows=10)
    calm(db)
    rules = [
        Rule(name=settings.HELD_BACK, value=2, shop=shop.id),
        way_rule(Kind.HELD, Way.EXTRA, shop=shop.id),
        choice_rule(Choice.NEVER),
    ]
    before = rows(db)
    put = settings.put

    def fails_late(connection: Connection, name: str, *arguments: object, **named: object) -> None:
        if name == settings.CHOICE:
            raise RuntimeError("the power went")
        put(connection, name, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(settings, "put", fails_late)
    with pytest.raises(RuntimeError):
        post_rules(db, rules, sku="MUG", now=NOW)
    assert rows(db) == before
    assert due(db) == set()
    monkeypatch.undo()
    changes = post_rules(db, rules, sku="MUG", now=NOW)
    assert changes == Changes(settings=True, skus=frozenset({"MUG"}), due=frozenset({shop.id}))
    assert rows(db) == before + 3


@pytest.mark.parametrize("wrong", [-1, 1_000_001, "2"])
def test_one_wrong_number_keeps_all_from_being_written(db: Connection, wrong: int | str) -> None:
    add_product(db, "MUG", 10)
    with pytest.raises(PlimsollError):
        post_rules(db, [choice_rule(Choice.SHARE), Rule(name=settings.CAP, value=wrong)], sku="MUG", now=NOW)
    with pytest.raises(PlimsollError):
        post_rules(db, [choice_rule(Choice.SHARE)], sku="GONE", now=NOW)
    assert settings.history(db, settings.CHOICE) == []
    assert post_rules(db, [], now=NOW) == Changes()


# Thought over behind the window


def test_a_rule_for_a_shop_makes_nothing_due_before_housekeeping_has_thought_it_over(db: Connection) -> None:
    woo, etsy = add_shop(db), add_shop(db, "etsy", "Etsy", "E")
    add_product(db, "MUG", 10)
    here, there = add_listing(db, woo, "MUG", shows=10), add_listing(db, etsy, "MUG", shows=10)
    share(db, "MUG")
    told: list[Changes] = []
    keeper = house(db, told)
    while keeper.step() <= BREATH_S:
        pass
    calm(db)
    post_limit(db, settings.HELD_BACK, 2, shop=woo.id, now=NOW)
    assert due(db) == set()
    assert {listing: one.offer.quantity for listing, one in plans.plan(db, [1], now=NOW).items()} == {
        here: 8,
        there: 10,
    }
    told.clear()
    assert keeper.step() == BREATH_S, "at once, whenever the next round is"
    assert due(db) == {here}
    assert told == [Changes(due=frozenset({woo.id}), shops=frozenset({woo.id}))]
    assert not rethinking.asked(db)
    assert BREATH_S < keeper.step() <= EVERY_S


def test_how_careful_splits_without_telling_those_whose_number_stays(db: Connection) -> None:
    woo, etsy = add_shop(db), add_shop(db, "etsy", "Etsy", "E")
    for sku in ("MUG", "CUP"):
        add_product(db, sku, 10)
        for shop in (woo, etsy):
            add_listing(db, shop, sku, shows=10)
    share(db, "CUP")
    with transaction(db):  # sold slowly for long: shared by risk
        db.execute("update stock_level set split = 0")
        db.executemany(
            "insert into demand values (1, ?, ?, ?)",
            [(shop.id, 1e-3, (NOW - timedelta(days=60)).isoformat()) for shop in (woo, etsy)],
        )
    calm(db)
    post_risk_limit(db, 1e-300, now=NOW)
    assert db.execute("select split from stock_level where product_id = 1").fetchone()[0] == 0
    house(db).step()
    assert [split for (split,) in db.execute("select split from stock_level order by product_id")] == [1, 0]
    skus = "select sku from listing where id in (select listing_id from push where state = 'due')"
    assert {sku for (sku,) in db.execute(skus)} == {"MUG"}


def _killed_in_a_slice(db: Connection) -> None:
    with transaction(db):
        rethinking.step(db, now=NOW, limit=2)
        raise RuntimeError("killed")


def test_slices_go_on_where_a_kill_left_them_and_a_new_rule_begins_anew(tmp_path: Path) -> None:
    db = fresh(tmp_path)
    woo, etsy = add_shop(db), add_shop(db, "etsy", "Etsy", "E")
    for at in range(5):
        add_product(db, f"P{at}", 10)
        add_listing(db, woo, f"P{at}", shows=10)
        add_listing(db, etsy, f"P{at}", shows=10)
    calm(db)
    post_limit(db, settings.CAP, 3, now=NOW)
    with pytest.raises(RuntimeError):
        _killed_in_a_slice(db)
    assert due(db) == set()
    with transaction(db):
        rethinking.step(db, now=NOW, limit=2)
    assert len(due(db)) == 4
    db.close()
    db = fresh(tmp_path)
    assert rethinking.asked(db), "a kill loses nothing"
    post_limit(db, settings.CAP, 4, now=NOW)
    calm(db)
    steps = 0
    while rethinking.asked(db):
        with transaction(db):
            rethinking.step(db, now=NOW, limit=2)
        steps += 1
    assert (steps, len(due(db))) == (3, 10)


def test_housekeeping_is_woken_when_the_window_has_written(tmp_path: Path) -> None:
    db = fresh(tmp_path)
    woo = add_shop(db, "stall", "Stall", "S")
    add_product(db, "MUG", 10)
    add_listing(db, woo, "MUG", shows=10)
    told: queue.Queue[Changes] = queue.Queue()
    engine = Engine(
        tmp_path / "inventory.db",
        installation="here",
        clock=lambda: NOW,
        open_channel=lambda _shop, _log: pytest.fail("a stall has no channel"),
        outlets=Outlets(changed=told.put, crashed=lambda error: pytest.fail(str(error)), trouble=lambda _error: None),
    )
    engine.start()
    try:
        calm(db)
        post_limit(db, settings.HELD_BACK, 2, now=NOW)
        engine.wake()
        assert told.get(timeout=10).due == {woo.id}
        assert not rethinking.asked(db)
    finally:
        assert engine.stop()
