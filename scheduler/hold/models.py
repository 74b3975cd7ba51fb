"""What is true of publishing as a whole, on this installation: one row."""

from django.db import models


class Publishing(models.Model):
    """`held_at`: nothing goes out anywhere. `look_first_before`: what was planned before may be out already, though no row says so."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    held_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    look_first_before = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="publishing_is_one_row")]
