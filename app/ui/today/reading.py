"""What Today reads: the most pressing incident, floors, links, counts and the day's deeds. Nothing is written here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.audits import Standing as Audited
from app.core.stopping import all_stopped
from app.core.today import ShopLinks
from app.store import decisions, health, incidents, letters, stops, today, waiting
from app.store.incidents import IncidentRow
from app.store.shops import Shop
from app.store.sqlite import Connection
from app.store.today import Coming, CountDue, Done, Fired, Floors, Sale
from app.ui.incidents.customer_list import message_state
from app.ui.incidents.stop_words import row_of
from app.ui.shell.facts import Facts, Standing
from app.ui.today import words
from app.ui.today.incident_card import Pressing, Waits
from app.ui.today.words import Line
from app.ui.words import tr, trn

_NEVER = timedelta(days=36_500)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenOnes:
    """The open incidents: the most pressing one in full, the others by their rows."""

    pressing: Pressing | None = None
    others: tuple[IncidentRow, ...] = ()

    @property
    def all(self) -> int:
        """How many are open."""
        return len(self.others) + (1 if self.pressing is not None else 0)

    @property
    def short(self) -> int:
        """How many of them still promise more than there is, or have somebody who waits for a word."""
        first = self.pressing
        grave = first is not None and bool(first.row.short or first.unwritten)
        return sum(bool(row.short) for row in self.others) + int(grave)


def open_ones(db: Connection, now: datetime) -> OpenOnes:
    """Who must be written to first leads; then what is short; then the oldest. Joined ones are one."""
    heads: dict[int, IncidentRow] = {}
    for row in incidents.open_incidents(db):
        known = heads.get(row.head)
        if known is None or (row.short, row.id == row.head) > (known.short, known.id == known.head):
            heads[row.head] = row
    clocks = {row.id: waiting.clock_of(db, row.id, now=now) for row in heads.values()}

    def pressing(row: IncidentRow) -> tuple[timedelta, bool, int]:
        clock = clocks[row.id]
        left = clock.left(now) if clock is not None and clock.stopped_at is None else _NEVER
        return left, not row.short, row.id

    rows = sorted(heads.values(), key=pressing)
    if not rows:
        return OpenOnes()
    row = rows[0]
    listed = [row_of(stopped).stop for stopped in stops.stops(db, row.id)]
    first = Pressing(
        row=row,
        clock=clocks[row.id],
        waits=tuple(_waits(db, row, now)),
        stopped=bool(listed) and all_stopped(listed),
        listed=bool(listed),
    )
    return OpenOnes(pressing=first, others=tuple(rows[1:]))


def _waits(db: Connection, row: IncidentRow, now: datetime) -> list[Waits]:
    """Those who are short first: they are the ones to be written to."""
    written, decided = letters.letters(db, row.head), decisions.decided(db, row.id)
    found = waiting.customers(db, row.id, now=now)
    kept = [one for one in found if one.short or one.order in written]
    rows = []
    for one in kept:
        glyph, state = message_state(one, written.get(one.order), decided.get(one.order), now)
        rows.append(Waits(customer=one, glyph=glyph, state=state))
    return rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that the page shows, as it was at one moment. `to_look_at`: so many shops need a look, `lines` say why."""

    facts: Facts
    now: datetime
    opened: OpenOnes
    floors: Floors
    links: tuple[ShopLinks, ...]
    due: tuple[CountDue, ...]
    fired: Fired
    coming: Coming
    sale: Sale
    audits: tuple[Audited, ...]
    lines: tuple[Line, ...]
    to_look_at: int
    done: Done

    @property
    def shops(self) -> dict[int, Shop]:
        """By number."""
        return {standing.shop.id: standing.shop for standing in self.facts.standings}

    @property
    def stall(self) -> int | None:
        """The first place that is kept by hand."""
        return next((standing.shop.id for standing in self.facts.standings if standing.shop.by_hand), None)

    @property
    def session(self) -> int | None:
        """The newest open count."""
        return next((one.session for one in self.due if one.session is not None), None)


def read(db: Connection, facts: Facts, now: datetime) -> Reading:
    """All of it."""
    links = tuple(today.links(db))
    fired = today.fired(db)
    lines = [_lines(db, standing, links, fired, now) for standing in facts.standings]
    return Reading(
        facts=facts,
        now=now,
        opened=open_ones(db, now),
        floors=today.floors(db, now=now),
        links=links,
        due=tuple(today.counts_due(db, now=now)),
        fired=fired,
        coming=today.coming(db, now=now),
        sale=today.sale(db, now=now),
        audits=tuple(today.audits_due(db, now=now)),
        lines=tuple(line for of_shop in lines for line in of_shop),
        to_look_at=sum(bool(of_shop) for of_shop in lines),
        done=today.done(db, now=now),
    )


def _lines(db: Connection, standing: Standing, links: Sequence[ShopLinks], fired: Fired, now: datetime) -> list[Line]:
    """What to look at in a shop. Sold lines without a product are told of among the links."""
    unbooked = next((one.unbooked for one in links if one.shop == standing.shop.id), 0)
    differs = _differs(db, standing, now)
    known = words.channel_lines(standing, now, asks=standing.asks - unbooked, differs=differs)
    alerts = [one for one in fired.shops if one.shop == standing.shop.id]
    return known + words.alert_lines(standing.shop, alerts, known)


def _differs(db: Connection, standing: Standing, now: datetime) -> tuple[str, str]:
    """ "WooCommerce shows 41, should be 37", and of which product; how many more there are."""
    edits = health.edits(db, standing.shop.id, now=now, limit=1) if standing.differs else []
    if not edits or edits[0].should is None:
        return "", ""
    first, more = edits[0], health.count_edits(db, standing.shop.id) - 1
    values = {"shop": standing.shop.name, "shows": first.shows, "should": first.should}
    said = tr("{shop} shows {shows}, should be {should}", **values)
    if more:
        return said, trn("{title}, and {n} more differs", "{title}, and {n} more differ", more, title=first.title)
    return said, first.title
