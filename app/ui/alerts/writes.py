"""What the seller decides about alerts and at the floor, each in one transaction; hand it to `bridge.perform`."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from app.core.alerting import Kind, Pace
from app.core.changes import Changes
from app.store import alert_rules, alerts, catalog, floor_acts, pushes, settings
from app.store.alert_rules import Value
from app.store.database import transaction
from app.store.sqlite import Connection

Values = Mapping[Kind, Value]


def put_rules(
    db: Connection, before: Values, after: Values, *, shop: int = 0, product: int = 0, now: datetime
) -> Changes:
    """Which alerts are on here, and with which limits; only what changed gets a row."""
    with transaction(db):
        for kind, value in after.items():
            if value != before.get(kind):
                alert_rules.put(db, kind, value, shop=shop, product=product, now=now)
    return Changes(settings=True, alerts=True)


def put_pace(db: Connection, pace: Pace, *, now: datetime) -> Changes:
    """When the seller hears of them."""
    with transaction(db):
        alert_rules.put_pace(db, pace, now=now)
    return Changes(settings=True)


def put_switch(db: Connection, name: str, value: str | None, *, product: int = 0, now: datetime) -> Changes:
    """On the screen or not; the plan at the floor by itself or not."""
    with transaction(db):
        settings.put(db, name, value, product=product, now=now)
    return Changes(settings=True)


def send_test(db: Connection, *, now: datetime) -> Changes:
    """A test by all the ways that an alert takes."""
    with transaction(db):
        alerts.test(db, now=now)
    return Changes(alerts=True)


def shown(db: Connection, upto: int, *, now: datetime) -> Changes:
    """What was told up to this notice was on the screen."""
    with transaction(db):
        alerts.shown(db, upto, now=now)
    return Changes()


def pause_at_floor(db: Connection, product: int, listings: Sequence[int], acts: list[int], *, now: datetime) -> Changes:
    """Pause a product on these listings. `acts` receives what can be undone."""
    with transaction(db):
        acts += floor_acts.pause(db, product, listings, now=now)
        due = pushes.mark_due(db, [product], now=now)
    return Changes(skus=catalog.skus(db, [product]), due=due, shops=due, catalog=True, alerts=True)


def end_acts(
    db: Connection, product: int, acts: Sequence[int], how: str, *, press: Collection[int] = (), now: datetime
) -> Changes:
    """Put back what these acts did at the floor."""
    with transaction(db):
        due = frozenset(floor_acts.end(db, acts, how, press=press, now=now))
    return _acted(db, product, due)


def act_again(db: Connection, product: int, acts: Sequence[int], *, now: datetime) -> Changes:
    """Do again what was put back."""
    with transaction(db):
        due = frozenset(floor_acts.again(db, acts, now=now))
    return _acted(db, product, due)


def _acted(db: Connection, product: int, due: frozenset[int]) -> Changes:
    return Changes(skus=catalog.skus(db, [product]), due=due, shops=due, settings=True, catalog=True, alerts=True)
