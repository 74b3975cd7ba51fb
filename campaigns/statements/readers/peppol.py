"""Peppol BIS Billing 3: an invoice or a credit note as UBL. Pure. Source: docs.peppol.eu/poacc/billing/3.0."""

import base64
import binascii
from datetime import date
from decimal import Decimal
from xml.etree.ElementTree import Element

from campaigns.statements.movements import Billed, account_in, structured_in
from campaigns.statements.readers.amounts import cents_of

CBC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}"
CAC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}"
KINDS = {
    "{urn:oasis:names:specification:ubl:schema:xsd:Invoice-2}Invoice": "invoice",
    "{urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2}CreditNote": "credit_note",
}
PDF_MOST = 10 * 1024 * 1024


def is_peppol(root: Element) -> bool:
    return root.tag in KINDS


def billed_in(root: Element) -> Billed:
    """Return what it says. Raises ValueError, InvalidOperation … for what is no invoice: the caller refuses it."""
    kind = KINDS[str(root.tag)]
    party = f"{CAC}AccountingSupplierParty/{CAC}Party/"
    total = root.find(f"{CAC}LegalMonetaryTotal")
    if total is None:
        raise ValueError("no totals")
    net, gross = _decimal(total, f"{CBC}TaxExclusiveAmount"), _decimal(total, f"{CBC}TaxInclusiveAmount")
    due = _text(root, f"{CBC}DueDate") or _text(root, f"{CAC}PaymentMeans/{CBC}PaymentDueDate")
    payment = _text(root, f"{CAC}PaymentMeans/{CBC}PaymentID")
    name, pdf = _pdf(root)
    return Billed(
        kind=kind,
        number=_text(root, f"{CBC}ID"),
        issued_on=date.fromisoformat(_text(root, f"{CBC}IssueDate")),
        due_on=date.fromisoformat(due) if due else None,
        currency=_text(root, f"{CBC}DocumentCurrencyCode") or "EUR",
        net_cents=cents_of(net),
        vat_cents=cents_of(gross) - cents_of(net),
        supplier=_text(root, f"{party}{CAC}PartyName/{CBC}Name") or _text(root, f"{party}{CAC}PartyLegalEntity/{CBC}RegistrationName"),
        company_number=_text(root, f"{party}{CAC}PartyTaxScheme/{CBC}CompanyID")
        or _text(root, f"{party}{CAC}PartyLegalEntity/{CBC}CompanyID"),
        country=_text(root, f"{party}{CAC}PostalAddress/{CAC}Country/{CBC}IdentificationCode"),
        email=_text(root, f"{party}{CAC}Contact/{CBC}ElectronicMail"),
        reference=structured_in(payment) or payment,
        iban=account_in(_text(root, f"{CAC}PaymentMeans/{CAC}PayeeFinancialAccount/{CBC}ID")),
        buyer=_text(root, f"{CAC}AccountingCustomerParty/{CAC}Party/{CAC}PartyLegalEntity/{CBC}RegistrationName"),
        pdf=pdf,
        pdf_name=name,
    )


def _pdf(root: Element) -> tuple[str, bytes]:
    for found in root.iterfind(f"{CAC}AdditionalDocumentReference/{CAC}Attachment/{CBC}EmbeddedDocumentBinaryObject"):
        if found.get("mimeCode") == "application/pdf":
            try:
                content = base64.b64decode("".join((found.text or "").split()), validate=True)
            except binascii.Error:
                continue
            if len(content) <= PDF_MOST:
                return found.get("filename") or "invoice.pdf", content
    return "", b""


def _decimal(element: Element, path: str) -> Decimal:
    return Decimal(_text(element, path))


def _text(element: Element, path: str) -> str:
    return (element.findtext(path) or "").strip()
