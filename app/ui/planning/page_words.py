"""What the Planning page says of a floor: what it rests on, where its reorder point comes from, since when it holds."""

from datetime import datetime

from app.core.floors import Floor, Method
from app.store.deliveries import Basis, LeadTime
from app.store.settings import Dated
from app.ui.planning.numbers import Typed, days_words
from app.ui.words import ago, calendar_date, decimal, number, tr, trn


def warning_words(floor: Floor, typed: Typed) -> str:
    """What is to be known of the first way."""
    if floor.method is Method.SLOW:
        return tr(
            "It sells now and then, {rate} a day, newer sales counting for more. The reorder point comes first, and"
            " sales are not added twice.",
            rate=decimal(typed.demand.seldom_mean),
        )  # fmt: skip
    return tr("Thin: fewer than 60 days in stock.") if floor.thin else ""


def note_of(floor: Floor, typed: Typed) -> str:
    """The formula of the first way, where it is another one than usual."""
    if floor.method is Method.SLOW:
        return tr("pieces that are enough − what sells")
    return tr("Z × √(days × σ² + average² × lateness²)") if typed.delivery.spread else ""


def since_words(floors: list[Dated], now: datetime) -> str:
    """Since when the floor that holds was set."""
    if not floors or floors[-1].value is None:
        return ""
    at = floors[-1].at
    return tr(
        "Set on {day}, {ago}", day=calendar_date(at.astimezone().date(), now.astimezone().date()), ago=ago(at, now)
    )


def basis_words(lead: LeadTime) -> str:
    """What the delivery days rest on."""
    count, named = len(lead.orders), lead.supplier.terms.name if lead.supplier else ""
    if lead.basis is Basis.MEASURED:
        return trn("Delivery days: {n} order that came.", "Delivery days: {n} orders that came.", count)
    thin = trn("Only {n} order came yet: thin.", "Only {n} orders came yet: thin.", count) if count else ""
    said = {
        Basis.TYPED: tr("Delivery days: as you typed them."),
        Basis.PROMISED: tr("Delivery days: as {name} promises.", name=named),
        Basis.USUAL: tr("Delivery days: a guess, type yours."),
    }[lead.basis]
    return " ".join(filter(None, (said, thin)))


def or_none(value: int | None) -> str:
    """A level, or the sign for none."""
    return "–" if value is None else number(value)


def why_words(floor: Floor, typed: Typed) -> str:
    """Where the reorder point comes from."""
    if floor.method is Method.SLOW:
        return tr(
            "Reorder at {at}: enough for what sells in {days} days, floor {floor} of it.",
            at=number(floor.reorder_at), days=days_words(typed.delivery.cover), floor=number(floor.floor),
        )  # fmt: skip
    sold = floor.floor + typed.demand.mean * typed.delivery.cover
    return tr(
        "Reorder at = floor {floor} + {mean} a day for {days} days = {sum}, rounded up.",
        floor=number(floor.floor), mean=decimal(typed.demand.mean), days=days_words(typed.delivery.cover),
        sum=decimal(sold),
    )  # fmt: skip
