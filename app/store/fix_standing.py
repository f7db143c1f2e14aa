"""The settings that may be changed from inside an incident: of its product, and of each shop that sells it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from app.core.offer import Way
from app.store import access, incidents, rulebook, settings, shops
from app.store.incidents import IncidentRow
from app.store.moments import moment_or_none
from app.store.shops import Shop
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Pieces are None where nothing is set. `shops`: those that sell it, by what went over there, the most first."""

    held_back: int | None
    otherwise: int  # what is held back without it
    floor: int | None
    reorder_at: int | None
    alert: bool
    counted_at: datetime | None
    shops: tuple[Shop, ...] = ()
    extra: Mapping[int, int | None] = field(default_factory=dict)
    claims: Mapping[int, int] = field(default_factory=dict)
    checked: Mapping[int, datetime | None] = field(default_factory=dict)  # write access, when it was last looked at

    @property
    def first(self) -> Shop | None:
        """The shop with the best claim to the last pieces, where the seller chose one."""
        best = max(self.claims.values(), default=0)
        found = [shop for shop in self.shops if self.claims.get(shop.id, 0) == best]
        return found[0] if best and len(found) == 1 else None


def standing(db: Connection, row: IncidentRow) -> Standing:
    """As it stands now."""
    selling = _selling(db, row)
    rules = rulebook.rules_of(db, row.product_id)
    floor, reorder_at, counted_at = db.execute(
        "select floor, reorder_point, counted_at from stock_level where product_id = ?", (row.product_id,)
    ).fetchone()
    return Standing(
        held_back=rules.own(0)[0].pieces,
        otherwise=rules.limits(0)[0].otherwise or 0,
        floor=floor,
        reorder_at=reorder_at,
        alert=bool(settings.get(db, settings.ALERT, product=row.product_id)),
        counted_at=moment_or_none(counted_at),
        shops=selling,
        extra={shop.id: _extra(rules, shop.id) for shop in selling},
        claims={shop.id: int(settings.get(db, settings.PRIORITY, shop=shop.id) or 0) for shop in selling},
        checked={shop.id: access.checked_at(db, shop.id) for shop in selling if not shop.by_hand},
    )


def _extra(rules: rulebook.Rules, shop: int) -> int | None:
    held = rules.own(shop)[0]
    return held.pieces if held.way is Way.EXTRA else None


def _selling(db: Connection, row: IncidentRow) -> tuple[Shop, ...]:
    over: dict[int, int] = {}
    for claim in incidents.claims(db, row.id):
        over[claim.shop_id] = over.get(claim.shop_id, 0) + claim.pieces
    listed = {
        shop for (shop,) in db.execute(
            "select distinct shop_id from listing where product_id = ? and gone_at is null", (row.product_id,)
        )
    }  # fmt: skip
    found = [shop for shop in shops.shops(db) if shop.id in listed | set(over)]
    return tuple(sorted(found, key=lambda shop: (-over.get(shop.id, 0), shop.id)))
