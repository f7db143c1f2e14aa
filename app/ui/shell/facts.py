"""Everything that the window's frame shows, read at one moment. The frame compares and draws; only this reads."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.changes import Changes
from app.core.records import dataclass
from app.store import absence, health, incidents, overview, settings, shops
from app.store.absence import Absence
from app.store.alarms import Rung, open_alarms
from app.store.backup import newest_backup
from app.store.health import Pulse
from app.store.incidents import IncidentRow
from app.store.shops import STOPPED, Shop
from app.store.sqlite import Connection

if TYPE_CHECKING:
    from app.store.leaving import Leave

ALL_CONFIRMED = Pulse()
LATE_AFTER = timedelta(minutes=1)  # R28: updates are confirmed in under a minute


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One shop and how far it is behind.

    `owed`: this computer is the one that sends. `differs`: it shows a number that nobody of us wrote. `beyond`: so many
    listings sold more than they may have been showing. `asks`: how much waits for the seller's answer. `entered_at` is
    the newest sale entered for a place kept by hand.
    """

    shop: Shop
    pulse: Pulse = ALL_CONFIRMED
    owed: bool = True
    differs: bool = False
    beyond: int = 0
    asks: int = 0
    alarms: tuple[Rung, ...] = ()
    entered_at: datetime | None = None

    def behind(self, now: datetime) -> timedelta | None:
        """The larger of the age of its oldest unconfirmed number and of our word of its orders; None where nothing is
        sent.
        """
        return self.pulse.behind(now).age if self.sends and self.owed else None

    @property
    def ages(self) -> bool:
        """Does it grow older by the second how far it is behind?"""
        pulse = self.pulse
        return self.sends and (pulse.behind_since is not None or pulse.heard_at is not None)

    @property
    def sends(self) -> bool:
        """Would updates go out to it, if nobody held them?"""
        return self.shop.mode == "live" and not self.shop.by_hand

    def late(self, now: datetime) -> bool:
        """Is it further behind than a shop may be: by a minute, or by three polls of its orders?"""
        return self.sends and self.owed and self.pulse.behind(now).late

    def needs_a_look(self, now: datetime) -> bool:
        """Is there anything about it that the seller should see? A pause was meant: it needs none."""
        shop = self.shop
        asks = self.asks or self.differs or self.beyond or shop.held is not None or shop.trouble == "signed_out"
        asks = asks or shop.another == STOPPED
        slow = shop.mode != "paused" and (shop.trouble or self.late(now) or (self.sends and self.pulse.stuck))
        return bool(asks or slow or self.alarms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The inventory as its frame sees it. `stopped`: a bug ended the sync."""

    sample: bool = False
    stopped: bool = False
    sends_here: bool = True
    name: str = ""
    products: int = 0
    standings: tuple[Standing, ...] = ()
    incidents: tuple[IncidentRow, ...] = ()  # the open ones
    quiet: frozenset[int] = frozenset()  # those of them that only wait for the check of their fix
    saved_at: datetime | None = None
    backup_at: datetime | None = None
    away: Absence | None = None  # not seen by the seller yet
    prepared: "Leave | None" = None  # for being away, and still in force
    promotion: bool = False  # is promotion mode on?

    @property
    def empty(self) -> bool:
        """Is there nothing yet: no product and no shop?"""
        return not self.products and not self.standings

    @property
    def connected(self) -> tuple[Standing, ...]:
        """The shops that Plimsoll speaks to."""
        return tuple(standing for standing in self.standings if not standing.shop.by_hand)

    @property
    def updates(self) -> int:
        """How many updates wait to be sent."""
        return sum(standing.pulse.waiting for standing in self.standings if standing.sends)

    @property
    def offline(self) -> bool:
        """Does no shop answer? One alone may be down by itself; two at once are this computer's connection."""
        asked = [standing.shop for standing in self.connected if standing.shop.mode != "paused"]
        return len(asked) > 1 and all(shop.trouble == "unavailable" for shop in asked)


def read(db: Connection, *, sends_here: bool, sample: bool, backups: Path | None) -> Facts:
    """All of it."""
    facts = Facts(sample=sample, sends_here=sends_here, backup_at=newest_backup(backups) if backups else None)
    return read_again(db, facts, Changes(catalog=True, skus=frozenset({""})))


def read_again(db: Connection, facts: Facts, changes: Changes, *, now: datetime | None = None) -> Facts:
    """The same after something was written: read again what is concerned."""
    found = shops.shops(db)
    differing, beyond = overview.differing_shops(db), overview.beyond_by_shop(db)
    standings = tuple(
        replace(_standing(db, shop, owed=facts.sends_here), differs=shop.id in differing, beyond=beyond.get(shop.id, 0))
        for shop in found
    )
    own = settings.fact(db, settings.NAME) or next((shop.name for shop in found if not shop.by_hand), "")
    rush = settings.get(db, settings.PROMOTION) is not None
    facts = replace(
        facts, standings=standings, name=own, away=absence.unseen(db), prepared=_prepared(db), promotion=rush
    )
    if changes.skus or changes.orders or changes.incidents:
        opened = tuple(row for row in incidents.incidents(db) if row.closed_at is None)
        facts = replace(facts, incidents=opened, quiet=_quiet(db, opened, now), saved_at=overview.saved_at(db))
    if changes.catalog:
        facts = replace(facts, products=overview.products(db))
    return facts


def _prepared(db: Connection) -> "Leave | None":
    if settings.get(db, settings.AWAY) is None:
        return None
    from app.store import leaving  # hardly ever: the first paint does without

    return leaving.in_force(db)


def _quiet(db: Connection, opened: Sequence[IncidentRow], now: datetime | None) -> frozenset[int]:
    """Open incidents that ask for nothing. Only where a check runs is there anything to judge."""
    if now is None or not overview.checking(db):
        return frozenset()
    from app.store import incident_records

    return incident_records.quiet_ones(db, opened, now=now)


def _standing(db: Connection, shop: Shop, *, owed: bool) -> Standing:
    """`owed`: does this computer send? What another one confirms is not for us to count."""
    asks = health.asked(db, shop.id).all
    if shop.by_hand:
        return Standing(shop=shop, asks=asks, entered_at=health.by_hand(db, shop.id).last_at)
    pulse = health.pulse(db, shop.id) if owed else ALL_CONFIRMED
    alarms = _wanted(db, shop.id, open_alarms(db, shop.id))
    return Standing(shop=shop, pulse=pulse, owed=owed, asks=asks, alarms=alarms)


def _wanted(db: Connection, shop: int, alarms: tuple[Rung, ...]) -> tuple[Rung, ...]:
    """Those that the seller did not switch off."""
    if not alarms:
        return ()
    from app.core.alerting import Kind  # hardly ever: the first paint does without
    from app.store import alert_rules

    chosen = alert_rules.chosen(db)
    return tuple(one for one in alarms if alert_rules.rule(chosen, Kind(one.kind.value), shop=shop).on)
