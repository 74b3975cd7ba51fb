"""Which organisation a request is about, and what the person may do there. Every API view of an organisation stands on `InOrganisation`."""

import uuid
from contextlib import AbstractContextManager
from typing import Any, ClassVar

from django.http import Http404
from django_scopes import scope, scopes_disabled
from rest_framework.request import Request
from rest_framework.views import APIView

from accounts.orgs.models import Membership, Organisation
from accounts.orgs.rights import Verb
from accounts.people.models import User
from accounts.problems import NotAllowed
from accounts.schema import ORGANISATION as ORGANISATION
from accounts.schema import InOrganisationSchema


def membership_for(*, user: User, wanted: str) -> Membership:
    """Return the person's membership of the wanted organisation (id or slug), or of their first. Raises Http404."""
    with scopes_disabled():
        mine = Membership.objects.select_related("organisation").filter(user=user).order_by("created_at")
        if wanted:
            try:
                mine = mine.filter(organisation_id=uuid.UUID(wanted))
            except ValueError:
                mine = mine.filter(organisation__slug=wanted)
        member: Membership | None = mine.first()
    if member is None:
        raise Http404
    return member


class InOrganisation(APIView):
    """A view inside one organisation: queries are scoped to it, `self.organisation` and `self.membership` are set.

    `verbs` maps an action's name (or an HTTP method in lower case) to the verb it needs; what is not listed needs SEE.
    """

    schema = InOrganisationSchema()
    verbs: ClassVar[dict[str, Verb]] = {}
    organisation: Organisation
    membership: Membership
    _scope: AbstractContextManager[Any] | None = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        wanted = request.headers.get("X-Organisation") or request.query_params.get("organisation", "")
        self.membership = membership_for(user=self.person, wanted=wanted)
        self.organisation = self.membership.organisation
        self._scope = scope(organisation=self.organisation)
        self._scope.__enter__()
        action = getattr(self, "action", None) or (request.method or "").lower()
        self.need(self.verbs.get(action, Verb.SEE))

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().dispatch(request, *args, **kwargs)
        finally:
            self._leave()  # also after a defect, which leaves without an answer: the next request in this thread is another organisation's

    def _leave(self) -> None:
        if self._scope is not None:
            self._scope.__exit__(None, None, None)
            self._scope = None

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)
        if self._scope is not None and hasattr(response, "render") and not getattr(response, "is_rendered", True):
            response.render()  # while the scope is still open
        self._leave()
        return response

    @property
    def person(self) -> User:
        assert isinstance(self.request.user, User)  # IsAuthenticated has run
        return self.request.user

    def need(self, verb: Verb) -> None:
        if not self.membership.may(verb):
            raise NotAllowed
