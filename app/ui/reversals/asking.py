"""From an order to the right question: what can be done at its channel, or how far what was asked is."""

import uuid

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.channel import ChannelInfo
from app.core.reversal import OPEN, Wish
from app.core.text import N_
from app.errors import PlimsollError
from app.store import reversals, shops
from app.store.shops import Shop
from app.ui.bridge import Bridge
from app.ui.reversals import writes
from app.ui.reversals.dialog import ReversalDialog, UnderWayDialog
from app.ui.widgets.dialog import Dialog


def ask_reversal(parent: QWidget, bridge: Bridge, order: int) -> Dialog | None:
    """Open the question about this order; None where there is nothing to ask, and the window says why."""
    facts = reversals.order_facts(bridge.db, order)
    shop = shops.shop(bridge.db, facts.shop_id) if facts else None
    info = info_of(bridge, shop) if shop else None
    if facts is None or shop is None or info is None:
        bridge.trouble.emit(PlimsollError(N_("The shop of this order is no longer connected."), N_("Do it there.")))
        return None
    waiting = next((one for one in reversals.of_order(bridge.db, order) if one.state in OPEN), None)
    if waiting is not None:
        number = waiting.id
        dialog: Dialog = UnderWayDialog(parent, waiting, shop, info)
        dialog.accepted.connect(lambda: bridge.perform(writes.drop_reversal, bridge.db, number, now=bridge.now))
    elif facts.ended or not facts.lines:
        bridge.trouble.emit(
            PlimsollError(
                N_("Nothing of order {order} is still to be sent.", order=facts.number),
                N_("What was sent is refunded in the shop’s own window. Plimsoll asks then what came back."),
            )
        )
        return None
    else:
        dialog = ReversalDialog(
            parent,
            facts,
            shop,
            info,
            f"reversal/{uuid.uuid4()}",
            lambda wish, by_hand: _ask(bridge, order, wish, by_hand=by_hand),
        )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def info_of(bridge: Bridge, shop: Shop) -> ChannelInfo | None:
    """What the shop's channel is; None for a place kept by hand."""
    return next((info for info in bridge.lent.channels() if info.key == shop.channel), None)


def _ask(bridge: Bridge, order: int, wish: Wish, *, by_hand: bool) -> bool:
    done = bridge.perform(writes.post_reversal, bridge.db, order, wish, by_hand=by_hand, now=bridge.now)
    return done is not None
