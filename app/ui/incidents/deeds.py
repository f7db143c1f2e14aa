"""What the seller does with an incident: stops and resumes selling, splits and joins, ranks; asks before it matters."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from app.store import families, incidents, stops
from app.store.incidents import IncidentRow
from app.ui.bridge import Bridge
from app.ui.incidents import writes
from app.ui.incidents.work import Work
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import ComboBox
from app.ui.words import all_of, tr, trn


class Deeds(QObject):
    """Wires the steps to what they write. `page` says which incident is in view."""

    def __init__(self, bridge: Bridge, page: QWidget, work: Work) -> None:
        super().__init__(page)
        self._bridge, self._page, self._work = bridge, page, work
        self.dialog: QDialog | None = None
        work.stop.stop.connect(self.stop)
        work.stop.resume.connect(self.resume)
        work.stop.ticked.connect(self.tick)
        work.stop.retried.connect(self.again)
        work.rail.split.connect(self.split)
        work.rail.merge.connect(self.merge)

    @property
    def row(self) -> IncidentRow | None:
        """The incident in view."""
        number = getattr(self._page, "incident_in_view", None)
        return incidents.incident(self._bridge.db, number) if number is not None else None

    def stop(self) -> None:
        """One press, and nothing is asked: every channel is told to stop."""
        row, bridge = self.row, self._bridge
        if row is not None:
            bridge.perform(writes.stop_selling, bridge.db, row.id, now=bridge.now)
            self._work.stop.take_keyboard()

    def tick(self, listing: int, done: bool) -> None:  # noqa: FBT001 - a signal's slot
        """Done by hand, or not."""
        row, bridge = self.row, self._bridge
        if row is not None:
            bridge.perform(writes.tick_stop, bridge.db, row.id, listing, done=done, now=bridge.now)

    def again(self, listing: int) -> None:
        """Ask a shop once more."""
        row, bridge = self.row, self._bridge
        if row is not None:
            bridge.perform(writes.stop_again, bridge.db, row.id, listing, now=bridge.now)

    def resume(self) -> None:
        """Ask, then put the product back on sale where this incident took it off."""
        row, bridge = self.row, self._bridge
        held = [one for one in stops.stops(bridge.db, row.id) if one.held] if row is not None else []
        if row is None or not held:
            return
        dialog = Dialog(
            self._page,
            question=tr("Put {title} back on sale?", title=row.title),
            text=_what_happens(row, [one.shop.name for one in held]),
            yes=tr("Put it back on sale"),
            no=tr("Keep it off sale"),
            safe_first=True,
        )
        dialog.accepted.connect(lambda: bridge.perform(writes.resume_selling, bridge.db, row.id, now=bridge.now))
        self._ask(dialog)

    def split(self) -> None:
        """This product stands by itself from now on."""
        row, bridge = self.row, self._bridge
        if row is not None:
            bridge.perform(writes.split_off, bridge.db, row.id, now=bridge.now)

    def merge(self) -> None:
        """Ask with which open incident to join it."""
        row, bridge = self.row, self._bridge
        if row is None:
            return
        mine = families.family(bridge.db, row.id)
        others = [one for one in incidents.incidents(bridge.db) if one.closed_at is None and one.id not in mine]
        if not others:
            self._ask(_nothing_to_join(self._page))
            return
        dialog = JoinDialog(self._page, row, others)
        dialog.accepted.connect(
            lambda: bridge.perform(writes.join_with, bridge.db, row.id, dialog.chosen, now=bridge.now)
        )
        self._ask(dialog)

    def _ask(self, dialog: QDialog) -> None:
        self.dialog = dialog
        before = self._page.window().focusWidget()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def over(_result: int) -> None:
            self.dialog = None
            if before is not None and before.isVisible():
                before.setFocus(Qt.FocusReason.OtherFocusReason)

        dialog.finished.connect(over)
        dialog.open()


class JoinDialog(Dialog):
    """Which incident it belongs to."""

    def __init__(self, parent: QWidget, row: IncidentRow, others: list[IncidentRow]) -> None:
        super().__init__(
            parent,
            question=tr("Which incident does {title} belong to?", title=row.title),
            text=tr("Joined, a customer gets one message about all of it. Each product keeps its own stop and cause."),
            yes=tr("Join them"),
            no=tr("Leave it by itself"),
        )
        self._others = others
        self.which = ComboBox(tr("Incident"))
        self.which.addItems([tr("Incident {number}: {title}", number=str(one.head), title=one.title) for one in others])
        self.body.addWidget(self.which)
        self.which.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> int:
        """The incident's number."""
        return self._others[self.which.currentIndex()].id


def _nothing_to_join(parent: QWidget) -> Dialog:
    dialog = Dialog(
        parent,
        question=tr("No other incident is open"),
        text=tr("There is nothing to join it with."),
        yes=tr("Close"),
        no=tr("Back"),
    )
    dialog.no.hide()
    return dialog


def _what_happens(row: IncidentRow, names: list[str]) -> str:
    where = tr("Plimsoll puts the listings back as they were on {names}.", names=all_of(dict.fromkeys(names)))
    if row.short:
        still = trn(
            "{n} piece is still short, so they go on showing 0 until more comes in.",
            "{n} pieces are still short, so they go on showing 0 until more comes in.",
            row.short,
        )
        return f"{where} {still}"
    return f"{where} {tr('They show what is available again.')}"
