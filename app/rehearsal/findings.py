"""What a step would have oversold: how it came, why, and what would have prevented it."""

from datetime import datetime, timedelta

from app.core.diagnosis import diagnose
from app.core.diagnosis_facts import Facts
from app.core.diagnosis_replay import otherwise
from app.core.rehearsal import Moment, Oversold
from app.store import evidence, scratch
from app.store.sqlite import Connection

SHOWN = 5  # products with a timeline; of the others only the pieces are said
LINES = 24  # of a timeline
BEFORE = timedelta(minutes=10)  # so long before the order that went over


def oversold(db: Connection, before: dict[int, int], began_at: datetime, *, now: datetime) -> tuple[Oversold, ...]:
    """Every product that was promised more often than it is there, most pieces first.

    Nothing came in and nothing was cancelled meanwhile: what is available then and now says it all.
    """
    short = {}
    for product, available in scratch.levels(db).items():
        pieces = max(0, -available) - max(0, -before.get(product, available))
        if pieces > 0 and product not in scratch.bundles(db):
            short[product] = pieces
    names, incidents = scratch.products(db, list(short)), scratch.new_incidents(db, since=began_at)
    order = sorted(short, key=lambda product: (-short[product], names[product]))
    return tuple(
        _oversold(db, names[product], short[product], incidents.get(product) if place < SHOWN else None, began_at, now)
        for place, product in enumerate(order)
    )


def _oversold(
    db: Connection, name: tuple[str, str], pieces: int, incident: int | None, began_at: datetime, now: datetime
) -> Oversold:
    sku, title = name
    facts = evidence.gather(db, incident, now=now) if incident is not None else None
    if facts is None:
        return Oversold(sku=sku, title=title, pieces=pieces)
    found = diagnose(facts).proposed
    return Oversold(
        sku=sku,
        title=title,
        pieces=pieces,
        cause=found.cause.value,
        why=found.reasons,
        prevented=tuple((one.change.value, min(pieces, one.prevented)) for one in otherwise(facts)),
        timeline=_timeline(facts, began_at),
    )


def _timeline(facts: Facts, began_at: datetime) -> tuple[Moment, ...]:
    """What was sold, heard and told around the order that went over."""
    over = [sale for sale in facts.sales if sale.over]
    if not over:
        return ()
    since = min(sale.bought_at for sale in over) - BEFORE
    names = {place.listing: place.name for place in facts.places}
    found: list[tuple[datetime, int, Moment]] = []

    def add(at: datetime, rank: int, what: str, place: str, pieces: int, order: str = "") -> None:
        if at >= since:
            seconds = round((at - began_at).total_seconds(), 1)
            found.append((at, rank, Moment(at_s=seconds, what=what, place=place, pieces=pieces, order=order)))

    for sale in facts.sales:
        place = names.get(sale.listing or 0, "")
        add(sale.bought_at, 0, "sold", place, sale.pieces, sale.number)
        add(sale.heard_at, 1, "over" if sale.over else "heard", place, sale.over or sale.pieces, sale.number)
    for told in facts.told:
        if told.listing in names and told.quantity is not None and told.seconds is not None:
            add(told.at, 2, "told", names[told.listing], told.quantity)
    found.sort(key=lambda one: one[:2])
    last = max(at for at, _, one in found if one.what == "over")
    upto = [one for at, _, one in found if at <= last]
    return tuple(upto[-LINES:])
