"""A forecast in words: what it says, by which way, and how far such forecasts were off on this very product."""

from app.core.forecast import Forecast, Way
from app.ui.words import number, percent, tr, trn


def forecast_words(found: Forecast) -> str:
    """One or two sentences."""
    total, days = round(sum(found.days)), len(found.days)
    about = trn("about {n} piece", "about {n} pieces", total)
    coming = tr("Next {days} days: {about}, by {way}.", days=number(days), about=about, way=way_words(found.way))
    if found.error is None or found.naive_error is None:
        return tr("{coming} The past is too short to say how good that is.", coming=coming)
    off = percent(found.error)
    if found.way is Way.NAIVE:
        return tr(
            "{coming} Such totals were off by {off} before; nothing cleverer was clearly better.",
            coming=coming,
            off=off,
        )
    plain = percent(found.naive_error)
    return tr("{coming} Such totals were off by {off} before, the plain mean by {plain}.", coming=coming, off=off,
              plain=plain)  # fmt: skip


def way_words(way: Way) -> str:
    """What it goes by."""
    return {
        Way.NAIVE: tr("the mean of the last four weeks"),
        Way.LEVEL: tr("all sales, newer ones counting for more, and weekdays"),
        Way.TREND: tr("how sales rise or fall, and weekdays"),
        Way.SEASON: tr("the season of last year, and weekdays"),
        Way.SELDOM: tr("how seldom it sells, and how many at a time"),
    }[way]
