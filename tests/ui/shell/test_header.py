"""A page's header: the sentence gives way first, then a title that names something with a very long name."""

import pytest

from app.ui.shell.header import PageHeader
from app.ui.widgets.button import Button, Variant

LONG = "Go live with The Extraordinarily Long Named Ceramics Workshop of Whitstable Harbour, Kent"
SENTENCE = "Nothing is sent before you press the button."


@pytest.fixture
def header(theme, qtbot):
    def make(title, width=972):
        made = PageHeader(title, SENTENCE)
        made.add_action(Button("Go live and send 1,846 numbers", Variant.PRIMARY))
        qtbot.addWidget(made)
        made.resize(width, made.height())
        made.show()
        return made

    return make


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_an_ordinary_title_is_never_cut(header, theme, scale):
    theme.set_text_scale(scale)
    made = header("Starting stock", width=620)
    assert made._title.width() >= made._title.sizeHint().width()
    assert made._note.width() < made._note.sizeHint().width()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_very_long_title_gives_way_to_the_buttons(header, theme, scale):
    theme.set_text_scale(scale)
    made = header(LONG)
    button = made.findChild(Button)
    assert button.width() >= button.sizeHint().width()
    assert button.geometry().right() <= made.width()
    assert made._title.toolTip() == LONG
    assert (made.title(), made.note()) == (LONG, SENTENCE)
    assert made.accessibleName() == f"{LONG} {SENTENCE}"
