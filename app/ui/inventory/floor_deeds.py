"""A product's alerts: why they came or did not, which are on, and the plan at its floor with one press each way."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.store.floor_acts import PUT_BACK, UNDONE, Act
from app.ui.alerts import writes
from app.ui.alerts.asking import ask_log, ask_rules
from app.ui.bridge import Bridge
from app.ui.inventory.alert_line import ENDED
from app.ui.inventory.facts import ProductFacts
from app.ui.words import all_of, tr


class FloorDeeds(QObject):
    """`undoable` says what was done and how to take it back."""

    undoable = Signal(str, object)

    def __init__(self, bridge: Bridge, page: QWidget) -> None:
        super().__init__(page)
        self._bridge, self._page = bridge, page
        self.dialog: QDialog | None = None

    def log(self, facts: ProductFacts | None) -> None:
        """Why did it warn, or why not?"""
        if facts is not None:
            row = facts.row
            self.dialog = ask_log(
                self._page.window(), self._bridge, self.undoable.emit, product=row.id, title=row.title
            )

    def rules(self, facts: ProductFacts | None) -> None:
        """Which of its alerts are on?"""
        if facts is not None:
            row = facts.row
            self.dialog = ask_rules(
                self._page.window(), self._bridge, self.undoable.emit, product=row.id, title=row.title
            )

    def pause(self, facts: ProductFacts | None) -> None:
        """Pause it where the claim to the last pieces is weakest; the best one goes on."""
        if facts is None or not facts.to_pause:
            return
        bridge, row, acts = self._bridge, facts.row, list[int]()
        listings = [spot.listing for spot in facts.to_pause]
        if bridge.perform(writes.pause_at_floor, bridge.db, row.id, listings, acts, now=bridge.now) is not None:
            names = all_of(spot.name for spot in facts.to_pause)
            self.undoable.emit(
                tr("{title}: paused on {names}", title=row.title, names=names),
                lambda: bridge.perform(writes.end_acts, bridge.db, row.id, acts, UNDONE, now=bridge.now),
            )

    def put_back(self, facts: ProductFacts | None) -> None:
        """Put back what the plan paused and held back: it is above its floor again, or the seller does not want it."""
        back = facts.put_back if facts is not None else None
        acts = back.acts if back is not None else facts.acts if facts is not None else ()
        if facts is None or not acts:
            return
        row, how = facts.row, UNDONE if back is None else PUT_BACK
        done = put_back(self._bridge, row.id, row.title, acts, how)
        if done is not None:
            self.undoable.emit(*done)


def put_back(
    bridge: Bridge, product: int, title: str, acts: Sequence[Act], how: str = PUT_BACK
) -> tuple[str, Callable[[], object]] | None:
    """Put back what these acts did: what to say of it, and how to take that back. None where it did not work."""
    numbers = [act.id for act in acts]
    ended = {act.listing for act in acts if act.listing is not None and act.off in ENDED}
    if bridge.perform(writes.end_acts, bridge.db, product, numbers, how, press=ended, now=bridge.now) is None:
        return None
    return (
        tr("{title}: put back as it was", title=title),
        lambda: bridge.perform(writes.act_again, bridge.db, product, numbers, now=bridge.now),
    )
