"""The fast lane: a riposte is one post with a stopwatch; the rota says who is called upon to say yes to it."""

from django.conf import settings
from django.db import models

from accounts.orgs.models import Owned
from campaigns.approvals.models import Approval
from campaigns.posts.models import Placement, Post


class Lane(Owned):
    """How an organisation runs its fast lane. Without a row the defaults below count."""

    default_person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    patience_min = models.PositiveSmallIntegerField(default=5)  # after so long without an answer the next is asked too
    expires_min = models.PositiveSmallIntegerField(default=30)  # after so long without an answer nothing goes out by itself
    target_min = models.PositiveSmallIntegerField(default=15)  # from the news to live in every language
    window_min = models.PositiveSmallIntegerField(default=45)  # posts this near on the same channels are shown as in the way
    left_out = models.JSONField(default=list)  # ids of the channels that take part only when somebody switches them on

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation"], name="lane_once")]


class Duty(Owned):
    """This person is on call in [starts_at, ends_at). Spans may overlap: the one that began last counts first."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="duty_ends_after_it_starts")]
        indexes = [models.Index(fields=["organisation", "ends_at"], name="duty_by_end")]


class Absence(Owned):
    """This person is not called upon on these days, whatever the rota says."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()  # the last day of it

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_on__gte=models.F("starts_on")), name="absence_ends_after_it_starts"),
        ]


class Riposte(Owned):
    """An answer to the news. Its times from the asking on are read from the approvals and placements of its post."""

    post = models.OneToOneField(Post, on_delete=models.CASCADE, related_name="riposte")
    headline = models.CharField(max_length=300)
    link = models.URLField(max_length=2000, blank=True)
    template_name = models.CharField(max_length=120, blank=True)  # as it was called when it was used
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    news_at = models.DateTimeField()  # when the news broke: given by hand, or the start
    started_at = models.DateTimeField()
    delay_min = models.PositiveSmallIntegerField(default=0)  # 0: as soon as approved; else so long after the asking
    next_ask_at = models.DateTimeField(
        null=True, blank=True
    )  # when the next person is asked too, or the starter hears that nobody answered
    closed_at = models.DateTimeField(null=True, blank=True)  # people called it off, or put it away

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "-started_at"], name="riposte_newest"),
            models.Index(fields=["next_ask_at"], condition=models.Q(next_ask_at__isnull=False), name="riposte_to_ask"),
        ]


class Displaced(Owned):
    """A planned post that made room for a riposte, and where it stood before."""

    riposte = models.ForeignKey(Riposte, on_delete=models.CASCADE, related_name="displaced")
    placement = models.ForeignKey(Placement, on_delete=models.CASCADE, related_name="+")
    from_local = models.CharField(max_length=16)
    from_zone = models.CharField(max_length=64)
    to_local = models.CharField(max_length=16)
    approval = models.ForeignKey(Approval, null=True, on_delete=models.SET_NULL, related_name="+")  # live before: an undo gives it back
    moved_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    moved_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["riposte", "placement"], condition=models.Q(undone_at=None), name="displaced_once_per_riposte"),
        ]
