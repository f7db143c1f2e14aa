"""Gathering the facts of an incident: only its own window, settings with their dates, and by the index."""

from datetime import timedelta

import pytest

from app.core.alerting import OFF, Kind
from app.core.diagnosis import diagnose
from app.core.diagnosis_causes import Cause, Certainty
from app.core.diagnosis_questions import Ask, answers
from app.core.stock import EntryKind
from app.posting import post_adjustment, post_order
from app.rules import post_limit
from app.store import alert_rules, causes, evidence, settings
from app.store.database import transaction
from app.store.sqlite import DatabaseError
from app.sync import alerting
from tests.life import NOW, add_listing, add_product, add_shop, fresh, later, line, order


@pytest.fixture
def db(tmp_path):
    found = fresh(tmp_path)
    yield found
    found.close()


def oversold(db, pieces: int = 1):
    shop = add_shop(db)
    add_product(db, "MUG", 1)
    add_product(db, "SET", None, MUG=2)
    listing = add_listing(db, shop, "MUG", shows=1)
    add_listing(db, shop, "SET", shows=0)
    post_order(db, shop, order("1", line(), placed=1), now=later(1))
    (number,) = post_order(db, shop, order("2", line(open=pieces), placed=2), now=later(2)).incidents
    return number, shop, listing


def test_what_is_gathered(db) -> None:
    number, _, listing = oversold(db)
    facts = evidence.gather(db, number, now=later(60))
    assert facts is not None
    assert (facts.sku, facts.opened_at, facts.end) == ("MUG", later(2), later(2) + evidence.AFTER)
    assert [(place.sku, place.bundle, place.per) for place in facts.places] == [("MUG", False, 1), ("SET", True, 2)]
    assert [(sale.number, sale.listing, sale.over) for sale in facts.sales] == [("1", listing, 0), ("2", listing, 1)]
    assert [move.available_after for move in facts.moves] == [1, 0, -1]
    assert facts.last_hand is not None
    assert evidence.gather(db, 99, now=NOW) is None


def test_what_came_later_is_left_out(db) -> None:
    number, _, _ = oversold(db)
    post_adjustment(db, "MUG", EntryKind.COUNT, 5, reason="counted", batch="late", now=later(500))
    facts = evidence.gather(db, number, now=later(900))
    assert facts is not None
    assert all(move.at <= facts.end for move in (*facts.moves, *facts.hand_moves))
    assert facts.last_hand is not None
    assert facts.last_hand.at == NOW


def test_settings_come_with_their_dates(db) -> None:
    number, _, _ = oversold(db)
    for minutes, pieces in ((0.5, 3), (30, 1)):
        post_limit(db, settings.HELD_BACK, pieces, sku="MUG", now=later(minutes))
    facts = evidence.gather(db, number, now=later(60))
    assert facts is not None
    then = facts.rule_at(settings.HELD_BACK, facts.opened_at, product=facts.product)
    assert then is not None
    assert then.value == 3


def test_should_an_alert_have_fired_is_answered_from_the_log_of_checks(db) -> None:
    shop = add_shop(db, name="Etsy")
    mug = add_product(db, "MUG", 5)
    add_listing(db, shop, "MUG", shows=5)
    with transaction(db):
        settings.put(db, settings.FLOOR, 3, product=mug, now=NOW)
        alert_rules.put(db, Kind.CRITICAL, OFF, product=mug, now=NOW)
    alerting.check_some(db, now=NOW)
    post_adjustment(db, "MUG", EntryKind.ADJUST, -4, reason="broken", batch="b", now=later(1))
    alerting.check_some(db, now=later(1))
    alerting.check_round(db, listening_since=later(-60), now=later(20))
    (number,) = post_order(db, shop, order("1", line(open=2), placed=30), now=later(30)).incidents
    alerting.check_some(db, now=later(31))
    facts = evidence.gather(db, number, now=later(60))
    assert facts is not None
    found = next(one for one in answers(facts, diagnose(facts)) if one.ask is Ask.ALERT)
    words = " ".join(map(str, found.words))
    assert (
        "Suppressed: Mug is under its floor: 1 available, floor 3. You switched this alert off for the product."
        in words
    )
    assert "Nothing has succeeded at Etsy" in words
    assert all(row.startswith("check/") for row in found.rows)
    seqs = {f"check/{one.seq}" for one in facts.checks}
    assert set(found.rows) <= seqs
    assert not any(one.kind == "negative" and one.at <= facts.opened_at for one in facts.checks)


def test_the_cause_is_a_dated_row(db) -> None:
    number, _, _ = oversold(db)
    facts = evidence.gather(db, number, now=later(60))
    found = diagnose(facts)
    with transaction(db):
        causes.confirm(db, number, Cause.LATE, found, now=later(60))
        causes.confirm(db, number, Cause.SLOW, found, note="they said so", now=later(61))
    said = causes.confirmed(db, number)
    assert (said.cause, said.proposed, said.certainty, said.note) == (
        Cause.SLOW, Cause.UNKNOWN, Certainty.UNCLEAR, "they said so",
    )  # fmt: skip
    assert causes.statistics(db) == {Cause.SLOW: 1}
    with pytest.raises(DatabaseError, match="dated rows"):
        db.execute("update incident_cause set cause = 'late'")


def test_a_sale_is_dated_by_our_clock(db) -> None:
    number, shop, _ = oversold(db)
    db.execute("update shop set behind_s = 30 where id = ?", (shop.id,))
    facts = evidence.gather(db, number, now=later(60))
    assert facts.over[0].bought_at - facts.over[0].placed_at == timedelta(seconds=30)


def test_the_ledger_is_read_by_its_index(db) -> None:
    number, _, _ = oversold(db)
    asked = []
    db.set_trace_callback(asked.append)
    evidence.gather(db, number, now=later(60))
    db.set_trace_callback(None)
    plans = [row[3] for sql in asked if "stock_entry" in sql for row in db.execute(f"explain query plan {sql}")]
    assert plans
    assert [plan for plan in plans if "SCAN stock_entry" in plan] == []


def test_a_listing_that_was_listed_anew_is_still_the_shops_own(db) -> None:
    number, _, listing = oversold(db)
    with transaction(db):
        db.execute("update listing set ref = 'new ' || ref where id = ?", (listing,))
    facts = evidence.gather(db, number, now=later(60))
    assert facts is not None
    assert [sale.listing for sale in facts.sales] == [listing, listing]


def test_a_shop_that_is_only_looked_at_counts_once_it_sold_too_many(db) -> None:
    number, shop, listing = oversold(db)
    other = add_shop(db, name="Other", live=False)
    add_listing(db, other, "MUG", shows=1, ref="o")
    with transaction(db):
        db.execute("update shop set mode = 'looking' where id = ?", (shop.id,))
    facts = evidence.gather(db, number, now=later(60))
    assert facts is not None
    assert listing in {place.listing for place in facts.places}
    assert {place.name for place in facts.places} == {"Woo"}
