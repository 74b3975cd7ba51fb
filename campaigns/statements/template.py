"""A workbook of our own for movements that no bank exports: petty cash, a card. Pure."""

from datetime import date

from campaigns.exchange.writing import as_xlsx

HEADS = {
    "en": ("Date", "Amount", "Currency", "Name", "Counterparty account", "Communication", "Account"),
    "fr": ("Date", "Montant", "Devise", "Nom", "Compte contrepartie", "Communication", "Compte"),
    "nl": ("Datum", "Bedrag", "Munt", "Naam", "Tegenrekening", "Mededeling", "Rekening"),
    "de": ("Datum", "Betrag", "Währung", "Name", "Gegenkonto", "Mitteilung", "Konto"),
}
NAMES = {"en": "movements", "fr": "mouvements", "nl": "verrichtingen", "de": "buchungen"}


def file(*, language: str, on: date) -> tuple[str, bytes]:
    """Return the name and the content of the template, with one row as an example: an amount below zero left the account."""
    head = HEADS.get(language, HEADS["en"])
    name = NAMES.get(language, NAMES["en"])
    row = (on, "-121,00", "EUR", "Imprimerie du Nord", "BE71 0961 2345 6769", "+++010/8068/17183+++", "")
    return f"carillon-{name}.xlsx", as_xlsx(head, [row], sheet=name)
