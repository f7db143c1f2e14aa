"""Stock writes: what was about to be sent to a shop, stored before the call, and how it ended.

What is due is in `pushes`; the slots are the same.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from app.core.channel import ChannelInfo, Guard, StockWrite, WriteOutcome, WriteResult
from app.core.exposure import Write
from app.core.text import N_
from app.store import edits, listings, looks, promises
from app.store.moments import stamp
from app.store.pushes import Slot
from app.store.sqlite import Connection

GIVE_UP_AFTER = timedelta(hours=24)
GIVE_UP_TRIES = 8


def _as_write(info: ChannelInfo, write: StockWrite) -> Write:
    old = max(0, write.believed)  # below zero a number sells no less than at zero
    return Write(key=write.key, old=old, new=write.quantity, guard=info.guard)


def begin(db: Connection, info: ChannelInfo, writes: Sequence[tuple[Slot, StockWrite]], *, now: datetime) -> None:
    """Store what is about to be sent, with its idempotency key and what it promises, before it is sent.

    A repeated write still answers what was wanted when it was first sent: what came since stays due. It promises
    nothing more: either its key is known there, or the number is read first and nothing is sent blindly.
    """
    at = stamp(now)
    db.executemany(
        "update push set state = 'in_flight', answering = iif(?, answering, ?), quantity = ?, believed = ?,"
        " key_at = iif(key = ?, key_at, ?), key = ?, attempts = attempts + 1, unsure = 1 where listing_id = ?",
        [
            (write.repeated, slot.wanted, write.quantity, write.believed, write.key, at, write.key, slot.listing)
            for slot, write in writes
        ],
    )
    for slot, write in writes:
        if not write.repeated:
            promises.send(db, slot.listing, _as_write(info, write), now=now)


def settle(
    db: Connection, info: ChannelInfo, slot: Slot, write: StockWrite, result: WriteResult, *, now: datetime
) -> None:
    """Record how one write ended. It is acknowledged only if nothing newer came while the channel was being told."""
    if slot.pressed and result.outcome is not WriteOutcome.LATER:
        db.execute("update listing set pressed = 0, look_at = ? where id = ?", (stamp(now), slot.listing))
    if result.off is not None:
        db.execute("update listing set off = ? where id = ?", (result.off, slot.listing))
    match result.outcome:
        case WriteOutcome.DONE:
            _done(db, info, slot, write, result, now)
        case WriteOutcome.STALE:
            _again(db, slot, now, words=result.words, unsure=False)
            _took_no_effect(db, info, slot, write, now)
            looks.look_again(db, [slot.listing], at=now)
        case WriteOutcome.REFUSED:
            _ended(db, slot, "refused", result.words)
            _took_no_effect(db, info, slot, write, now)
        case WriteOutcome.GONE:
            _ended(db, slot, "refused", result.words)
            listings.gone(db, [slot.listing], at=now)
        case WriteOutcome.UNKNOWN:
            _again(db, slot, now, words=result.words, unsure=True)
            promises.unsure(db, slot.listing, _as_write(info, write), now=now)
        case WriteOutcome.LATER | WriteOutcome.AGAIN:
            _again(db, slot, now, words=result.words, unsure=write.repeated)
            if not write.repeated:
                promises.refuse(db, slot.listing, _as_write(info, write), now=now)


def _took_no_effect(db: Connection, info: ChannelInfo, slot: Slot, write: StockWrite, now: datetime) -> None:
    """This sending did nothing. Of an earlier one nobody knows: it counts until the number was read."""
    if write.repeated:
        looks.look_again(db, [slot.listing], at=now)
    else:
        promises.refuse(db, slot.listing, _as_write(info, write), now=now)


def _done(db: Connection, info: ChannelInfo, slot: Slot, write: StockWrite, result: WriteResult, now: datetime) -> None:
    at = stamp(now)
    shows = write.quantity if result.explained is None else result.explained
    if write.repeated and slot.believed is not None:
        shows += slot.believed - write.believed  # what its own orders moved since the first sending, which was the one
    blind = info.guard is Guard.ABSOLUTE
    db.execute(
        "update listing set believed = ?1, confirmed = ?1, confirmed_at = ?2, moved_at = ?2, differs = null,"
        " seen = coalesce(?3, seen), seen_at = iif(?3 is null, seen_at, ?2),"
        " look_at = iif(?4 or coalesce(?3, ?1) != ?1, ?2, look_at), settled = 1, settle_at = ?5,"
        " off = iif(off = 'parked' and ?1 > 0, '', off) where id = ?6",
        (shows, at, result.seen, blind, _settles_at(info, now) if shows < write.believed else None, slot.listing),
    )
    db.execute(
        "update push set state = iif(wanted = answering, 'acknowledged', 'due'),"
        " due_at = iif(wanted = answering, null, ?), unsure = 0, attempts = 0, words = '', next_at = null"
        " where listing_id = ?",
        (at, slot.listing),
    )
    edits.overtaken(db, [slot.listing], "replaced", now=now)
    if not blind and not info.settle_s:
        promises.settle(db, [slot.listing], now=now)


def _settles_at(info: ChannelInfo, now: datetime) -> str | None:
    """When nobody can buy by the old number any more. What a blind write overwrote counts until it was read again."""
    if info.guard is Guard.ABSOLUTE or not info.settle_s:
        return None
    # All that is lowered within such a time settles together: one transaction for many writes.
    return stamp(datetime.fromtimestamp((now.timestamp() // info.settle_s + 2) * info.settle_s, UTC))


def _again(db: Connection, slot: Slot, now: datetime, *, words: str, unsure: bool) -> None:
    db.execute(
        "update push set state = ?, words = ?, unsure = ? where listing_id = ?",
        ("gave_up" if given_up(slot, now) else "retrying", words, unsure, slot.listing),
    )


def given_up(slot: Slot, now: datetime) -> bool:
    """Was it due for a day, and really tried? A computer that slept over a failure has not tried since."""
    late = slot.due_at is not None and now - slot.due_at > GIVE_UP_AFTER
    return late and slot.attempts + 1 >= GIVE_UP_TRIES


def _ended(db: Connection, slot: Slot, state: str, words: str) -> None:
    db.execute(
        "update push set state = iif(wanted = answering, ?, 'due'), words = ?, unsure = 0 where listing_id = ?",
        (state, words, slot.listing),
    )


def recover(db: Connection, shop: int, *, now: datetime) -> None:
    """At start: what was in flight may or may not have taken effect, and what was given up is tried again."""
    db.execute(
        "update push set state = 'retrying', unsure = 1, words = ? where shop_id = ? and state = 'in_flight'",
        (str(N_("Plimsoll was closed while this was being sent")), shop),
    )
    revive(db, shop, now=now)


def revive(db: Connection, shop: int, *, now: datetime) -> None:
    """The shop answers again: what was given up becomes due."""
    db.execute(
        "update push set state = 'due', due_at = ?, attempts = 0 where shop_id = ? and state = 'gave_up'",
        (stamp(now), shop),
    )
