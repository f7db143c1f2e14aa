"""What the step Customers writes: drafts, offers, answers, the order in line, and that a message was sent."""

from collections.abc import Sequence
from datetime import datetime

from app.core.changes import Changes
from app.core.choices import Did, Offer, Offers
from app.core.messages import Message
from app.core.text import N_
from app.errors import PlimsollError
from app.posting import post_substitute
from app.store import decisions, families, letters, pushes, waiting
from app.store.database import transaction
from app.store.sqlite import Connection


def save_letter(
    db: Connection, incident: int, order: int, message: Message, *, language: str, template: str, now: datetime
) -> None:
    """Keep a draft. Nobody needs to be told of it."""
    with transaction(db):
        head = families.head_of(db, incident)
        letters.save(db, head, order, message, language=language, template=template, now=now)


def mark_sent(db: Connection, incident: int, order: int, offers: Offers, *, sent: bool, now: datetime) -> Changes:
    """The seller sent the message, with these offers; or did not after all."""
    with transaction(db):
        letters.mark_sent(db, families.head_of(db, incident), order, now if sent else None)
        known = order in decisions.decided(db, incident)
        freed = frozenset[int]()
        if sent and not known and offers.kinds:
            freed = decisions.offer(db, incident, order, offers, pieces=1, now=now)
        due = pushes.mark_due(db, sorted(freed), now=now) if freed else frozenset[int]()
    return Changes(incidents=frozenset({incident}), due=due)


def offer(db: Connection, incident: int, order: int, offers: Offers, *, pieces: int, now: datetime) -> Changes:
    """What a customer is offered from now on. Raises `PlimsollError` for a next batch without a confirmed date."""
    if not offers.dated:
        raise PlimsollError(
            N_("The next batch has no confirmed date."), N_("Enter one, and who confirmed it. Nothing was changed.")
        )
    with transaction(db):
        freed = decisions.offer(db, incident, order, offers, pieces=pieces, now=now)
        due = pushes.mark_due(db, sorted(freed), now=now) if freed else frozenset[int]()
    return Changes(incidents=frozenset({incident}), due=due)


def answer(db: Connection, incident: int, order: int, chosen: Offer, *, now: datetime) -> Changes:
    """The customer chose. A substitute is booked on the order's line, whatever is read of the order later."""
    with transaction(db):
        before = decisions.decided(db, incident).get(order)
        if before is None or before.answer is not None or chosen not in before.offers.kinds:
            return Changes()
        freed = decisions.answer(db, incident, order, chosen, now=now)
        due = pushes.mark_due(db, sorted(freed), now=now) if freed else frozenset[int]()
    changes = Changes(incidents=frozenset({incident}), due=due)
    if chosen is Offer.SUBSTITUTE:
        row = db.execute(
            "select (select product_id from incident where id = ?), (select id from product where sku = ?)",
            (incident, before.offers.substitute),
        ).fetchone()
        changes |= post_substitute(db, order, row[0], row[1], now=now)
    return changes


def not_answered(db: Connection, incident: int, order: int, *, now: datetime) -> Changes:
    """The answer that was kept was none: the same is offered again, and waited for."""
    with transaction(db):
        before = decisions.decided(db, incident).get(order)
        if before is None or before.answer in (None, Offer.SUBSTITUTE):
            return Changes()
        freed = decisions.offer(db, incident, order, before.offers, pieces=1, now=now)
        due = pushes.mark_due(db, sorted(freed), now=now) if freed else frozenset[int]()
    return Changes(incidents=frozenset({incident}), due=due)


def note(db: Connection, incident: int, order: int, kind: Did, *, now: datetime) -> Changes:
    """Something else was decided: one more was made, or the buyer asked to cancel."""
    with transaction(db):
        decisions.note(db, incident, order, kind, now=now)
    return Changes(incidents=frozenset({incident}))


def rank(db: Connection, incident: int, orders: Sequence[int], *, now: datetime) -> Changes:
    """The seller's order in line."""
    with transaction(db):
        waiting.choose(db, incident, orders, now=now)
    return Changes(incidents=frozenset({incident}))


def expire(db: Connection, *, now: datetime) -> Changes:
    """What offers held until now is free again."""
    with transaction(db):
        freed = decisions.expire(db, now=now)
        due = pushes.mark_due(db, sorted(freed), now=now) if freed else frozenset[int]()
    return Changes(due=due)
