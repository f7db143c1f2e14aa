"""Currencies: how many decimal places each has."""

# ISO 4217: the currencies whose minor unit is not a hundredth.
WHOLE = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
THOUSANDTHS = "BHD IQD JOD KWD LYD OMR TND"


def digits_of(currency: str) -> int:
    """Decimal places of a currency."""
    return 0 if currency in WHOLE.split() else 3 if currency in THOUSANDTHS.split() else 2
