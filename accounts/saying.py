"""How sums are written for a reader, in the language that is spoken now."""

from decimal import Decimal

from babel.numbers import format_currency
from django.utils.translation import get_language

# Each language as it is written in Belgium, where Carillon's first users are.
LOCALES = {"fr": "fr_BE", "nl": "nl_BE", "de": "de_BE", "en": "en_GB"}


def locale() -> str:
    """Return the name by which Babel knows how the reader writes."""
    return LOCALES.get(get_language() or "en", "en_GB")


def money(cents: int, currency: str) -> str:
    """Return a sum in cents as the reader writes it: "€2,904.00", "2 904,00 €"."""
    return format_currency(Decimal(cents) / 100, currency, locale=locale())
