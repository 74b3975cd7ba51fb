"""Invented account numbers whose check digits fit."""

BANK, OWN = 539, 731  # so the numbers of suppliers, and our own, begin


def iban(bank: int, number: int) -> str:
    """Return a Belgian account number."""
    first = f"{bank:03d}{number:07d}"
    bban = first + f"{int(first) % 97 or 97:02d}"
    return f"BE{98 - int(bban + '111400') % 97:02d}{bban}"
