"""What each operation answers, as far as Plimsoll reads it. What has another shape is refused while it is decoded."""

from datetime import datetime

from app.channels.shopify.wire import Id, Page, Wire


class ShopFacts(Wire, frozen=True):
    """The shop itself."""

    currency_code: str
    name: str = ""
    myshopify_domain: str = ""
    iana_timezone: str = ""


class Scope(Wire, frozen=True):
    """One permission of our app."""

    handle: str


class Installation(Wire, frozen=True):
    """Our app, as it is installed in the shop."""

    access_scopes: list[Scope]


class ShopAnswer(Wire, frozen=True):
    """PlimsollShop."""

    shop: ShopFacts
    current_app_installation: Installation


class Place(Wire, frozen=True):
    """A location."""

    id: str
    name: str
    is_active: bool


class LocationsAnswer(Wire, frozen=True):
    """PlimsollLocations."""

    locations: Page[Place]


class Quantity(Wire, frozen=True):
    """One of the numbers that Shopify keeps for an item at a location."""

    name: str
    quantity: int


class Level(Wire, frozen=True):
    """An item at our location."""

    is_active: bool
    quantities: list[Quantity]

    @property
    def available(self) -> int | None:
        """What buyers may buy; None where the item is no longer stocked."""
        numbers = {quantity.name: quantity.quantity for quantity in self.quantities}
        return numbers.get("available") if self.is_active else None


class Image(Wire, frozen=True):
    """A picture, in the size that was asked for."""

    url: str


class Preview(Wire, frozen=True):
    """The still picture of a medium; none while Shopify still works on it."""

    image: Image | None = None


class Media(Wire, frozen=True):
    """A photo, film or model."""

    preview: Preview | None = None


class Product(Wire, frozen=True):
    """What a variant belongs to."""

    status: str
    title: str = ""
    online_store_url: str | None = None
    featured_media: Media | None = None

    @property
    def picture(self) -> str:
        """Where its first picture is; "" where it has none."""
        preview = self.featured_media.preview if self.featured_media else None
        return preview.image.url if preview and preview.image else ""


class Item(Wire, frozen=True):
    """What holds the stock of a variant."""

    id: str
    tracked: bool
    inventory_level: Level | None

    @property
    def available(self) -> int | None:
        """What buyers may buy at our location; None when it is not counted or not stocked there."""
        return self.inventory_level.available if self.tracked and self.inventory_level else None


class Variant(Wire, frozen=True):
    """What a buyer chooses."""

    title: str
    price: str
    inventory_policy: str
    requires_components: bool
    product: Product
    inventory_item: Item
    sku: str | None = None
    barcode: str | None = None


class VariantsAnswer(Wire, frozen=True):
    """PlimsollListVariants."""

    shop: ShopFacts
    product_variants: Page[Variant]


class Owner(Wire, frozen=True):
    """A variant of which only its product's status matters."""

    product: Product


class ItemNow(Wire, frozen=True):
    """An item as it is read again. `id` is None for something that is not an item."""

    id: str | None = None
    tracked: bool = True
    inventory_level: Level | None = None
    variants: Page[Owner] | None = None


class StockAnswer(Wire, frozen=True):
    """PlimsollReadStock: one entry for each id asked, None for what is gone."""

    nodes: list[ItemNow | None]


class RefundLine(Wire, frozen=True):
    """Pieces of one line that were refunded together."""

    line_item: Id
    quantity: int
    restock_type: str
    restocked: bool
    location: Id | None = None


class Refund(Wire, frozen=True):
    """One refund; without lines where they were not asked for."""

    id: str
    refund_line_items: Page[RefundLine] | None = None


class ItemOfVariant(Wire, frozen=True):
    """A variant of which only its item matters."""

    inventory_item: Id


class OrderLineNow(Wire, frozen=True):
    """One line of an order. `variant` is None for a custom or deleted item."""

    id: str
    name: str
    quantity: int
    unfulfilled_quantity: int
    non_fulfillable_quantity: int
    sku: str | None = None
    variant: ItemOfVariant | None = None


class OrderNow(Wire, frozen=True):
    """An order as it is now; its lists may go on."""

    id: str
    name: str
    created_at: datetime
    updated_at: datetime
    confirmed: bool
    test: bool
    refunds: list[Refund]
    line_items: Page[OrderLineNow]
    cancelled_at: datetime | None = None
    display_fulfillment_status: str = ""
    customer_locale: str | None = None


class OrdersAnswer(Wire, frozen=True):
    """PlimsollOrders."""

    orders: Page[OrderNow]


class OrderAnswer(Wire, frozen=True):
    """PlimsollOrder; None when there is no such order."""

    order: OrderNow | None


class MoreLines(Wire, frozen=True):
    """More lines of an order, and when it last changed."""

    updated_at: datetime
    line_items: Page[OrderLineNow]


class MoreLinesAnswer(Wire, frozen=True):
    """PlimsollOrderLines."""

    order: MoreLines | None


class AllRefunds(Wire, frozen=True):
    """The ids of an order's refunds, and when it last changed."""

    updated_at: datetime
    refunds: list[Refund]


class AllRefundsAnswer(Wire, frozen=True):
    """PlimsollOrderRefunds."""

    order: AllRefunds | None


class Changed(Wire, frozen=True):
    """When an order last changed."""

    updated_at: datetime


class MoreRefundLines(Wire, frozen=True):
    """More lines of a refund."""

    order: Changed
    refund_line_items: Page[RefundLine]


class MoreRefundLinesAnswer(Wire, frozen=True):
    """PlimsollRefundLines."""

    refund: MoreRefundLines | None


class Count(Wire, frozen=True):
    """How many."""

    count: int


class WholeProduct(Wire, frozen=True):
    """A product, to be paused."""

    id: str
    title: str
    status: str
    variants_count: Count | None


class OwnerOfItem(Wire, frozen=True):
    """A variant of which its whole product matters."""

    product: WholeProduct


class ItemProduct(Wire, frozen=True):
    """An item and what it belongs to."""

    variants: Page[OwnerOfItem] | None


class ProductAnswer(Wire, frozen=True):
    """PlimsollProductOfItem; None when the item is gone."""

    inventory_item: ItemProduct | None


class UserError(Wire, frozen=True):
    """What Shopify says of a change that it did not make. It comes with HTTP 200."""

    message: str
    code: str | None = None
    field: list[str] | None = None  # where in what was sent: ["input", "quantities", "3", ...]


class Changes(Wire, frozen=True):
    """What a mutation says in the end: no errors means that it was done."""

    user_errors: list[UserError]


class GroupDone(Wire, frozen=True):
    """What was changed together."""

    id: str


class GroupChanges(Changes, frozen=True):
    """What setting some numbers together says in the end: with errors and no group, none of them was set."""

    inventory_adjustment_group: GroupDone | None = None


class StatusAnswer(Wire, frozen=True):
    """PlimsollSetProductStatus."""

    product_update: Changes | None


GroupsAnswer = dict[str, GroupChanges | None]  # PlimsollSetAvailable: one entry for each group
