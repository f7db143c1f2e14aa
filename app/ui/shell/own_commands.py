"""The window's own commands, each with its menu and shortcut."""

from typing import Protocol

from PySide6.QtGui import QKeySequence

from app.ui.shell.acts import Acts
from app.ui.shell.look import Look, contrasts
from app.ui.shell.menus import WindowCommand
from app.ui.shell.places import Place
from app.ui.theme import Scheme
from app.ui.widgets.table import Density
from app.ui.words import percent, tr


class Frame(Protocol):
    """What the commands need of the window."""

    def show_page(self, key: str, what: object = None) -> None:
        """Bring a page into view."""

    def find_anything(self) -> None:
        """Go to the command field."""

    def undo(self) -> None:
        """Take the last change back."""

    def can_undo(self) -> bool:
        """Is there one?"""

    def toggle_sidebar(self) -> None:
        """Wide or narrow."""

    def move_pane(self, step: int) -> None:
        """To the next part of the window, or the one before."""

    def import_products(self) -> None:
        """Take products over from a spreadsheet."""

    def export_products(self) -> None:
        """Write all products into a spreadsheet."""

    def show_help(self, topic: str = "") -> None:
        """A topic of the help; else what belongs to where the keyboard is."""

    def show_report(self) -> None:
        """What to send along with a question."""

    def show_about(self) -> None:
        """Version and licences."""

    def leave(self) -> None:
        """End the program."""


def own_commands(
    frame: Frame, acts: Acts, look: Look, places: tuple[Place, ...], *, sample: bool
) -> list[WindowCommand]:
    """All of them, menu by menu."""
    return [
        *_file(frame, acts, sample=sample),
        *_edit(frame),
        *_view(frame, look, places),
        *_work(frame, acts),
        WindowCommand(key="help", menu="help", text=tr("Help for this screen"), run=frame.show_help, shortcut="F1"),
        WindowCommand(key="keys", menu="help", text=tr("Keyboard map"), run=lambda: frame.show_help("keys")),
        WindowCommand(key="report", menu="help", text=tr("Report of what went wrong…"), run=frame.show_report, group=1),
        WindowCommand(key="about", menu="help", text=tr("About Plimsoll"), run=frame.show_about, group=1),
    ]


def _file(frame: Frame, acts: Acts, *, sample: bool) -> list[WindowCommand]:
    leave = WindowCommand(
        key="leave_sample", menu="file", text=tr("Leave the sample shop"), run=acts.leave_sample, group=2
    )
    return [
        WindowCommand(
            key="back_up", menu="file", text=tr("Back up now"), run=lambda: frame.show_page("settings", "back_up")
        ),
        WindowCommand(
            key="import_products", menu="file", text=tr("Import products…"), run=frame.import_products, group=1
        ),
        WindowCommand(
            key="export_products", menu="file", text=tr("Export products…"), run=frame.export_products, group=1
        ),
        *([leave] if sample else []),
        WindowCommand(
            key="quit",
            menu="file",
            text=tr("Quit"),
            run=frame.leave,
            shortcut="Ctrl+Q",
            group=3,
        ),
    ]


def _edit(frame: Frame) -> list[WindowCommand]:
    return [
        WindowCommand(
            key="undo",
            menu="edit",
            text=tr("Undo"),
            run=frame.undo,
            shortcut=QKeySequence(QKeySequence.StandardKey.Undo),
            enabled=frame.can_undo,
        ),
        WindowCommand(
            key="find",
            menu="edit",
            text=tr("Find or do anything"),
            run=frame.find_anything,
            shortcut="Ctrl+K",
            group=1,
            palette=False,
        ),
    ]


def _view(frame: Frame, look: Look, places: tuple[Place, ...]) -> list[WindowCommand]:
    pages = [
        WindowCommand(
            key=place.key,
            menu="view",
            text=place.title,
            run=lambda key=place.key: frame.show_page(key),  # type: ignore[misc]
            shortcut=place.entry.keys,
            group=int(place.entry.low),
        )
        for place in places
        if place.entry is not None
    ]
    return [
        *pages,
        WindowCommand(
            key="sidebar",
            menu="view",
            text=tr("Wide or narrow sidebar"),
            run=frame.toggle_sidebar,
            shortcut="Ctrl+\\",
            group=2,
        ),
        WindowCommand(
            key="next_pane",
            menu="view",
            text=tr("Next pane"),
            run=lambda: frame.move_pane(1),
            shortcut="F6",
            group=2,
            palette=False,
        ),
        WindowCommand(
            key="previous_pane",
            menu="view",
            text=tr("Previous pane"),
            run=lambda: frame.move_pane(-1),
            shortcut="Shift+F6",
            group=2,
            palette=False,
        ),
        *_looks(look),
    ]


def _looks(look: Look) -> list[WindowCommand]:
    schemes = {Scheme.SYSTEM: tr("As the system"), Scheme.LIGHT: tr("Light"), Scheme.DARK: tr("Dark")}
    rows = {
        Density.COMPACT: tr("Compact"),
        Density.NORMAL: tr("Normal"),
        Density.COMFORTABLE: tr("Comfortable"),
    }
    found = [
        WindowCommand(
            key=f"theme_{scheme}",
            menu="view",
            text=text,
            run=lambda scheme=scheme: look.set_scheme(scheme),  # type: ignore[misc]
            checked=lambda scheme=scheme: look.scheme is scheme,  # type: ignore[misc]
            group=3,
            inside=tr("Theme"),
        )
        for scheme, text in schemes.items()
    ]
    found += [
        WindowCommand(
            key=f"contrast_{contrast}",
            menu="view",
            text=text,
            run=lambda contrast=contrast: look.set_contrast(contrast),  # type: ignore[misc]
            checked=lambda contrast=contrast: look.contrast is contrast,  # type: ignore[misc]
            group=3,
            inside=tr("Contrast"),
        )
        for contrast, text in contrasts().items()
    ]
    found += [
        WindowCommand(
            key=f"text_{scale}",
            menu="view",
            text=percent(scale),
            run=lambda scale=scale: look.set_text_scale(scale),  # type: ignore[misc]
            checked=lambda scale=scale: look.text_scale == scale,  # type: ignore[misc]
            group=3,
            inside=tr("Text size"),
        )
        for scale in look.text_scales
    ]
    found += [
        WindowCommand(
            key=f"rows_{density}",
            menu="view",
            text=text,
            run=lambda density=density: look.set_density(density),  # type: ignore[misc]
            checked=lambda density=density: look.density is density,  # type: ignore[misc]
            group=3,
            inside=tr("Row height"),
        )
        for density, text in rows.items()
    ]
    return found


def _work(frame: Frame, acts: Acts) -> list[WindowCommand]:
    return [
        WindowCommand(
            key="incident",
            menu="stock",
            text=tr("Open the incident"),
            run=acts.show_incident,
            shortcut="Alt+I",
            enabled=acts.has_incident,
        ),
        WindowCommand(
            key="connect",
            menu="channels",
            text=tr("Connect a channel"),
            run=lambda: frame.show_page("channels", "connect"),
        ),
        WindowCommand(
            key="compare",
            menu="channels",
            text=tr("Compare all channels now"),
            run=acts.compare,
            shortcut="F5",
            enabled=acts.can_compare,
        ),
        WindowCommand(
            key="pause_all",
            menu="channels",
            text=tr("Pause all channels"),
            run=acts.pause_all,
            shortcut="Ctrl+Shift+P",
            enabled=acts.can_pause_all,
        ),
        WindowCommand(
            key="get_ready",
            menu="channels",
            text=tr("Get ready to leave…"),
            run=acts.get_ready_to_leave,
            group=1,
            enabled=acts.can_get_ready,
        ),
    ]
