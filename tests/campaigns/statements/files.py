"""Files as banks, suppliers and platforms write them, with our own invented contents."""

import base64
from datetime import date

OURS = "BE71096123456769"
SUPPLIER_IBAN = "BE68539007547034"
STRUCTURED = "010806817183"
PDF = b"%PDF-1.7\ntrailer\n<<>>\n%%EOF\n"


def coda(*moves: tuple[int, str, str, str], on: date = date(2026, 11, 20), sheet: str = "001") -> bytes:
    """Return a CODA file, of that statement. A move: cents (below zero left the account), name, account, twelve digits or free words."""
    day = f"{on:%d%m%y}"
    lines = ["0" + "0000" + day + "539" + "05" + " " + " " * 7 + "FILE000001" + "DEMAIN MORGEN".ljust(26) + "BBRUBEBB".ljust(11)]
    lines[0] = (lines[0] + "00428759497").ljust(127) + "2"
    account = OURS.ljust(31) + "   " + "EUR"
    lines.append(("12" + "001" + account + "0" + "0" * 15 + day + "DEMAIN MORGEN".ljust(26)).ljust(125) + "001")
    debit = credit = 0
    for number, (cents, name, iban, said) in enumerate(moves, 1):
        amount = ("1" if cents < 0 else "0") + f"{abs(cents) * 10:015d}"
        words = ("1101" + said).ljust(54) if said.isdigit() else ("0" + said).ljust(54)[:54]
        head = f"{number:04d}" + "0000"
        lines.append(("21" + head + "REF".ljust(21) + amount + day + "00150000" + words + day + sheet + "01").ljust(127) + "0")
        lines.append(("22" + head).ljust(125) + "1 0")
        lines.append(("23" + head + (iban.ljust(34) + "EUR").ljust(37) + name.ljust(35)).ljust(125) + "0 0")
        debit, credit = debit + max(-cents, 0), credit + max(cents, 0)
    total = credit - debit
    lines.append(("8" + "001" + account + ("1" if total < 0 else "0") + f"{abs(total) * 10:015d}" + day).ljust(127) + "0")
    records = 2 + 3 * len(moves)
    lines.append(("9" + " " * 15 + f"{records:06d}" + f"{debit * 10:015d}" + f"{credit * 10:015d}").ljust(127) + "2")
    return "\r\n".join(lines).encode("cp1252") + b"\r\n"


def camt(*moves: tuple[int, str, str, str], on: date = date(2026, 11, 20), version: str = "02", bank: str = "", end: str = "") -> bytes:
    """Return a CAMT.053 file. `bank`: the bank's reference of each movement, with its place; `end`: the payer's, from end to end."""
    entries = []
    for place, (cents, name, iban, said) in enumerate(moves):
        side, other = ("DBIT", "Cdtr") if cents < 0 else ("CRDT", "Dbtr")
        words = f"<Strd><CdtrRefInf><Ref>{said}</Ref></CdtrRefInf></Strd>" if said.isdigit() else f"<Ustrd>{said}</Ustrd>"
        entries.append(
            f"""<Ntry><Amt Ccy="EUR">{abs(cents) / 100:.2f}</Amt><CdtDbtInd>{side}</CdtDbtInd><Sts>BOOK</Sts>
            <BookgDt><Dt>{on}</Dt></BookgDt>{f"<AcctSvcrRef>{bank}{place}</AcctSvcrRef>" if bank else ""}<NtryDtls><TxDtls>
            {f"<Refs><EndToEndId>{end}</EndToEndId></Refs>" if end else ""}<RltdPties><{other}><Nm>{name}</Nm></{other}><{other}Acct><Id>
            <IBAN>{iban}</IBAN></Id></{other}Acct></RltdPties><RmtInf>{words}</RmtInf></TxDtls></NtryDtls></Ntry>"""
        )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>{OURS}</IBAN></Id>
    <Ccy>EUR</Ccy></Acct>{"".join(entries)}</Stmt></BkToCstmrStmt></Document>""".encode()


FRENCH = "Compte;Date de comptabilisation;Nom contrepartie;Compte contrepartie;Montant;Devise;Communication"
DUTCH = "Rekeningnummer;Boekingsdatum;Naam tegenpartij;Tegenrekening;Bedrag;Munt;Mededeling"
ENGLISH = "Account number,Booking date,Counterparty name,Counterparty account,Amount,Currency,Description"


def csv(
    *moves: tuple[int, str, str, str], on: date = date(2026, 11, 20), head: str = FRENCH, lead: str = "", encoding: str = "cp1252"
) -> bytes:
    sign = "," if "," in head else ";"
    rows = []
    for cents, name, iban, said in moves:
        amount = f"{cents / 100:.2f}" if sign == "," else f"{cents / 100:.2f}".replace(".", ",")
        words = f"+++{said[:3]}/{said[3:7]}/{said[7:]}+++" if said.isdigit() else said
        rows.append(sign.join([OURS, f"{on:%d/%m/%Y}", name, iban, amount, "EUR", words]))
    return (lead + "\r\n".join([head, *rows]) + "\r\n").encode(encoding)


def peppol(
    *, number: str = "F-2026-88", net: str = "1000.00", gross: str = "1210.00", kind: str = "Invoice", iban: str = SUPPLIER_IBAN,
    currency: str = "EUR", name: str = "Écrans du Sud SA",
) -> bytes:  # fmt: skip
    pdf = base64.b64encode(PDF).decode()
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<{kind} xmlns="urn:oasis:names:specification:ubl:schema:xsd:{kind}-2"
 xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
 xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
 <cbc:ID>{number}</cbc:ID><cbc:IssueDate>2026-11-10</cbc:IssueDate><cbc:DueDate>2026-12-10</cbc:DueDate>
 <cbc:DocumentCurrencyCode>{currency}</cbc:DocumentCurrencyCode>
 <cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment>
  <cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="facture.pdf">{pdf}</cbc:EmbeddedDocumentBinaryObject>
 </cac:Attachment></cac:AdditionalDocumentReference>
 <cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>{name}</cbc:Name></cac:PartyName>
  <cac:PostalAddress><cac:Country><cbc:IdentificationCode>BE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
  <cac:PartyTaxScheme><cbc:CompanyID>BE0428759497</cbc:CompanyID></cac:PartyTaxScheme></cac:Party></cac:AccountingSupplierParty>
 <cac:AccountingCustomerParty><cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>Ours</cbc:RegistrationName>
 </cac:PartyLegalEntity></cac:Party></cac:AccountingCustomerParty>
 <cac:PaymentMeans><cbc:PaymentID>+++010/8068/17183+++</cbc:PaymentID><cac:PayeeFinancialAccount><cbc:ID>{iban}</cbc:ID>
 </cac:PayeeFinancialAccount></cac:PaymentMeans>
 <cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID="EUR">{net}</cbc:TaxExclusiveAmount>
 <cbc:TaxInclusiveAmount currencyID="EUR">{gross}</cbc:TaxInclusiveAmount></cac:LegalMonetaryTotal>
</{kind}>""".encode()


ADS_FRENCH = (
    "\ufeff" + "Début des rapports;Fin des rapports;Nom de la campagne;Portée;Montant dépensé (EUR)\n"
    "2026-11-01;2026-11-30;;12000;370,55\n2026-11-01;2026-11-30;Emploi novembre;8000;250,05\n"
    "2026-11-01;2026-11-30;Portes ouvertes;4000;120,5\n"
).encode()
ADS_DUTCH = b"Start van rapportage,Einde van rapportage,Campagnenaam,Besteed bedrag (EUR)\n2026-11-01,2026-11-30,Emploi novembre,250.05\n"
