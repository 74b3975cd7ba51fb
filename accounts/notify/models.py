"""What a person is told: in the app, and by e-mail where it is urgent."""

import uuid

from django.conf import settings
from django.db import models


class Notice(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation_id = models.UUIDField(db_index=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    code = models.CharField(max_length=64)  # worded at the edge, in the reader's language
    params = models.JSONField(default=dict)
    path = models.CharField(max_length=300, blank=True)  # where in the web app
    cause = models.CharField(max_length=120, blank=True)  # equal causes within an hour are one notice
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    mail_at = models.DateTimeField(null=True, blank=True)  # from when on it is to be mailed; null: not, or it was
    gather_at = models.DateTimeField(null=True, blank=True)  # when the reader's letter of the day tells of it; null: not, or it has
    push_at = models.DateTimeField(null=True, blank=True)  # from when on it is to be shown on the reader's devices; null: not, or it was

    class Meta:
        indexes = [
            models.Index(fields=["user", "organisation_id", "-created_at"], name="notice_by_reader"),
            models.Index(fields=["mail_at"], condition=models.Q(mail_at__isnull=False), name="notice_to_mail"),
            models.Index(fields=["gather_at"], condition=models.Q(gather_at__isnull=False), name="notice_to_gather"),
            models.Index(fields=["push_at"], condition=models.Q(push_at__isnull=False), name="notice_to_push"),
        ]


class NoticeChoice(models.Model):
    """How a person wants to be told by e-mail. Who has none is mailed at once. In the app, everything is told at once."""

    class Mail(models.TextChoices):
        AT_ONCE = "at_once"
        DAILY = "daily"  # in one letter a day; what cannot wait comes at once
        NONE = "none"

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="notice_choice")
    mail = models.CharField(max_length=8, choices=Mail, default=Mail.AT_ONCE)
    daily_hour = models.PositiveSmallIntegerField(default=8)  # of the person's own clock

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(daily_hour__lte=23), name="notice_choice_hour")]


class Device(models.Model):
    """A browser or phone that shows notices: its address at a push service, and the keys only it can read with (RFC 8291)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="devices")
    endpoint = models.CharField(max_length=1000)
    endpoint_sha256 = models.CharField(max_length=64, unique=True)
    p256dh = models.CharField(max_length=120)
    auth = models.CharField(max_length=60)
    spoken_for_by = models.CharField(max_length=120)  # our public key when it was made: the push service takes no other
    name = models.CharField(max_length=120, blank=True)  # "Firefox on Linux"
    made_at = models.DateTimeField()
    shown_at = models.DateTimeField(null=True, blank=True)  # when the push service last took a notice for it

    class Meta:
        indexes = [models.Index(fields=["user", "-made_at"], name="device_by_person")]
