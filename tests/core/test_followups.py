"""What comes after a message: each to-do with its own clock, none before its time, none twice."""

from datetime import date, timedelta

from app.core.choices import Confirmed, Offer, Offers
from app.core.followups import Followed, Kind, Moved, to_come, todos
from app.core.incidents import days_between
from tests.life import NOW, later

DAY = timedelta(days=1)
BATCH = Offers(
    kinds=(Offer.NEXT_BATCH, Offer.REFUND),
    confirmed=Confirmed(on=date(2026, 5, 22), by="Fern Pottery", at=NOW),
    by_when=NOW + 2 * DAY,
)


def customer(**more):
    return Followed(**({"order": 1, "number": "#1", "shop": 1, "sent_at": NOW, "offers": BATCH, "waiting": 1} | more))


def kinds(one, at, done=()):
    return [(todo.kind, todo.turn) for todo in todos([one], done, now=at)]


def test_looks_for_a_review_come_after_2_7_and_30_days() -> None:
    one = customer(waiting=0)
    assert kinds(one, NOW + 2 * DAY - timedelta(seconds=1)) == []
    assert kinds(one, NOW + 8 * DAY) == [(Kind.REVIEW, 2), (Kind.REVIEW, 7)]
    assert kinds(one, NOW + 40 * DAY, {(1, Kind.REVIEW, 2)}) == [(Kind.REVIEW, 7), (Kind.REVIEW, 30)]
    assert to_come([one], {(1, Kind.REVIEW, 2)}) == 2
    assert kinds(customer(sent_at=None), NOW + 40 * DAY) == []


def test_no_answer_in_time_becomes_a_to_do_with_a_clock_of_its_own() -> None:
    assert (Kind.FALLBACK, 0) not in kinds(customer(), NOW + 2 * DAY - timedelta(minutes=1))
    (found,) = [one for one in todos([customer()], (), now=NOW + 2 * DAY) if one.kind is Kind.FALLBACK]
    assert found.due_at == NOW + 2 * DAY + timedelta(hours=4)
    assert (Kind.FALLBACK, 0) not in kinds(customer(answer=Offer.REFUND), NOW + 3 * DAY)
    assert (Kind.FALLBACK, 0) not in kinds(customer(waiting=0), NOW + 3 * DAY), "cancelled or sent: nothing to keep"


def test_a_refund_that_was_promised_has_a_clock_of_its_own() -> None:
    only = Offers(kinds=(Offer.REFUND,), by_when=NOW + 2 * DAY)
    (found,) = todos([customer(offers=only)], (), now=NOW)
    assert (found.kind, found.due_at) == (Kind.REFUND, NOW + timedelta(hours=2))
    (found,) = todos([customer(answer=Offer.REFUND, answered_at=NOW + DAY)], (), now=NOW + DAY)
    assert (found.kind, found.due_at) == (Kind.REFUND, NOW + DAY + timedelta(hours=2))
    for over in ({"waiting": 0}, {"reversing": True}, {"answer": Offer.SUBSTITUTE}):
        assert (Kind.REFUND, 0) not in kinds(customer(**({"offers": only} | over)), NOW + DAY), over


def test_a_promised_day_that_passed_is_told_of() -> None:
    promised = customer(answer=Offer.NEXT_BATCH)
    assert (Kind.SLIPPED, 0) not in kinds(promised, NOW + 8 * DAY)
    assert (Kind.SLIPPED, 0) in kinds(promised, NOW + 9 * DAY)
    assert (Kind.SLIPPED, 0) not in kinds(customer(answer=Offer.NEXT_BATCH, waiting=0), NOW + 9 * DAY), "it was sent"


def test_a_promise_slips_as_soon_as_its_delivery_is_moved_and_again_after_the_new_day() -> None:
    moved = Moved(on=date(2026, 5, 29), at=NOW + 3 * DAY)
    promised = customer(answer=Offer.NEXT_BATCH, moved=moved)
    assert (Kind.SLIPPED, 0) not in kinds(promised, NOW + 2 * DAY)
    assert (Kind.SLIPPED, 0) in kinds(promised, NOW + 3 * DAY), "the customer hears of it before the day"
    told = {(1, Kind.SLIPPED, 0)}
    assert (Kind.SLIPPED, 7) not in kinds(promised, NOW + 15 * DAY, told)
    assert (Kind.SLIPPED, 7) in kinds(promised, NOW + 16 * DAY, told)


def test_what_is_due_first_stands_first() -> None:
    found = todos([customer(), customer(order=2, sent_at=NOW - DAY, waiting=0)], (), now=NOW + 3 * DAY)
    assert [one.due_at for one in found] == sorted(one.due_at for one in found)


def test_days_between_oversells() -> None:
    assert days_between([], NOW) == []
    assert days_between([NOW - 5 * DAY, NOW - 12 * DAY, later(-5) - 5 * DAY], NOW) == [7, 5]
