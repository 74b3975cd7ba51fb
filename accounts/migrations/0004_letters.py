from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_crisis_stop"),
    ]

    operations = [
        migrations.AddField(
            model_name="notice",
            name="mail_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(condition=models.Q(("mail_at__isnull", False)), fields=["mail_at"], name="notice_to_mail"),
        ),
    ]
