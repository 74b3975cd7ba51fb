"""Who belongs to an organisation and may do what."""

from django.db.models import QuerySet
from django_scopes import scope

from accounts.orgs.models import Membership, Organisation
from accounts.orgs.rights import Verb
from accounts.people.models import User


def members(*, organisation: Organisation) -> QuerySet[Membership]:
    """Return the organisation's memberships with their people, by name."""
    with scope(organisation=organisation):
        found: QuerySet[Membership] = Membership.objects.select_related("user").order_by("user__name", "user__email")
    return found


def holders(*, organisation: Organisation, verb: Verb) -> QuerySet[User]:
    """Return the active people who may do this. Roles are a list in JSON, which SQLite cannot search: they are read here."""
    able = [member.user_id for member in members(organisation=organisation) if member.may(verb)]
    return User.objects.filter(pk__in=able, is_active=True)
