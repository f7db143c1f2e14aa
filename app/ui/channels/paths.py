"""How to try each way by which orders reach a shop, and what its own settings mean for the last piece."""

from PySide6.QtWidgets import QWidget

from app.core.channel import ChannelInfo
from app.core.holding import advise_hosting, hold_words
from app.store import locks
from app.store.shops import Shop
from app.ui.bridge import Bridge
from app.ui.shell.sheets import Sheet
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import Paragraph
from app.ui.words import say, tr, trn

_WOO = "woocommerce"


def paths_sheet(parent: QWidget, bridge: Bridge, shop: Shop, info: ChannelInfo) -> Sheet:
    """A sheet that only tells: nothing is bought or sent by it."""
    sheet = Sheet(parent, tr("Test orders at {shop}", shop=shop.name))
    intro = tr(
        "Stock that is held at a checkout covers only that checkout. Try each way by which your orders come in, once"
        " after connecting and after each new app or plugin."
    )
    sheet.body.addWidget(Paragraph(intro, colour="text_primary"))
    for path in info.paths:
        _section(sheet, say(path.title), [f"{place}. {say(step)}" for place, step in enumerate(path.steps, 1)])
    if shop.channel == _WOO:
        _section(sheet, tr("Stock held for unpaid orders"), [say(hold_words(shop.settings.get("hold_minutes")))])
        found = locks.likely_locks(bridge.db, shop.id, now=bridge.now)
        if advise_hosting(found, bridge.now):
            _section(sheet, tr("Hosting"), [_hosting(len(found))])
    return sheet


def _hosting(times: int) -> str:
    return trn(
        "{n} time in 30 days two orders for one product came within a second, and its number was off afterwards: the"
        " shop’s own lock likely let both pass. A managed WooCommerce host or a server of your own makes this rarer."
        " Until then, hold one piece back there.",
        "{n} times in 30 days two orders for one product came within a second, and its number was off afterwards: the"
        " shop’s own lock likely let both pass. A managed WooCommerce host or a server of your own makes this rarer."
        " Until then, hold one piece back there.",
        times,
    )


def _section(sheet: Sheet, title: str, lines: list[str]) -> None:
    sheet.body.addSpacing(14)
    sheet.body.addWidget(SectionTitle(title))
    sheet.body.addSpacing(6)
    for line in lines:
        sheet.body.addWidget(Paragraph(line))
        sheet.body.addSpacing(2)
