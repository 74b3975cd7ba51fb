"""Read suppliers: who they are, what was bought from them, and which names in the books belong to nobody yet."""

from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Prefetch, QuerySet

from accounts.orgs.models import Organisation
from accounts.words import word
from campaigns.budget.models import Entry, Request
from campaigns.budget.money import cost
from campaigns.budget.suppliers.models import Supplier, SupplierAccount, SupplierName
from campaigns.budget.suppliers.names import alike, key_of, spaced
from campaigns.compliance.engine import WARN, Rule


def suppliers() -> QuerySet[Supplier]:
    """Return the suppliers of the organisation in scope, by name, with their names and accounts."""
    accounts = SupplierAccount.objects.select_related("entered_by", "confirmed_by", "replaces").order_by("-entered_at", "-id")
    names = SupplierName.objects.order_by("text")
    found: QuerySet[Supplier] = Supplier.objects.prefetch_related(Prefetch("accounts", accounts), Prefetch("names", names))
    return found.order_by("name", "id")


def supplier_named(text: str) -> Supplier | None:
    """Return who is meant by a text in the books of the organisation in scope."""
    found = SupplierName.objects.select_related("supplier").filter(key=key_of(text)).first() if text.strip() else None
    return found.supplier if found else None


def resolver(organisation: Organisation) -> Callable[[str], str]:
    """Return what turns any way of writing a supplier's name into one and the same."""
    known = dict(SupplierName.objects.filter(organisation=organisation).values_list("key", "supplier__id"))
    return lambda text: f"supplier:{known[key_of(text)]}" if key_of(text) in known else text


def spent_with(organisation: Organisation) -> dict[UUID, int]:
    """Return what was spent with each supplier, as a cost in cents. Two queries."""
    known = dict(SupplierName.objects.filter(organisation=organisation).values_list("key", "supplier_id"))
    sums: defaultdict[UUID, int] = defaultdict(int)
    rows = Entry.objects.filter(organisation=organisation, kind=Entry.Kind.EXPENSE).exclude(supplier="")
    for text, net, vat in rows.values_list("supplier", "net_cents", "vat_cents"):
        if supplier := known.get(key_of(text)):
            sums[supplier] += cost(net, vat, organisation.recovers_vat)
    return dict(sums)


def untied() -> list[dict[str, Any]]:
    """Return the names in requests and entries that belong to no supplier yet, most used first, each with who may be meant."""
    tied = set(SupplierName.objects.values_list("key", flat=True))
    texts: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for model in (Request, Entry):
        for text in model.objects.exclude(supplier="").values_list("supplier", flat=True):
            key = key_of(text)
            if key and key not in tied:
                texts.setdefault(key, " ".join(text.split()))
                counts[key] += 1
    known = [(supplier.pk, [supplier.name, *(name.text for name in supplier.names.all())]) for supplier in suppliers()]
    return [
        {"text": texts[key], "uses": uses, "suggested": next((pk for pk, names in known if alike(texts[key], names)), None)}
        for key, uses in sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    ]


def suggestions(*, with_books: bool) -> list[dict[str, Any]]:
    """Return the names to choose from while typing: the suppliers still used; `with_books` also names that belong to none yet."""
    known = [
        {"supplier": each.pk, "name": each.name, "others": [name.text for name in each.names.all() if name.text != each.name]}
        for each in suppliers().filter(is_active=True)
    ]
    books = [{"supplier": None, "name": each["text"], "others": []} for each in untied()] if with_books else []
    return known + books


def waiting_account(supplier: Supplier | None) -> SupplierAccount | None:
    """Return the supplier's newest account number that nobody else has confirmed yet."""
    if supplier is None:
        return None
    waits = SupplierAccount.objects.filter(supplier=supplier, state=SupplierAccount.State.PROPOSED)
    found: SupplierAccount | None = waits.order_by("-entered_at").first()
    return found


def account_rules(request: Request) -> list[Rule]:
    """Return the warning that the supplier of this request has an account number which one person alone has seen, or nothing."""
    account = waiting_account(supplier_named(request.supplier))
    if account is None:
        return []
    day = account.entered_at.date()
    said = word("account-unconfirmed", {"supplier": account.supplier.name, "iban": spaced(account.iban)})
    return [
        Rule(
            id="supplier-account", effect=WARN, summary={"en": said}, source=word("account-unconfirmed-source", {}), checked_on=day,
            since=day, source_url=f"{settings.SITE_URL}/{request.organisation.slug}/budget?view=suppliers&supplier={account.supplier_id}",
        )
    ]  # fmt: skip
