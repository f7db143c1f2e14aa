"""What the window remembers, and what becomes of a file that somebody else wrote in."""

import pytest

from app.ui.shell.look import Look, remembered_scheme
from app.ui.shell.memory import FILE, Memory
from app.ui.shell.rails import Rails
from app.ui.theme import Scheme
from app.ui.widgets.table import Density


def test_values_outlive_the_window(tmp_path):
    memory = Memory(tmp_path)
    memory.keep("page", "channels")
    memory.keep("narrow", True)
    memory.keep("scale", 1.3)
    memory.keep("rows", Density.COMPACT.value)
    memory.write()
    again = Memory(tmp_path)
    assert again.text("page") == "channels"
    assert again.flag("narrow", default=False) is True
    assert again.number("scale", 1.0) == 1.3
    assert again.choice("rows", Density.NORMAL) is Density.COMPACT


def test_without_a_folder_nothing_is_written(tmp_path):
    memory = Memory()
    memory.keep("page", "channels")
    assert memory.text("page") == "channels"
    assert Memory().text("page", "inventory") == "inventory"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["", "[General\n%%%", "[look]\nrows=huge\ntext_scale=9\nscheme=pink\n", "\0\1\2"])
def test_a_spoilt_file_counts_as_never_written(tmp_path, theme, text):
    (tmp_path / FILE).write_text(text)
    memory = Memory(tmp_path)
    look = Look(theme, memory)
    assert (look.scheme, look.text_scale, look.density) == (Scheme.LIGHT, 1.0, Density.NORMAL)
    assert memory.state("window/frame").isEmpty()
    assert memory.flag("sidebar/narrow_in_wide", default=False) is False


def test_how_it_looks_is_remembered(tmp_path, theme):
    look = Look(theme, Memory(tmp_path))
    look.set_scheme(Scheme.DARK)
    look.set_text_scale(1.3)
    look.set_density(Density.COMFORTABLE)
    theme.set_scheme(Scheme.LIGHT)
    theme.set_text_scale(1.0)
    again = Look(theme, Memory(tmp_path))
    assert (again.scheme, again.text_scale, again.density) == (Scheme.DARK, 1.3, Density.COMFORTABLE)
    assert theme.dark
    assert remembered_scheme(Memory(tmp_path)) is Scheme.DARK


def test_a_change_of_theme_from_anywhere_is_told(theme, qtbot):
    look = Look(theme, Memory())
    with qtbot.waitSignal(look.changed):
        theme.set_text_scale(1.15)
    with qtbot.waitSignal(look.changed):
        look.set_scheme(Scheme.DARK)


def test_the_sidebar_has_a_choice_for_each_kind_of_window():
    memory = Memory()
    rails = Rails(memory)
    assert not rails.narrow(1360, working=False)
    assert rails.narrow(1359, working=False)
    assert rails.narrow(1800, working=True)
    rails.turn(1440)
    assert rails.narrow(1440, working=False)
    assert rails.narrow(1280, working=False)
    rails.turn(1280)
    assert not Rails(memory).narrow(1280, working=False)
    assert Rails(memory).narrow(1440, working=False)
