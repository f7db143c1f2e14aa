"""Opens the windows of the alerts over a page, and writes what is decided in them."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.alerting import OFF, ON, Kind, Rule
from app.store import alert_rules, settings, shops
from app.store.alert_rules import FLOOR_ACTS, Value
from app.ui.alerts import writes
from app.ui.alerts.log_dialog import AlertLogDialog
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

    known = [] if product else [shop for shop in shops.shops(db) if not shop.by_hand]
    acts = settings.get(db, FLOOR_ACTS, product=product) or (settings.get(db, FLOOR_ACTS) if product else None)
    dialog = AlertRulesDialog(parent, title=title, shops=known, read=read, save=save, floor_acts=acts == ON)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _save(
    bridge: Bridge, undoable: Undoable, dialog: AlertRulesDialog, shop: int, product: int, title: str,
    before: Mapping[Kind, Value], after: Mapping[Kind, Value],
) -> bool:  # fmt: skip
    acts_before = settings.get(bridge.db, FLOOR_ACTS, product=product)
    held = alert_rules.acts_by_itself(bridge.db, product)
    acts_after = acts_before if dialog.acts.isChecked() == held else ON if dialog.acts.isChecked() else OFF

    def put(values: Mapping[Kind, Value], known: Mapping[Kind, Value], acts: str | None, was: str | None) -> bool:
        now = bridge.now
        done = bridge.perform(writes.put_rules, bridge.db, known, values, shop=shop, product=product, now=now)
        if done is not None and acts != was:
            done = bridge.perform(writes.put_switch, bridge.db, FLOOR_ACTS, acts, product=product, now=now)
        return done is not None

    if dict(before) == dict(after) and acts_before == acts_after:
        return True
    if not put(after, before, acts_after, acts_before):
        return False
    said = tr("Alerts of {title} changed", title=title) if title else tr("Alerts changed")
    undoable(said, lambda: put(before, after, acts_before, acts_after))
    return True
