"""Connected shops: their mode, cursors, troubles, and their sealed secrets."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from app.core.records import dataclass
from app.store import settings
from app.store.moments import moment, moment_or_none, stamp
from app.store.sqlite import Connection

if TYPE_CHECKING:
    from app.core.caches import CacheProbe
    from app.core.channel import ChannelInfo

SIGN_IN_ENDS = "sign_in_ends"  # the setting that says when the seller has to sign in again
CACHES = "caches"  # the same: what a probe for caches saw, as JSON
KEEPS_HOOKS = "keeps_hooks"  # the same: the seller let Plimsoll set up its webhooks, and it keeps them so
ANOTHER = "another"  # the same: another computer is also Plimsoll for this shop; STOPPED, SEEN, or nothing
STOPPED = "stopped"  # so sending was stopped, and the seller has not decided yet
SEEN = "seen"  # nothing is sent from here anyway
TAKES_OVER = "takes_over"  # the same: the seller said that this computer sends; until the shop's mark says so too
BY_HAND = "stall"  # a place kept by hand: no connector, no lane


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """One connected account, or a place kept by hand."""

    id: int
    channel: str
    name: str
    letter: str
    address: str
    way: str
    settings: dict[str, str]
    mode: str  # 'looking': nothing is sent yet; 'live'; 'paused'
    held: int | None  # Plimsoll stopped sending by itself: so many listings changed from outside at once
    connected_at: datetime
    orders_cursor: str | None
    orders_read_at: datetime | None
    opened: bool
    listings_read_at: datetime | None
    success_at: datetime | None
    trouble: str | None
    trouble_words: str
    trouble_since: datetime | None
    placed_from: datetime | None = None  # what the shop's own clock showed at `connected_at`, where that is known
    behind_s: float = 0.0  # how far the shop's clock is behind ours, as last measured; negative when it is ahead

    @property
    def connected_there(self) -> datetime:
        """When it was connected, by the shop's own clock: orders are dated by it."""
        return self.connected_at if self.placed_from is None else self.placed_from

    @property
    def by_hand(self) -> bool:
        """Is it kept by hand, with no connection?"""
        return self.channel == BY_HAND

    @property
    def another(self) -> str:
        """Is another computer also Plimsoll for it: STOPPED, SEEN, or empty where none is known?"""
        return self.settings.get(ANOTHER, "")

    @property
    def takes_over(self) -> bool:
        """Has the seller just said that this computer sends, whatever another one does?"""
        return bool(self.settings.get(TAKES_OVER))

    @property
    def sign_in_ends(self) -> datetime | None:
        """When the seller has to sign in again, if Plimsoll does not run until then; None: the channel has no end."""
        return moment_or_none(self.settings.get(SIGN_IN_ENDS))

    @property
    def caches(self) -> "CacheProbe | None":
        """What the last look for caches saw; None where nobody has looked."""
        from app.core.caches import CacheLook, CacheProbe, Layer

        kept = json.loads(self.settings.get(CACHES, "null"))
        if kept is None:
            return None
        looks = tuple(CacheLook(layer=Layer(layer), old=old, after_s=after) for layer, old, after in kept["looks"])
        return CacheProbe(at=moment(kept["at"]), looks=looks)

    @property
    def sends(self) -> bool:
        """May stock be sent to it now?"""
        return self.mode == "live" and self.held is None and not self.by_hand


CLOCKS_AGREE = timedelta(seconds=2)  # an answer bears its time in whole seconds and has travelled: less says nothing

_SHOP = (
    "select id, channel, name, letter, address, way, settings, mode, held, connected_at, orders_cursor,"
    " orders_read_at, opened, listings_read_at, success_at, trouble, trouble_words, trouble_since, connected_there,"
    " behind_s"
    " from shop where removed_at is null"
)


def _shop(row: tuple[Any, ...]) -> Shop:
    fields = dict(zip(Shop.__slots__, row, strict=True))
    fields["settings"] = json.loads(fields["settings"])
    fields["connected_at"] = moment(fields["connected_at"])
    fields["opened"] = bool(fields["opened"])
    for name in ("orders_read_at", "listings_read_at", "success_at", "trouble_since", "placed_from"):
        fields[name] = moment_or_none(fields[name])
    return Shop(**fields)


def shops(db: Connection) -> list[Shop]:
    """Every shop in use, in the order they were connected."""
    return [_shop(row) for row in db.execute(_SHOP + " order by id")]


def shop(db: Connection, number: int) -> Shop | None:
    """One shop; None when it was removed."""
    row = db.execute(_SHOP + " and id = ?", (number,)).fetchone()
    return _shop(row) if row else None


def add(
    db: Connection,
    *,
    channel: str,
    name: str,
    letter: str,
    address: str = "",
    way: str = "",
    options: Mapping[str, str] | None = None,
    cursor: str | None = None,
    behind: timedelta = timedelta(0),
    now: datetime,
) -> int:
    """Add a shop in 'looking' mode: nothing is sent. Its order cursor is set here, before anything is read.

    `behind`: how far its clock is behind ours.
    """
    added = db.execute(
        "insert into shop (channel, name, letter, address, way, settings, connected_at, orders_cursor,"
        " connected_there, behind_s) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            channel,
            name,
            letter,
            address,
            way,
            json.dumps(dict(options or {})),
            stamp(now),
            cursor,
            stamp(now - _apart(behind)),
            _apart(behind).total_seconds(),
        ),
    )
    assert added.lastrowid is not None
    settings.put(db, settings.MODE, "looking", shop=added.lastrowid, now=now)
    return added.lastrowid


def _apart(behind: timedelta) -> timedelta:
    return behind if abs(behind) > CLOCKS_AGREE else timedelta(0)


def set_mode(db: Connection, number: int, mode: str, *, now: datetime) -> None:
    """'looking', 'live' or 'paused', kept as a dated row as well. To go live or to look only lifts a hold.

    Going live sends our numbers: what somebody else had changed there is put back by that. A pause decides nothing
    about what was changed: that is still asked.
    """
    db.execute("update shop set mode = ?1, held = iif(?1 = 'paused', held, null) where id = ?2", (mode, number))
    if mode == "live":
        from app.store import edits

        edits.settled_by_going_live(db, number, now=now)
    settings.put(db, settings.MODE, mode, shop=number, now=now)


def hold(db: Connection, number: int, *, changed: int) -> None:
    """So many listings changed from outside that sending stops until the seller decides."""
    db.execute("update shop set held = ? where id = ?", (changed, number))


def release(db: Connection, number: int) -> None:
    """The seller has decided about what was changed from outside."""
    db.execute("update shop set held = null where id = ?", (number,))


def remove(db: Connection, number: int, *, now: datetime) -> None:
    """Take a shop out of use. Its orders and entries stay; its secrets go."""
    db.execute("update shop set removed_at = ?, mode = 'paused' where id = ?", (stamp(now), number))
    db.execute("delete from shop_secret where shop_id = ?", (number,))
    db.execute("update listing set product_id = null, look_at = null where shop_id = ?", (number,))


def save_cursor(db: Connection, number: int, cursor: str) -> None:
    """Remember how far orders were read: only after the page it covers was booked."""
    db.execute("update shop set orders_cursor = ? where id = ?", (cursor, number))


def poll_complete(db: Connection, number: int, *, began_at: datetime, behind: timedelta = timedelta(0)) -> None:
    """Everything that changed before `began_at` has been read. `behind`: how far the shop's clock is behind ours."""
    db.execute(
        "update shop set orders_read_at = ?, behind_s = ? where id = ?",
        (stamp(began_at), _apart(behind).total_seconds(), number),
    )


def opened(db: Connection, number: int) -> None:
    """The orders that were open when the shop was connected have been read."""
    db.execute("update shop set opened = 1 where id = ?", (number,))


def listings_read(db: Connection, number: int, *, at: datetime) -> None:
    """Every listing has been read."""
    db.execute("update shop set listings_read_at = ? where id = ?", (stamp(at), number))


def well(db: Connection, number: int, *, now: datetime) -> None:
    """The shop answered."""
    db.execute(
        "update shop set success_at = ?, trouble = null, trouble_words = '', trouble_since = null where id = ?",
        (stamp(now), number),
    )


def troubled(db: Connection, number: int, *, kind: str, words: str, now: datetime) -> None:
    """The shop did not do what we asked: 'unavailable', 'signed_out' or 'refused', and since when."""
    db.execute(
        "update shop set trouble = ?, trouble_words = ?, trouble_since = coalesce(trouble_since, ?) where id = ?",
        (kind, words, stamp(now), number),
    )


def set_manner(db: Connection, number: int, info: "ChannelInfo") -> None:
    """How the shop's channel writes, settles and is polled: what the offer policy needs to know of it."""
    poll_s = info.live_poll_s or info.poll_s
    db.execute(
        "update shop set guard = ?1, settle_s = ?2, poll_s = ?3 where id = ?4"
        " and (guard, settle_s, poll_s) is not (?1, ?2, ?3)",
        (info.guard.value, info.settle_s, poll_s, number),
    )


def set_option(db: Connection, number: int, name: str, value: str) -> None:
    """Keep one of the shop's connection settings (its location, its API version)."""
    db.execute("update shop set settings = json_set(settings, '$.' || ?, ?) where id = ?", (name, value, number))


def keep_probe(db: Connection, number: int, probe: "CacheProbe") -> None:
    """Keep what a look for caches saw."""
    looks = [[look.layer.value, look.old, round(look.after_s, 1)] for look in probe.looks]
    set_option(db, number, CACHES, json.dumps({"at": stamp(probe.at), "looks": looks}))


def put_secret(db: Connection, number: int, name: str, sealed: bytes) -> None:
    """Keep a sealed secret. Clear text never comes here."""
    db.execute(
        "insert into shop_secret (shop_id, name, sealed) values (?, ?, ?)"
        " on conflict do update set sealed = excluded.sealed",
        (number, name, sealed),
    )


def sealed_secrets(db: Connection, number: int) -> dict[str, bytes]:
    """A shop's secrets, still sealed."""
    return dict(db.execute("select name, sealed from shop_secret where shop_id = ?", (number,)))


def set_way(db: Connection, number: int, way: str) -> None:
    """How the shop is signed in to."""
    db.execute("update shop set way = ? where id = ?", (way, number))
