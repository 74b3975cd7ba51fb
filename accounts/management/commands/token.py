"""`manage.py token EMAIL`: print an API token for that person."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from accounts.people.models import ApiToken, User


class Command(BaseCommand):
    help = "Print a new API token for the person with this e-mail address, for `Authorization: Bearer …`. It is not shown again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--name", default="manage.py", help="what the token is for, as its owner sees it in the settings")

    def handle(self, *, email: str, name: str, **_: object) -> None:
        user = User.objects.filter(email__iexact=email.strip(), is_active=True).first()
        if user is None:
            raise CommandError(f"Nobody signs in with {email}.")
        _row, token = ApiToken.issue(user=user, name=name)
        self.stdout.write(token)
