"""Opens the windows of the alerts over a page, and writes what is decided in them."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.alerting import OFF, ON, Kind, Rule
from app.store import alert_rules, settings, shops
from app.store.alert_rules import BY_CLAIM, FLOOR_ACTS, FLOOR_PAUSES, Value
from app.ui.alerts import writes
from app.ui.alerts.log_dialog import AlertLogDialog
from app.ui.alerts.pause_order import PauseOrder
from app.ui.alerts.rules_dialog import AlertRulesDialog
from app.ui.bridge import Bridge
from app.ui.words import tr

Undoable = Callable[[str, Callable[[], object]], None]


def ask_log(
    parent: QWidget, bridge: Bridge, undoable: Undoable, *, product: int = 0, title: str = ""
) -> AlertLogDialog:
    """Why did it warn, or why not?"""
    rules = partial(ask_rules, parent, bridge, undoable, product=product, title=title)
    dialog = AlertLogDialog(parent, bridge, product=product, title=title, on_rules=rules)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def ask_rules(
    parent: QWidget, bridge: Bridge, undoable: Undoable, *, product: int = 0, title: str = ""
) -> AlertRulesDialog:
    """Which alerts are on: of a product, or everywhere and channel by channel."""
    db = bridge.db

    def read(shop: int) -> tuple[dict[Kind, Value], Mapping[Kind, Rule]]:
        chosen = alert_rules.chosen(db)
        # What holds without a setting here: of a product or a shop that is what is set everywhere.
        wider = {kind: alert_rules.rule(chosen, kind) for kind in Kind}
        return alert_rules.own(db, shop=shop, product=product), wider

    def save(shop: int, before: Mapping[Kind, Value], after: Mapping[Kind, Value]) -> bool:
        return _save(bridge, undoable, dialog, shop, product, title, before, after)

    connected = [shop for shop in shops.shops(db) if not shop.by_hand]
    known = [] if product else connected
    order = PauseOrder(connected, alert_rules.pauses(db, product)) if len(connected) > 1 else None
    acts = settings.get(db, FLOOR_ACTS, product=product) or (settings.get(db, FLOOR_ACTS) if product else None)
    dialog = AlertRulesDialog(
        parent, title=title, shops=known, read=read, save=save, floor_acts=acts == ON, pauses=order
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _save(
    bridge: Bridge, undoable: Undoable, dialog: AlertRulesDialog, shop: int, product: int, title: str,
    before: Mapping[Kind, Value], after: Mapping[Kind, Value],
) -> bool:  # fmt: skip
    db = bridge.db
    acts = settings.get(db, FLOOR_ACTS, product=product)
    pauses = settings.get(db, FLOOR_PAUSES, product=product)
    switched = dialog.acts.isChecked() != alert_rules.acts_by_itself(db, product)
    known = {FLOOR_ACTS: acts, FLOOR_PAUSES: pauses}
    wanted = {
        FLOOR_ACTS: (ON if dialog.acts.isChecked() else OFF) if switched else acts,
        FLOOR_PAUSES: _pauses(bridge, product, dialog.pauses, pauses),
    }

    def put(values: Mapping[Kind, Value], old: Mapping[Kind, Value], switches: Mapping[str, str | None]) -> bool:
        now = bridge.now
        done = bridge.perform(writes.put_rules, db, old, values, shop=shop, product=product, now=now)
        for name, value in switches.items():
            if done is not None and settings.get(db, name, product=product) != value:
                done = bridge.perform(writes.put_switch, db, name, value, product=product, now=now)
        return done is not None

    if known == wanted and all(value == before.get(kind) for kind, value in after.items()):
        return True
    if not put(after, before, wanted):
        return False
    said = tr("Alerts of {title} changed", title=title) if title else tr("Alerts changed")
    undoable(said, lambda: put(before, after, known))
    return True


def _pauses(bridge: Bridge, product: int, order: PauseOrder | None, own: str | None) -> str | None:
    """What is to stand here of the channels that pause at the floor. What was not touched follows as before."""
    if order is None or order.chosen() == alert_rules.pauses(bridge.db, product):
        return own
    chosen = order.chosen()
    if chosen is not None:
        return ",".join(map(str, chosen))
    return BY_CLAIM if product and alert_rules.pauses(bridge.db) is not None else None
