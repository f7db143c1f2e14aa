"""Cancels and refunds at one shop: sent once, then read until the order shows them or time has told that it never will.

The order of those lines is the guarantee: the order is read, the intent is marked as sent, the call is made. A crash or
a lost answer anywhere after the mark leads to reading, never to sending again.
"""

from datetime import datetime

from app.core import reversal as rules
from app.core.changes import Changes
from app.core.reversal import Outcome, Said, Step, Verdict
from app.errors import ChannelError, ChannelRefused, ChannelUnavailable
from app.posting import post_order
from app.store import looks, pushes, reversals
from app.store.database import transaction
from app.store.reversals import Reversal
from app.store.shops import Shop
from app.sync.desk import Desk


class Reverse:
    """One shop's cancels and refunds. Each call of `work` sends one, or reads one order."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def work(self, shop: Shop, now: datetime, *, sends: bool) -> bool:
        """Do what waits longest. False: nothing waits."""
        found = reversals.waiting(self._desk.db, shop.id, sends=sends, now=now)
        if found is None:
            return False
        if found.state is Step.ASKED:
            self._send(shop, found, now)
        else:
            self._look(shop, found, now)
        return True

    def _send(self, shop: Shop, found: Reversal, now: datetime) -> None:
        desk = self._desk
        standing = desk.channel.standing(found.wish.order)
        verdict = rules.before_sending(found.wish, standing)
        if verdict.step is not None:
            self._end(shop, found, verdict, now)
            return
        assert standing is not None
        with transaction(desk.db):
            reversals.sending(desk.db, found.id, standing.refunded, next_at=rules.next_look(now, now), now=now)
            desk.write_calls()
        self._tell(shop)
        try:
            said = desk.channel.reverse(found.wish)
        except ChannelRefused as error:
            said = Said(outcome=Outcome.REFUSED, words=error.words or str(error.title))
        except ChannelError as error:
            self._unanswered(shop, found, error)
            raise
        self._heard(shop, found, said)

    def _unanswered(self, shop: Shop, found: Reversal, error: ChannelError) -> None:
        desk, now = self._desk, self._desk.clock()
        lost = isinstance(error, ChannelUnavailable) and error.sent
        with transaction(desk.db):
            if lost:
                reversals.unsure(desk.db, found.id, error.words, now=now)
            else:
                reversals.not_sent(desk.db, found.id, now=now)
            desk.write_calls()
        self._tell(shop)

    def _heard(self, shop: Shop, found: Reversal, said: Said) -> None:
        desk, now = self._desk, self._desk.clock()
        with transaction(desk.db):
            if said.outcome is Outcome.REFUSED:
                reversals.ended(desk.db, found.id, Step.REFUSED, words=said.words, now=now)
            else:
                reversals.taken(desk.db, found.id, said.job)
            desk.write_calls()
        self._tell(shop)

    def _look(self, shop: Shop, found: Reversal, now: datetime) -> None:
        desk = self._desk
        standing = desk.channel.standing(found.wish.order, found.job)
        sent_at = found.sent_at or found.asked_at
        verdict = rules.after_sending(
            found.wish, standing, before=found.before, unsure=found.state is Step.UNSURE, waited=now - sent_at
        )
        if verdict.step is not None:
            self._end(shop, found, verdict, now)
            return
        with transaction(desk.db):
            reversals.look_again(desk.db, found.id, at=rules.next_look(sent_at, now))
            desk.write_calls()

    def _end(self, shop: Shop, found: Reversal, verdict: Verdict, now: datetime) -> None:
        """It is over. What the order did to stock is booked from the order, and its listings are read and told anew."""
        desk = self._desk
        assert verdict.step is not None
        order = desk.channel.order(found.wish.order) if verdict.step is Step.CONFIRMED else None
        changes = post_order(desk.db, shop, order, now=now) if order is not None else Changes()
        with transaction(desk.db):
            reversals.ended(desk.db, found.id, verdict.step, why=verdict.words, now=now)
            if verdict.step is Step.CONFIRMED:
                rows = reversals.listing_rows(desk.db, found.order_id)
                looks.look_again(desk.db, rows, at=now)
                pushes.mark_listings_due(desk.db, rows, now=now)
            desk.write_calls()
        desk.tell(changes | Changes(shops=frozenset({shop.id}), orders=frozenset({found.wish.order})))

    def _tell(self, shop: Shop) -> None:
        self._desk.tell(Changes(shops=frozenset({shop.id})))
