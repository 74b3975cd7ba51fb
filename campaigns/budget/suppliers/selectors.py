"""Read suppliers: who they are, what was bought from them, and which names in the books belong to nobody yet."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection
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


def waiting_by_name(texts: Collection[str]) -> dict[str, SupplierAccount]:
    """Return, by key, the newest account number of whoever each text means that nobody else has confirmed yet. Two queries."""
    named = SupplierName.objects.filter(key__in={key_of(text) for text in texts if text.strip()})
    suppliers = dict(named.values_list("key", "supplier_id"))
    waits = SupplierAccount.objects.filter(supplier__in=set(suppliers.values()), state=SupplierAccount.State.PROPOSED)
    newest = {account.supplier_id: account for account in waits.select_related("supplier").order_by("entered_at")}
    return {key: newest[supplier] for key, supplier in suppliers.items() if supplier in newest}


def account_rules(requests: Collection[Request]) -> dict[UUID, list[Rule]]:
    """Return for each of these, by its id, the warning that its supplier has an account number which one person alone has seen."""
    waiting = waiting_by_name([request.supplier for request in requests])
    found = {request.pk: waiting.get(key_of(request.supplier)) for request in requests if request.supplier.strip()}
    slugs = {request.pk: request.organisation.slug for request in requests}
    return {pk: [account_rule(account, slug=slugs[pk])] for pk, account in found.items() if account}


def account_rule(account: SupplierAccount, *, slug: str) -> Rule:
    day = account.entered_at.date()
    said = word("account-unconfirmed", {"supplier": account.supplier.name, "iban": spaced(account.iban)})
    return Rule(
        id="supplier-account", effect=WARN, summary={"en": said}, source=word("account-unconfirmed-source", {}), checked_on=day,
        since=day, source_url=f"{settings.SITE_URL}/{slug}/budget?view=suppliers&supplier={account.supplier_id}",
    )  # fmt: skip
