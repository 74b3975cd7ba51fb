from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0005_avatars'),
    ]

    operations = [
        migrations.AddField(
            model_name='channel',
            name='slots',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='organisation',
            name='communities',
            field=models.JSONField(blank=True, default=list),
        ),
    ]
