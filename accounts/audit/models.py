"""The append-only record of who did what. Each entry's hash covers the one before it, so that a gap shows."""

from django.db import models


class AuditEntry(models.Model):
    """Acts only (submitted, approved, sent, connected), never autosaves. Plain ids: it outlives what it speaks of."""

    organisation_id = models.UUIDField(db_index=True)
    number = models.PositiveBigIntegerField()  # 1, 2, 3 … within the organisation
    actor_id = models.UUIDField(null=True)  # null: Carillon itself
    actor_name = models.CharField(max_length=200, blank=True)
    act = models.CharField(max_length=64)  # "post.submitted"
    subject_kind = models.CharField(max_length=32, blank=True)
    subject_id = models.CharField(max_length=64, blank=True)
    data = models.JSONField(default=dict)
    at = models.DateTimeField()
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation_id", "number"], name="audit_number_once")]
        indexes = [models.Index(fields=["organisation_id", "subject_kind", "subject_id"], name="audit_by_subject")]
