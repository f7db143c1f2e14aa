"""What is written when the seller asks for a cancel or a refund: the intent alone. The shop's lane does the rest."""

from datetime import datetime

from app.core.changes import Changes
from app.core.reversal import Act, Wish
from app.core.text import N_
from app.errors import PlimsollError
from app.store import reversals
from app.store.database import transaction
from app.store.sqlite import Connection


def post_reversal(db: Connection, order: int, wish: Wish, *, by_hand: bool, now: datetime) -> Changes:
    """Keep what the seller asks: to cancel an order in its shop, or to refund pieces of it. The shop's lane sends it.

    `by_hand`: the seller does it on the channel's own page, and it stays open until the order shows it.
    """
    with transaction(db):
        facts = reversals.order_facts(db, order)
        if facts is None or facts.ended:
            raise PlimsollError(N_("This order has ended in its shop."), N_("Nothing was sent."))
        if reversals.is_open(db, order):
            raise PlimsollError(
                N_("Something is asked about order {order} already.", order=facts.number),
                N_("Wait until it is done. Nothing more was sent."),
            )
        if wish.act is Act.REFUND and not by_hand and not any(wish.pieces.values()):
            raise PlimsollError(N_("No pieces are chosen."), N_("Choose what to refund. Nothing was sent."))
        reversals.add(db, order, facts.shop_id, wish, by_hand=by_hand, now=now)
    return Changes(shops=frozenset({facts.shop_id}), due=frozenset({facts.shop_id}), orders=frozenset({facts.ref}))


def want_again(db: Connection, number: int, *, now: datetime) -> Changes:
    """What was no longer needed is, after all."""
    with transaction(db):
        row = reversals.one(db, number)
        if row is None or not reversals.after_all(db, number, N_("Wanted after all."), now=now):
            raise PlimsollError(N_("It is too late to take this back."), N_("Look at the order in its shop."))
    return Changes(shops=frozenset({row.shop_id}), orders=frozenset({row.wish.order}))


def drop_reversal(db: Connection, number: int, *, now: datetime) -> Changes:
    """The seller no longer wants it: possible while it is not sent, or waits for hands."""
    with transaction(db):
        row = reversals.one(db, number)
        if row is None or not reversals.drop(db, number, N_("Taken back before it was done."), now=now):
            raise PlimsollError(N_("It is too late to take this back."), N_("Look at the order in its shop."))
    return Changes(shops=frozenset({row.shop_id}), orders=frozenset({row.wish.order}))
