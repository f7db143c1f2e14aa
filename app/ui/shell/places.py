"""The pages there are, and how each is made. A page is imported and built only when it is first shown."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from app.core.records import dataclass
from app.ui.bridge import Bridge
from app.ui.page import Page
from app.ui.shell.facts import Facts
from app.ui.shell.look import Look
from app.ui.shell.sidebar import Entry
from app.ui.theme import Theme
from app.ui.words import tr

START = "onboarding"
FIRST = "inventory"  # in view where no page was left: its list is what the first paint is measured by


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a page is made with. `facts` are those that the window's frame shows now: they are read once for both.

    `within`: what will hold the page.
    """

    bridge: Bridge
    theme: Theme
    look: Look
    facts: Callable[[], Facts] = Facts
    within: QWidget | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One page: how the sidebar lists it (`entry` None: it does not) and how it is made.

    `filled`: it shows what is in the inventory, so that the first start's cards stand there while nothing is.
    """

    key: str
    title: str
    make: Callable[[Surroundings], Page]
    entry: Entry | None = None
    filled: bool = False


def places() -> tuple[Place, ...]:
    """In the order of the sidebar."""
    return (
        _listed("today", tr("Today"), "today", "Ctrl+1", _today, filled=True),
        _listed("inventory", tr("Inventory"), "inventory", "Ctrl+2", _inventory, filled=True),
        _listed("count", tr("Count"), "count", "Ctrl+3", _count, filled=True),
        _listed("incidents", tr("Incidents"), "incident", "Ctrl+4", _incidents, filled=True),
        _listed("channels", tr("Channels"), "channels", "Ctrl+5", _channels),
        _listed("planning", tr("Planning"), "planning", "Ctrl+6", _planning, filled=True),
        _listed("ledger", tr("Ledger"), "ledger", "Ctrl+7", _ledger, filled=True),
        _listed("settings", tr("Settings"), "settings", "Ctrl+,", _settings, low=True),
        Place(key=START, title=tr("Start"), make=_onboarding),
    )


def _listed(
    key: str,
    title: str,
    icon: str,
    keys: str,
    make: Callable[[Surroundings], Page],
    *,
    low: bool = False,
    filled: bool = False,
) -> Place:
    entry = Entry(key=key, title=title, icon=icon, keys=QKeySequence(keys), low=low)
    return Place(key=key, title=title, make=make, entry=entry, filled=filled)


def _today(around: Surroundings) -> Page:
    from app.ui.today.page import TodayPage

    return TodayPage(around.bridge, around.theme, around.facts, within=around.within)


def _inventory(around: Surroundings) -> Page:
    from app.ui.inventory.page import InventoryPage

    return InventoryPage(around.bridge, around.theme)


def _count(around: Surroundings) -> Page:
    from app.ui.count.page import CountPage

    return CountPage(around.bridge, around.theme)


def _channels(around: Surroundings) -> Page:
    from app.ui.channels.page import ChannelsPage

    return ChannelsPage(around.bridge, around.theme)


def _incidents(around: Surroundings) -> Page:
    from app.ui.incidents.page import IncidentsPage

    return IncidentsPage(around.bridge, around.theme)


def _planning(around: Surroundings) -> Page:
    from app.ui.planning.page import PlanningPage

    return PlanningPage(around.bridge, around.theme)


def _ledger(around: Surroundings) -> Page:
    from app.ui.ledger.page import LedgerPage

    return LedgerPage(around.bridge, around.theme)


def _settings(around: Surroundings) -> Page:
    from app.ui.settings.page import SettingsPage

    return SettingsPage(around.bridge, around.theme, around.look)


def _onboarding(around: Surroundings) -> Page:
    from app.ui.onboarding.page import OnboardingPage

    return OnboardingPage(around.bridge, around.theme)
