"""Set up who says yes to what: routes and their order, how the organisation decides, who is away."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Prefetch, QuerySet

from accounts.audit import services as audit
from accounts.notify import live
from accounts.notify.services import tell
from accounts.orgs.models import Organisation
from accounts.orgs.rights import Verb
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.approvals import routing, rules
from campaigns.approvals.crew import POST, crew_of, practice_of
from campaigns.approvals.models import Practice, Route, RouteStep, Substitute
from campaigns.plan.days import today

USUAL = {POST: str(Verb.DECIDE_POSTS), "request": str(Verb.DECIDE_MONEY)}
STEPS_MOST = 5


def routes() -> QuerySet[Route]:
    """Return the routes of the organisation in scope with their steps, in order."""
    found: QuerySet[Route] = Route.objects.prefetch_related(Prefetch("steps", RouteStep.objects.order_by("position"))).order_by(
        "position", "id"
    )
    return found


def ways(organisation: Organisation) -> list[routing.Way]:
    """Return the routes that are on, as routing.py reckons with them."""
    return [way_of(route) for route in routes().filter(organisation=organisation, is_on=True)]


def way_of(route: Route) -> routing.Way:
    return routing.Way(
        id=str(route.pk),
        kind=route.subject_kind,
        campaigns=frozenset(route.campaigns),
        channels=frozenset(route.channels),
        languages=frozenset(route.languages),
        from_cents=route.from_cents,
        below_cents=route.below_cents,
        steps=tuple(
            rules.Step(
                position=row.position,
                verb=USUAL[route.subject_kind],
                needed=row.needed,
                is_all=row.is_all,
                roles=frozenset(row.roles),
                people=frozenset(row.people),
            )
            for row in sorted(route.steps.all(), key=lambda row: row.position)
        ),
    )


@transaction.atomic
def save_route(
    *, organisation: Organisation, route: Route | None, steps: Sequence[dict[str, Any]], by: User, now: datetime, **given: Any
) -> Route:
    """The route reads like this, for what is asked from now on; a new one comes last. Raises Refusal."""
    is_new = route is None
    if route is None:
        last = Route.objects.filter(organisation=organisation).order_by("-position").first()
        route = Route(organisation=organisation, position=last.position + 1 if last else 0)
    for field, value in given.items():
        setattr(route, field, value)
    _refuse_what_makes_no_sense(route, steps, now=now)
    route.save()
    route.steps.all().delete()
    RouteStep.objects.bulk_create(RouteStep(route=route, position=at, **step) for at, step in enumerate(steps, start=1))
    _noted(organisation, "route.added" if is_new else "route.changed", subject_id=route.pk, data=_told(route, steps), by=by, now=now)
    return routes().get(pk=route.pk)


@transaction.atomic
def remove_route(*, route: Route, by: User, now: datetime) -> None:
    """The route counts no more for what is asked from now on; what was asked by it keeps its steps."""
    organisation, pk = route.organisation, route.pk
    route.delete()
    _noted(organisation, "route.removed", subject_id=pk, data={}, by=by, now=now)


@transaction.atomic
def put_in_order(*, organisation: Organisation, ids: Sequence[UUID], by: User, now: datetime) -> None:
    """The routes are looked at in this order; those that are not named come after. Raises Refusal for an unknown one."""
    found = {route.pk: route for route in Route.objects.select_for_update().filter(organisation=organisation).order_by("position", "id")}
    if unknown := set(ids) - found.keys():
        raise Refusal("not-found", status=404, id=str(unknown.pop()))
    rest = [pk for pk in found if pk not in set(ids)]
    for at, pk in enumerate([*dict.fromkeys(ids), *rest]):
        found[pk].position = at
    Route.objects.bulk_update(found.values(), ["position"])
    _noted(organisation, "routes.ordered", subject_id=organisation.pk, data={"routes": [str(pk) for pk in ids]}, by=by, now=now)


@transaction.atomic
def save_practice(*, organisation: Organisation, by: User, now: datetime, **changes: Any) -> Practice:
    """The organisation decides like this from now on, on what waits already as well."""
    practice = practice_of(organisation)
    for field, value in changes.items():
        setattr(practice, field, value)
    practice.save()
    _noted(organisation, "practice.changed", subject_id=organisation.pk, data=changes, by=by, now=now)
    return practice


@transaction.atomic
def go_away(
    *, organisation: Organisation, person: User, stand_in: User | None, starts_on: date, ends_on: date, by: User, now: datetime
) -> Substitute:
    """The person is away on these days, and `stand_in` decides in their place. Raises Refusal."""
    if ends_on < starts_on or ends_on < today(organisation, now=now):
        raise Refusal("away-ends-first", fields={"ends_on": "away-ends-first"})
    crew = crew_of(organisation, now=now)
    if str(person.pk) not in crew.members:
        raise Refusal("not-found", status=404)
    if stand_in is not None:
        if stand_in.pk == person.pk:
            raise Refusal("stand-in-is-self", fields={"stand_in": "stand-in-is-self"})
        deputy = crew.members.get(str(stand_in.pk))
        if deputy is None or not deputy.verbs & set(USUAL.values()):
            raise Refusal("stand-in-cannot-decide", fields={"stand_in": "stand-in-cannot-decide"})
    away: Substitute = Substitute.objects.create(
        organisation=organisation, person=person, stand_in=stand_in, starts_on=starts_on, ends_on=ends_on
    )
    if stand_in is not None and stand_in.pk != by.pk:
        tell(
            organisation=organisation, users=[stand_in], code="you-stand-in",
            params={"name": str(person), "from": starts_on.isoformat(), "until": ends_on.isoformat()}, path="/settings/approvals", now=now,
        )  # fmt: skip
    data = {"stand_in": str(stand_in or ""), "from": starts_on.isoformat(), "until": ends_on.isoformat()}
    _noted(organisation, "person.away", subject_id=person.pk, data=data, by=by, now=now)
    return away


@transaction.atomic
def come_back(*, away: Substitute, by: User, now: datetime) -> None:
    """The person decides for themselves again."""
    organisation, person = away.organisation, away.person_id
    away.delete()
    _noted(organisation, "person.back", subject_id=person, data={}, by=by, now=now)


def steps_about(
    *, organisation: Organisation, subject: routing.Subject, barred: Iterable[str], now: datetime
) -> tuple[str, tuple[rules.Step, ...]]:
    """Return the id of the route this subject takes (empty: none) and the steps it makes. Raises Refusal when too few people are left."""
    crew = crew_of(organisation, now=now)
    least = subject.least
    if subject.kind == POST:
        least = ((USUAL[POST], 1),) if organisation.posts_need_approval else ()
    elif not least:
        raise TypeError("money always takes somebody's yes: the caller hands in the least")
    subject = routing.Subject(subject.kind, subject.campaign, subject.channels, subject.languages, subject.cents, least)
    way = routing.chosen(ways(organisation), subject)
    kept_out = crew.barred(list(barred), kind=subject.kind)
    steps = routing.steps_for(way, subject, members=crew.members, barred=kept_out)
    if way is not None and way.steps:
        for step in steps:
            able = rules.standing(step, (), members=crew.members, barred=kept_out)
            if able.is_stuck:
                raise Refusal("route-too-few", status=409, needed=step.needed, step=step.position)
    return (way.id if way else ""), steps


def _refuse_what_makes_no_sense(route: Route, steps: Sequence[dict[str, Any]], *, now: datetime) -> None:
    if len(steps) > STEPS_MOST:
        raise Refusal("route-too-long", fields={"steps": "route-too-long"}, most=STEPS_MOST)
    if not steps and (route.subject_kind != POST or route.organisation.posts_need_approval):
        raise Refusal("route-needs-a-step", fields={"steps": "route-needs-a-step"})
    if route.from_cents is not None and route.below_cents is not None and route.below_cents <= route.from_cents:
        raise Refusal("route-sums-crossed", fields={"below_cents": "route-sums-crossed"})
    members = crew_of(route.organisation, now=now).members
    for step in steps:
        if set(step["people"]) - members.keys():
            raise Refusal("person-unknown", fields={"steps": "person-unknown"})


def _told(route: Route, steps: Sequence[dict[str, Any]]) -> dict[str, Any]:
    return {
        "kind": route.subject_kind, "campaigns": route.campaigns, "channels": route.channels, "languages": route.languages,
        "from_cents": route.from_cents, "below_cents": route.below_cents, "is_on": route.is_on, "steps": list(steps),
    }  # fmt: skip


def _noted(organisation: Organisation, act: str, *, subject_id: UUID, data: dict[str, Any], by: User, now: datetime) -> None:
    live.publish(organisation_id=organisation.pk, kind="organisation", id=organisation.pk)
    audit.record(organisation=organisation, actor=by, act=act, subject_kind="organisation", subject_id=subject_id, data=data, now=now)
