from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    name = "campaigns"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from campaigns.by_link import letters
        from campaigns.posts import outrun  # noqa: F401 - hears of the library and of campaigns by being imported here

        letters.settle()
