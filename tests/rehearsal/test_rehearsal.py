"""A rehearsal on a small shop: what it finds, that a seed repeats it, that nothing leaves and nothing is changed."""

import hashlib
import socket
from dataclasses import replace

import pytest

from app.core.channel import ListingFacts
from app.core.places import Choice
from app.core.rehearsal import HONEST, Plan, spread
from app.errors import StoreError
from app.posting import post_link
from app.rehearsal import stage
from app.rehearsal.conductor import Conductor
from app.rehearsal.play import play
from app.rehearsal.stage import StoppedError
from app.rules import post_choice
from app.store import listings, rehearsals, scratch, shops
from app.store.database import transaction
from tests.life import NOW, add_product, add_shop, fresh

RUSH = Plan(seed=7, rates=(3000,), lasts_s=60)


def inventory(folder, *, pieces=2, channels=("woocommerce", "shopify", "etsy")):
    """Two scarce products in three shops, shown everywhere whatever the chance of selling one twice."""
    db = fresh(folder)
    for sku in ("MUG", "VASE"):
        add_product(db, sku, pieces)
    for channel in channels:
        shop = add_shop(db, channel, channel.title(), channel[0].upper())
        facts = [ListingFacts(ref=f"{sku}", sku=sku, title=sku.title(), quantity=pieces) for sku in ("MUG", "VASE")]
        with transaction(db):
            listings.save_listings(db, shop.id, facts, read_at=NOW)
            db.execute("update listing set believed = seen, settled = 1")
            shops.put_secret(db, shop.id, "key", b"sealed")
        for row in listings.listings_of_shop(db, shop.id):
            post_link(db, row.id, row.sku, now=NOW)
    for sku in ("MUG", "VASE"):
        post_choice(db, sku, Choice.SHARE, now=NOW)
    return db


@pytest.fixture
def db(tmp_path):
    opened = inventory(tmp_path)
    yield opened
    opened.close()


def rehearse(tmp_path, plan=RUSH, **more):
    folder = tmp_path / "copies"
    folder.mkdir(exist_ok=True)
    report = play(tmp_path / "inventory.db", folder, plan, now=NOW, tell=lambda _step, _share: None, **more)
    assert not list(folder.iterdir())
    return report


def test_it_finds_what_would_be_sold_twice_and_is_the_same_again(tmp_path, db, monkeypatch):
    def refused(*_arguments, **_more):
        raise AssertionError("a rehearsal opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket.socket, "connect_ex", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    sold = []
    buy = stage.Stage._buy

    def watched(self, shop, ref):
        before = self._pieces
        buy(self, shop, ref)
        sold.append(self._pieces - before)

    monkeypatch.setattr(stage.Stage, "_buy", watched)
    db.execute("pragma wal_checkpoint(truncate)")
    before = hashlib.sha256((tmp_path / "inventory.db").read_bytes()).digest()
    report = rehearse(tmp_path)
    (step,) = report.steps
    assert step.unheard == 0
    assert step.pieces_over == sum(sold) - 4 > 0, "all that was sold beyond the four pieces"
    found = step.oversold[0]
    assert found.cause
    assert [what for what, _ in found.prevented] == ["held", "poll", "split", "alert"]
    assert {"sold", "over"} <= {one.what for one in found.timeline}
    assert [one.name for one in step.shops] == ["Woocommerce", "Shopify", "Etsy"]
    assert step.heard.count
    assert step.told.count
    assert step.shops[2].limit == 10_000
    assert rehearsals.report_of(rehearsals.report_text(report)) == report
    assert replace(rehearse(tmp_path), began_at=report.began_at) == report
    assert rehearse(tmp_path, replace(RUSH, seed=8)).steps != report.steps
    assert hashlib.sha256((tmp_path / "inventory.db").read_bytes()).digest() == before


def test_held_back_pieces_and_the_policy_prevent_it(tmp_path, db):
    for sku in ("MUG", "VASE"):
        post_choice(db, sku, Choice.ADAPTIVE, now=NOW)
    assert rehearse(tmp_path).pieces_over == 0


def test_it_can_be_stopped_at_any_moment(tmp_path, db):
    asked = iter([False] * 5)
    with pytest.raises(StoppedError):
        rehearse(tmp_path, stopped=lambda: next(asked, True))


def test_a_copy_has_no_keys_and_nothing_that_waits(tmp_path, db):
    scratch.copy(tmp_path / "inventory.db", tmp_path / "copy.db", now=NOW)
    copied = scratch.open_copy(tmp_path / "copy.db")
    assert shops.sealed_secrets(copied, 1) == {} != shops.sealed_secrets(db, 1)
    assert copied.execute("select count(*) from push where state != 'acknowledged'").fetchone() == (0,)
    copied.close()


def test_without_listings_there_is_nothing_to_rehearse(tmp_path):
    fresh(tmp_path).close()
    with pytest.raises(StoreError, match="nothing to rehearse"):
        rehearse(tmp_path)


def test_what_breaks_in_a_lane_ends_it(tmp_path, db, monkeypatch):
    def broken(*_arguments):
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(stage, "_step", broken)
    with pytest.raises(ZeroDivisionError, match="a bug"):
        rehearse(tmp_path)


def test_players_move_in_the_order_of_their_moments():
    said = []
    conductor = Conductor(NOW)

    def slow():
        said.append("asks")
        conductor.rest(5)
        said.append("answered")
        return 60.0

    def quick():
        said.append("quick")
        return 2.0

    conductor.add("slow", slow)
    sleeper = conductor.add("quick", quick)
    conductor.rest(4.5)
    conductor.wake(sleeper)
    conductor.rest(1)
    conductor.end()
    assert said == ["asks", "quick", "quick", "quick", "quick", "answered"]
    assert (conductor.now - NOW).total_seconds() == 5.5


def test_percentiles_go_by_the_nearest_rank_and_count_what_never_came():
    found = spread([3.0, 1.0, 2.0, None])
    assert (found.count, found.half_s, found.most_s, found.longest_s, found.late) == (4, 2.0, 3.0, 3.0, 1)
    assert spread([]).in_time is None
    assert spread([61.0, 5.0]).in_time == 0.5
    assert "does not test" in str(HONEST)


def test_the_best_day_is_the_one_with_most_orders(tmp_path, db):
    assert rehearsals.best_day(db) is None
    rows = [("2026-05-03T10:05:00.000Z", 3), ("2026-05-03T18:05:00.000Z", 2), ("2026-05-04T10:00:00.000Z", 4)]
    number = 0
    for at, count in rows:
        for _ in range(count):
            number += 1
            db.execute(
                "insert into sales_order (shop_id, ref, number, status, ended, placed_at, updated_at, heard_at,"
                " heard_by, digest) values (1, ?, ?, 'done', 1, ?, ?, ?, 'poll', x'')",
                (str(number), str(number), at, at, at),
            )
    best = rehearsals.best_day(db)
    assert (best.day, best.orders, best.in_an_hour) == ("2026-05-03", 5, 3)
