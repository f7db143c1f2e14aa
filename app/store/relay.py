"""The webhook relay as this inventory knows it: where it is, how far it was read, and what came by each address.

Keys and addresses are sealed before they come here. Nothing of a message is kept but its doorbells.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app.core.channel import Doorbell
from app.core.hooks import ORDERS, WEBHOOK
from app.store import inbox, looks, settings
from app.store.moments import moment, moment_or_none, stamp
from app.store.sqlite import Connection

MEASURED, LEAST_S = timedelta(days=30), 3600.0  # how far back its share of answers goes, and how little says nothing
FRESH = timedelta(minutes=2)  # a pull parks for 25 s: later than this the relay is silent
LEFT, AGAIN = "left", "again"  # of settings.RELAY_LEFT
TEST_HOLDS = timedelta(minutes=15)  # a test message that takes longer proves nothing any more


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """The relay that this inventory fetches from."""

    address: str
    device: str
    device_sealed: bytes
    paired_at: datetime
    cursor: int
    acked: int
    pulled_at: datetime | None
    heard_at: datetime | None
    waiting: int
    oldest_at: datetime | None
    trouble: str
    trouble_words: str
    trouble_since: datetime | None

    def answers(self, now: datetime) -> bool:
        """Did a pull work just now?"""
        return not self.trouble and self.pulled_at is not None and now - self.pulled_at < FRESH


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """The address that one shop's channel calls, and what came by it."""

    id: str
    shop: int
    address_sealed: bytes
    made_at: datetime
    lent: bool
    gone_at: datetime | None
    came: int
    forged: int
    lost: int
    heard_at: datetime | None
    forged_at: datetime | None
    test: str
    test_sent_at: datetime | None
    tested_at: datetime | None

    @property
    def proven(self) -> bool:
        """Has anything come all the way, and is the address still there?"""
        return self.gone_at is None and (self.heard_at is not None or self.tested_at is not None)


_PAIRED_AT = ("paired_at", "pulled_at", "heard_at", "oldest_at", "trouble_since")
_ENDPOINT_AT = ("made_at", "gone_at", "heard_at", "forged_at", "test_sent_at", "tested_at")


def paired(db: Connection) -> Paired | None:
    """The relay; None where there is none."""
    row = db.execute(
        "select address, device, device_sealed, paired_at, cursor, acked, pulled_at, heard_at, waiting, oldest_at,"
        " trouble, trouble_words, trouble_since from relay"
    ).fetchone()
    return Paired(**_fields(Paired.__slots__, row, _PAIRED_AT)) if row else None


def endpoints(db: Connection) -> list[Endpoint]:
    """Every address, by its shop."""
    rows = db.execute(
        "select id, shop_id, address_sealed, made_at, lent, gone_at, came, forged, lost, heard_at, forged_at, test,"
        " test_sent_at, tested_at from relay_endpoint order by shop_id"
    )
    return [Endpoint(**_fields(Endpoint.__slots__, row, _ENDPOINT_AT)) for row in rows]


def endpoint_of(db: Connection, shop: int) -> Endpoint | None:
    """A shop's address; None where it has none."""
    return next((one for one in endpoints(db) if one.shop == shop), None)


def _fields(names: Iterable[str], row: tuple[Any, ...], moments: Iterable[str]) -> dict[str, Any]:
    found = dict(zip(names, row, strict=True))
    return found | {name: moment_or_none(found[name]) for name in moments}


def heard_by_relay(db: Connection, shop: int, *, now: datetime) -> bool:
    """Is it known that this shop's webhooks arrive: a pull worked just now, and something came all the way?"""
    row = db.execute(
        "select relay.pulled_at from relay, relay_endpoint where shop_id = ? and relay.trouble = '' and gone_at is null"
        " and (relay_endpoint.heard_at is not null or tested_at is not null)",
        (shop,),
    ).fetchone()
    return bool(row and row[0]) and now - moment(row[0]) < FRESH


# ---------------------------------------------------------------------------------------------- pairing


def pair(db: Connection, address: str, device: str, device_sealed: bytes, *, now: datetime) -> None:
    """This is the relay from now on. Another one must have been left before."""
    db.execute(
        "insert into relay (only, address, device, device_sealed, paired_at) values (1, ?, ?, ?, ?)",
        (address, device, device_sealed, stamp(now)),
    )
    if left_to_another(db):
        settings.put(db, settings.RELAY_LEFT, None, now=now)


def leave(db: Connection) -> None:
    """Forget the relay, its keys and addresses."""
    for table in ("relay", "relay_key", "relay_endpoint"):
        db.execute(f"delete from {table}")


def put_key(db: Connection, name: str, sealed: bytes, *, now: datetime) -> None:
    """Keep one more sealing key."""
    db.execute("insert into relay_key (id, sealed, made_at) values (?, ?, ?)", (name, sealed, stamp(now)))


def keys(db: Connection) -> dict[str, bytes]:
    """Every sealing key by its name, sealed, the newest last."""
    return dict(db.execute("select id, sealed from relay_key order by made_at"))


def put_endpoint(db: Connection, name: str, shop: int, address_sealed: bytes, *, now: datetime) -> None:
    """A shop's address; a new one starts unproven."""
    db.execute(
        "insert into relay_endpoint (id, shop_id, address_sealed, made_at) values (?, ?, ?, ?)"
        " on conflict (id) do update set address_sealed = excluded.address_sealed, made_at = excluded.made_at,"
        " lent = 0, gone_at = null, heard_at = null, tested_at = null, test = '', test_sent_at = null",
        (name, shop, address_sealed, stamp(now)),
    )


def set_lent(db: Connection, name: str, *, lent: bool) -> None:
    """The relay was lent the secret that the channel signs with, or forgot it."""
    db.execute("update relay_endpoint set lent = ? where id = ?", (lent, name))


def drop_endpoint(db: Connection, name: str) -> None:
    """A shop has no address any more."""
    db.execute("delete from relay_endpoint where id = ?", (name,))


def set_known(db: Connection, names: Iterable[str], *, now: datetime) -> list[int]:
    """The relay knows these addresses; the shops of those that it has forgotten since."""
    known = list(names)
    marks = ",".join("?" * len(known))
    rows = db.execute(
        f"update relay_endpoint set gone_at = ? where gone_at is null and id not in ({marks}) returning shop_id",
        (stamp(now), *known),
    ).fetchall()
    return [shop for (shop,) in rows]


def begin_test(db: Connection, name: str, test: str, *, now: datetime) -> None:
    """A test message is about to be posted to this address."""
    db.execute("update relay_endpoint set test = ?, test_sent_at = ? where id = ?", (test, stamp(now), name))


# ---------------------------------------------------------------------------------------------- what came


def came(db: Connection, endpoint: Endpoint, bells: Iterable[Doorbell], *, at: datetime, now: datetime) -> None:
    """A genuine message arrived at the relay at `at`: ring what it names."""
    inbox.ring(db, endpoint.shop, list(bells), now=now)
    db.execute("update relay_endpoint set came = came + 1, heard_at = ? where id = ?", (stamp(at), endpoint.id))


def tested(db: Connection, endpoint: Endpoint, *, now: datetime) -> None:
    """The test message came back."""
    db.execute("update relay_endpoint set test = '', tested_at = ? where id = ?", (stamp(now), endpoint.id))


def forged(db: Connection, endpoint: Endpoint, *, at: datetime) -> None:
    """A message that the channel did not sign: counted, shown and dropped."""
    db.execute("update relay_endpoint set forged = forged + 1, forged_at = ? where id = ?", (stamp(at), endpoint.id))


def lost(db: Connection, endpoint: Endpoint, *, count: int = 1) -> None:
    """Messages that nobody can read any more."""
    db.execute("update relay_endpoint set lost = lost + ? where id = ?", (count, endpoint.id))


def reconcile(db: Connection, shop: int, key: str, *, now: datetime) -> None:
    """Something was missed: ask the shop for its orders at once, and read every linked number again."""
    bell = Doorbell(kind=ORDERS, ref="", key=f"relay/{key}", source=WEBHOOK)
    inbox.ring(db, shop, [bell], now=now)
    looks.look_at_all(db, shop, now=now)


def pulled(db: Connection, cursor: int, *, heard: bool, now: datetime) -> None:
    """A pull worked, and everything up to `cursor` is in the inbox."""
    _note(db, silent=False, now=now)
    db.execute(
        "update relay set cursor = ?1, pulled_at = ?2, heard_at = iif(?3, ?2, heard_at), trouble = '',"
        " trouble_words = '', trouble_since = null",
        (cursor, stamp(now), heard),
    )


def acked(db: Connection, upto: int) -> None:
    """The relay has deleted everything up to here, as we asked it to."""
    db.execute("update relay set acked = ?", (upto,))


def told_waiting(db: Connection, waiting: int, oldest_at: datetime | None) -> None:
    """How much waits at the relay, and since when."""
    at = stamp(oldest_at) if oldest_at else None
    db.execute("update relay set waiting = ?, oldest_at = ?", (waiting, at))


def troubled(db: Connection, kind: str, words: str, *, now: datetime) -> None:
    """The relay did not do what we asked."""
    _note(db, silent=True, now=now)
    db.execute(
        "update relay set trouble = ?, trouble_words = ?, trouble_since = coalesce(trouble_since, ?)",
        (kind, words, stamp(now)),
    )


def leave_to_another(db: Connection, words: str, *, now: datetime) -> None:
    """Another computer fetches here too: this one stops, so that each message comes to one place. It is silent, not
    down: how well the relay does is not counted by that.
    """
    settings.put(db, settings.RELAY_LEFT, LEFT, now=now)
    db.execute(
        "update relay set trouble = 'refused', trouble_words = ?, trouble_since = coalesce(trouble_since, ?)",
        (words, stamp(now)),
    )


def left_to_another(db: Connection) -> bool:
    """Does another computer fetch in place of this one?"""
    return bool(settings.get(db, settings.RELAY_LEFT) == LEFT)


def fetch_again(db: Connection, *, now: datetime) -> None:
    """This computer sends, so it fetches, too. What the other one has acknowledged until then is no news."""
    if paired(db) is not None:
        settings.put(db, settings.RELAY_LEFT, AGAIN, now=now)


def forgives(db: Connection, *, now: datetime) -> bool:
    """Is this the first pull after that? Asked once."""
    found = bool(settings.get(db, settings.RELAY_LEFT) == AGAIN)
    if found:
        settings.put(db, settings.RELAY_LEFT, None, now=now)
    return found


def _note(db: Connection, *, silent: bool, now: datetime) -> None:
    """A dated row where it fell silent, and one where it answers again."""
    if bool(settings.get(db, settings.RELAY_SILENT)) is not silent:
        settings.put(db, settings.RELAY_SILENT, 1 if silent else None, now=now)


def answered_share(db: Connection, *, now: datetime) -> float | None:
    """The share of the time that Plimsoll ran in which the relay answered: of the last 30 days, or since it was paired.

    None where there is no relay, or where Plimsoll hardly ran. Time away (`absence`) counts for neither.
    """
    found = paired(db)
    if found is None:
        return None
    begin = max(found.paired_at, now - MEASURED)
    away = [
        (moment(left), moment(back))
        for left, back in db.execute("select left_at, back_at from absence where back_at > ?", (stamp(begin),))
    ]
    silent = _silences(db, now)
    whole = (now - begin).total_seconds() - _inside(away, begin, now)
    lost = _inside(silent, begin, now) - sum(_inside(silent, max(left, begin), min(back, now)) for left, back in away)
    return max(0.0, 1 - lost / whole) if whole >= LEAST_S else None


def _silences(db: Connection, now: datetime) -> list[tuple[datetime, datetime]]:
    spans, begin = [], None
    for row in settings.history(db, settings.RELAY_SILENT):
        if row.value and begin is None:
            begin = row.at
        elif not row.value and begin is not None:
            spans.append((begin, row.at))
            begin = None
    return [*spans, (begin, now)] if begin is not None else spans


def _inside(spans: Iterable[tuple[datetime, datetime]], begin: datetime, end: datetime) -> float:
    """Seconds of these spans between two moments."""
    return sum(max(0.0, (min(last, end) - max(first, begin)).total_seconds()) for first, last in spans)
