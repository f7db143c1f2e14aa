"""What the window itself can do to the inventory and its shops. What tells a channel is asked first."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from app.core.changes import Changes
from app.store import absence
from app.store.database import transaction
from app.ui.bridge import Bridge
from app.ui.shell.closing import Closer
from app.ui.shell.notices import Act, Notice
from app.ui.shell.watch import Watch
from app.ui.words import tr, trn

if TYPE_CHECKING:
    from app.ui.widgets.dialog import Dialog

ALL = "all"  # the list, whatever was in view on that page before


class Acts(QObject):
    """`show_page` brings a page into view, `closer` ends Plimsoll; what is asked over `window` never blocks."""

    def __init__(
        self,
        bridge: Bridge,
        watch: Watch,
        window: QWidget,
        show_page: Callable[..., None],
        closer: Closer,
    ) -> None:
        super().__init__(window)
        self._closer = closer
        self._bridge, self._watch, self._window, self._show_page = bridge, watch, window, show_page

    def answer(self, notice: Notice) -> None:
        """The bar's button was pressed."""
        match notice.act:
            case Act.TRY_NOW:
                self._bridge.lent.wake()
            case Act.SHOW_SHOP:
                self._show_page("channels", notice.what)
            case Act.SHOW_INCIDENT:
                self._show_page("incidents", notice.what if notice.what is not None else ALL)
            case Act.SEND_FROM_HERE:
                self.send_from_here()
            case Act.LEAVE_SAMPLE:
                self._bridge.lent.leave_sample()
            case Act.CLOSE_AWAY:
                self._close_away(notice.what)
            case Act.SHARE_AGAIN:
                self.share_again()
            case Act.SHOW_PLACE:
                assert notice.place is not None
                self._show_page(*notice.place)

    def can_compare(self) -> bool:
        """Is there a channel to compare with?"""
        return bool(self._watch.facts.connected)

    def compare(self) -> None:
        """Read every channel's numbers again."""
        self._write(lambda: self._bridge.lent.compare(None), Changes(shops=self._connected()))

    def can_pause_all(self) -> bool:
        """Is stock sent anywhere?"""
        return any(standing.sends for standing in self._watch.facts.standings)

    def pause_all(self) -> None:
        """Ask, then send nothing to anyone until the seller resumes."""
        from app.ui.widgets.dialog import Dialog

        live = [standing.shop.id for standing in self._watch.facts.standings if standing.sends]
        text = trn(
            "{n} channel keeps its present numbers and goes on selling. Plimsoll sends it nothing until you resume.",
            "{n} channels keep their present numbers and go on selling. Plimsoll sends them nothing until you resume.",
            len(live),
        )
        self._ask(
            Dialog(
                self._window,
                question=tr("Pause all channels?"),
                text=text,
                yes=tr("Pause all channels"),
                no=tr("Keep them running"),
                safe_first=True,
            ),
            lambda: self._pause(live),
        )

    def can_get_ready(self) -> bool:
        """Is anything shared that this computer could split?"""
        return self._bridge.lent.leaving is not None and self._watch.facts.sends_here and self.can_pause_all()

    def get_ready_to_leave(self) -> None:
        """Say what may be sold twice meanwhile, prepare as the seller wants it, and say when the shops have it."""
        self._closer.get_ready(quits=False)

    def share_again(self) -> None:
        """The seller stays: take back what was prepared for being away."""
        lent = self._bridge.lent.leaving
        if lent is not None:
            self._bridge.background(lent.take_back, lambda _done: self._bridge.changed.emit(Changes(settings=True)))

    def send_from_here(self) -> None:
        """Ask, then make this the computer that sends."""
        from app.ui.widgets.dialog import Dialog

        text = tr(
            "Close Plimsoll on the other computer first. Two computers that send for the same shops overwrite"
            " each other’s numbers."
        )
        self._ask(
            Dialog(
                self._window,
                question=tr("Send from this computer?"),
                text=text,
                yes=tr("Send from here"),
                no=tr("Send nothing from here"),
                safe_first=True,
            ),
            lambda: self._write(self._bridge.lent.send_from_here, Changes(shops=self._connected(), settings=True)),
        )

    def show_incident(self) -> None:
        """The open incident; the list where there are several."""
        opened = self._watch.facts.incidents
        self._show_page("incidents", opened[0].id if len(opened) == 1 else ALL)

    def has_incident(self) -> bool:
        """Is an incident open?"""
        return bool(self._watch.facts.incidents)

    def leave_sample(self) -> None:
        """Back to the seller's own inventory."""
        self._bridge.lent.leave_sample()

    def _close_away(self, number: int | None) -> None:
        """The seller has seen what came."""
        assert number is not None
        db, now = self._bridge.db, self._bridge.now

        def write() -> Changes:
            with transaction(db):
                absence.seen(db, number, now=now)
            return Changes(settings=True)

        self._bridge.perform(write)

    def _pause(self, shops: list[int]) -> None:
        def pause() -> None:
            for shop in shops:
                self._bridge.lent.set_mode(shop, "paused")

        if self._write(pause, Changes(shops=frozenset(shops))):
            from app.ui.shell.paused import show_shops

            show_shops(self._window, self._bridge, shops, title=tr("Pausing"))

    def _write(self, act: Callable[[], None], changes: Changes) -> bool:
        def write() -> Changes:
            act()
            return changes

        return self._bridge.perform(write) is not None

    def _connected(self) -> frozenset[int]:
        return frozenset(standing.shop.id for standing in self._watch.facts.connected)

    def _ask(self, dialog: "Dialog", on_yes: Callable[[], object]) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(on_yes)
        dialog.open()
