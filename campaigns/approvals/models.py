"""Approval of any subject, in steps. It knows neither posts nor money: a kind, an id and a fingerprint are handed in."""

import uuid
from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django_scopes import ScopedManager

from accounts.orgs.models import Owned


class Approval(Owned):
    """One request for a yes. A changed subject needs a new one: the fingerprint says what was seen."""

    class State(models.TextChoices):
        OPEN = "open"
        APPROVED = "approved"
        CHANGES_ASKED = "changes_asked"
        REJECTED = "rejected"
        VOID = "void"  # the subject changed, or the request was withdrawn
        EXPIRED = "expired"  # nobody said yes in time

    subject_kind = models.CharField(max_length=16)  # "post" | "request"
    subject_id = models.UUIDField()
    fingerprint = models.CharField(max_length=64)
    terms = models.JSONField(default=dict)  # beside the content, each with its own tolerance: times, cost
    shown = models.JSONField(default=dict)  # what was shown, for "what changed since"
    state = models.CharField(max_length=16, choices=State, default=State.OPEN)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    barred = models.JSONField(default=list)  # user ids that may not decide: the author, the requester
    asked = models.JSONField(default=list)  # user ids that are called upon; empty: everybody who may decide
    note = models.CharField(max_length=500, blank=True)
    asked_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject_kind", "subject_id"], condition=models.Q(state__in=["open", "approved"]), name="approval_live_once"
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "state", "asked_at"], name="approval_inbox"),
            models.Index(fields=["subject_kind", "subject_id", "-asked_at"], name="approval_of_subject"),
        ]


class Step(models.Model):
    """One step, as it was when the yes was asked for: `needed` of the people it names. Steps are taken in order.

    It names nobody: everybody who holds the verb. Money: those named must hold the verb as well. See rules.standing.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    approval = models.ForeignKey(Approval, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    verb = models.CharField(max_length=32)  # of accounts.orgs.rights.Verb
    needed = models.PositiveSmallIntegerField(default=1)  # how many different people must say yes
    is_all = models.BooleanField(default=False)  # all of them: `people` are those who were meant when it was asked
    roles = models.JSONField(default=list)  # of accounts.orgs.rights.Role
    people = models.JSONField(default=list)  # user ids

    objects: Any = ScopedManager(organisation="approval__organisation")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["approval", "position"], name="approval_step_once")]


class Decision(models.Model):
    """What one person said, about exactly which content. Never changed, never deleted: the database refuses it too (migration 0020)."""

    class Verdict(models.TextChoices):
        APPROVE = "approve"
        ASK_CHANGES = "ask_changes"
        REJECT = "reject"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    approval = models.ForeignKey(Approval, on_delete=models.CASCADE, related_name="decisions")
    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="decisions")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    verdict = models.CharField(max_length=16, choices=Verdict)
    comment = models.TextField(blank=True, max_length=2000)
    fingerprint = models.CharField(max_length=64)
    at = models.DateTimeField()

    objects: Any = ScopedManager(organisation="approval__organisation")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["step", "by"], name="decision_once_per_person")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("a decision is never changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("a decision is never removed")


class Hold(Owned):
    """Somebody who decides has put it aside, for a reason: until they release it nobody decides and nothing goes out."""

    approval = models.ForeignKey(Approval, on_delete=models.CASCADE, related_name="holds")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.CharField(max_length=500)
    at = models.DateTimeField()
    released_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    released_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["approval"], condition=models.Q(released_at=None), name="hold_once")]


class StoodIn(models.Model):
    """This decision was taken in somebody's place while they were away. Never changed."""

    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, related_name="stood_in", primary_key=True)
    of = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    objects: Any = ScopedManager(organisation="decision__approval__organisation")

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("a decision is never changed")
        super().save(*args, **kwargs)


class Route(Owned):
    """Who has to say yes to what: the first route in order that fits a subject counts. Empty lists fit everything.

    Its ids are kept although the campaign or channel may be gone: then it fits nothing, rather than everything.
    """

    subject_kind = models.CharField(max_length=16)  # "post" | "request"
    campaigns = models.JSONField(default=list)  # ids
    channels = models.JSONField(default=list)  # ids
    languages = models.JSONField(default=list)
    from_cents = models.PositiveBigIntegerField(null=True, blank=True)  # of the cost of a request
    below_cents = models.PositiveBigIntegerField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    is_on = models.BooleanField(default=True)


class RouteStep(models.Model):
    """`needed` of these people and of whoever has these roles, or all of them; nobody named: whoever may decide."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    route = models.ForeignKey(Route, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    is_all = models.BooleanField(default=False)
    needed = models.PositiveSmallIntegerField(default=1)
    roles = models.JSONField(default=list)
    people = models.JSONField(default=list)

    objects: Any = ScopedManager(organisation="route__organisation")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["route", "position"], name="route_step_once")]


class Practice(Owned):
    """How an organisation decides. Without a row the defaults count."""

    authors_may_decide = models.BooleanField(default=False)  # on their own posts; never on their own requests for money
    request_days = models.PositiveSmallIntegerField(default=30)  # so long a request waits for a yes

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation"], name="practice_once")]


class Substitute(Owned):
    """This person is away on these days, and `stand_in` (if anybody) decides in their place."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    stand_in = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()  # the last day of it

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_on__gte=models.F("starts_on")), name="substitute_ends_after_it_starts"),
        ]
        indexes = [models.Index(fields=["organisation", "ends_on"], name="substitute_by_end")]
