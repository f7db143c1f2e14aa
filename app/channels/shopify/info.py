"""What Shopify is, as data: how to connect it, what it is asked to allow, and how its shops are addressed."""

import re
from datetime import date
from urllib.parse import urlsplit

from app.channels.address import is_loopback, shop_address
from app.channels.shopify.hooks import HOOKS
from app.core.channel import ChannelInfo, ConnectField, ConnectWay, Fact, Guard, OrderPath
from app.core.reversal import Act, Reversals, StockAfter
from app.core.text import N_, Text
from app.errors import ChannelRefused

BY_APP, BY_TOKEN = "app", "token"
API_VERSIONS = ("2026-10", "2026-07")  # the first is the one we ask for unless told otherwise
READ_BATCH = 100
WRITE_BATCH = 250  # a list in a request may be so long
WRITE_KEYS = 10  # changes in one request: each costs 12 points, so that 2,000 listings fit into one bucket of 1,000

SCOPES: dict[str, Text] = {
    "read_products": N_("See products"),
    "write_products": N_("Pause products"),
    "read_inventory": N_("See stock"),
    "write_inventory": N_("Set stock"),
    "read_locations": N_("See locations"),
    "read_orders": N_("See orders"),
    "write_orders": N_("Cancel and refund orders"),
}
SCOPE_LIST = ",".join(SCOPES)

_SHOP = ConnectField(
    name="address",
    label=N_("Shop"),
    hint=N_("The name before .myshopify.com, or the address of your Shopify admin."),
    placeholder="kiln.myshopify.com",
)

PATHS = (
    OrderPath(
        title=N_("The online shop’s checkout"),
        steps=(
            N_("Take a product with 2 or more pieces that you can spare, and note what Inventory shows as available."),
            N_("Buy one piece as a customer would. Orders in test mode do not count: Plimsoll leaves them out."),
            N_("Within a minute the ledger of the product shows the sale, and the number in Shopify is one less."),
            N_("Cancel the order with Restock ticked. The ledger shows that, and both numbers are as before."),
        ),
    ),
    OrderPath(
        title=N_("Draft orders and invoices"),
        steps=(
            N_("Create a draft order for one piece, and reserve nothing. While it is a draft, nothing is sold."),
            N_("A piece that a draft reserves leaves Shopify’s number without an order: here it is an outside edit."),
            N_("Mark it as paid. It is an order from then on, and the ledger shows the sale."),
            N_("Cancel the order with Restock ticked."),
        ),
    ),
    OrderPath(
        title=N_("A till (Shopify POS)"),
        steps=(
            N_("See in the till’s settings that its location is the one that is linked here."),
            N_("Sell one piece. If the number in Shopify does not move, the till sells from another location."),
            N_("Refund it with Restock ticked. Plimsoll asks whether the piece is here."),
        ),
    ),
    OrderPath(
        title=N_("Orders made by an app"),
        steps=(
            N_("Such orders may pass the checkout’s own stock check."),
            N_("Let the app make one order for one piece, and see that the ledger shows it. Then cancel it."),
        ),
    ),
)

_CHECKED = date(2026, 11, 23)
_RATES = "https://shopify.dev/docs/api/usage/rate-limits"

FACTS = (
    Fact(
        name=N_("Rate limit"),
        words=N_(
            "A bucket of points for each app and shop. It fills by 100 points a second on Standard plans, 200 on"
            " Advanced, 1,000 on Plus and 2,000 on Enterprise. One question may cost 1,000 at most. Shopify may lower"
            " this for a while."
        ),
        source="Shopify API rate limits",
        link=_RATES,
        checked_on=_CHECKED,
    ),
    Fact(
        name=N_("Orders shown"),
        words=N_("The last 60 days, unless an app has a special permission. Plimsoll needs no more."),
        source="Shopify access scopes",
        link="https://shopify.dev/docs/api/usage/access-scopes",
        checked_on=_CHECKED,
    ),
    Fact(
        name=N_("Webhooks"),
        words=N_("Not guaranteed: some are lost, and some come up to a day late. Plimsoll asks for orders as well."),
        source="Shopify webhook best practices",
        link="https://shopify.dev/docs/apps/build/webhooks/best-practices",
        checked_on=_CHECKED,
    ),
    Fact(
        name=N_("Setting a number"),
        words=N_(
            "Taken only if the number is still the one Plimsoll expects, and under a key that makes sending it twice"
            " harmless."
        ),
        source="Shopify Admin API, inventorySetQuantities",
        link="https://shopify.dev/docs/api/admin-graphql/latest/mutations/inventorySetQuantities",
        checked_on=_CHECKED,
    ),
    Fact(
        name=N_("Another computer"),
        words=N_(
            "The shop keeps a mark that says which Plimsoll sends. It is seen by every computer that uses the same app"
            " of yours: so use one app for all of them."
        ),
        source="Shopify app-data metafields",
        link="https://shopify.dev/docs/apps/build/custom-data/ownership",
        checked_on=date(2026, 11, 28),
    ),
    Fact(
        name=N_("Carts"),
        words=N_("A cart reserves nothing. Orders made by other apps may leave your stock untouched."),
        source="Shopify Admin API, order creation",
        link="https://shopify.dev/docs/api/admin-graphql/latest/enums/OrderCreateInputsInventoryBehavior",
        checked_on=_CHECKED,
    ),
)

INFO = ChannelInfo(
    key="shopify",
    title="Shopify",
    letter="S",
    ways=(
        ConnectWay(
            key=BY_APP,
            title=N_("With an app of your own"),
            steps=(
                N_("In Shopify’s Dev Dashboard (dev.shopify.com), create an app."),
                N_("Create a version with these scopes, and release it: {scopes}", scopes=SCOPE_LIST),
                N_("Install the app on your shop."),
                N_("If Shopify asks about protected customer data, choose level 1: Plimsoll reads no buyer’s data."),
                N_("In the app’s settings, copy the client ID and the secret."),
            ),
            fields=(
                _SHOP,
                ConnectField(name="client_id", label=N_("Client ID")),
                ConnectField(name="client_secret", label=N_("Secret"), secret=True),
            ),
        ),
        ConnectWay(
            key=BY_TOKEN,
            title=N_("With a token of an older app"),
            steps=(
                N_("In Shopify, open Settings, Apps and sales channels, Develop apps, and choose your app."),
                N_("Give it these Admin API scopes, and save: {scopes}", scopes=SCOPE_LIST),
                N_("Copy the Admin API access token. Shopify shows it only once, when the app is installed."),
            ),
            fields=(
                _SHOP,
                ConnectField(name="token", label=N_("Admin API access token"), placeholder="shpat_…", secret=True),
            ),
        ),
    ),
    guard=Guard.COMPARE_AND_SET,
    repeatable=True,
    read_lag_s=2.0,  # orders are searched by an index whose delay Shopify does not state
    write_batch=WRITE_BATCH,
    write_keys=WRITE_KEYS,
    read_batch=READ_BATCH,
    help_url="https://dev.shopify.com",
    reversals=Reversals(
        stock={Act.CANCEL: StockAfter.AS_TOLD, Act.REFUND: StockAfter.AS_TOLD},
        money={
            Act.CANCEL: N_("Shopify pays back all that was paid, the way it was paid."),
            Act.REFUND: N_("Shopify pays back what these pieces cost, the way they were paid; postage is not."),
        },
        reasons=True,
        mails=True,
    ),
    paths=PATHS,
    hooks=HOOKS,
    marked=True,
    facts=FACTS,
    off_sale=N_("It is set to 0 and becomes a draft. A product with other variants stays, and this one shows 0."),
)


def address_of(typed: str) -> str:
    """A shop's address from what a seller types: a name, a domain or a page of the admin.

    Raises `ChannelRefused` with what is wrong with it. A shop on this computer stays as it is: the sample shop.
    """
    text = typed.strip().lower()
    if re.fullmatch(r"[a-z0-9][a-z0-9-]*", text) and text != "localhost":
        return f"https://{text}.myshopify.com"
    parts = urlsplit(shop_address(text))
    host = parts.hostname or ""
    if is_loopback(host):
        return f"{parts.scheme}://{parts.netloc}"
    if host.endswith(".myshopify.com"):
        return f"https://{host}"
    admin = re.match(r"/store/([a-z0-9][a-z0-9-]*)", parts.path)
    if host == "admin.shopify.com" and admin:
        return f"https://{admin[1]}.myshopify.com"
    raise ChannelRefused(
        N_("“{typed}” is not the name of a Shopify shop.", typed=typed.strip()),
        N_("Type the name that ends in .myshopify.com: Shopify shows it in Settings, Domains."),
    )


def api_version(wanted: str | None) -> str:
    """The version of Shopify's interface to speak. Raises `ChannelRefused` for one that Plimsoll was not made for."""
    version = wanted or API_VERSIONS[0]
    if version not in API_VERSIONS:
        raise ChannelRefused(
            N_("Plimsoll does not speak Shopify’s interface version {version}.", version=version),
            N_("Choose one of these: {versions}.", versions=", ".join(API_VERSIONS)),
        )
    return version


def allows(granted: set[str], scope: str) -> bool:
    """Is the scope granted? One that writes a resource also grants to read it."""
    return scope in granted or scope.replace("read_", "write_", 1) in granted
