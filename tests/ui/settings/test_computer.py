"""This computer in Settings: the start with it, the second backup folder, a backup put back, and the passphrase."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.core.text import N_
from app.errors import StoreError, UpdateError, VaultError
from app.store.backup import back_up
from app.ui.bridge import PassphraseLent
from app.ui.computer import Closing, ComputerLent, UpdatesLent
from app.ui.settings import backups as backup_rows
from app.ui.settings.backups import Backups
from app.ui.settings.computer import ThisComputer
from app.ui.settings.passphrase import Keys, SetDialog, UnlockDialog
from app.ui.settings.restore import RestoreDialog
from app.ui.shell.updating import look_for_newer
from app.updates import Newer


class Computer:
    """What the program would lend, noted."""

    def __init__(self, world):
        self.world, self.starts, self.second, self.closing = world, False, None, Closing.ASK
        self.refuses: StoreError | None = None
        self.restored: list[Path] = []
        self.files: list[Path] = []
        self.updates: UpdatesLent | None = None

    def start(self, on):
        if self.refuses:
            raise self.refuses
        self.starts = on

    def set_second(self, folder):
        if self.refuses:
            raise self.refuses
        self.second = folder

    def lent(self, *, tray=True):
        return ComputerLent(
            starts_with_it=lambda: self.starts,
            start_with_it=self.start,
            has_tray=lambda: tray,
            closing=lambda: self.closing,
            set_closing=lambda choice: setattr(self, "closing", choice),
            backups=lambda: self.files,
            second_folder=lambda: self.second,
            set_second_folder=self.set_second,
            restore=self.restored.append,
            updates=self.updates,
        )


@pytest.fixture
def computer(world, theme):
    return Computer(world)


@pytest.fixture
def show(qtbot):
    def make(widget):
        qtbot.addWidget(widget)
        widget.resize(640, 400)
        widget.show()
        return widget

    return make


def test_the_start_with_the_computer_is_a_tick(computer, world, show, qtbot):
    section = show(ThisComputer(world.bridge, computer.lent()))
    qtbot.keyClick(section.starts, Qt.Key.Key_Space)
    assert computer.starts
    computer.refuses = StoreError(N_("No."), N_("Not here."))
    with qtbot.waitSignal(world.bridge.trouble):
        qtbot.keyClick(section.starts, Qt.Key.Key_Space)
    assert section.starts.isChecked(), "it shows what is, not what was wished"


def test_closing_is_a_choice_where_there_is_a_tray(computer, world, show, qtbot):
    section = show(ThisComputer(world.bridge, computer.lent()))
    section.closing.button(Closing.TRAY).click()
    assert computer.closing is Closing.TRAY
    assert show(ThisComputer(world.bridge, computer.lent(tray=False))).closing is None


def test_a_second_folder_is_chosen_and_given_up(computer, world, show, monkeypatch, tmp_path):
    rows = show(Backups(world.bridge, computer.lent()))
    monkeypatch.setattr(backup_rows.QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    rows.choose.click()
    assert (computer.second, rows.second.sentence()) == (tmp_path, str(tmp_path))
    rows.forget.click()
    assert computer.second is None
    assert not rows.forget.isVisible()
    computer.refuses = StoreError(N_("No."), N_("Not here."))
    rows.choose.click()
    assert rows.second.sentence() == "No. Not here."


def test_a_backup_is_looked_into_before_it_can_be_put_back(computer, world, show, qtbot):
    world.product("MUG", 10)
    good, torn = (world.folder / "backups" / f"plimsoll-20260514-1{hour}3200.db" for hour in (3, 4))
    back_up(world.db, good)
    torn.write_bytes(b"torn")
    world.product("BOWL", 3)
    dialog = show(RestoreDialog(None, world.bridge, [torn, good], computer.restored.append))
    assert not dialog.yes.isEnabled()
    dialog.choices[torn].click()
    qtbot.waitUntil(lambda: "not a Plimsoll inventory" in dialog.said.text())
    assert not dialog.yes.isEnabled()
    dialog.choices[good].click()
    qtbot.waitUntil(dialog.yes.isEnabled)
    assert "It holds 1 product, 0 orders and 1 ledger row." in dialog.said.text()
    assert "1 ledger row was written since." in dialog.said.text()
    assert computer.restored == []
    dialog.yes.click()
    assert computer.restored == [good]


@pytest.fixture
def locked(world):
    typed: list[str] = []

    def take(words):
        typed.append(words)
        if words != "right words":
            raise VaultError(N_("This is not the passphrase."), N_("Type it again."))

    world.bridge.lent = replace(
        world.bridge.lent, passphrase=PassphraseLent(unlock=take, set=take, forget=lambda: typed.append("forgotten"))
    )
    return typed


@pytest.mark.parametrize(
    ("kept", "shown"),
    [("keyring", []), ("session", ["choose"]), ("locked", ["unlock"]), ("passphrase", ["change", "forget"]), ("", [])],
)
def test_only_what_helps_is_offered(world, locked, show, kept, shown):
    world.lends["secrets_kept"] = kept
    row = show(Keys(world.bridge))
    buttons = ("choose", "unlock", "change", "forget")
    assert [name for name in buttons if getattr(row, name).isVisible()] == sorted(shown, key=buttons.index)


def test_unlocking_asks_until_it_is_right(world, locked, show, qtbot):
    dialog = show(UnlockDialog(None, world.bridge, world.bridge.lent.passphrase))
    dialog.field.edit.setText("wrong words")
    qtbot.keyClick(dialog.field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.yes.isEnabled)
    assert dialog.wrong.text() == "This is not the passphrase. Type it again."
    assert dialog.isVisible()
    dialog.field.edit.setText("right words")
    dialog.yes.click()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert locked == ["wrong words", "right words"]


def test_a_new_passphrase_is_typed_twice(world, locked, show, qtbot):
    dialog = show(SetDialog(None, world.bridge, world.bridge.lent.passphrase))
    dialog.field.edit.setText("right words")
    dialog.again.edit.setText("other words")
    dialog.yes.click()
    assert dialog.again.error() == "The two differ."
    assert locked == []
    dialog.again.edit.setText("right words")
    dialog.yes.click()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert locked == ["right words"]


class Answers:
    """A build that names an address."""

    def __init__(self, found=None):
        self.found, self.on = found, False
        self.lent = UpdatesLent(
            host="plimsoll.example",
            on=lambda: self.on,
            set=lambda on: setattr(self, "on", on),
            due=lambda: self.on,
            check=self.check,
        )

    def check(self):
        if isinstance(self.found, Exception):
            raise self.found
        return self.found


def test_nothing_is_said_of_updates_where_the_build_names_nobody(computer, world, show):
    assert show(ThisComputer(world.bridge, computer.lent())).updates is None


def test_updates_are_off_until_the_seller_ticks_them(computer, world, show, qtbot):
    answers = Answers()
    computer.updates = answers.lent
    section = show(ThisComputer(world.bridge, computer.lent()))
    row = section.updates
    assert not row.look.isChecked()
    assert "plimsoll.example" in row.sentence()
    row.look.setFocus()
    qtbot.keyClick(row.look, Qt.Key.Key_Space)
    assert answers.on
    row.button.click()
    qtbot.waitUntil(row.button.isEnabled)
    assert row.sentence() == "This is the newest version."


def test_a_newer_version_is_shown_and_never_installed(computer, world, show, qtbot):
    computer.updates = Answers(Newer(version="9.0.0", page="https://plimsoll.example/9")).lent
    section = show(ThisComputer(world.bridge, computer.lent()))
    row = section.updates
    row.button.click()
    qtbot.waitUntil(row.button.isEnabled)
    assert row.sentence() == "Plimsoll 9.0.0 is there."
    row.button.click()
    assert ("open_page", "https://plimsoll.example/9") in world.asked


def test_what_could_not_be_asked_is_said_under_it(computer, world, show, qtbot):
    computer.updates = Answers(UpdateError(N_("No answer."), N_("Try again."))).lent
    section = show(ThisComputer(world.bridge, computer.lent()))
    row = section.updates
    row.button.click()
    qtbot.waitUntil(row.button.isEnabled)
    assert row.sentence() == "No answer. Try again."


def test_once_a_day_it_is_asked_behind_the_window_and_only_news_is_said(computer, world, qtbot):
    said = []
    for answers in (
        Answers(),
        Answers(UpdateError(N_("No."), N_("No."))),
        Answers(Newer(version="9", page="https://x")),
    ):
        object.__setattr__(world.bridge.lent, "computer", replace(computer.lent(), updates=answers.lent))
        look_for_newer(world.bridge, lambda *words: said.append(words))
        answers.on = True
        look_for_newer(world.bridge, lambda *words: said.append(words))
    qtbot.waitUntil(lambda: bool(said))
    assert [words[0] for words in said] == ["Plimsoll 9 is there."]
