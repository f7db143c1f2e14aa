"""The check before a promotion: everything is sent, everything is read back, and the seller signs what was found.

The lanes do the work; here stands how far it is. So it goes on after the window, or the program, was closed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.store import looks, pushes, shops
from app.store.moments import moment, moment_or_none, stamp
from app.store.shops import Shop
from app.store.sqlite import Connection

# Listings that hold a number: linked, counted, there, and their product has a first number.
_HELD = (
    "from listing join push on listing_id = listing.id join stock_level using (product_id)"
    " where listing.shop_id = ?1 and started and counted and gone_at is null and stock_of is null"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopCheck:
    """How far a shop is: how many numbers it holds, has confirmed, and was read back of. `sends` False: only read."""

    shop: Shop
    sends: bool
    sent_at: datetime | None
    read_at: datetime | None
    left_out: bool
    all: int = 0
    sent: int = 0
    read: int = 0

    @property
    def done(self) -> bool:
        """Nothing more is waited for."""
        return self.left_out or self.read_at is not None

    @property
    def may_go_on(self) -> bool:
        """Is its present step over?"""
        return not self.done and (self.sent == self.all if self.sent_at is None else self.read == self.all)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A number that is not as it should be."""

    shop: str
    listing: int
    sku: str
    title: str
    should: int | None
    shows: int | None
    state: str  # differs, refused, unread, gone
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check. `ticks`: what was ticked, by shop (0: about none) and point."""

    id: int
    began_at: datetime
    compared_at: datetime | None
    signed_at: datetime | None
    ended_at: datetime | None
    note: str
    shops: tuple[ShopCheck, ...] = ()
    ticks: dict[tuple[int, str], datetime] = field(default_factory=dict)

    @property
    def compared(self) -> bool:
        """Was every shop read back, or left out?"""
        return all(one.done for one in self.shops)


_CHECK = "select id, began_at, compared_at, signed_at, ended_at, note from promotion_check"


def _check(db: Connection, row: Sequence[Any]) -> Check:
    number, began_at, compared_at, signed_at, ended_at, note = row
    ticks = db.execute(
        "select shop_id, point, ticked_at from promotion_check_tick where check_id = ? and ticked_at is not null",
        (number,),
    )
    return Check(
        id=number,
        began_at=moment(began_at),
        compared_at=moment_or_none(compared_at),
        signed_at=moment_or_none(signed_at),
        ended_at=moment_or_none(ended_at),
        note=note,
        shops=_shop_checks(db, number, began_at, live=ended_at is None),
        ticks={(shop, point): moment(at) for shop, point, at in ticks},
    )


def _shop_checks(db: Connection, check: int, began_at: str, *, live: bool) -> tuple[ShopCheck, ...]:
    rows = db.execute(
        "select shop_id, sends, sent_at, read_at, left_out from promotion_check_shop where check_id = ?"
        " order by shop_id",
        (check,),
    ).fetchall()
    found = []
    for number, sends, sent_at, read_at, left_out in rows:
        shop = shops.shop(db, number)
        if shop is None:  # removed meanwhile
            continue
        counts = _counts(db, number, sent_at or began_at) if live else (0, 0, 0)
        found.append(
            ShopCheck(
                shop=shop,
                sends=bool(sends),
                sent_at=moment_or_none(sent_at),
                read_at=moment_or_none(read_at),
                left_out=bool(left_out),
                all=counts[0],
                sent=counts[1],
                read=counts[2],
            )
        )
    return tuple(found)


def _counts(db: Connection, shop: int, since: str) -> tuple[int, int, int]:
    row = db.execute(
        "select count(*), coalesce(sum(state in ('acknowledged', 'refused', 'gave_up')), 0),"
        " coalesce(sum(settled and coalesce(seen_at, '') >= ?2), 0)"
        f" {_HELD}",
        (shop, since),
    ).fetchone()
    return int(row[0]), int(row[1]), int(row[2])


def open_check(db: Connection) -> Check | None:
    """The check that is under way."""
    row = db.execute(_CHECK + " where ended_at is null").fetchone()
    return _check(db, row) if row else None


def checks(db: Connection, *, limit: int = 20) -> list[Check]:
    """Checks that came to an end, newest first."""
    rows = db.execute(_CHECK + " where ended_at is not null order by id desc limit ?", (limit,)).fetchall()
    return [_check(db, row) for row in rows]


def last_signed_at(db: Connection) -> datetime | None:
    """When a check was last signed."""
    row = db.execute("select max(signed_at) from promotion_check").fetchone()
    return moment_or_none(row[0])


def begin(db: Connection, *, sends_here: bool, now: datetime) -> frozenset[int]:
    """Begin: everything becomes due at every shop that is live, but for what somebody else typed, which waits for the
    seller. Inside a transaction. The shops concerned.
    """
    check = db.execute("insert into promotion_check (began_at) values (?) returning id", (stamp(now),)).fetchone()[0]
    found = [shop for shop in shops.shops(db) if not shop.by_hand]
    for shop in found:
        sends = shop.sends and sends_here
        db.execute(
            "insert into promotion_check_shop (check_id, shop_id, sends, sent_at) values (?, ?, ?, ?)",
            (check, shop.id, sends, None if sends else stamp(now)),
        )
        if sends:
            rows = db.execute(f"select listing.id {_HELD} and listing.differs is null", (shop.id,)).fetchall()
            pushes.mark_listings_due(db, [number for (number,) in rows], now=now)
        else:
            looks.look_at_all(db, shop.id, now=now)
    go_on(db, now=now)
    return frozenset(shop.id for shop in found)


def go_on(db: Connection, *, now: datetime) -> frozenset[int]:
    """Take each shop one step on, once the last is done. The shops that have something new to do."""
    check = open_check(db)
    if check is None:
        return frozenset()
    due = set()
    for one in check.shops:
        if not one.may_go_on:
            continue
        due.add(one.shop.id)
        if one.sent_at is None:
            _stamp_shop(db, check.id, one.shop.id, "sent_at", now)
            looks.look_at_all(db, one.shop.id, now=now)
        else:
            _stamp_shop(db, check.id, one.shop.id, "read_at", now)
    if (
        check.compared_at is None
        and not db.execute(
            "select 1 from promotion_check_shop where check_id = ? and read_at is null and not left_out", (check.id,)
        ).fetchone()
    ):
        db.execute("update promotion_check set compared_at = ? where id = ?", (stamp(now), check.id))
    return frozenset(due)


def _stamp_shop(db: Connection, check: int, shop: int, column: str, now: datetime) -> None:
    db.execute(
        f"update promotion_check_shop set {column} = ? where check_id = ? and shop_id = ?", (stamp(now), check, shop)
    )


def leave_out(db: Connection, check: int, shop: int, *, now: datetime) -> None:
    """Do not wait for this shop: it is listed as not read back."""
    db.execute("update promotion_check_shop set left_out = 1 where check_id = ? and shop_id = ?", (check, shop))
    go_on(db, now=now)


def tick(db: Connection, check: int, shop: int, point: str, *, on: bool, now: datetime) -> None:
    """The seller ticked a point of the list, or took it back."""
    db.execute(
        "insert into promotion_check_tick (check_id, shop_id, point, ticked_at) values (?, ?, ?, ?)"
        " on conflict do update set ticked_at = excluded.ticked_at",
        (check, shop, point, stamp(now) if on else None),
    )


def give_up(db: Connection, check: int, *, now: datetime) -> None:
    """End it without a signature."""
    db.execute("update promotion_check set ended_at = ? where id = ?", (stamp(now), check))


def sign(db: Connection, check: int, *, note: str, now: datetime) -> None:
    """Keep what was found as a snapshot, and end it. One that has ended already stays as it is."""
    found = open_check(db)
    if found is None or found.id != check:
        return
    for one in found.shops:
        rows = _states(db, one, now=now)
        db.executemany(
            "insert into promotion_check_row (check_id, listing_id, should, shows, state, words)"
            " values (?, ?, ?, ?, ?, ?)",
            [(check, row.listing, row.should, row.shows, row.state, row.words) for row in rows],
        )
    at = stamp(now)
    db.execute(
        "update promotion_check set signed_at = ?, ended_at = ?, note = ? where id = ?", (at, at, note.strip(), check)
    )


def differences(db: Connection, check: Check, *, now: datetime) -> list[Difference]:
    """What is not as it should be: of a check under way as it is now, of one that ended as it was signed."""
    if check.ended_at is None:
        found = [row for one in check.shops for row in _states(db, one, now=now)]
        return [row for row in found if row.state != "agrees"]
    rows = db.execute(
        "select shop.name, listing_id, coalesce(product.sku, listing.sku), coalesce(product.title, listing.title),"
        " should, shows, state, words from promotion_check_row join listing on listing.id = listing_id"
        " join shop on shop.id = shop_id left join product on product.id = product_id"
        " where check_id = ? and state != 'agrees' order by shop.id, 3",
        (check.id,),
    )
    names = list(Difference.__slots__)
    return [Difference(**dict(zip(names, row, strict=True))) for row in rows]


def compared_listings(db: Connection, check: Check) -> int:
    """How many numbers the check compares."""
    if check.ended_at is None:
        return sum(one.all for one in check.shops)
    row = db.execute("select count(*) from promotion_check_row where check_id = ?", (check.id,)).fetchone()
    return int(row[0])


def _states(db: Connection, one: ShopCheck, *, now: datetime) -> list[Difference]:
    """Every number of a shop against what it should be."""
    should = {slot.listing: slot.offer.quantity for slot in pushes.offers(db, one.shop.id, now=now)}
    rows = db.execute(
        "select listing.id, product.sku, product.title, listing.believed, gone_at is not null, state, words,"
        " coalesce(seen_at, '') from listing join push on listing_id = listing.id join product on product.id ="
        " product_id join stock_level using (product_id) where listing.shop_id = ? and started and counted"
        " and stock_of is null order by product.sku",
        (one.shop.id,),
    )
    since = stamp(one.sent_at) if one.sent_at else "9"
    return [
        Difference(
            shop=one.shop.name,
            listing=number,
            sku=sku,
            title=title,
            should=should.get(number),
            shows=shows,
            state=_state(gone, state, read=seen_at >= since, same=shows == should.get(number)),
            words=words,
        )
        for number, sku, title, shows, gone, state, words, seen_at in rows
    ]


def _state(gone: int, state: str, *, read: bool, same: bool) -> str:
    if gone:
        return "gone"
    if state in ("refused", "gave_up"):
        return "refused"
    if not read:
        return "unread"
    return "agrees" if same else "differs"
