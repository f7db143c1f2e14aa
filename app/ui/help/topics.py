"""The topics of the help: their texts, which one belongs to what the keyboard is in, and how they are searched."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from app.core.records import dataclass
from app.paths import resource

KEYS = "keys"  # the keyboard map: made, not written
ENGLISH = "en"

# As they stand in the contents.
TOPICS = (
    "start",
    "today",
    "inventory",
    "adjust",
    "offers",
    "import",
    "count",
    "stall",
    "incidents",
    "returns",
    "channels",
    "connect",
    "match",
    "outside",
    "promotion",
    "leaving",
    "planning",
    "deliveries",
    "ledger",
    "alerts",
    "settings",
    "relay",
    "backups",
    "secrets",
    "find",
)

# Whose help is whose, by where its code lies: the longest name that fits.
_OF: Mapping[str, str] = {
    "app.ui.alerts": "alerts",
    "app.ui.channels": "channels",
    "app.ui.channels.connect": "connect",
    "app.ui.channels.links": "match",
    "app.ui.channels.mass": "outside",
    "app.ui.channels.match": "match",
    "app.ui.channels.matching": "match",
    "app.ui.channels.outside": "outside",
    "app.ui.channels.promotion": "promotion",
    "app.ui.channels.returns": "returns",
    "app.ui.count": "count",
    "app.ui.count.stall": "stall",
    "app.ui.count.stall_dialogs": "stall",
    "app.ui.incidents": "incidents",
    "app.ui.inventory": "inventory",
    "app.ui.inventory.adjust": "adjust",
    "app.ui.inventory.may_sell": "offers",
    "app.ui.inventory.on_sale": "offers",
    "app.ui.inventory.rules": "offers",
    "app.ui.ledger": "ledger",
    "app.ui.onboarding": "start",
    "app.ui.planning": "planning",
    "app.ui.planning.expect_dialog": "deliveries",
    "app.ui.planning.order_dialog": "deliveries",
    "app.ui.planning.receive_dialog": "deliveries",
    "app.ui.planning.supplier_dialog": "deliveries",
    "app.ui.products": "import",
    "app.ui.reversals": "returns",
    "app.ui.settings": "settings",
    "app.ui.settings.alerts": "alerts",
    "app.ui.settings.backups": "backups",
    "app.ui.settings.overselling": "offers",
    "app.ui.settings.passphrase": "secrets",
    "app.ui.settings.relay": "relay",
    "app.ui.settings.restore": "backups",
    "app.ui.settings.shop_rules": "offers",
    "app.ui.shell.command_field": "find",
    "app.ui.shell.leaving": "leaving",
    "app.ui.shell.paused": "leaving",
    "app.ui.today": "today",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One text of the help, as it was written."""

    key: str
    title: str
    text: str


def topic_of(widget: QWidget | None) -> str | None:
    """The topic for a widget or the nearest thing around it that has one; None where nothing has."""
    while widget is not None:
        found = _OF.get(_place(type(widget).__module__))
        if found is not None:
            return found
        widget = widget.parentWidget()
    return None


def _place(module: str) -> str:
    """The longest name in the table that a module's name begins with: "connect_form" is of "connect"."""
    fitting = [name for name in _OF if module == name or module.startswith((f"{name}.", f"{name}_"))]
    return max(fitting, key=len, default="")


def language() -> str:
    """The language that the windows speak, if the help is written in it, else English."""
    code = QLocale().name().split("_")[0]
    try:
        resource(f"help/{code}/{TOPICS[0]}.md")
    except FileNotFoundError:
        return ENGLISH
    return code


@lru_cache(maxsize=2)
def topics(code: str) -> tuple[Topic, ...]:
    """All that is written in a language; what is not there yet is there in English."""
    return tuple(_read(key, code) for key in TOPICS)


def _read(key: str, code: str) -> Topic:
    try:
        path = resource(f"help/{code}/{key}.md")
    except FileNotFoundError:
        path = resource(f"help/{ENGLISH}/{key}.md")
    title, _, text = path.read_text(encoding="utf-8").partition("\n")
    return Topic(key=key, title=title.removeprefix("# ").strip(), text=text.strip())


def found(all_topics: Iterable[Topic], typed: str) -> list[Topic]:
    """The topics that hold every word typed: those with all of them in the title first, then the others in order."""
    words = typed.casefold().split()
    fitting = [topic for topic in all_topics if all(word in f"{topic.title} {topic.text}".casefold() for word in words)]
    return sorted(fitting, key=lambda topic: not all(word in topic.title.casefold() for word in words))
