"""The end of an incident read from rows: how it ended for each order, checks judged by housekeeping, repetitions."""

from datetime import timedelta

import pytest

from app.core.choices import Offer, Offers
from app.core.closing import Cost, Ending, Tag, Tick
from app.core.diagnosis_causes import Candidate, Cause, Certainty, Diagnosis
from app.core.fixing import Act, Check, Rule, State
from app.core.followups import Kind, Outcome
from app.core.messages import Message
from app.core.orders import Order
from app.core.stock import EntryKind
from app.posting import post_adjustment, post_order
from app.store import (
    causes,
    closing,
    decisions,
    fix_checks,
    followups,
    incident_records,
    incidents,
    letters,
    looks,
    settings,
    shops,
    watched,
)
from app.store.database import transaction
from app.store.sqlite import DatabaseError
from tests.life import NOW, add_listing, add_product, add_shop, fresh, later, line, order

DAY = timedelta(days=1)


@pytest.fixture
def db(tmp_path):
    found = fresh(tmp_path)
    yield found
    found.close()


@pytest.fixture
def shop(db):
    """One mug, and two orders of one: the second is short."""
    found = add_shop(db)
    add_product(db, "MUG", 1)
    add_listing(db, found, "MUG", shows=1)
    post_order(db, found, order("1", line(), placed=1), now=later(1))
    post_order(db, found, order("2", line(), placed=2), now=later(2))
    return found


def row(db, number=1):
    found = incidents.incident(db, number)
    assert found is not None
    return found


def facts(db, number=1, now=None):
    return closing.facts(db, row(db, number), now=now or later(10))


def cancel(db, shop, ref="2", at=20):
    gone = Order(
        ref=ref, number=ref, placed_at=later(2), updated_at=later(at), lines=(), ended=True, status="cancelled"
    )
    post_order(db, shop, gone, now=later(at))


def write(db, order_id, at=5):
    with transaction(db):
        letters.save(db, 1, order_id, Message(words="Hello"), language="en", template="refund", now=later(at))
        letters.mark_sent(db, 1, order_id, later(at))


def offer(db, order_id, *kinds, by_when=None):
    with transaction(db):
        decisions.offer(db, 1, order_id, Offers(kinds=kinds, by_when=by_when), pieces=1, now=later(6))


def answer(db, order_id, chosen):
    with transaction(db):
        decisions.answer(db, 1, order_id, chosen, now=later(7))


def test_how_it_ends_for_an_order(db, shop) -> None:
    (found,) = facts(db).buyers
    assert (found.ending, found.written) == (Ending.OPEN, False)
    write(db, found.order)
    offer(db, found.order, Offer.REFUND)
    assert facts(db).buyers[0].written
    answer(db, found.order, Offer.REFUND)
    assert facts(db).buyers[0].ending is Ending.OWED
    cancel(db, shop)
    (gone,) = facts(db).buyers
    assert (gone.ending, gone.cancelled) == (Ending.REFUNDED, True)


def test_a_delivery_serves_it(db, shop) -> None:
    post_adjustment(db, "MUG", EntryKind.RECEIVE, 1, reason="delivery", batch="d", now=later(9))
    assert facts(db).buyers[0].ending is Ending.SERVED


def test_what_was_sent_was_served(db, shop) -> None:
    sent = Order(
        ref="2", number="2", placed_at=later(2), updated_at=later(30), status="completed",
        lines=(line(open=0, shipped=1),),
    )  # fmt: skip
    post_order(db, shop, sent, now=later(30))
    assert facts(db).buyers[0].ending is Ending.SERVED


def begin(db, rule=Rule.DRIFT, at=NOW + DAY, **more):
    with transaction(db):
        fix_checks.begin(db, 1, Check(rule=rule, begun_at=at, **more), who="Rosa", now=at)


def judged(db, now):
    with transaction(db):
        changed = fix_checks.judge_all(db, now=now)
    found = fix_checks.newest(db, 1)
    assert found is not None
    return changed, found.state, str(found.note or "")


def heard(db, shop, at):
    with transaction(db):
        shops.well(db, shop.id, now=at)


def test_a_check_holds_after_its_days_if_somebody_looked(db, shop) -> None:
    begin(db)
    assert judged(db, NOW + 32 * DAY) == (frozenset(), State.RUNNING, ""), "nobody has read the shop since"
    heard(db, shop, NOW + 31 * DAY)
    changed, state, note = judged(db, NOW + 32 * DAY)
    assert (changed, state, note) == (frozenset({1}), State.HELD, "It held: 31 days, 0 orders.")


def test_orders_end_it_sooner(db, shop) -> None:
    post_adjustment(db, "MUG", EntryKind.RECEIVE, 9, reason="delivery", batch="d", now=later(9))
    begin(db, orders=2)
    for place in range(2):
        at = NOW + 2 * DAY + timedelta(minutes=place)
        post_order(db, shop, Order(ref=f"n{place}", number="n", placed_at=at, updated_at=at, lines=(line(),)), now=at)
    heard(db, shop, NOW + 2 * DAY)
    assert judged(db, NOW + 3 * DAY)[1] is State.HELD


@pytest.mark.parametrize(
    ("rule", "wrong", "says"),
    [
        (Rule.DRIFT, "edit", "Woo showed 5 on 2026-05-16, ours was 1."),
        (Rule.DRIFT, "count", "A count on 2026-05-16 found 4, the ledger said 1."),
        (Rule.OVERSELL, "sale", "It was oversold again on 2026-05-16, incident 1."),
        (Rule.LATE, "late", "Woo confirmed a number on 2026-05-16 only after 90 s."),
        (Rule.LATE, "never", "Woo did not take a number on 2026-05-16."),
    ],
)
def test_one_thing_against_it_ends_it(db, shop, rule, wrong, says) -> None:
    begin(db, rule)
    at = NOW + 2 * DAY
    listing = db.execute("select id from listing").fetchone()[0]
    if wrong == "edit":
        with transaction(db):
            looks.outside_edit(db, listing, expected=1, seen=5, should=1, at=at)
    elif wrong == "count":
        post_adjustment(db, "MUG", EntryKind.COUNT, 4, reason="counted", batch="c", now=at)
    elif wrong == "sale":
        post_order(db, shop, Order(ref="3", number="3", placed_at=at, updated_at=at, lines=(line(),)), now=at)
    else:
        seconds = 90.0 if wrong == "late" else None
        with transaction(db):
            db.execute(
                "insert into confirmation (shop_id, listing_id, at, quantity, seconds) values (?, ?, ?, 1, ?)",
                (shop.id, listing, at.isoformat(), seconds),
            )
    assert judged(db, at + DAY) == (frozenset({1}), State.BROKEN, says)
    assert facts(db, now=at + DAY).check.state is State.BROKEN


def test_what_came_before_it_began_is_not_held_against_it(db, shop) -> None:
    post_adjustment(db, "MUG", EntryKind.COUNT, 5, reason="counted", batch="c", now=NOW + DAY / 2)
    begin(db)
    assert judged(db, NOW + 2 * DAY)[1] is State.RUNNING


def test_a_second_check_stops_the_first(db, shop) -> None:
    begin(db)
    begin(db, Rule.OVERSELL, at=NOW + 2 * DAY)
    assert [one.state for one in fix_checks.all_of(db, 1)] == [State.STOPPED, State.RUNNING]


def confirm(db, number, cause):
    found = Diagnosis(proposed=Candidate(cause=cause), certainty=Certainty.CLEAR)
    with transaction(db):
        causes.confirm(db, number, cause, found, now=NOW)


def test_the_same_product_or_cause_within_90_days_escalates(db, shop) -> None:
    add_product(db, "PLT", 0)
    add_listing(db, shop, "PLT", shows=0)
    at = NOW + 80 * DAY
    sale = Order(ref="9", number="9", placed_at=at, updated_at=at, lines=(line("PLT"),))
    (number,) = post_order(db, shop, sale, now=at).incidents
    assert closing.repeats(db, number) == []
    confirm(db, 1, Cause.LATE)
    confirm(db, number, Cause.LATE)
    (found,) = closing.repeats(db, number)
    assert (found.number, found.same_product, found.same_cause) == (1, False, True)
    assert facts(db, number, now=at).repeats == 1
    with transaction(db):
        db.execute("update incident set opened_at = ? where id = 1", ((at - 91 * DAY).isoformat(),))
    assert closing.repeats(db, number) == []


def test_what_was_said_is_dated_and_the_newest_holds(db, shop) -> None:
    with transaction(db):
        closing.say(db, 1, "tag.limited", "1", now=NOW)
        closing.say(db, 1, "cost.advertising", "1200", now=NOW)
        closing.say(db, 1, "tick.limit", "done", who="Rosa", now=NOW)
        closing.fixed(db, 1, Act.HELD_BACK, before="1", after="2", who="Rosa", now=NOW)
        closing.work(db, 1, 30)
        closing.work(db, 1, 45)
    assert facts(db).limited
    assert facts(db).said == {Tick.LIMIT: "done"}
    assert closing.tags(db) == {1: {Tag.LIMITED}}
    assert [(one.act, one.who) for one in closing.fixes(db, 1)] == [(Act.HELD_BACK, "Rosa")]
    with transaction(db):
        closing.say(db, 1, "tag.limited", None, now=later())
    assert closing.tags(db) == {}
    record = incident_records.records(db, [row(db)], now=later(9))[1]
    assert (record.seconds, record.costs, record.pieces) == (75, {"advertising": 1200}, 1)
    for table in ("incident_said", "incident_fix"):
        with pytest.raises(DatabaseError), transaction(db):
            db.execute(f"delete from {table}")


def test_costs_know_the_refund_and_the_minutes(db, shop) -> None:
    db.execute("update listing set price_minor = 2750, currency = 'GBP'")
    cancel(db, shop)
    with transaction(db):
        closing.work(db, 1, 1800)
        settings.put(db, settings.HOUR, "2000 GBP", now=NOW)
    found = closing.costs(db, row(db), facts(db).buyers)
    known = {line.cost: line.minor for line in found.lines}
    assert (found.currency, found.seconds) == ("GBP", 1800)
    assert known == {Cost.REFUNDS: 2750, Cost.TIME: 1000} | dict.fromkeys(
        (Cost.FEES, Cost.ADVERTISING, Cost.PLATFORM, Cost.REPUTATION)
    )


def test_follow_ups_are_read_and_finished(db, shop) -> None:
    order_id = facts(db).buyers[0].order
    write(db, order_id)
    offer(db, order_id, Offer.PART, Offer.REFUND, by_when=later(60))
    found = followups.open_todos(db, 1, now=later(70))
    assert [one.kind for one in found] == [Kind.FALLBACK]
    assert watched.to_follow_up(db, now=later(70)) == {1: 1}
    with transaction(db):
        followups.finish(db, 1, found[0], Outcome.DONE, now=later(80))
    assert followups.open_todos(db, 1, now=later(90)) == []
    (review,) = followups.open_todos(db, 1, now=NOW + 3 * DAY)
    with transaction(db):
        followups.finish(db, 1, review, Outcome.BAD, now=NOW + 3 * DAY)
    assert (facts(db).bad_reviews, facts(db).reviews) == (1, 2)


def test_a_watched_product_says_what_did_not_get_through(db, shop) -> None:
    product = db.execute("select id from product where sku = 'MUG'").fetchone()[0]
    db.execute("update push set state = 'refused'")
    assert watched.stuck(db, now=later(5)) == []
    with transaction(db):
        settings.put(db, settings.ALERT, 1, product=product, now=NOW)
    assert [(one.product, one.refused) for one in watched.stuck(db, now=later(5))] == [(product, True)]
    db.execute("update push set state = 'due', due_at = ?", (later(4).isoformat(),))
    assert watched.stuck(db, now=later(4.5)) == []
    assert [one.refused for one in watched.stuck(db, now=later(6))] == [False]
