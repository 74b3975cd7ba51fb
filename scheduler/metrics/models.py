"""One row per sum."""

from django.db import models


class Tally(models.Model):
    """`labels` is JSON with sorted names and no spaces, so that equal labels are equal text. `value` only grows."""

    name = models.CharField(max_length=80)
    labels = models.CharField(max_length=300)
    value = models.FloatField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "labels"], name="tally_once")]
