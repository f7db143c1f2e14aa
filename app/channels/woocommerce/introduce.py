"""The connection test: finds out how a shop can be spoken to, and tries each permission by name. Changes nothing."""

from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import urlsplit

import msgspec

from app.channels.decoding import decode
from app.channels.http import Answer, clean_words
from app.channels.woocommerce.api import BASIC, PLAIN, PRETTY, SIGNED, WooApi, error_of, refusal
from app.channels.woocommerce.wire import WireSetting, WireSite, plain
from app.core.channel import Check, Introduction
from app.core.holding import hold_words
from app.core.text import N_, Text
from app.errors import ChannelError

# A product that no shop has: WooCommerce looks at the key's permissions before it looks for the product.
NOBODY = 2_147_483_647
_ANY = frozenset(range(300, 500)) - {429}

REACH, FIND, KEY = N_("Reach the shop"), N_("Find WooCommerce there"), N_("Sign in with the key")
PRODUCTS, ORDERS, WRITE = N_("Read products"), N_("Read orders"), N_("Write stock")
MANAGED, HOLDS = N_("Stock management is on"), N_("Unpaid orders hold stock for a while")


class Kind(Enum):
    """What answers at an address."""

    SHOP = auto()  # WooCommerce, and it takes the key
    UNKNOWN_KEY = auto()  # WooCommerce, as if no key had been sent
    REFUSED_KEY = auto()  # WooCommerce, and it says what is wrong with the key
    NO_WOO = auto()  # WordPress without WooCommerce
    MOVED = auto()  # leads elsewhere
    BLOCKED = auto()  # something in between
    NOTHING = auto()  # no such thing: a page for people


@dataclass(frozen=True, slots=True)
class Found:
    """What answered, and how."""

    kind: Kind
    answer: Answer


def introduce(api: WooApi) -> Introduction:
    """Who the shop is, and each permission tried. Stops at the first thing without which the rest makes no sense."""
    host = urlsplit(api.address).netloc
    before = api.permalinks, api.proof
    try:
        found = _find(api)
    except ChannelError as error:
        api.permalinks, api.proof = before
        return Introduction(name=host, checks=(Check(name=REACH, ok=False, words=error.title),))
    gates = _gates(api, found)
    if not all(check.ok for check in gates):
        api.permalinks, api.proof = before
        return Introduction(name=host, checks=gates)
    site = _site(api)
    currency = _setting(api, "general/woocommerce_currency") or ""
    held = hold_minutes(api)
    return Introduction(
        name=plain(site.name) or host,
        checks=(*gates, *_permissions(api), _holds_stock(held)),
        currency=currency,
        timezone=site.timezone_string,
        settings={
            "permalinks": api.permalinks,
            "proof": api.proof,
            "currency": currency,
            **({} if held is None else {"hold_minutes": held}),
        },
    )


def _find(api: WooApi) -> Found:
    """Try the usual address of the API, then the one for plain permalinks; then the other way to prove the key."""
    api.permalinks, api.proof = PRETTY, BASIC
    found = _look(api)
    if found.kind is Kind.NOTHING:
        api.permalinks = PLAIN
        found = _look(api)
    if found.kind is Kind.UNKNOWN_KEY and api.secure:
        # Some hosts drop the Authorization header before WooCommerce sees it; a signature in the query passes.
        api.proof = SIGNED
        second = _look(api)
        if second.kind is Kind.SHOP:
            return second
        api.proof = BASIC
    return found


def _look(api: WooApi) -> Found:
    params = [("per_page", "1"), ("_fields", "id")]
    answer = api.get("test the key", "1 product", "/wc/v3/products", params, accept=_ANY)
    return Found(_kind(answer, _home(api.address)), answer)


def _kind(answer: Answer, home: str) -> Kind:
    if answer.status < 300:
        return Kind.SHOP if _is_list(answer) else Kind.NOTHING
    if answer.status < 400:
        place = _place(answer)
        return Kind.MOVED if place and place != home else Kind.NOTHING
    error = error_of(answer)
    if error is None:
        return Kind.NOTHING if answer.status in (404, 405, 410) else Kind.BLOCKED
    if error.code == "rest_no_route":
        return Kind.NO_WOO
    if error.code == "woocommerce_rest_authentication_error":
        return Kind.REFUSED_KEY
    if error.code.startswith("woocommerce_rest_cannot"):
        return Kind.REFUSED_KEY if answer.status == 403 else Kind.UNKNOWN_KEY
    return Kind.BLOCKED


def _is_list(answer: Answer) -> bool:
    try:
        decode(answer.text, list[msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return True


def _gates(api: WooApi, found: Found) -> tuple[Check, ...]:
    reach, find = Check(name=REACH, ok=True), Check(name=FIND, ok=True)
    match found.kind:
        case Kind.SHOP:
            return (reach, find, Check(name=KEY, ok=True))
        case Kind.MOVED:
            return (Check(name=REACH, ok=False, words=_moved(found.answer)),)
        case Kind.NOTHING:
            return (reach, Check(name=FIND, ok=False, words=_no_shop(api)))
        case Kind.NO_WOO:
            words = N_("This is a WordPress site, but WooCommerce is not switched on there.")
            return (reach, Check(name=FIND, ok=False, words=words))
        case Kind.BLOCKED:
            return (reach, Check(name=FIND, ok=False, words=_blocked(found.answer)))
        case _:
            return (reach, find, Check(name=KEY, ok=False, words=_bad_key(api, found)))


def _moved(answer: Answer) -> Text:
    return N_("This address leads to another one: {place}. Connect with that.", place=_place(answer))


def _place(answer: Answer) -> str:
    """Where a redirection leads; empty for another page of the same site."""
    return _home(answer.headers.get("location", ""))


def _home(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def _no_shop(api: WooApi) -> Text:
    return N_(
        "There is no WooCommerce shop at {address}. Type the address of the shop’s front page.", address=api.address
    )


def _blocked(answer: Answer) -> Text:
    error = error_of(answer)
    words = clean_words((error.message or error.code) if error else answer.body[:2000].decode("utf-8", "replace"))
    return N_("Something before the shop blocks the way ({status}): {words}", status=answer.status, words=words)


def _bad_key(api: WooApi, found: Found) -> Text:
    if found.kind is Kind.UNKNOWN_KEY and api.permalinks == PLAIN:
        return N_(
            "This shop does not take keys while its permalinks are plain. Open Settings > Permalinks in WordPress,"
            " choose Post name, save, and try again."
        )
    error = refusal(found.answer)
    assert error is not None
    if found.kind is Kind.UNKNOWN_KEY:
        return N_(
            "The shop does not know this key, or the key does not reach it. Copy the consumer key again; if it is"
            " right, your host’s set-up keeps keys from WooCommerce."
        )
    return error.title


def _permissions(api: WooApi) -> tuple[Check, ...]:
    return (
        Check(name=PRODUCTS, ok=True),  # that was how the shop was found
        _may_read_orders(api),
        _may_write(api),
        _manages_stock(api),
    )


def _may_read_orders(api: WooApi) -> Check:
    try:
        api.get("test the key", "1 order", "/wc/v3/orders", [("per_page", "1"), ("_fields", "id")])
    except ChannelError as error:
        return Check(name=ORDERS, ok=False, words=error.title)
    return Check(name=ORDERS, ok=True)


def _may_write(api: WooApi) -> Check:
    """Write to a product that is not there: only a key that may write is told so."""
    route = f"/wc/v3/products/{NOBODY}"
    try:
        answer = api.call("test the key", "no product", "PUT", route, body={"inventory_delta": 0}, accept=_ANY)
    except ChannelError as error:
        return Check(name=WRITE, ok=False, words=error.title)
    error_there = error_of(answer)
    if error_there and error_there.code == "woocommerce_rest_product_invalid_id":
        return Check(name=WRITE, ok=True)
    if error_there and answer.status == 401:
        words = N_("This key may only read. Make one with the permissions Read/Write, and copy both strings again.")
        return Check(name=WRITE, ok=False, words=words)
    return Check(name=WRITE, ok=False, words=_blocked(answer))


def _manages_stock(api: WooApi) -> Check:
    value = _setting(api, "products/woocommerce_manage_stock")
    if value is None:
        words = N_("This key may not read the shop’s settings, so Plimsoll could not look.")
        return Check(name=MANAGED, ok=True, words=words)
    if value == "yes":
        return Check(name=MANAGED, ok=True)
    words = N_("Switch it on under WooCommerce > Settings > Products > Inventory > Enable stock management.")
    return Check(name=MANAGED, ok=False, words=words)


def hold_minutes(api: WooApi) -> str | None:
    """The shop's own “Hold stock (minutes)” as it is typed there; blank holds nothing. None: it cannot be read."""
    return _setting(api, "products/woocommerce_hold_stock_minutes")


def _holds_stock(minutes: str | None) -> Check:
    """A pending order holds its pieces back from other checkouts; it never lowers the number that we read."""
    return Check(name=HOLDS, ok=True, words=hold_words(minutes))


def _setting(api: WooApi, name: str) -> str | None:
    """One setting; None when it cannot be read."""
    try:
        answer = api.get("test the key", "1 setting", f"/wc/v3/settings/{name}", [("_fields", "value")])
        return str(answer.decode(WireSetting).value)
    except ChannelError:
        return None


def _site(api: WooApi) -> WireSite:
    """What WordPress says of itself. Asked without the key, which WordPress would take for one of its own users."""
    fields = [("_fields", "name,timezone_string")]
    try:
        return api.call("read the shop’s name", "the site", "GET", "/", fields, proved=False).decode(WireSite)
    except ChannelError:
        return WireSite()
