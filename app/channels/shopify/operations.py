"""What Plimsoll asks of Shopify: each operation's text, how many things a page of it holds, and what it may cost.

Shopify refuses a query that costs over 1,000 points. Its published table: a scalar or enum 0, an object 1, a mutation
10, a connection "sized by first". Its formula is not public; its staff say that it is the linear tally of graphql-ruby
or, for connections, less (https://community.shopify.dev/t/how-to-calculate-graphql-cost-estimates/24364). So costs here
are that linear tally, an upper bound:

    cost(object) = 1 + its fields                       cost(mutation) = 10 + its fields
    cost(list of `first` objects) = first × (1 + the fields of one)
    cost(connection) = 2 + first × (1 + the fields of one node)      the 2 stand for the list itself and its pageInfo
"""

import re
from dataclasses import dataclass
from importlib.resources import files

COST_MAX = 1000


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation. It costs `base` points and `each` for every thing on a page of `first`."""

    name: str
    text: str
    first: int
    base: int
    each: int

    def cost(self, first: int) -> int:
        """Points that a page of this size may cost at most."""
        return self.base + self.each * first


def _read_texts() -> dict[str, str]:
    whole = files(__package__).joinpath("plimsoll-operations.graphql").read_text(encoding="utf-8")
    return {
        match[2]: match[0].strip()
        for match in re.finditer(r"^(query|mutation) (\w+).*?^}$", whole, re.DOTALL | re.MULTILINE)
    }


TEXTS = _read_texts()


def _operation(name: str, *, first: int = 0, base: int, each: int = 0) -> Operation:
    return Operation(name, TEXTS[name], first, base, each)


SHOP = _operation("PlimsollShop", base=3)
SENDER = _operation("PlimsollSender", base=2)
SET_SENDER = _operation("PlimsollSetSender", base=11)
LOCATIONS = _operation("PlimsollLocations", first=50, base=2, each=1)
VARIANTS = _operation("PlimsollListVariants", first=100, base=3, each=8)
STOCK = _operation("PlimsollReadStock", first=100, base=0, each=7)
ORDERS = _operation("PlimsollOrders", first=12, base=2, each=81)
ORDER = _operation("PlimsollOrder", first=100, base=633, each=3)
ORDER_LINES = _operation("PlimsollOrderLines", first=100, base=3, each=3)
ORDER_REFUNDS = _operation("PlimsollOrderRefunds", first=250, base=1, each=1)
REFUND_LINES = _operation("PlimsollRefundLines", first=100, base=4, each=3)
PRODUCT_OF_ITEM = _operation("PlimsollProductOfItem", base=6)
SET_STATUS = _operation("PlimsollSetProductStatus", base=12)
CANCEL = _operation("PlimsollOrderCancel", base=12)
JOB = _operation("PlimsollJob", base=1)
SUGGESTED = _operation("PlimsollSuggestedRefund", base=6)
REFUND = _operation("PlimsollRefund", base=12)
WEBHOOKS = _operation("PlimsollWebhooks", first=50, base=2, each=1)
WEBHOOK_CREATE = _operation("PlimsollWebhookCreate", base=12)
WEBHOOK_DELETE = _operation("PlimsollWebhookDelete", base=11)

ORDERS_REFUNDS = 2  # refunds that PlimsollOrders asks of an order: as many may mean more
ORDER_REFUNDS_READ = 10  # the same for PlimsollOrder


def set_available(groups: int) -> Operation:
    """Write so many groups of numbers in one request, each group with a key and errors of its own.

    A group is taken together or not at all, and costs the same however many numbers it holds. Its variables are `i0`,
    `k0`, `i1`, `k1` and so on; its answer has `w0`, `w1` and so on.
    """
    variables = ", ".join(f"$i{at}: InventorySetQuantitiesInput!, $k{at}: String!" for at in range(groups))
    fields = "\n".join(
        f"  w{at}: inventorySetQuantities(input: $i{at}) @idempotent(key: $k{at}) {{\n"
        "    inventoryAdjustmentGroup {\n      id\n    }\n"
        "    userErrors {\n      code\n      field\n      message\n    }\n  }"
        for at in range(groups)
    )
    text = f"mutation PlimsollSetAvailable({variables}) {{\n{fields}\n}}"
    return Operation("PlimsollSetAvailable", text, groups, 0, 12)
