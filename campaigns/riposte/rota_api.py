"""HTTP for the rota of who is on call, and for how the fast lane is set."""

from typing import Any, ClassVar
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import Http404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from accounts.orgs.access import ORGANISATION, InOrganisation
from accounts.orgs.rights import Verb
from accounts.people.models import User
from accounts.problems import NotAllowed, Refusal
from campaigns.posts.api import checked
from campaigns.posts.when import to_local
from campaigns.riposte import calling, duty, rota
from campaigns.riposte import serializers as shapes
from campaigns.riposte.models import Absence, Duty
from campaigns.riposte.show import lane_channels, people


@extend_schema(parameters=[ORGANISATION], tags=["on call"])
class OnCall(InOrganisation):
    verbs: ClassVar[dict[str, Verb]] = {"patch": Verb.PLAN}

    @extend_schema(operation_id="on_call", responses=shapes.OnCall)
    def get(self, request: Request) -> Response:
        """Who is asked first now, the rota from now on, and how the fast lane is set."""
        return self.show()

    @extend_schema(operation_id="on_call_arrange", request=shapes.LaneDraft, responses=shapes.OnCall)
    def patch(self, request: Request) -> Response:
        changes = checked(shapes.LaneDraft, request)
        if changes.get("default_person"):
            changes["default_person"] = person_of(self, changes["default_person"])
        duty.arrange(organisation=self.organisation, by=self.person, now=timezone.now(), **changes)
        return self.show()

    def show(self) -> Response:
        now, mine = timezone.now(), str(self.person.pk)
        zone = self.organisation.time_zone
        able, lane = calling.able(self.organisation), calling.lane_of(self.organisation)
        first = calling.on_call(self.organisation, now=now)
        today = now.astimezone(ZoneInfo(zone)).date()
        whole: dict[str, Any] = {
            "now": people([able[pk] for pk in first]),
            "mine_until": rota.until(calling.spans(now=now), person=mine, now=now),
            "is_mine": first[:1] == [mine],
            "people": sorted(people(list(able.values())), key=lambda p: p["name"]),
            "duties": [
                {
                    "id": d.pk,
                    "person": {"id": d.person_id, "name": str(d.person)},
                    "starts_at": d.starts_at,
                    "ends_at": d.ends_at,
                    "starts": to_local(d.starts_at, zone),
                    "ends": to_local(d.ends_at, zone),
                }
                for d in Duty.objects.select_related("person").filter(ends_at__gt=now).order_by("starts_at")
            ],
            "absences": [
                {"id": a.pk, "person": {"id": a.person_id, "name": str(a.person)}, "starts_on": a.starts_on, "ends_on": a.ends_on}
                for a in Absence.objects.select_related("person").filter(ends_on__gte=today).order_by("starts_on")
            ],
            "default_person": {"id": lane.default_person_id, "name": str(lane.default_person)} if lane.default_person else None,
            "patience_min": lane.patience_min,
            "expires_min": lane.expires_min,
            "target_min": lane.target_min,
            "window_min": lane.window_min,
            "channels": lane_channels(self.organisation, lane),
            "may_set": self.membership.may(Verb.PLAN),
        }
        return Response(shapes.OnCall(whole).data)


@extend_schema(parameters=[ORGANISATION], tags=["on call"])
class Duties(InOrganisation, ViewSet):
    lookup_value_converter = "uuid"

    @extend_schema(operation_id="duties_add", request=shapes.DutyDraft, responses={201: None})
    def create(self, request: Request) -> Response:
        """Planners and administrators put anybody on call who may decide; whoever may decide takes a turn."""
        data = checked(shapes.DutyDraft, request)
        need_say(self, data["person"])
        duty.put_on_call(
            organisation=self.organisation, person=person_of(self, data.pop("person")), by=self.person, now=timezone.now(), **data
        )
        return Response(status=201)

    @extend_schema(operation_id="duties_remove", responses={204: None})
    def destroy(self, request: Request, pk: UUID) -> Response:
        found = Duty.objects.select_related("person", "organisation").filter(pk=pk).first()
        if found is None:
            raise Http404
        self.need(Verb.PLAN)
        duty.take_off(duty=found, by=self.person, now=timezone.now())
        return Response(status=204)


@extend_schema(parameters=[ORGANISATION], tags=["on call"])
class Absences(InOrganisation, ViewSet):
    lookup_value_converter = "uuid"

    @extend_schema(operation_id="absences_add", request=shapes.AbsenceDraft, responses={201: None})
    def create(self, request: Request) -> Response:
        """Planners and administrators say who is away; everybody may say it of themselves."""
        data = checked(shapes.AbsenceDraft, request)
        need_say(self, data["person"])
        duty.go_away(organisation=self.organisation, person=person_of(self, data.pop("person")), by=self.person, now=timezone.now(), **data)
        return Response(status=201)

    @extend_schema(operation_id="absences_remove", responses={204: None})
    def destroy(self, request: Request, pk: UUID) -> Response:
        found = Absence.objects.select_related("person", "organisation").filter(pk=pk).first()
        if found is None:
            raise Http404
        need_say(self, found.person_id)
        duty.come_back(absence=found, by=self.person, now=timezone.now())
        return Response(status=204)


def need_say(view: InOrganisation, person: UUID) -> None:
    """With PLAN one speaks for everybody; whoever may decide on posts, for themselves."""
    if view.membership.may(Verb.PLAN) or (view.membership.may(Verb.DECIDE_POSTS) and person == view.person.pk):
        return
    raise NotAllowed


def person_of(view: InOrganisation, pk: UUID) -> User:
    """Return the person who may decide here. Raises Refusal."""
    found = calling.able(view.organisation).get(str(pk))
    if found is None:
        raise Refusal("person-cannot-decide", fields={"person": "person-cannot-decide"})
    return found
