"""Reading all that the Channels page says of a shop, in one place."""

from app.core.drift import A_DAY
from app.store import access, by_hand, calls, edits, health, shops, vitals
from app.store.agenda import agenda
from app.store.shops import Shop
from app.ui.bridge import Bridge
from app.ui.channels.states import ShopFacts


def facts_of(bridge: Bridge, shop: Shop) -> ShopFacts:
    """Everything about one shop, as it stands now."""
    db = bridge.db
    if shop.by_hand:
        todos, since = by_hand.counts(db, shop.id, now=bridge.now)
        return ShopFacts(
            shop=shop,
            hand=health.by_hand(db, shop.id),
            hand_listed=len(by_hand.shown(db, shop.id)),
            hand_todos=todos,
            hand_since=since,
        )
    return ShopFacts(
        shop=shop,
        pulse=health.pulse(db, shop.id),
        links=health.links(db, shop.id),
        asked=health.asked(db, shop.id),
        tally=calls.tally(db, shop.id, now=bridge.now),
        vitals=vitals.row_vitals(db, shop.id, now=bridge.now),
        sends_here=bridge.lent.sends_here(),
        being_read=agenda(db, shop.id, now=bridge.now).looks,
        replaced=edits.replaced(db, shop.id, bridge.now - A_DAY),
        access_due=shop.mode != "looking" and access.is_due(db, shop.id, now=bridge.now),
    )


def facts_by_number(bridge: Bridge, number: int) -> ShopFacts | None:
    """The same by the shop's number; None when it was removed."""
    shop = shops.shop(bridge.db, number)
    return facts_of(bridge, shop) if shop else None
