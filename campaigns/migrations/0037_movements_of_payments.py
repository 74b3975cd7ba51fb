"""A payment or refund knows the movement of the bank it was settled as. Nothing changes in the database."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0036_reminders_by_day"),
    ]

    operations = [
        migrations.AlterField(
            model_name="transaction",
            name="payment",
            field=models.OneToOneField(
                blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="movement", to="campaigns.payment"
            ),
        ),
        migrations.AlterField(
            model_name="transaction",
            name="refund",
            field=models.OneToOneField(
                blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="movement", to="campaigns.refund"
            ),
        ),
    ]
