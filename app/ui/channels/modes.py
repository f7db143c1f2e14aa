"""Pausing, resuming, only looking and removing: each is asked with what the shop does meanwhile, and said when done."""

from PySide6.QtWidgets import QWidget

from app.core.changes import Changes
from app.store import pushes, shops
from app.store.shops import Shop
from app.ui.bridge import Bridge
from app.ui.channels import acts
from app.ui.shell.paused import show_shops
from app.ui.shell.views import ask_then
from app.ui.words import all_of, tr, trn


class Modes:
    """Asks over `page`, and writes through its bridge."""

    def __init__(self, page: QWidget, bridge: Bridge) -> None:
        self._page, self._bridge = page, bridge

    def pause_all(self) -> None:
        """Ask, then send nothing to any shop."""
        live = self.live()
        if not live:
            return
        names = all_of(shop.name for shop in live)
        ask_then(
            self._page,
            lambda: self._stop_or_go([shop.id for shop in live], "paused"),
            question=trn("Pause {n} channel?", "Pause all {n} channels?", len(live)),
            text=trn(
                "{names} keeps its present numbers and goes on selling. Plimsoll sends it nothing until you resume.",
                "{names} keep their present numbers and go on selling. Plimsoll sends them nothing until you resume.",
                len(live),
                names=names,
            ),
            yes=tr("Pause all"),
            no=tr("Keep them running"),
        )

    def resume_all(self) -> None:
        """Ask, then go on sending to every shop that is paused."""
        paused = self.paused()
        if paused:
            ask_then(
                self._page,
                lambda: self._stop_or_go([shop.id for shop in paused], "live"),
                question=trn("Resume {n} channel?", "Resume all {n} channels?", len(paused)),
                text=trn(
                    "{names} is sent what differs now, and every change from then on.",
                    "{names} are sent what differs now, and every change from then on.",
                    len(paused),
                    names=all_of(shop.name for shop in paused),
                ),
                yes=tr("Resume all"),
                no=tr("Keep them paused"),
            )

    def live(self) -> list[Shop]:
        """Those that are sent to."""
        return [shop for shop in shops.shops(self._bridge.db) if shop.mode == "live" and not shop.by_hand]

    def _set_mode(self, numbers: list[int], mode: str) -> bool:
        return self._bridge.perform(acts.set_mode, self._bridge.lent.set_mode, numbers, mode) is not None

    def paused(self) -> list[Shop]:
        """Those that can be resumed: what was changed from outside at once is decided first."""
        found = shops.shops(self._bridge.db)
        return [shop for shop in found if can_resume(shop) and not shop.by_hand]

    def _stop_or_go(self, numbers: list[int], mode: str) -> None:
        """Pause or resume, and show what is read back from every shop."""
        if self._set_mode(numbers, mode):
            title = tr("Pausing") if mode == "paused" else tr("Resuming")
            show_shops(self._page, self._bridge, numbers, title=title)

    def pause(self, shop: Shop) -> None:
        """Ask, then send it nothing."""
        ask_then(
            self._page,
            lambda: self._stop_or_go([shop.id], "paused"),
            question=tr("Pause {shop}?", shop=shop.name),
            text=tr(
                "{shop} keeps its present numbers and goes on selling. Plimsoll sends it nothing until you resume.",
                shop=shop.name,
            ),
            yes=tr("Pause {shop}", shop=shop.name),
            no=tr("Keep it running"),
        )

    def resume(self, shop: Shop) -> None:
        """Ask with how many numbers differ, then go on sending."""
        slots = pushes.offers(self._bridge.db, shop.id, now=self._bridge.now)
        differ = sum(slot.believed is not None and slot.believed != slot.offer.quantity for slot in slots)
        text = trn(
            "Plimsoll sends it {n} number that differs now, and goes on with every change.",
            "Plimsoll sends it {n} numbers that differ now, and goes on with every change.",
            differ,
        )
        ask_then(
            self._page,
            lambda: self._stop_or_go([shop.id], "live"),
            question=tr("Resume {shop}?", shop=shop.name),
            text=text if differ else tr("It shows what it should. Plimsoll goes on with every change."),
            yes=tr("Resume {shop}", shop=shop.name),
            no=tr("Keep it paused"),
        )

    def look_only(self, shop: Shop) -> None:
        """Where nothing is sent anyway, there is nothing to ask."""
        if not shop.sends:
            self._set_mode([shop.id], "looking")
            return
        ask_then(
            self._page,
            lambda: self._set_mode([shop.id], "looking"),
            question=tr("Only look at {shop}?", shop=shop.name),
            text=tr(
                "{shop} keeps its present numbers and goes on selling. Plimsoll books its orders, and sends it nothing"
                " until you go live again.",
                shop=shop.name,
            ),
            yes=tr("Only look at {shop}", shop=shop.name),
            no=tr("Keep it live"),
        )

    def remove(self, shop: Shop) -> None:
        """Ask with what stays, then forget it."""
        text = tr(
            "Plimsoll forgets its keys and its links, and sends it nothing more. {shop} keeps its present numbers."
            " Your products, your ledger and its past orders stay.",
            shop=shop.name,
        )
        if shop.by_hand:
            text = tr("Your products, your ledger and the sales entered here stay. You can add another place later.")
        ask_then(
            self._page,
            lambda: self._disconnect(shop),
            question=tr("Remove {shop}?", shop=shop.name),
            text=text,
            yes=tr("Remove {shop}", shop=shop.name),
            no=tr("Keep it"),
            danger=True,
            safe_first=True,
        )

    def _disconnect(self, shop: Shop) -> None:
        bridge = self._bridge
        gone = Changes(shops=frozenset({shop.id}), catalog=True)
        bridge.background(lambda: bridge.lent.disconnect(shop.id), lambda _none: bridge.changed.emit(gone))


def can_resume(shop: Shop) -> bool:
    """Is it paused, and nothing held that the seller has to see first?"""
    return shop.mode == "paused" and shop.held is None
