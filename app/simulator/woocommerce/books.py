"""What a simulated WooCommerce shop writes down: products, variations, orders, refunds."""

from dataclasses import dataclass, field
from datetime import datetime

TAKING = ("on-hold", "processing", "completed")  # entering one of these takes stock, unless it was taken before
GIVING = ("cancelled", "pending", "failed")  # entering one of these puts back what was taken


@dataclass(slots=True, kw_only=True)
class Item:
    """A product, or a variation of one. `quantity` counts only while `managed`."""

    id: int
    kind: str  # simple, variable, variation, grouped, external
    sku: str
    name: str
    created: datetime
    modified: datetime
    price: str = "12.00"
    status: str = "publish"
    managed: bool = False
    quantity: int | None = None
    stock_status: str = "instock"
    backorders: str = "no"
    visibility: str = "visible"
    barcode: str = ""
    sales: int = 0
    parent: int = 0
    attribute: str = ""
    option: str = ""

    @property
    def ref(self) -> str:
        """The name a connector has for it."""
        return f"{self.parent}/{self.id}" if self.parent else str(self.id)

    def set_quantity(self, quantity: int | None) -> None:
        """Another number; the stock status follows it, as in WooCommerce."""
        self.quantity = quantity
        if self.managed and quantity is not None:
            short = "onbackorder" if self.backorders != "no" else "outofstock"
            self.stock_status = "instock" if quantity > 0 else short


@dataclass(slots=True, kw_only=True)
class Line:
    """A line of an order. `reduced` and `restocked` are WooCommerce's own notes; None while they are not there."""

    id: int
    product: int
    variation: int
    name: str
    sku: str
    price: float
    quantity: int
    reduced: int | None = None
    restocked: int | None = None
    parent_name: str | None = None
    refunded: int = 0

    @property
    def item(self) -> int:
        """The number of the product or variation that was sold."""
        return self.variation or self.product


@dataclass(slots=True, kw_only=True)
class RefundLine:
    """Refunded pieces of a line."""

    id: int
    of: Line
    quantity: int


@dataclass(slots=True, kw_only=True)
class Refund:
    """Money given back."""

    id: int
    at: datetime
    amount: float
    reason: str = ""
    lines: list[RefundLine] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Order:
    """One order. `stock_taken` is WooCommerce's own flag: it takes, and gives back, only once."""

    id: int
    status: str
    created: datetime
    modified: datetime
    lines: list[Line]
    via: str = "checkout"
    method: str = "cod"
    stock_taken: bool = False
    paid: datetime | None = None
    completed: datetime | None = None
    refunds: list[Refund] = field(default_factory=list)
    before_trash: str = ""

    @property
    def total(self) -> float:
        """What the buyer owes."""
        return sum(line.price * line.quantity for line in self.lines)
