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

    class Meta:
        indexes = [
            models.Index(fields=["user", "organisation_id", "-created_at"], name="notice_by_reader"),
            models.Index(fields=["mail_at"], condition=models.Q(mail_at__isnull=False), name="notice_to_mail"),
        ]
