"""Links that open one decision; guests, and what they said, which the database lets nobody change or remove."""

from typing import Any

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

KEPT = ("id", "organisation_id", "approval_id", "guest_id", "verdict", "comment", "fingerprint", "at")

# As of decisions (0020): it goes with its approval only, and that with its organisation only.
SQLITE = (
    """
    CREATE TRIGGER guest_decision_never_changes BEFORE UPDATE ON campaigns_guestdecision WHEN {changed}
    BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END
    """,
    """
    CREATE TRIGGER guest_decision_never_goes AFTER DELETE ON campaigns_guestdecision
    WHEN EXISTS (SELECT 1 FROM campaigns_approval WHERE id = OLD.approval_id)
    BEGIN INSERT INTO campaigns_decision_gone VALUES (OLD.approval_id, 'decisions stay'); END
    """,
)
SQLITE_BACK = ("DROP TRIGGER guest_decision_never_changes", "DROP TRIGGER guest_decision_never_goes")
POSTGRES = (
    """
    CREATE TRIGGER guest_decision_never_changes BEFORE UPDATE ON campaigns_guestdecision FOR EACH ROW
    WHEN ({changed}) EXECUTE FUNCTION decision_never_changes()
    """,
    """
    CREATE CONSTRAINT TRIGGER guest_decision_never_goes AFTER DELETE ON campaigns_guestdecision DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION decision_never_goes()
    """,
)
POSTGRES_BACK = (
    "DROP TRIGGER guest_decision_never_changes ON campaigns_guestdecision",
    "DROP TRIGGER guest_decision_never_goes ON campaigns_guestdecision",
)


def guard(apps: Any, editor: Any) -> None:
    postgres = editor.connection.vendor == "postgresql"
    differs = "IS DISTINCT FROM" if postgres else "IS NOT"
    changed = " OR ".join(f'NEW."{name}" {differs} OLD."{name}"' for name in KEPT)
    for statement in POSTGRES if postgres else SQLITE:
        editor.execute(statement.replace("{changed}", changed), params=None)


def unguard(apps: Any, editor: Any) -> None:
    for statement in POSTGRES_BACK if editor.connection.vendor == "postgresql" else SQLITE_BACK:
        editor.execute(statement, params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0009_recovers_vat'),
        ('campaigns', '0021_kept_bytes'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='LinkTerms',
            fields=[
                ('organisation', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='accounts.organisation')),
                ('limit_cents', models.PositiveBigIntegerField(default=25000)),
            ],
        ),
        migrations.CreateModel(
            name='Guest',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('email', models.EmailField(max_length=254)),
                ('language', models.CharField(default='en', max_length=8)),
                ('capacity', models.CharField(blank=True, max_length=120)),
                ('invited_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('invited_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.organisation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DecisionLink',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('fingerprint', models.CharField(max_length=64)),
                ('limit_cents', models.PositiveBigIntegerField(default=0)),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(blank=True, null=True)),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('approval', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='campaigns.approval')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.organisation')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('guest', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='campaigns.guest')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('guest__isnull', True), ('person__isnull', False)), models.Q(('guest__isnull', False), ('person__isnull', True)), _connector='OR'), name='decision_link_of_one')],
            },
        ),
        migrations.CreateModel(
            name='GuestDecision',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('verdict', models.CharField(choices=[('approve', 'Approve'), ('ask_changes', 'Ask Changes'), ('reject', 'Reject')], max_length=16)),
                ('comment', models.TextField(blank=True, max_length=2000)),
                ('fingerprint', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
                ('approval', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='guest_decisions', to='campaigns.approval')),
                ('guest', models.ForeignKey(on_delete=django.db.models.deletion.RESTRICT, related_name='+', to='campaigns.guest')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('approval', 'guest'), name='guest_decision_once')],
            },
        ),
        migrations.CreateModel(
            name='GuestScope',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('post', 'Post'), ('campaign', 'Campaign')], max_length=16)),
                ('subject_id', models.UUIDField()),
                ('guest', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scopes', to='campaigns.guest')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.organisation')),
            ],
            options={
                'indexes': [models.Index(fields=['kind', 'subject_id'], name='guest_scope_of_subject')],
                'constraints': [models.UniqueConstraint(fields=('guest', 'kind', 'subject_id'), name='guest_scope_once')],
            },
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('approval', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seats', to='campaigns.approval')),
                ('guest', models.ForeignKey(on_delete=django.db.models.deletion.RESTRICT, related_name='+', to='campaigns.guest')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('approval', 'guest'), name='seat_once')],
            },
        ),
        migrations.RunPython(guard, unguard),
    ]
