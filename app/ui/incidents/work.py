"""One incident at work: the rail at the left, a step in the middle, and the way to the next one under it."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.core.closing import Facts as Ending
from app.core.closing import Severity, obstacle, severity, ticks
from app.core.contact import Clock
from app.core.fixing import State
from app.core.text import Text
from app.core.wizard import Facts, Stand, Step, stands
from app.store import causes, closing, followups, incidents, stops, waiting
from app.store.incidents import IncidentRow
from app.ui.bridge import Bridge
from app.ui.incidents.composing import review_answer
from app.ui.incidents.customers_view import CustomersView
from app.ui.incidents.detail_view import DetailView, Shown
from app.ui.incidents.fix_view import FixView
from app.ui.incidents.fix_words import severity_name
from app.ui.incidents.happened import Happened
from app.ui.incidents.rail import Rail, titles
from app.ui.incidents.stop_view import StopView
from app.ui.incidents.stop_words import row_of
from app.ui.shell.header import SIDE
from app.ui.theme import Theme
from app.ui.widgets.button import Button
from app.ui.widgets.text import ElidedLabel
from app.ui.words import say, tr

_THREE_COLUMNS = 1100  # a page narrower than this shows the letter's four parts under it
_NARROW = 780  # a page narrower than this has no room for the rail


class Work(QWidget):
    """`stepped` says that another step is in view; `closed` carries a note, `went` a page and what to show there."""

    stepped = Signal()
    closed = Signal(str)
    went = Signal(str, object)
    undoable = Signal(str, object)

    def __init__(self, bridge: Bridge, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._bridge, self._clock = bridge, clock
        self.step: Step | None = None
        self.stands: tuple[Stand, ...] = ()
        self.contact: Clock | None = None
        self.detail, self.stop, self.customers = DetailView(clock), StopView(), CustomersView(bridge)
        self.customers.answers.undoable.connect(self.undoable)
        self.happened = Happened(bridge)
        self.happened.left.connect(lambda: self.show_step(None))
        self._number = 0
        self._ending: tuple[IncidentRow, Ending] | None = None
        self.rail = Rail()
        self.rail.stepped.connect(self.show_step)
        self.rail.close_button.clicked.connect(lambda _checked=False: self.show_step(Step.FIX))
        self._stack = QStackedWidget()
        self._wide = QScrollArea()  # three columns side by side: in a narrow window they are scrolled
        self._wide.setFrameShape(QFrame.Shape.NoFrame)
        self._wide.setWidgetResizable(True)
        self._wide.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._wide.setWidget(self.customers)
        self.customers.setAutoFillBackground(False)
        for view in (self.detail, self.stop, self._wide, self.happened):
            self._stack.addWidget(view)
        self.back, self.next = Button(tr("Back")), Button(tr("Next"))
        self.back.clicked.connect(lambda _checked=False: self.go(-1))
        self.next.clicked.connect(lambda _checked=False: self.go(1))
        for button in (self.back, self.next):
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.open_words = ElidedLabel("", colour="text_secondary")
        self.open_words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._arrange()

    @cached_property
    def fix(self) -> FixView:
        """Step 4, made when it is first asked for."""
        made = FixView(self._bridge)
        made.closed.connect(self.closed)
        made.left.connect(self.went)
        made.undoable.connect(self.undoable)
        self._stack.addWidget(made)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is very little room the rail gives way; its keys and the buttons under the step stay."""
        super().resizeEvent(event)
        self.rail.setVisible(self.width() >= Theme.current().px(_NARROW))
        self.customers.set_beside(beside=self.width() >= Theme.current().px(_THREE_COLUMNS))

    def show_incident(self, shown: Shown) -> None:
        """All of one incident, read anew."""
        row, now, db = shown.row, self._clock(), self._bridge.db
        self._number = row.id
        family = [found for number in shown.family if (found := incidents.incident(db, number)) is not None]
        listed = stops.stops(db, row.id)
        self.contact = None if row.closed_at else waiting.clock_of(db, row.id, now=now)
        end = closing.facts(db, row, now=now)
        todos = followups.open_todos(db, row.head, now=now)
        self.stands = stands(
            Facts(
                stops=[row_of(stopped).stop for stopped in listed],
                clock=self.contact,
                closed=row.closed_at is not None,
                cause=causes.confirmed(db, row.id) is not None,
                ticks=ticks(end),
                checking=end.check is not None and end.check.state is State.RUNNING,
                todos=len(todos),
            )
        )
        self.detail.show_incident(shown)
        known = {shop.id: shop for shop in shown.shops}
        self.detail.follow_ups.show_todos(todos, known, review_answer(row.title), now)
        self._ending = row, end
        if self.step is Step.FIX:
            self.fix.show_incident(row, end)
        self.stop.show_stops(listed)
        self.customers.show_incident(row, shown.shops)
        if self.step is Step.HAPPENED:
            self.happened.show_incident(row.id)
        self.rail.show_incident(row, family, now)
        self.rail.show_orders(_orders(shown))
        grade = severity(end)
        self.rail.show_severity(severity_name(grade), bad=grade is not Severity.ORDINARY)
        self._show_closing(row, obstacle(end))
        self._settle()

    def show_step(self, step: Step | None) -> None:
        """This step; None for the overview."""
        self.step = step
        views: dict[Step | None, QWidget] = {
            Step.STOP: self.stop,
            Step.CUSTOMERS: self._wide,
            Step.HAPPENED: self.happened,
        }
        if step is Step.FIX:
            views[step] = self.fix
        if step is Step.HAPPENED:  # its evidence is read only where somebody looks
            self.happened.show_incident(self._number)
        self._stack.setCurrentWidget(views.get(step, self.detail))
        if step is Step.FIX and self._ending is not None:  # in view first: Qt measures no text that is hidden
            self.fix.show_incident(*self._ending)
        self._settle()
        self.take_keyboard()
        self.stepped.emit()

    def go(self, by: int) -> None:
        """The step before or after; the overview stands before the first."""
        at = (self.step or 0) + by
        self.show_step(Step(at) if at in tuple(Step) else None)

    def take_keyboard(self) -> None:
        """Where work begins in this step."""
        if self.step is Step.STOP:
            self.stop.take_keyboard()
        elif self.step is Step.CUSTOMERS:
            self.customers.take_keyboard()
        elif self.step is Step.HAPPENED:
            self.happened.take_keyboard()
        elif self.step is Step.FIX:
            self.fix.take_keyboard()
        else:
            self.detail.take_keyboard()

    def _settle(self) -> None:
        self.rail.show_stands(self.stands, self.step)
        names, at = titles(), int(self.step or 0)
        self.back.setVisible(at > 0)
        before = names[Step(at - 1)] if at > 1 else tr("Overview")
        self.back.setText(tr("Back: {step}", step=before))
        self.next.setVisible(at < len(Step))
        if at < len(Step):
            self.next.setText(tr("Next: {step}", step=names[Step(at + 1)]))
        here = next((stand for stand in self.stands if stand.step is self.step), None)
        self.open_words.setText(say(here.note) if here is not None and not here.done else "")

    def _show_closing(self, row: IncidentRow, why_not: Text | None) -> None:
        words = tr("Closed") if row.closed_at else say(why_not) if why_not else tr("It can be closed")
        self.rail.close_button.setVisible(row.closed_at is None)
        self.rail.why_not.setText(words)
        self.rail.close_button.setAccessibleDescription(words)

    def _arrange(self) -> None:
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(SIDE, 10, SIDE, 10)
        line.setSpacing(12)
        line.addWidget(self.back)
        line.addWidget(self.open_words, 1)
        line.addWidget(self.next)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._stack, 1)
        middle.addWidget(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(middle, 1)


class Ticking(QTimer):
    """Calls when what the clock shows is no longer true."""

    def __init__(self, parent: QWidget, tick: Callable[[], None]) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.timeout.connect(tick)


def _orders(shown: Shown) -> list[tuple[str, str, int]]:
    counted: dict[int, int] = {}
    for claim in shown.claims:
        counted[claim.shop_id] = counted.get(claim.shop_id, 0) + 1
    known = {shop.id: shop for shop in shown.shops}
    return [(known[shop].letter, known[shop].name, orders) for shop, orders in counted.items() if shop in known]
