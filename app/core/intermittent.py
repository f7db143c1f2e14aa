"""Products that sell now and then: their rate, and what kind of seldom it is.

Croston (1972), with the correction of Syntetos and Boylan (SBA), and Teunter, Syntetos and Babai (TSB, 2011), which
decays for products that died. Formulas F8 to F11: ../shared/product/demand-science.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean, variance

ALPHA = 0.1
ADI_CUT, CV2_CUT = 1.32, 0.49
_SILENT = 3


@dataclass(frozen=True, slots=True)
class Croston:
    """The smoothed size of a demand and the smoothed interval between two, in periods."""

    size: float
    interval: float

    @property
    def rate(self) -> float:
        """Pieces a period."""
        return self.size / self.interval

    def corrected(self, alpha: float = ALPHA) -> float:
        """Pieces a period after Syntetos and Boylan: Croston's is too high by about alpha over two."""
        return self.rate * (1.0 - alpha / 2)


def croston(sales: Sequence[int], alpha: float = ALPHA) -> Croston | None:
    """Sizes and intervals, smoothed only when something sold; None where nothing did."""
    size = interval = 0.0
    since, seen = 0, False
    for sold in sales:
        since += 1
        if sold <= 0:
            continue
        size = size + alpha * (sold - size) if seen else float(sold)
        interval = interval + alpha * (since - interval) if seen else float(since)
        since, seen = 0, True
    return Croston(size, interval) if seen else None


def tsb(sales: Sequence[int], alpha: float = ALPHA, alpha_p: float = ALPHA) -> float:
    """Pieces a period: the chance of a sale, smoothed every period, times the smoothed size."""
    if not sales:
        return 0.0
    chance = 1.0 if sales[0] > 0 else 0.0
    size, seen = (float(sales[0]), True) if sales[0] > 0 else (0.0, False)
    for sold in sales[1:]:
        chance += alpha_p * ((1.0 if sold > 0 else 0.0) - chance)
        if sold > 0:
            size = size + alpha * (sold - size) if seen else float(sold)
            seen = True
    return chance * size


@dataclass(slots=True)
class Running:
    """SBA and TSB of the same sales at once, told sale by sale: no day without one has to be looked at."""

    size: float = 0.0
    interval: float = 0.0
    chance: float = 0.0

    def sale(self, pieces: int, days: int) -> None:
        """So many pieces, so many days after the sale before (or the beginning), its own day included."""
        if not self.size:
            self.size, self.interval = float(pieces), float(days)
            self.chance = 1.0 if days == 1 else ALPHA
            return
        self.size += ALPHA * (pieces - self.size)
        self.interval += ALPHA * (days - self.interval)
        chance = self.chance * (1.0 - ALPHA) ** (days - 1)
        self.chance = chance + ALPHA * (1.0 - chance)

    def rate(self, since: int) -> float:
        """Pieces a day, `since` days after the last sale: SBA, or TSB where it decays below that.

        SBA learns only from sales. No sale for three intervals: one in twenty of those that live.
        """
        if not self.size:
            return 0.0
        sba = self.size / self.interval * (1.0 - ALPHA / 2)
        return min(sba, self.chance * (1.0 - ALPHA) ** since * self.size) if since > _SILENT * self.interval else sba


class Seldom(StrEnum):
    """What kind of demand it is."""

    SMOOTH = "smooth"
    INTERMITTENT = "intermittent"  # seldom, of like sizes
    ERRATIC = "erratic"  # often, of unlike sizes
    LUMPY = "lumpy"  # seldom, of unlike sizes


def adi(sales: Sequence[int]) -> float | None:
    """Periods for each period with a sale; None where nothing sold."""
    selling = sum(sold > 0 for sold in sales)
    return len(sales) / selling if selling else None


def cv2(sales: Sequence[int]) -> float:
    """The squared coefficient of variation of the sizes (n - 1); 0 for fewer than two sales."""
    sizes = [sold for sold in sales if sold > 0]
    return variance(sizes) / fmean(sizes) ** 2 if len(sizes) > 1 else 0.0


def kind_of(sales: Sequence[int]) -> Seldom | None:
    """Which of the four; None where nothing sold."""
    interval = adi(sales)
    if interval is None:
        return None
    often, alike = interval <= ADI_CUT, cv2(sales) <= CV2_CUT
    if often:
        return Seldom.SMOOTH if alike else Seldom.ERRATIC
    return Seldom.INTERMITTENT if alike else Seldom.LUMPY
