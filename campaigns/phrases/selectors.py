"""Reading the address book."""

from collections.abc import Collection
from uuid import UUID

from campaigns.phrases.models import Contact


def contacts_of(organisations: Collection[UUID], keys: Collection[str]) -> list[Contact]:
    """Return those organisations' contacts with these keys. Asks nothing where no key is wanted."""
    if not keys:
        return []
    return list(Contact.objects.filter(organisation__in=organisations, key__in=keys))
