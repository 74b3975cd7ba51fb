import django.utils.timezone
from django.db import migrations, models


def book_what_ended_before(apps, schema_editor):
    """Ends of before this was counted have been told already."""
    apps.get_model("scheduler", "Delivery").objects.filter(wake_at=None).update(is_booked=True)


class Migration(migrations.Migration):

    dependencies = [
        ('scheduler', '0006_taken_back'),
    ]

    operations = [
        migrations.RemoveField(model_name='preparation', name='made_at'),
        migrations.AddField(
            model_name='preparation',
            name='of_at',
            field=models.DateTimeField(default=django.utils.timezone.now),
            preserve_default=False,
        ),
        migrations.RunPython(book_what_ended_before, migrations.RunPython.noop),
    ]
