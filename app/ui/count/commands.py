"""What can be done on the Count page, with its keys."""

from PySide6.QtCore import Qt

from app.ui.count.desk import Desk
from app.ui.count.stalls import Stalls
from app.ui.page import Command
from app.ui.words import tr


def count_commands(page: Desk) -> list[Command]:
    """What can be done while counting, and before."""
    working = lambda: page.taking is not None  # noqa: E731
    session, paper = page.session, page.paper
    field = session.field
    return [
        Command(key="count_again", menu="stock", text=tr("Count again"), shortcut="F2", enabled=working,
                run=session.notice.press),
        Command(key="close_shelf", menu="stock", text=tr("Close the shelf"), shortcut="F4", enabled=working,
                run=page.close_shelf),
        Command(key="one_damaged", menu="stock", text=tr("One damaged"), shortcut="F7", enabled=working,
                run=lambda: session.current.wanted.emit("damaged")),
        Command(key="lies_here", menu="stock", text=tr("It lies here too…"), shortcut="Ctrl+L",
                enabled=lambda: page.taking is not None and page.taking.line is not None, run=page.lies_here),
        Command(key="post_shelf", menu="stock", text=tr("Post the reviewed shelf…"), shortcut="Ctrl+Return",
                enabled=page.review.isVisible, run=page.reviewing.post),
        Command(key="print_sheets", menu="stock", text=tr("Counting sheets…"), enabled=working,
                run=lambda: paper.sheets(page.taking)),
        Command(key="list_out", menu="stock", text=tr("Counting list to a file…"), enabled=working,
                run=lambda: paper.list_out(page.taking)),
        Command(key="list_in", menu="stock", text=tr("Counting list from a file…"), enabled=working,
                run=lambda: paper.list_in(page.taking)),
        Command(key="labels", menu="stock", text=tr("Barcode labels…"), run=paper.labels),
        Command(key="end_count", menu="stock", text=tr("End this count…"), enabled=working, run=page.end_count),
        Command(key="past_counts", menu="stock", text=tr("Counts so far…"), run=page.past),
        Command(key="count_settings", menu="stock", text=tr("How you count…"), run=page.settings),
        Command(key="count_sounds", menu="view", text=tr("Sounds while counting"), shortcut="F9",
                run=page.turn_sounds),
        Command(key="to_the_line", menu="view", text=tr("To the scan line"), shortcut="F3",
                enabled=lambda: page.working,
                run=lambda: (field if page.taking else page.stall.field).setFocus(
                    Qt.FocusReason.ShortcutFocusReason)),
    ]  # fmt: skip


def stall_commands(stalls: Stalls, page: Desk) -> list[Command]:
    """What can be done at the stall."""
    idle = lambda: page.taking is None  # noqa: E731
    there = lambda: stalls.open is not None and stalls.open.dated_at is None  # noqa: E731
    view = page.stall
    return [
        Command(key="stall_sale", menu="stock", text=tr("Record a stall sale"), shortcut="Ctrl+Shift+S",
                enabled=idle, run=stalls.sell),
        Command(key="stall_day", menu="stock", text=tr("Stall day…"), enabled=idle, run=stalls.begin),
        Command(key="stall_after", menu="stock", text=tr("Stall sales of an earlier day…"), enabled=idle,
                run=stalls.afterwards),
        Command(key="stall_take", menu="stock", text=tr("Stall: take along"), shortcut="Alt+1", enabled=there,
                run=view.to_take),
        Command(key="stall_sell", menu="stock", text=tr("Stall: sell"), shortcut="Alt+2", enabled=there,
                run=view.to_sell),
        Command(key="stall_back", menu="stock", text=tr("Stall: what came home"), shortcut="Alt+3", enabled=there,
                run=view.to_back),
        Command(key="stall_end", menu="stock", text=tr("End the stall day…"),
                enabled=lambda: stalls.open is not None, run=stalls.end),
    ]  # fmt: skip
