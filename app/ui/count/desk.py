"""What the Count page's helpers need of it: the views, the count that is taken, and a few acts."""

from typing import Protocol

from app.ui.bridge import Bridge
from app.ui.count.paper import Paper
from app.ui.count.review import Review
from app.ui.count.reviewing import Reviewing
from app.ui.count.session_view import SessionView
from app.ui.count.stall import StallView
from app.ui.count.start_view import StartView
from app.ui.count.taking import Taking


class Desk(Protocol):
    """The page, without its layout."""

    bridge: Bridge
    taking: Taking | None
    start: StartView
    session: SessionView
    stall: StallView
    review: Review
    reviewing: Reviewing
    paper: Paper

    @property
    def working(self) -> bool:
        """Is a count in view, or a stall day?"""

    def redraw_head(self) -> None:
        """The title, and how far one is."""

    def show_stall(self) -> None:
        """The stall's own view."""

    def finish_later(self) -> None:
        """Leave what is in view as it is."""

    def close_shelf(self) -> None:
        """F4."""

    def end_count(self) -> None:
        """End the count for good."""

    def lies_here(self) -> None:
        """The product has a place here too."""

    def past(self) -> None:
        """Counts so far."""

    def settings(self) -> None:
        """How the seller counts."""

    def turn_sounds(self) -> None:
        """F9."""
