"""Everything a WooCommerce shop sells, page by page: first all products, then all variations.

A page token is `products/2`, `variations/1` or, for a shop without the list of all variations (before WooCommerce
10.3), `product/3/1`: first page of the variations of the third product that has some.
"""

from app.channels.base import ListingPage
from app.channels.http import Answer
from app.channels.woocommerce.api import PAGE, WooApi
from app.channels.woocommerce.wire import WireListing, WireName, minor, picture, plain, whole
from app.core.channel import ListingFacts

FIRST = "products/1"
_FIELDS = (
    "id,name,type,status,sku,global_unique_id,price,permalink"
    ",manage_stock,stock_quantity,backorders,parent_id,attributes,images,image"
)
# Neither is ever sold itself: a grouped product sells its members, an external one is sold elsewhere.
_NOT_SOLD = ("grouped", "external")


def read_page(api: WooApi, page: str, currency: str) -> ListingPage:
    """One page of listings."""
    kind, _, where = page.partition("/")
    if kind == "products":
        return _products(api, int(where), currency)
    if kind == "variations":
        return _variations(api, int(where), currency)
    nth, _, number = where.partition("/")
    return _variations_of(api, int(nth), int(number), currency)


def pages(answer: Answer, page: int, rows: int) -> bool:
    """Does another page follow? By the shop's count if it gives one."""
    total = answer.headers.get("x-wp-totalpages", "")
    return int(total) > page if total.isdecimal() else rows >= PAGE


def _list(page: int) -> list[tuple[str, str]]:
    # By number, so that a product added meanwhile comes last and moves no other to a page already read.
    return [("per_page", str(PAGE)), ("page", str(page)), ("orderby", "id"), ("order", "asc")]


def _products(api: WooApi, page: int, currency: str) -> ListingPage:
    answer = api.get("read listings", f"page {page}", "/wc/v3/products", [*_list(page), ("_fields", _FIELDS)])
    rows = answer.decode(list[WireListing])
    listings = tuple(product_facts(row, currency) for row in rows if _is_listing(row))
    return ListingPage(listings, f"products/{page + 1}" if pages(answer, page, len(rows)) else "variations/1")


def _variations(api: WooApi, page: int, currency: str) -> ListingPage:
    answer = api.get(
        "read listings",
        f"variations, page {page}",
        "/wc/v3/variations",
        [*_list(page), ("_fields", _FIELDS)],
        accept=(404,),
    )
    if answer.status == 404:
        return ListingPage((), "product/1/1")
    rows = answer.decode(list[WireListing])
    parents = _parents(api, rows)
    listings = tuple(variation_facts(row, parents.get(row.parent_id), currency) for row in rows)
    return ListingPage(listings, f"variations/{page + 1}" if pages(answer, page, len(rows)) else None)


def _parents(api: WooApi, rows: list[WireListing]) -> dict[int, WireName]:
    ids = sorted({row.parent_id for row in rows})
    if not ids:
        return {}
    params = [("include", ",".join(map(str, ids))), ("per_page", str(PAGE)), ("_fields", "id,name,status,images")]
    answer = api.get("read listings", f"{len(ids)} products by number", "/wc/v3/products", params)
    return {parent.id: parent for parent in answer.decode(list[WireName])}


def _variations_of(api: WooApi, nth: int, page: int, currency: str) -> ListingPage:
    params = [("type", "variable"), ("per_page", "1"), ("page", str(nth)), ("orderby", "id"), ("order", "asc")]
    answer = api.get(
        "read listings", f"product {nth}", "/wc/v3/products", [*params, ("_fields", "id,name,status,images")]
    )
    found = answer.decode(list[WireName])
    if not found:
        return ListingPage((), None)
    parent = found[0]
    answer = api.get(
        "read listings",
        f"variations of product {parent.id}, page {page}",
        f"/wc/v3/products/{parent.id}/variations",
        [*_list(page), ("_fields", _FIELDS)],
    )
    rows = answer.decode(list[WireListing])
    for row in rows:
        row.parent_id = parent.id
    follows = f"product/{nth}/{page + 1}" if pages(answer, page, len(rows)) else f"product/{nth + 1}/1"
    return ListingPage(tuple(variation_facts(row, parent, currency) for row in rows), follows)


def _is_listing(row: WireListing) -> bool:
    """Is it something that is sold itself, or that keeps the number of what is?"""
    if row.type.startswith("variable"):
        return row.managed
    return row.type not in _NOT_SOLD


def product_facts(row: WireListing, currency: str) -> ListingFacts:
    """A product as a listing."""
    return ListingFacts(
        ref=str(row.id),
        sku=row.sku or "",
        title=plain(row.name),
        quantity=row.quantity,
        counted=row.managed,
        active=row.status == "publish",
        oversells=row.managed and row.backorders != "no",
        url=row.permalink,
        picture=row.picture,
        barcode=row.global_unique_id or "",
        price_minor=minor(row.price, currency),
        currency=currency,
    )


def variation_facts(row: WireListing, parent: WireName | None, currency: str) -> ListingFacts:
    """A variation as a listing. When its product keeps the number, that one is named as the holder."""
    shared = row.manage_stock == "parent"
    option = plain(row.name) or ", ".join(plain(one.option) for one in row.attributes if one.option)
    name = plain(parent.name) if parent else ""
    return ListingFacts(
        ref=f"{row.parent_id}/{row.id}",
        sku=row.sku or "",
        title=_title(name, option),
        quantity=whole(row.stock_quantity) if shared else row.quantity,
        counted=row.managed or shared,
        active=row.status == "publish" and (parent is None or parent.status == "publish"),
        oversells=(row.managed or shared) and row.backorders != "no",
        stock_of=str(row.parent_id) if shared else None,
        batch=str(row.parent_id),
        url=row.permalink,
        picture=row.picture or (picture(parent.images) if parent else ""),
        barcode=row.global_unique_id or "",
        price_minor=minor(row.price, currency),
        currency=currency,
    )


def _title(name: str, option: str) -> str:
    """“Tee - M”; some shops already name the variation so."""
    if not name or option.startswith(name):
        return option or name
    return f"{name} - {option}" if option else name
