"""What a relay counts since its start: numbers only, nothing of anybody."""

from collections import Counter


class Counts:
    """Channels' calls by the status they were answered with, and pulls."""

    def __init__(self) -> None:
        self._answered: Counter[int] = Counter()
        self.pulls = 0
        self.parked = 0

    def answered(self, status: int) -> None:
        """One call of a channel was answered."""
        self._answered[status] += 1

    def told(self) -> dict[str, int]:
        """As names and numbers."""
        found = {f"answered_{status}": count for status, count in sorted(self._answered.items())}
        return found | {"pulls": self.pulls, "parked": self.parked}
