"""The commands of Inventory, each with its menu and its keys."""

from PySide6.QtGui import QKeySequence

from app.ui.inventory.desk import InventoryDesk
from app.ui.page import Command
from app.ui.words import tr


def inventory_commands(desk: InventoryDesk) -> list[Command]:
    """All of them, menu by menu."""
    return [*_stock(desk), *_edit(desk), *_view(desk)]


def _stock(desk: InventoryDesk) -> list[Command]:
    return [
        Command(
            key="adjust",
            menu="stock",
            text=tr("Adjust stock…"),
            run=desk.adjust,
            shortcut="Ctrl+E",
            enabled=lambda: desk.list.number is not None,
        ),
        Command(
            key="edit_floor",
            menu="stock",
            text=tr("Change floor or reorder point"),
            run=desk.edit_setting,
            shortcut="F2",
            enabled=lambda: desk.list.number is not None,
        ),
        Command(
            key="many_levels",
            menu="stock",
            text=tr("Floor and reorder point of the selected…"),
            run=desk.many_levels,
            enabled=lambda: desk.list.number is not None,
        ),
        Command(
            key="hold_back",
            menu="stock",
            text=tr("Hold back…"),
            run=desk.hold_back,
            enabled=lambda: desk.list.number is not None,
        ),
        Command(
            key="offer_rules",
            menu="stock",
            text=tr("Offer rules…"),
            run=desk.rules,
            shortcut="Ctrl+R",
            enabled=lambda: desk.list.number is not None,
        ),
        Command(
            key="may_sell",
            menu="stock",
            text=tr("What it may still sell…"),
            run=desk.may_sell,
            enabled=lambda: desk.list.number is not None,
        ),
        *_alerts(desk),
        *_on_sale(desk),
        Command(
            key="places",
            menu="stock",
            text=tr("Where it lies…"),
            run=desk.places,
            enabled=lambda: desk.list.number is not None,
        ),
        Command(
            key="count_these",
            menu="stock",
            text=tr("Count these"),
            run=desk.count_these,
            enabled=lambda: bool(desk.table.selected_rows()),
        ),
        Command(key="add_product", menu="stock", text=tr("Add a product…"), run=desk.add_product),
    ]


def _alerts(desk: InventoryDesk) -> list[Command]:
    return [
        Command(
            key="product_alerts",
            menu="stock",
            text=tr("Alerts of this product…"),
            run=desk.alert_rules,
            enabled=lambda: desk.list.number is not None,
        ),
        Command(
            key="product_alert_log",
            menu="stock",
            text=tr("Why did it warn, or why not…"),
            run=desk.alert_log,
            enabled=lambda: desk.list.number is not None,
        ),
        Command(
            key="pause_at_floor",
            menu="stock",
            text=tr("At its floor: pause by priority"),
            run=desk.pause_at_floor,
            enabled=lambda: (facts := desk.shown_facts) is not None and bool(facts.to_pause),
        ),
        Command(
            key="put_back_at_floor",
            menu="stock",
            text=tr("Above its floor: put back"),
            run=desk.put_back_at_floor,
            enabled=lambda: (facts := desk.shown_facts) is not None and facts.put_back is not None,
        ),
    ]


def _on_sale(desk: InventoryDesk) -> list[Command]:
    return [
        Command(
            key="take_off",
            menu="stock",
            text=tr("Take off a channel…"),
            run=lambda: desk.deeds.take_off(desk.filled()),
            enabled=lambda: any(listed.can_take_off for listed in desk.listed()),
        ),
        Command(
            key="put_back",
            menu="stock",
            text=tr("Put back on sale…"),
            run=lambda: desk.deeds.put_back(desk.filled()),
            enabled=lambda: any(listed.can_put_back for listed in desk.listed()),
        ),
        Command(
            key="pause_product",
            menu="stock",
            text=tr("Pause this product everywhere…"),
            run=lambda: desk.deeds.pause(desk.filled()),
            shortcut="Ctrl+P",
            enabled=lambda: any(listed.can_take_off for listed in desk.listed()),
        ),
        Command(
            key="resume_product",
            menu="stock",
            text=tr("Resume this product everywhere…"),
            run=lambda: desk.deeds.resume(desk.filled()),
            shortcut="Ctrl+Shift+O",
            enabled=lambda: any(listed.can_put_back for listed in desk.listed()),
        ),
        Command(
            key="reverse_order",
            menu="stock",
            text=tr("Cancel or refund the order…"),
            run=desk.reverse_order,
            enabled=lambda: desk.pane.ledger.order_row() is not None,
        ),
        Command(key="returns", menu="stock", text=tr("Returns…"), run=lambda: desk.go.emit("channels", "returns")),
    ]


def _edit(desk: InventoryDesk) -> list[Command]:
    return [
        Command(
            key="search",
            menu="edit",
            text=tr("Search products"),
            run=desk.list.focus_search,
            shortcut=QKeySequence.StandardKey.Find,
        ),
        Command(
            key="copy_rows",
            menu="edit",
            text=tr("Copy rows"),
            run=desk.copy_rows,
            shortcut=QKeySequence.StandardKey.Copy,
            enabled=lambda: bool(desk.table.selected_rows()),
        ),
    ]


def _view(desk: InventoryDesk) -> list[Command]:
    return [
        Command(
            key="chart_table",
            menu="view",
            text=tr("Show chart as table"),
            run=desk.toggle_chart_table,
            shortcut="Ctrl+T",
            enabled=lambda: desk.divide.pane_open,
        ),
        Command(
            key="chart_more",
            menu="view",
            text=tr("Chart: look back further"),
            run=lambda: desk.pane.stock.move_range(1),
            shortcut="Ctrl+Left",
            enabled=lambda: desk.divide.pane_open,
        ),
        Command(
            key="chart_less",
            menu="view",
            text=tr("Chart: look back less"),
            run=lambda: desk.pane.stock.move_range(-1),
            shortcut="Ctrl+Right",
            enabled=lambda: desk.divide.pane_open,
        ),
        Command(
            key="sort_up",
            menu="view",
            text=tr("Sort by this column"),
            run=lambda: desk.sort_by_column(descending=False),
            shortcut="Alt+Up",
        ),
        Command(
            key="sort_down",
            menu="view",
            text=tr("Sort by this column, the other way round"),
            run=lambda: desk.sort_by_column(descending=True),
            shortcut="Alt+Down",
        ),
        Command(
            key="sort_need",
            menu="view",
            text=tr("Sort by what needs you"),
            run=desk.sort_by_need,
            shortcut="Alt+Home",
        ),
    ]
