"""What a simulated Shopify shop knows: products, stock by location, orders and their refunds. No more than data."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Restock(StrEnum):
    """What a refund does with the pieces. `LEGACY_RESTOCK` only stands in old refunds."""

    CANCEL = "CANCEL"  # not sent, back on sale
    RETURN = "RETURN"  # sent, came back, on sale again
    NO_RESTOCK = "NO_RESTOCK"
    LEGACY_RESTOCK = "LEGACY_RESTOCK"


@dataclass(slots=True)
class Location:
    """A place that holds stock."""

    number: int
    name: str
    active: bool = True


@dataclass(slots=True)
class Level:
    """An item's numbers at one location."""

    available: int = 0
    committed: int = 0
    active: bool = True


@dataclass(slots=True)
class Product:
    """What is shown in the shop; its variants are what is bought."""

    number: int
    title: str
    status: str = "ACTIVE"


@dataclass(slots=True)
class Variant:
    """What a buyer chooses, and its inventory item (`item` is that one's number)."""

    number: int
    item: int
    product: Product
    title: str
    sku: str
    price: str
    barcode: str | None = None
    policy: str = "DENY"
    tracked: bool = True
    bundle: bool = False
    deleted: bool = False
    levels: dict[int, Level] = field(default_factory=dict)


@dataclass(slots=True)
class Line:
    """One line of an order. `removed`: pieces that were refunded or taken off the order before they were sent."""

    number: int
    variant: Variant | None
    name: str
    sku: str
    quantity: int
    location: int
    sent: int = 0
    sent_refunded: int = 0
    removed: int = 0

    @property
    def to_send(self) -> int:
        """Pieces still to be sent."""
        return self.quantity - self.sent - self.removed

    @property
    def current(self) -> int:
        """Pieces ordered, without those refunded or removed."""
        return self.quantity - self.sent_refunded - self.removed


@dataclass(slots=True)
class RefundLine:
    """Pieces of one line that were refunded together."""

    line: Line
    quantity: int
    restock: Restock
    restocked: bool
    location: int | None


@dataclass(slots=True)
class Refund:
    """One refund, or one edit that took pieces off."""

    number: int
    lines: list[RefundLine]


@dataclass(slots=True)
class Order:
    """An order. `confirmed`: its payment is not awaited."""

    number: int
    name: str
    created_at: datetime
    updated_at: datetime
    lines: list[Line]
    confirmed: bool = True
    test: bool = False
    closed: bool = False
    cancelled_at: datetime | None = None
    refunds: list[Refund] = field(default_factory=list)

    @property
    def reserved(self) -> bool:
        """Are its pieces off the numbers? Not those of a test, nor while the payment is slow."""
        return self.confirmed and not self.test

    @property
    def shown_as(self) -> str:
        """Its displayFulfillmentStatus."""
        to_send = sum(line.to_send for line in self.lines)
        sent = sum(line.sent for line in self.lines)
        if sent and to_send:
            return "PARTIALLY_FULFILLED"
        return "FULFILLED" if sent else "UNFULFILLED"
