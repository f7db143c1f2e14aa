"""The relay's lane: pull, open, check, ring, and only then acknowledge. It knows no channel and keeps no message.

Everything of one pull is one transaction: doorbells, counts, what was missed, and the cursor. So a kill between any two
steps costs a repetition, which the doorbells' keys know again, and never a message.
"""

import hmac
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from app.core.changes import Changes
from app.core.notices import Notice, ReadHook, Said
from app.core.text import N_
from app.errors import PlimsollError, RelayError
from app.relay.client import TEST_HEADER, Interrupted, Waiting
from app.relay.envelope import Envelope, NotOurs, Place, unseal
from app.relay.wire import PULL_WAIT_S, Gap, Kept, Pulled
from app.store import absence, another, relay, shops
from app.store.database import transaction
from app.store.relay import Endpoint, Paired
from app.store.sqlite import Connection
from app.sync.backoff import Backoff

IDLE_S = 30.0
BACK_OFF_MOST_S = 60.0
ANOTHER_FETCHES = N_("Another computer fetches from this relay too.")


class Fetches(Protocol):
    """The relay, as far as the lane asks it. Raises `RelayError`, and `Interrupted` after `interrupt`."""

    def pull(self, after: int, *, wait: int = PULL_WAIT_S) -> Pulled:
        """What came after a number."""

    def ack(self, upto: int) -> int | None:
        """Everything up to a number may be deleted; how much there was to delete, if the relay tells."""

    def waiting(self) -> Waiting:
        """How much waits there."""

    def endpoints(self) -> list[str]:
        """The addresses that the relay knows."""

    def interrupt(self) -> None:
        """End what is waited for, from another thread."""

    def close(self) -> None:
        """Let go of the connection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayDesk:
    """What the lane works with. `key` and `secrets` unseal: a sealing key by its name, a shop's webhook secrets."""

    db: Connection
    client: Fetches
    clock: Callable[[], datetime]
    tell: Callable[[Changes], None]
    wake: Callable[[frozenset[int]], None]  # these shops' lanes
    key: Callable[[str], bytes | None]
    secrets: Callable[[int], Sequence[str]]
    readers: Mapping[str, ReadHook]
    rng: random.Random


@dataclass(frozen=True, slots=True)
class _Judged:
    """One record: whose it is, when it arrived at the relay, and what is to be done about it."""

    endpoint: Endpoint
    at: datetime
    said: Said | None = None
    forged: bool = False
    test: bool = False
    missed: str = ""  # why nobody can read it: the shop is read instead


class RelayLane:
    """One paired relay."""

    def __init__(self, desk: RelayDesk) -> None:
        self._desk = desk
        self._backoff = Backoff(desk.rng, most_s=BACK_OFF_MOST_S)
        self._checked = False

    def step(self) -> float:
        """One unit of work; seconds until there is something to do again."""
        desk, now = self._desk, self._desk.clock()
        left = self._backoff.left(now)
        if left > 0:
            return min(left, IDLE_S)
        paired = relay.paired(desk.db)
        if paired is None or relay.left_to_another(desk.db):
            return IDLE_S
        try:
            self._work(paired)
        except Interrupted:
            return IDLE_S
        except RelayError as error:
            return self._troubled(error)
        except PlimsollError as error:  # the vault does not open a key: nothing may be acknowledged
            return self._troubled(RelayError(error.title, error.advice, kind="refused"))
        self._backoff.succeeded()
        return 0.0

    def interrupt(self) -> None:
        """End a parked poll at once. May be called from any thread."""
        self._desk.client.interrupt()

    def close(self) -> None:
        """Let go of the relay and of the database."""
        self._desk.client.close()
        self._desk.db.close()

    # ---------------------------------------------------------------------------------------- one unit of work

    def _work(self, paired: Paired) -> None:
        if not self._checked:
            self._check()
            self._checked = True
            return
        pulled = self._desk.client.pull(paired.cursor)
        if pulled.first <= paired.cursor:
            self._go_back(paired, pulled)
            return
        cursor = self._take(paired, pulled)
        if cursor > paired.acked and not relay.left_to_another(self._desk.db):
            self._acknowledge(cursor, len([one for one in pulled.records if one.seq > paired.cursor]))

    def _acknowledge(self, cursor: int, fetched: int) -> None:
        """What was fetched just now can only be gone already where somebody else acknowledged it meanwhile."""
        desk = self._desk
        deleted = desk.client.ack(cursor)
        elsewhere = deleted is not None and deleted < fetched
        stopped: frozenset[int] = frozenset()
        with transaction(desk.db, lasting=elsewhere):  # nobody tells this a second time
            relay.acked(desk.db, cursor)
            if elsewhere:
                stopped = self._leave_it(desk.clock())
        if stopped:
            self._tell(stopped)

    def _leave_it(self, now: datetime) -> frozenset[int]:
        """Another computer fetches here, with our own key: it is Plimsoll for these shops, too.

        This one stops sending to them, and stops fetching, so that all messages come to one place. Only where nothing
        is sent anyway it goes on: then nobody is harmed, and a backup that was put back looks just like this.
        """
        db = self._desk.db
        found = [shops.shop(db, one.shop) for one in relay.endpoints(db) if one.gone_at is None]
        live = [shop for shop in found if shop is not None and shop.mode == "live"]
        for shop in live:
            another.stop(db, shop, now=now)
        if live:
            relay.leave_to_another(db, str(ANOTHER_FETCHES), now=now)
        return frozenset(shop.id for shop in live)

    def _check(self) -> None:
        """At the start: does the relay still know our addresses, and how much waits there?"""
        desk, now = self._desk, self._desk.clock()
        known, waiting = desk.client.endpoints(), desk.client.waiting()
        with transaction(desk.db):
            forgotten = relay.set_known(desk.db, known, now=now)
            for shop in forgotten:
                relay.reconcile(desk.db, shop, f"forgotten/{now.isoformat()}", now=now)
            relay.told_waiting(desk.db, waiting.messages, waiting.oldest_at)
        self._tell(frozenset(forgotten))

    def _go_back(self, paired: Paired, pulled: Pulled) -> None:
        """The relay still has, or has anew, numbers that we have read: fetch them once more.

        Either our acknowledgement never arrived, or the relay was put back from a backup and counts from there again.
        Then what it took in between is lost, and every shop is read.
        """
        desk, now = self._desk, self._desk.clock()
        touched: frozenset[int] = frozenset()
        with transaction(desk.db, lasting=True):
            if pulled.first <= paired.acked:
                touched = self._miss_all(relay.endpoints(desk.db), f"back/{pulled.first}", now)
            relay.pulled(desk.db, max(0, pulled.first - 1), heard=False, now=now)
            relay.acked(desk.db, min(paired.acked, max(0, pulled.first - 1)))
        self._tell(touched)

    def _take(self, paired: Paired, pulled: Pulled) -> int:
        """Everything of one pull in one transaction; the number up to which all is in the inbox."""
        desk = self._desk
        known = {one.id: one for one in relay.endpoints(desk.db)}
        records = [one for one in pulled.records if one.seq > paired.cursor]
        begins = records[0].seq if records else pulled.first
        judged = [self._judge(one, known) for one in records]
        now = desk.clock()
        touched: frozenset[int] = frozenset()
        with transaction(desk.db, lasting=True):
            if begins > paired.cursor + 1:  # acknowledged by another computer, or gone at the relay
                touched = self._miss_all(list(known.values()), f"hole/{begins}", now)
            for record, verdicts in zip(records, judged, strict=True):
                for verdict in verdicts:
                    self._keep(verdict, f"{record.seq}/{record.at_ms}", now)
                    touched |= {verdict.endpoint.shop}
            cursor = records[-1].seq if records else begins - 1
            relay.pulled(desk.db, cursor, heard=bool(records), now=now)
            known_of = relay.forgives(desk.db, now=now)
            if begins > paired.cursor + 1 and not known_of and _acknowledged_elsewhere(paired, pulled):
                touched |= self._leave_it(now)
            self._count(records, max(0, pulled.newest - cursor), now)
        if touched or records or paired.trouble:
            self._tell(touched)
        return cursor

    def _count(self, records: Sequence[Kept | Gap], left: int, now: datetime) -> None:
        oldest = _moment(records[-1].at_ms, now) if left and records else None
        relay.told_waiting(self._desk.db, left, oldest)
        absence.count_messages(self._desk.db, [_moment(one.at_ms, now) for one in records if isinstance(one, Kept)])

    # ---------------------------------------------------------------------------------------- one record

    def _judge(self, record: Kept | Gap, known: Mapping[str, Endpoint]) -> list[_Judged]:
        """What is to be done about a record, without doing it. Nothing for an address that is no longer ours."""
        at = _moment(record.at_ms, self._desk.clock())
        if isinstance(record, Gap):
            return [_Judged(known[name], at, missed=record.why) for name in record.endpoints if name in known]
        endpoint = known.get(record.endpoint)
        if endpoint is None:
            return []
        envelope = self._opened(record)
        if envelope is None:
            return [_Judged(endpoint, at, missed="unreadable")]
        given = envelope.header(TEST_HEADER)
        if given and endpoint.test and hmac.compare_digest(given.encode("latin-1"), endpoint.test.encode()):
            return [_Judged(endpoint, at, test=True)]
        said = self._read(endpoint, envelope)
        return [_Judged(endpoint, at, said=said, forged=said is None)]

    def _opened(self, record: Kept) -> Envelope | None:
        key = self._desk.key(record.key)
        if key is None:
            return None
        try:
            return unseal(record.sealed, Place(endpoint=record.endpoint, seq=record.seq, at_ms=record.at_ms), key)
        except NotOurs:
            return None

    def _read(self, endpoint: Endpoint, envelope: Envelope) -> Said | None:
        """What the shop's channel said; None where its signature does not hold."""
        desk = self._desk
        shop = shops.shop(desk.db, endpoint.shop)
        reader = desk.readers.get(shop.channel) if shop else None
        if reader is None:
            return None
        pairs = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in envelope.headers)
        return reader(Notice(headers=pairs, body=envelope.body), desk.secrets(endpoint.shop))

    def _keep(self, judged: _Judged, key: str, now: datetime) -> None:
        db, endpoint = self._desk.db, judged.endpoint
        if judged.missed:
            relay.lost(db, endpoint)
            relay.reconcile(db, endpoint.shop, f"{judged.missed}/{key}", now=now)
        elif judged.forged:
            relay.forged(db, endpoint, at=judged.at)
        elif judged.test:
            relay.tested(db, endpoint, now=now)
        elif judged.said is not None:
            relay.came(db, endpoint, judged.said.bells, at=judged.at, now=now)

    def _miss_all(self, endpoints: Sequence[Endpoint], key: str, now: datetime) -> frozenset[int]:
        """Nobody knows what was missed: every shop with an address is read."""
        for endpoint in endpoints:
            relay.lost(self._desk.db, endpoint)
            relay.reconcile(self._desk.db, endpoint.shop, f"{key}/{now.isoformat()}", now=now)
        return frozenset(endpoint.shop for endpoint in endpoints)

    # ---------------------------------------------------------------------------------------- how it went

    def _tell(self, touched: frozenset[int]) -> None:
        self._desk.wake(touched)
        self._desk.tell(Changes(shops=touched, settings=True))

    def _troubled(self, error: RelayError) -> float:
        desk, now = self._desk, self._desk.clock()
        wait = self._backoff.failed(error, now)
        self._checked = False  # it may come back as another one
        with transaction(desk.db):
            relay.troubled(desk.db, error.kind, str(error.title), now=now)
        self._tell(frozenset())
        return min(wait, IDLE_S)


def _acknowledged_elsewhere(paired: Paired, pulled: Pulled) -> bool:
    """Numbers are missing after our cursor: was it another computer, or did they only grow too old?"""
    if pulled.acked is not None:
        return pulled.acked > paired.cursor
    first = next((one for one in pulled.records if one.seq > paired.cursor), None)
    return not (isinstance(first, Gap) and first.why == "expired")


def _moment(at_ms: int, otherwise: datetime) -> datetime:
    """A moment of the relay's clock; ours for one that no calendar has."""
    try:
        return datetime.fromtimestamp(at_ms / 1000, UTC)
    except (OverflowError, ValueError, OSError):
        return otherwise
