"""What the step Fix and check writes: settings with who changed them, checks, ticks, tags, costs and follow-ups."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.core.changes import Changes
from app.core.closing import DONE, Cost, Tag, Tick
from app.core.fixing import Act, Check, possible
from app.core.followups import Outcome, Todo
from app.core.offer import Way
from app.core.text import N_
from app.errors import PlimsollError
from app.rules import Rule, put_rules
from app.store import closing, families, fix_checks, followups, settings
from app.store.database import transaction
from app.store.incidents import IncidentRow
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """A change that the seller presses: `before` and `after` as they are kept in the record."""

    act: Act
    before: str
    after: str
    shop: int = 0
    who: str = ""


def hold_back(db: Connection, row: IncidentRow, pieces: int | None, applied: Applied, *, now: datetime) -> Changes:
    """Held back of the product: everywhere, or in one shop on top of that."""
    rules = [Rule(name=settings.HELD_BACK, value=pieces, shop=applied.shop)]
    if applied.shop:
        way = None if pieces is None else Way.EXTRA.value
        rules.append(Rule(name=settings.HELD_BACK_WAY, value=way, shop=applied.shop))
    return _ruled(db, row, rules, applied, sku=row.sku, now=now)


def prefer(db: Connection, row: IncidentRow, claim: int | None, applied: Applied, *, now: datetime) -> Changes:
    """The better claim to the last pieces goes to one shop; None: no claim of its own any more."""
    rules = [Rule(name=settings.PRIORITY, value=claim, shop=applied.shop)]
    return _ruled(db, row, rules, applied, sku=None, now=now)


def _ruled(
    db: Connection, row: IncidentRow, rules: Sequence[Rule], applied: Applied, *, sku: str | None, now: datetime
) -> Changes:
    with transaction(db):
        changes = put_rules(db, rules, sku=sku, now=now)
        _record(db, row, applied, now)
    return changes | _touched(row)


def put_levels(
    db: Connection, row: IncidentRow, floor: int | None, reorder_at: int | None, applied: Applied, *, now: datetime
) -> Changes:
    """Floor and reorder at of the product."""
    with transaction(db):
        settings.put(db, settings.FLOOR, floor, product=row.product_id, now=now)
        settings.put(db, settings.REORDER_POINT, reorder_at, product=row.product_id, now=now)
        _record(db, row, applied, now)
    return Changes(settings=True, skus=frozenset({row.sku})) | _touched(row)


def put_alert(db: Connection, row: IncidentRow, applied: Applied, *, on: bool, now: datetime) -> Changes:
    """Warn of each refused or late update of the product, or do not."""
    with transaction(db):
        settings.put(db, settings.ALERT, 1 if on else None, product=row.product_id, now=now)
        _record(db, row, applied, now)
    return Changes(settings=True) | _touched(row)


def _record(db: Connection, row: IncidentRow, applied: Applied, now: datetime) -> None:
    closing.fixed(
        db, row.id, applied.act, before=applied.before, after=applied.after, shop=applied.shop, who=applied.who, now=now
    )


def begin_check(db: Connection, row: IncidentRow, check: Check, *, who: str, now: datetime) -> Changes:
    """Plimsoll looks from now on whether it holds. Raises `PlimsollError` for numbers that are not possible."""
    wrong = possible(check.days, check.orders)
    if wrong is not None:
        raise PlimsollError(wrong, N_("Nothing was changed."))
    with transaction(db):
        fix_checks.begin(db, row.id, check, who=who, now=now)
    return _touched(row)


def stop_check(db: Connection, row: IncidentRow, *, now: datetime) -> Changes:
    """No check any more."""
    with transaction(db):
        fix_checks.stop(db, row.id, now=now)
    return _touched(row)


def tick(db: Connection, row: IncidentRow, which: Tick, *, done: bool, who: str, now: datetime) -> Changes:
    """The seller ticks what the records leave open, or takes that back."""
    return _say(db, row, f"tick.{which.value}", DONE if done else None, who=who, now=now)


def does_not_apply(db: Connection, row: IncidentRow, which: Tick, reason: str, *, who: str, now: datetime) -> Changes:
    """A tick does not apply, and why. Raises `PlimsollError` without a reason."""
    words = reason.strip()
    if not words or words == DONE:
        raise PlimsollError(N_("Say why it does not apply."), N_("Nothing was changed."))
    return _say(db, row, f"tick.{which.value}", words, who=who, now=now)


def put_tag(db: Connection, row: IncidentRow, tag: Tag, *, on: bool, now: datetime) -> Changes:
    """What came with it."""
    return _say(db, row, f"tag.{tag.value}", "1" if on else None, who="", now=now)


def put_cost(db: Connection, row: IncidentRow, cost: Cost, minor: int | None, *, now: datetime) -> Changes:
    """What the seller knows of a cost, in minor units; None: nothing."""
    return _say(db, row, f"cost.{cost.value}", None if minor is None else str(minor), who="", now=now)


def _say(db: Connection, row: IncidentRow, name: str, value: str | None, *, who: str, now: datetime) -> Changes:
    with transaction(db):
        closing.say(db, row.id, name, value, who=who, now=now)
    return _touched(row)


def put_hour(db: Connection, row: IncidentRow, minor: int | None, currency: str, *, now: datetime) -> Changes:
    """What an hour of the seller is worth, for every incident."""
    with transaction(db):
        settings.put(db, settings.HOUR, None if minor is None else f"{minor} {currency}", now=now)
    return Changes(settings=True) | _touched(row)


def add_work(db: Connection, incident: int, seconds: int) -> Changes:
    """The seller worked on it for so long. Nothing on screen has to be read again because of that."""
    with transaction(db):
        closing.work(db, incident, seconds)
    return Changes()


def finish(db: Connection, incident: int, todo: Todo, outcome: Outcome, *, now: datetime) -> Changes:
    """A follow-up was done."""
    with transaction(db):
        followups.finish(db, families.head_of(db, incident), todo, outcome, now=now)
    return Changes(incidents=frozenset({incident}))


def take_back(db: Connection, incident: int, todo: Todo) -> Changes:
    """It was not done after all."""
    with transaction(db):
        followups.take_back(db, families.head_of(db, incident), todo)
    return Changes(incidents=frozenset({incident}))


def _touched(row: IncidentRow) -> Changes:
    return Changes(incidents=frozenset({row.id}))
