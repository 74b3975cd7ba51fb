"""The verbs of suppliers. Texts in requests and entries stay as they were written; a name says who is meant by them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.audit import services as audit
from accounts.notify import live
from accounts.notify.services import tell
from accounts.orgs import selectors as orgs
from accounts.orgs.models import COUNTRIES, Organisation
from accounts.orgs.rights import Verb
from accounts.people.models import User
from accounts.problems import NotAllowed, Refusal
from campaigns.budget.invoices.models import Invoice, Payment
from campaigns.budget.suppliers.models import Supplier, SupplierAccount, SupplierName
from campaigns.budget.suppliers.names import company_number_in, iban_in, key_of, spaced

State = SupplierAccount.State


@transaction.atomic
def add(
    *, organisation: Organisation, name: str, company_number: str = "", country: str = "", email: str = "", by: User | None, now: datetime
) -> Supplier:
    """The supplier is known, and whatever the books call exactly so is theirs. Raises Refusal."""
    supplier = Supplier(organisation=organisation, name=_clean(name), email=email.strip(), created_at=now)
    _identify(supplier, company_number=company_number, country=country or organisation.country)
    supplier.save(force_insert=True)
    _tie(supplier, [supplier.name])
    _said("supplier.added", supplier, by=by, now=now)
    return supplier


@transaction.atomic
def change(*, supplier: Supplier, by: User | None, now: datetime, **changes: Any) -> Supplier:
    """The supplier reads like this; the earlier name goes on meaning them. Raises Refusal."""
    supplier = _taken(supplier)
    if "name" in changes:
        supplier.name = _clean(changes["name"])
        _tie(supplier, [supplier.name])
    if "company_number" in changes or "country" in changes:
        _identify(
            supplier,
            company_number=changes.get("company_number", supplier.company_number),
            country=changes.get("country", supplier.country),
        )
    supplier.email = changes.get("email", supplier.email).strip()
    supplier.is_active = changes.get("is_active", supplier.is_active)
    supplier.save()
    _said("supplier.changed", supplier, by=by, now=now, fields=sorted(changes))
    return supplier


@transaction.atomic
def tie(*, supplier: Supplier, texts: Iterable[str], by: User | None, now: datetime) -> Supplier:
    """These texts in the books mean this supplier. Raises Refusal when one means another."""
    supplier = _taken(supplier)
    _tie(supplier, texts)
    _said("supplier.named", supplier, by=by, now=now, names=list(texts))
    return supplier


@transaction.atomic
def merge(*, supplier: Supplier, into: Supplier, by: User | None, now: datetime) -> Supplier:
    """What belonged to `supplier` belongs to `into`: names, accounts, invoices. Accounts keep their state. Raises Refusal."""
    if supplier.pk == into.pk:
        raise Refusal("supplier-merges-with-itself", fields={"into": "supplier-merges-with-itself"})
    for row in sorted((supplier, into), key=lambda each: str(each.pk)):  # always in the same order: no two ever wait for each other
        _taken(row)
    SupplierName.objects.filter(supplier=supplier).update(supplier=into)
    SupplierAccount.objects.filter(supplier=supplier).update(supplier=into)
    known = set(Invoice.objects.filter(supplier=into, set_aside_note="").values_list("kind", "number"))
    for invoice in Invoice.objects.filter(supplier=supplier):
        if not invoice.set_aside_note and (invoice.kind, invoice.number) in known:
            raise Refusal("supplier-invoice-twice", status=409, number=invoice.number)
    Invoice.objects.filter(supplier=supplier).update(supplier=into)
    Payment.objects.filter(supplier=supplier).update(supplier=into)
    number, gone = supplier.company_number, supplier.pk
    _said("supplier.merged", supplier, by=by, now=now, into=str(into.pk))
    supplier.delete()
    if number and not into.company_number:
        into.company_number = number
        into.save(update_fields=["company_number"])
    live.publish(organisation_id=into.organisation_id, kind="budget", id=gone)
    return into


@transaction.atomic
def propose_account(
    *, supplier: Supplier, iban: str, holder: str = "", replaces: SupplierAccount | None = None, by: User | None, now: datetime
) -> SupplierAccount:
    """The account number waits for somebody else to confirm it; those who may are told. Raises Refusal."""
    supplier = _taken(supplier)
    number = iban_in(iban)
    if number is None:
        raise Refusal("iban-wrong", fields={"iban": "iban-wrong"})
    used = SupplierAccount.objects.select_related("supplier").filter(iban=number).exclude(state=State.RETIRED).first()
    if used is not None:
        code = "iban-known" if used.supplier_id == supplier.pk else "iban-of-other"
        raise Refusal(code, status=409, fields={"iban": code}, supplier=used.supplier.name)
    if replaces is not None and replaces.supplier_id != supplier.pk:
        raise Refusal("not-valid", fields={"replaces": "not-found"})
    account: SupplierAccount = SupplierAccount.objects.create(
        organisation=supplier.organisation, supplier=supplier, iban=number, holder=holder.strip()[:160], replaces=replaces,
        entered_by=by, entered_at=now,
    )  # fmt: skip
    deciders = orgs.holders(organisation=supplier.organisation, verb=Verb.DECIDE_MONEY)
    tell(
        organisation=supplier.organisation, users=[person for person in deciders if by is None or person.pk != by.pk],
        code="account-waits", params={"supplier": supplier.name, "iban": spaced(number), "by": str(by or "")},
        path=f"/budget?view=suppliers&supplier={supplier.pk}", cause=f"account:{account.pk}", by_email=True, now=now,
    )  # fmt: skip
    _said("account.proposed", supplier, by=by, now=now, iban=number)
    return account


@transaction.atomic
def confirm_account(*, account: SupplierAccount, by: User, now: datetime) -> SupplierAccount:
    """The account is the supplier's; the one it replaces is used no more. Raises Refusal for whoever entered it."""
    account = _account_taken(account)
    if account.state != State.PROPOSED:
        raise Refusal("account-not-waiting", status=409)
    if account.entered_by_id == by.pk:
        raise NotAllowed("account-needs-another")
    account.state, account.confirmed_by, account.confirmed_at = State.CONFIRMED, by, now
    account.save(update_fields=["state", "confirmed_by", "confirmed_at"])
    if account.replaces_id:
        SupplierAccount.objects.filter(pk=account.replaces_id).update(state=State.RETIRED)
    _said("account.confirmed", account.supplier, by=by, now=now, iban=account.iban)
    return account


@transaction.atomic
def retire_account(*, account: SupplierAccount, by: User, now: datetime) -> SupplierAccount:
    """The account number is used no more; typed again it waits again. Raises Refusal."""
    account = _account_taken(account)
    if account.state == State.RETIRED:
        raise Refusal("account-not-waiting", status=409)
    account.state = State.RETIRED
    account.save(update_fields=["state"])
    _said("account.retired", account.supplier, by=by, now=now, iban=account.iban)
    return account


def _tie(supplier: Supplier, texts: Iterable[str]) -> None:
    for text in texts:
        key = key_of(text)
        if not key:
            continue
        name, _ = SupplierName.objects.select_related("supplier").get_or_create(
            organisation=supplier.organisation, key=key, defaults={"supplier": supplier, "text": " ".join(text.split())[:160]}
        )
        if name.supplier_id != supplier.pk:
            raise Refusal("supplier-name-taken", status=409, fields={"name": "supplier-name-taken"}, supplier=name.supplier.name, name=text)


def _identify(supplier: Supplier, *, company_number: str, country: str) -> None:
    if country and country not in COUNTRIES:
        country = country.upper()[:2]
    number = company_number_in(company_number, country=country)
    if number is None:
        raise Refusal("company-number-wrong", fields={"company_number": "company-number-wrong"})
    used = Supplier.objects.filter(company_number=number).exclude(pk=supplier.pk).first() if number else None
    if used is not None:
        raise Refusal("company-number-taken", status=409, fields={"company_number": "company-number-taken"}, supplier=used.name)
    supplier.company_number, supplier.country = number, country


def _clean(name: str) -> str:
    name = " ".join(name.split())[:160]
    if not name:
        raise Refusal("supplier-needs-name", fields={"name": "supplier-needs-name"})
    return name


def _taken(supplier: Supplier) -> Supplier:
    found: Supplier = Supplier.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=supplier.pk)
    return found


def _account_taken(account: SupplierAccount) -> SupplierAccount:
    related = ("supplier__organisation",)
    found: SupplierAccount = SupplierAccount.objects.select_for_update(of=("self",)).select_related(*related).get(pk=account.pk)
    return found


def _said(act: str, supplier: Supplier, *, by: User | None, now: datetime, **data: Any) -> None:
    audit.record(
        organisation=supplier.organisation, actor=by, act=act, subject_kind="supplier", subject_id=supplier.pk,
        data={"name": supplier.name, **data}, now=now,
    )  # fmt: skip
    live.publish(organisation_id=supplier.organisation_id, kind="budget", id=supplier.pk)
