"""What housekeeping does for the alerts: slices of products, a round over shops and incidents, and telling."""

from datetime import datetime

from app.core.changes import Changes
from app.store import alert_checks, alerts, catalog, floor_acts, pushes
from app.store.database import transaction
from app.store.sqlite import Connection


def check_some(db: Connection, *, now: datetime) -> Changes:
    """One slice of the products that wait to be checked; where the seller opted in, the plan at the floor too.

    What rings is told with the last slice: a thousand new floors are one message.
    """
    with transaction(db):
        products, changed = alert_checks.step(db, now=now)
        acted = floor_acts.by_themselves(db, products, now=now)
        due = pushes.mark_due(db, list(acted), now=now) if acted else frozenset()
        told = not alert_checks.wanted(db) and alerts.tell(db, now=now)
    return Changes(skus=catalog.skus(db, list(acted)), due=due, alerts=changed or told)


def check_round(db: Connection, *, listening_since: datetime, sends: bool = True, now: datetime) -> Changes:
    """Every shop, contact clock and watched update, and what was held until now. `sends`: does this computer send?"""
    with transaction(db):
        changed = alert_checks.check_shops(db, listening_since=listening_since, sends=sends, now=now)
        changed |= alert_checks.check_contacts(db, now=now)
        changed |= alert_checks.check_watched(db, now=now)
        alert_checks.ask_again(db, now=now)
        floor_acts.forget_changed(db, now=now)
        told = alerts.tell(db, now=now)
    return Changes(alerts=changed or told)
