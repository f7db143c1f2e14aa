"""Telling a shop its numbers: what is due, the most urgent first, and what became of every write."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from app.core.changes import Changes
from app.core.channel import StockWrite, WriteOutcome, WriteResult
from app.core.text import N_
from app.errors import ChannelError, ChannelRefused, ChannelUnavailable
from app.store import catalog, confirmations, lags, lineup, listings, looks, plans, promises, pushes, sending, settings
from app.store.confirmations import Ended
from app.store.database import transaction
from app.store.pushes import Slot
from app.store.shops import Shop
from app.sync.desk import Desk, seconds, together
from app.sync.urgency import Turn, rank, usual_price

PLAN_MAX = 250  # listings planned in every step: a long restock never delays an urgent write
PLACE_MAX = 2000  # listings given their place in one step: some 0.2 s, so that no step takes long
LINE_LIFE = timedelta(minutes=10)  # how a split is divided, and what is risked, follow the clock
ASK_AGAIN_AFTER = timedelta(minutes=5)
AFTER_GONE = timedelta(seconds=1)
KEY_LIFE = timedelta(hours=23)  # Shopify keeps an idempotency key for 24 h; after that the same key is a new write

Writes = Sequence[tuple[Slot, StockWrite]]


@dataclass(frozen=True, slots=True)
class Plan:
    """What waits to be sent to a shop, and what must be looked at before it can be decided."""

    lowers: tuple[Slot, ...] = ()
    raises: tuple[Slot, ...] = ()
    looks: tuple[Slot, ...] = ()
    waits_for_poll: bool = False
    more: bool = False  # there is more that was not planned yet: plan again at once

    @property
    def lowering(self) -> bool:
        """Does anything wait that must be lowered, or may have to be?"""
        return bool(self.lowers or self.looks or self.waits_for_poll or self.more)


class Push:
    """One shop's stock writes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._line_at: datetime | None = None  # since when a line is kept of what waits: only of very much
        self._usual = 1.0  # what a piece costs on average, in that line
        self._alone: set[int] = set()  # listings whose group was spoiled by another one: sent under their own key
        self._one_by_one = False  # two calls at once ended badly: its host may not bear them. Until the next start

    def plan(self, shop: Shop, now: datetime) -> Plan:
        """Sort what is due, the most urgent first."""
        db = self._desk.db
        waiting = lineup.waiting(db, shop.id, now=now, limit=PLAN_MAX + 1)
        if not waiting:
            return Plan()
        crowded = len(waiting) > PLAN_MAX
        numbers, more = self._front(shop, now) if crowded else self._everything(waiting)
        found = self._sorted(shop, numbers, now)
        return Plan(
            lowers=_of(found, Turn.LOWERS),
            raises=() if more else _of(found, Turn.RAISES),  # among the others there may be something to lower
            looks=_of(found, Turn.LOOKS),
            waits_for_poll=lineup.unsettled(db, shop.id),
            more=more or (crowded and bool(_of(found, Turn.IDLE))),
        )

    def _everything(self, waiting: list[int]) -> tuple[list[int], bool]:
        self._line_at = None
        return waiting, False

    def _front(self, shop: Shop, now: datetime) -> tuple[list[int], bool]:
        """Of very many that wait those in front, and whether there may be some that have no place yet."""
        db = self._desk.db
        if self._line_at is None or abs(now - self._line_at) > LINE_LIFE:
            lineup.clear(db, shop.id)
            self._line_at, self._usual = now, lineup.usual_price(db, shop.id, now=now)
        marks = lineup.without_place(db, shop.id, now=now, limit=PLACE_MAX)
        if marks:
            found = self._sorted(shop, list(marks), now)
            ranks = {slot.listing: rank(turn, slot, self._usual) for turn, slot in found}
            lineup.place(db, shop.id, marks, ranks)
        return lineup.front(db, shop.id, now=now, limit=PLAN_MAX), len(marks) == PLACE_MAX

    def _sorted(self, shop: Shop, numbers: Sequence[int], now: datetime) -> list[tuple[Turn, Slot]]:
        """What is to be done with these listings, the most urgent first.

        Those that already show their offer are confirmed without a call.
        """
        desk = self._desk
        found = [(self._turn(slot, now), slot) for slot in self._due(numbers, now)]
        idle = _of(found, Turn.IDLE)
        if idle:
            with transaction(desk.db):
                pushes.confirm_idle(desk.db, idle, now=now)
            desk.tell(Changes(skus=frozenset(slot.sku for slot in idle), shops=frozenset({shop.id})))
        usual = usual_price(slot for _, slot in found) if self._line_at is None else self._usual
        return sorted(found, key=lambda one: rank(one[0], one[1], usual))

    def _due(self, numbers: Sequence[int], now: datetime) -> list[Slot]:
        """What waits of these. A product that should be split, or shared again, is so before its numbers are told."""
        desk = self._desk
        due = pushes.due(desk.db, numbers, now=now)
        turning = list({slot.product for slot in due if slot.turns})
        if not turning:
            return due
        for at in range(0, len(turning), PLAN_MAX):
            with transaction(desk.db):
                changed = list(plans.rethink(desk.db, turning[at : at + PLAN_MAX], now=now))
                shops = pushes.mark_due(desk.db, changed, now=now)
            desk.tell(Changes(skus=catalog.skus(desk.db, changed), due=shops))
        return pushes.due(desk.db, numbers, now=now)

    def _turn(self, slot: Slot, now: datetime) -> Turn:
        if not self._ready(slot, now):
            looks = slot.settled and (slot.look_at is None or slot.look_at <= now)
            return Turn.LOOKS if looks else Turn.WAITS
        if slot.idle:
            return Turn.IDLE
        return Turn.LOWERS if slot.lowers or slot.unsure else Turn.RAISES

    def _ready(self, slot: Slot, now: datetime) -> bool:
        """Do we know enough to write? What was not read, not explained, or is of unknown fate is looked at first."""
        stale = slot.state == "retrying" and slot.look_at is not None
        if slot.believed is None or not slot.settled or stale:
            return False
        return not slot.unsure or self._repeatable(slot, now)

    def _repeatable(self, slot: Slot, now: datetime) -> bool:
        """May the very same write be sent again under its key?"""
        fresh = slot.key_at is not None and now - slot.key_at < KEY_LIFE
        return self._desk.channel.info.repeatable and fresh and slot.sent_quantity is not None

    def look(self, shop: Shop, slots: Sequence[Slot]) -> None:
        """Read the numbers that a due write depends on."""
        read_stock(self._desk, shop, [slot.ref for slot in slots])

    def send(self, shop: Shop, slots: Sequence[Slot], now: datetime) -> None:
        """Write one batch, or as many as may be under way together.

        The intents and their keys are stored before the calls, each outcome after them.
        """
        desk, batches = self._desk, self._batches(slots)
        with transaction(desk.db, lasting=True):
            # Under the lock: two lanes that raise at once must not both spend the same piece.
            every = [slot for batch in batches for slot in batch]
            allowed = {slot.listing for slot in pushes.still_allowed(desk.db, every, now=now)}
            permitted = [self._writes([slot for slot in batch if slot.listing in allowed]) for batch in batches]
            told = [writes for writes in permitted if writes]
            sending.begin(desk.db, desk.channel.info, [write for writes in told for write in writes], now=now)
        answers = desk.at_once([partial(self._tell, writes) for writes in told])
        troubles = [self._end(shop, writes, answer) for writes, answer in zip(told, answers, strict=True)]
        trouble = next((error for error in troubles if error is not None), None)
        if trouble is not None:
            self._one_by_one = self._one_by_one or len(told) > 1
            raise trouble

    def _tell(self, writes: Writes) -> Sequence[WriteResult] | ChannelError:
        slot, write = writes[0]
        try:
            if slot.pressed and not write.repeated:
                return [self._desk.channel.put_on_sale(write.ref, write.quantity)]
            return self._desk.channel.set_stock([write for _, write in writes])
        except ChannelError as error:
            return error

    def _end(self, shop: Shop, writes: Writes, answer: Sequence[WriteResult] | ChannelError) -> ChannelError | None:
        """Keep what became of a batch. What the lane must back off for, if anything."""
        if isinstance(answer, ChannelError):
            refused = isinstance(answer, ChannelRefused)
            outcome = WriteOutcome.REFUSED if refused else WriteOutcome.LATER
            if isinstance(answer, ChannelUnavailable) and answer.sent:
                outcome = WriteOutcome.UNKNOWN
            self._settle(shop, writes, _all(writes, outcome, answer.words or str(answer.title)))
            return None if refused else answer
        self._settle(shop, writes, answer)
        lost = [result for result in answer if result.outcome in (WriteOutcome.UNKNOWN, WriteOutcome.LATER)]
        if not lost:
            return None
        return ChannelUnavailable(
            N_("The shop did not say whether it took the number."),
            N_("Plimsoll finds out before it sends anything else there."),
            words=lost[0].words,
        )

    def _batches(self, slots: Sequence[Slot]) -> list[list[Slot]]:
        """What is sent now: one batch, or several where the shop bears calls beside each other."""
        found = [self._batch(slots)]
        at_once = 1 if self._one_by_one or found[0][0].pressed else self._desk.channel.info.writes_at_once
        while len(found) < at_once:
            taken = {slot.listing for batch in found for slot in batch}
            rest = [slot for slot in slots if slot.listing not in taken and not slot.pressed]
            if not rest:
                break
            found.append(self._batch(rest))
        return found

    def _batch(self, slots: Sequence[Slot]) -> list[Slot]:
        if slots[0].pressed:  # what the seller pressed goes alone
            return list(slots[:1])
        group = slots[0].batch
        same = [slot for slot in slots if slot.batch == group and not slot.pressed]
        info = self._desk.channel.info
        if info.write_keys is None:
            return same[: info.write_batch]
        if slots[0].unsure:  # what was sent together is sent together again, or its key does not know it
            keys = list(dict.fromkeys(slot.key for slot in same if slot.unsure))[: info.write_keys]
            return [slot for slot in same if slot.unsure and slot.key in keys]
        if slots[0].listing in self._alone:
            return [slot for slot in same if slot.listing in self._alone and not slot.unsure][: info.write_keys]
        fresh = [slot for slot in same if slot.listing not in self._alone and not slot.unsure]
        return fresh[: info.write_batch]

    def _writes(self, slots: Sequence[Slot]) -> list[tuple[Slot, StockWrite]]:
        """What is sent, each under its own key; where there are fewer keys than listings, some share one."""
        keys = self._desk.channel.info.write_keys
        together = 1 if keys is None else max(1, -(-len(slots) // keys))
        found, key = [], ""
        for at, slot in enumerate(slots):
            if at % together == 0 and not slot.unsure:
                key = self._desk.new_key()
            found.append((slot, self._write(slot, key)))
        return found

    def _write(self, slot: Slot, key: str) -> StockWrite:
        if slot.unsure:
            assert slot.sent_quantity is not None
            assert slot.sent_believed is not None
            return StockWrite(
                ref=slot.ref,
                quantity=slot.sent_quantity,
                believed=slot.sent_believed,
                key=slot.key,
                repeated=True,
                batch=slot.batch,
            )
        assert slot.believed is not None
        return StockWrite(
            ref=slot.ref,
            quantity=slot.offer.quantity,
            believed=slot.believed,
            key=key,
            batch=slot.batch,
        )

    def _settle(self, shop: Shop, writes: Writes, results: Sequence[WriteResult]) -> None:
        desk, now = self._desk, self._desk.clock()
        desk.steady.tell(now)
        by_ref = {result.ref: result for result in results}
        self._remember_spoiled(writes, by_ref)
        with transaction(desk.db):
            for slot, write in writes:
                silent = WriteResult(ref=slot.ref, outcome=WriteOutcome.UNKNOWN)
                sending.settle(desk.db, desk.channel.info, slot, write, by_ref.get(slot.ref, silent), now=now)
            written = [slot.listing for slot, _ in writes]
            self._look_again(written, now)
            due = pushes.mark_freed(desk.db, written, now=now, others_only=True)
            lags.add(desk.db, shop.id, "write", _delays(writes, by_ref, desk.steady.sends_since, now), now=now)
            confirmations.add(desk.db, shop.id, _ended(writes, by_ref, now), now=now)
            desk.write_calls()
        skus = frozenset(slot.sku for slot, _ in writes)
        desk.tell(Changes(skus=skus, shops=frozenset({shop.id}), due=due))

    def _remember_spoiled(self, writes: Writes, results: Mapping[str, WriteResult]) -> None:
        spoiled = {ref for ref, result in results.items() if result.outcome is WriteOutcome.AGAIN}
        self._alone -= {slot.listing for slot, _ in writes}
        self._alone |= {slot.listing for slot, write in writes if write.ref in spoiled}

    def settle(self, shop: Shop, now: datetime) -> None:
        """Numbers that were lowered hold by now: what was taken from here may be shown elsewhere."""
        desk = self._desk
        with transaction(desk.db):
            done = promises.to_settle(desk.db, shop.id, now=now)
            promises.settle(desk.db, done, now=now)
            due = pushes.mark_freed(desk.db, done, now=now)
        desk.tell(Changes(shops=frozenset({shop.id}), due=due))

    def _look_again(self, written: Sequence[int], now: datetime) -> None:
        """Where a write may have run over a sale: look a moment later, at all that was written meanwhile together.
        While the seller leaves: look at once, at everything.
        """
        wait = self._desk.channel.info.look_again_s
        if settings.get(self._desk.db, settings.AWAY) is not None:  # the seller leaves: read back what was told
            looks.look_again_if_written(self._desk.db, written, at=now)
        elif wait is not None:
            looks.look_again_if_written(self._desk.db, written, at=together(now + seconds(wait), wait))


def _of(found: Sequence[tuple[Turn, Slot]], turn: Turn) -> tuple[Slot, ...]:
    return tuple([slot for its, slot in found if its is turn])


def _delays(writes: Writes, results: Mapping[str, WriteResult], since: datetime, now: datetime) -> list[float]:
    """Seconds from a change to its confirmation, of lowered numbers: what a sale waits for, with queue and retries.

    What was due before `since` waited for something else than the shop: for the computer to wake, or for the seller.
    """
    return [
        (now - slot.due_at).total_seconds()
        for slot, write in writes
        if slot.due_at is not None
        and since <= slot.due_at <= now
        and write.quantity < write.believed
        and slot.ref in results
        and results[slot.ref].outcome is WriteOutcome.DONE
    ]


def _ended(writes: Writes, results: Mapping[str, WriteResult], now: datetime) -> list[Ended]:
    """The writes that have come to an end, well or badly; the others are tried again and end later."""
    found = []
    for slot, write in writes:
        outcome = results[slot.ref].outcome if slot.ref in results else WriteOutcome.UNKNOWN
        badly = outcome in (WriteOutcome.REFUSED, WriteOutcome.GONE)
        done = outcome is WriteOutcome.DONE
        if done or badly or sending.given_up(slot, now):
            found.append(Ended(listing=slot.listing, quantity=write.quantity, due_at=slot.due_at, confirmed=done))
    return found


def _all(writes: Writes, outcome: WriteOutcome, words: str) -> list[WriteResult]:
    return [WriteResult(ref=slot.ref, outcome=outcome, words=words) for slot, _ in writes]


def read_stock(desk: Desk, shop: Shop, refs: Sequence[str]) -> None:
    """Look at these listings' numbers. They count once an order poll begun after this look can explain them."""
    wanted = list(refs[: desk.channel.info.read_batch])
    readings = desk.channel.stock(wanted)
    read_at = desk.clock()
    with transaction(desk.db):
        gone = listings.save_readings(desk.db, shop.id, readings, read_at=read_at)
        due = pushes.mark_freed(desk.db, gone, now=read_at)
        # Where some are gone the others may not have been reached; that is over with those.
        again_at = read_at + (AFTER_GONE if gone else ASK_AGAIN_AFTER)
        looks.not_answered(desk.db, shop.id, set(wanted) - {reading.ref for reading in readings}, at=again_at)
        desk.write_calls()
    desk.tell(Changes(shops=frozenset({shop.id}), due=due))
