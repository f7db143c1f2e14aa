"""The circuit breaker for what is brought in (P21): what an import or a bulk edit would do to the shops that sell.

Reads only. The offer policy, a posted delivery or count, Stop selling and Pause never ask here.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from app.core.drift import is_mass_change
from app.store.sqlite import Connection

_SHOWN = """
    select shop.id, shop.name, product.id, product.sku, product.title, sum(listing.believed)
    from listing join shop on shop.id = shop_id join product on product.id = product_id
    where mode = 'live' and held is null and removed_at is null and stock_of is null and gone_at is null
        and counted and listing.believed is not null and shop.id != ?2
        and product_id in (select value from json_each(?1))
    group by shop.id, product.id order by product.sku
"""
_LISTED = (
    "select count(*) from listing where shop_id = ? and product_id is not null and stock_of is null and gone_at is null"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one product would come to: it shows `before`, and at most `after` is there once this is done."""

    sku: str
    title: str
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mass:
    """So much of a shop would change at once that the seller is asked first, with this list: the falls to 0 first."""

    shop_id: int
    shop: str
    changes: tuple[Change, ...]

    @property
    def zeros(self) -> int:
        """How many would fall to 0."""
        return sum(change.after == 0 for change in self.changes)


def weigh(db: Connection, available: Mapping[int, int], *, source: int = 0) -> list[Mass]:
    """Shops of which too much would change if these products had so many available, by product.

    `source` is the shop that the numbers come from: it shows them already. Only falls count: what rises is offered
    by the policy, and cannot be sold twice by that.
    """
    by_shop: dict[tuple[int, str], list[Change]] = {}
    for shop, name, product, sku, title, shown in db.execute(_SHOWN, (json.dumps(list(available)), source)):
        after = max(0, available[product])
        if after < shown:
            change = Change(sku=sku, title=title, before=shown, after=after)
            by_shop.setdefault((shop, name), []).append(change)
    return [
        Mass(shop_id=shop, shop=name, changes=tuple(sorted(changes, key=lambda one: (one.after > 0, one.sku))))
        for (shop, name), changes in by_shop.items()
        if is_mass_change(
            zeros=sum(change.after == 0 for change in changes),
            changed=len(changes),
            listings=db.execute(_LISTED, (shop,)).fetchone()[0],
        )
    ]
