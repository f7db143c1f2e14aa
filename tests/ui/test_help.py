"""The help: its texts, which of them belongs to what, and its window by keyboard."""

from importlib import import_module

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QWidget

from app.paths import resource
from app.ui.help import topics as help_topics
from app.ui.help.topics import ENGLISH, KEYS, TOPICS, found, topic_of, topics
from app.ui.help.window import HelpWindow
from app.ui.help.writing import html_of, links_of
from app.ui.shell.places import START, places
from app.ui.theme import Scheme
from app.ui.widgets.dialog import Dialog
from tests.ui.shell.checks import nameless, unreachable

REJECTED = ("real-time", "real time", "!", "oops", "please wait", "inconvenience")


def test_every_text_is_a_topic_and_every_topic_a_text():
    files = {path.stem for path in resource("help/en").glob("*.md")}
    assert files == set(TOPICS)
    assert len(set(TOPICS)) == len(TOPICS)


@pytest.mark.parametrize("topic", topics(ENGLISH), ids=TOPICS)
def test_a_text_has_a_title_says_something_and_its_links_lead_somewhere(topic):
    assert topic.title
    assert len(topic.text.split()) > 60
    assert set(links_of(topic.text)) <= {*TOPICS, KEYS}
    assert not [words for words in REJECTED if words in topic.text.casefold()]


def test_every_topic_can_be_reached_by_f1_or_by_a_link():
    linked = {link for topic in topics(ENGLISH) for link in links_of(topic.text)}
    assert set(TOPICS) <= linked | set(help_topics._OF.values())


def test_every_page_has_its_help():
    for place in places():
        assert place.key in TOPICS or place.key == START


def test_what_the_table_names_is_there():
    for module, topic in help_topics._OF.items():
        assert topic in TOPICS
        names = [name for name in (module, f"{module}_form", f"{module}_words", f"{module}_dialogs") if _is_there(name)]
        assert names, module


def _is_there(name):
    try:
        return import_module(name)
    except ModuleNotFoundError:
        return None


@pytest.mark.parametrize(
    ("module", "topic"),
    [
        ("app.ui.channels.connect_form", "connect"),
        ("app.ui.channels.page", "channels"),
        ("app.ui.count.stall_dialogs", "stall"),
        ("app.ui.count.page", "count"),
        ("app.ui.settings.relay_dialogs", "relay"),
        ("app.ui.inventory.adjust", "adjust"),
        ("app.ui.widgets.button", None),
    ],
)
def test_the_nearest_thing_around_the_keyboard_has_the_topic(qapp, module, topic):
    outer = type("Outer", (QWidget,), {"__module__": module})()
    inner = QWidget(outer)
    assert topic_of(inner) == topic
    assert topic_of(None) is None


def test_all_words_must_be_found_and_titles_come_first():
    assert found(topics(ENGLISH), "stall day")[0].key == "stall"
    assert {topic.key for topic in found(topics(ENGLISH), "argon")} == set()
    assert len(found(topics(ENGLISH), "")) == len(TOPICS)


def test_marks_become_html_and_nothing_else_does(theme):
    written = html_of("A & B", "One **two** `Ctrl Z` [three](count) <b>\n\n- x\n- y\n\n## Head\nmore", [], theme)
    assert "A &amp; B" in written
    assert '<span class="term">two</span>' in written
    assert "Ctrl&nbsp;Z" in written
    assert '<a href="help:count">three</a> &lt;b&gt;' in written
    assert "<li>x</li><li>y</li>" in written
    assert "<h2>Head</h2><p>more</p>" in written


@pytest.fixture
def window(theme, qtbot):
    made = HelpWindow(None, lambda key: [("Keys here", [("Count again", "F2")])] if key == "count" else [])
    qtbot.addWidget(made)
    made.show_topic("count")
    qtbot.waitUntil(made.isActiveWindow)
    return made


def text(window):
    return window.reader.toPlainText()


def test_it_shows_a_topic_with_its_keys_and_marks_it(window):
    assert text(window).startswith("Count\n")
    assert "Count again" in text(window)
    assert window.contents.currentItem().text() == "Count"
    assert window.reader.hasFocus()
    assert window.reader.accessibleName() == "Count"
    assert (nameless(window), unreachable(window)) == ([], [])


def test_links_lead_on_and_back(window, qtbot):
    window.reader.setSource(QUrl("help:stall"))
    assert window.topic() == "stall"
    assert window.contents.currentItem().text() == "Stall day"
    qtbot.keyClick(window.reader, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.topic() == "count"
    assert window.contents.currentItem().text() == "Count"


def test_it_is_searched_by_keyboard(window, qtbot):
    qtbot.keyClick(window.reader, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.search.hasFocus()
    qtbot.keyClicks(window.search, "keyring")
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.contents.hasFocus()
    assert window.topic() == "secrets"
    qtbot.keyClick(window.contents, Qt.Key.Key_Return)
    assert window.reader.hasFocus()
    qtbot.keyClick(window.reader, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_nothing_but_topics_is_loaded(window):
    kind = window.reader.document().ResourceType.HtmlResource.value
    assert window.reader.loadResource(kind, QUrl("https://example.org/x")) is None
    assert window.reader.loadResource(kind, QUrl("file:///etc/passwd")) is None
    window.show_topic("nowhere")
    assert window.topic() == TOPICS[0]


def test_it_follows_the_theme(window, theme):
    theme.set_scheme(Scheme.DARK)
    assert theme.colour("text_primary").name() in window.reader.toHtml()


def test_f1_asks_the_window_a_dialog_belongs_to(qtbot, theme):
    asked = []
    owner = type("Owner", (QWidget,), {"show_help": lambda self: asked.append("help")})()
    qtbot.addWidget(owner)
    dialog = Dialog(QWidget(owner), question="Pause?", yes="Pause", no="Go on")
    dialog.show()
    qtbot.keyClick(dialog.yes, Qt.Key.Key_F1)
    assert asked == ["help"]
    alone = Dialog(None, question="Pause?", yes="Pause", no="Go on")
    qtbot.addWidget(alone)
    qtbot.keyClick(alone.yes, Qt.Key.Key_F1)
    assert asked == ["help"]
