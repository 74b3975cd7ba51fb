"""The sign of life of each part that works out of sight."""

from django.db import models


class Heartbeat(models.Model):
    part = models.CharField(primary_key=True, max_length=60)  # "dispatcher", "worker.publish": one row whatever number of copies runs
    at = models.DateTimeField()
