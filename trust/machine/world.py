"""The installation that the machine drives: SQLite in memory's folder, the simulated networks in place of the real ones, our clock."""

import os
import random
import shutil
import tempfile
import uuid
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC).timestamp()
_ids = random.Random(0)


def set_up() -> None:
    """Django is ready in a folder that is thrown away; ids come from a seed. Call it once, before anything of the product is loaded."""
    import atexit

    folder = Path(tempfile.mkdtemp(prefix="carillon-machine-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    uuid.uuid4 = lambda: uuid.UUID(int=_ids.getrandbits(128), version=4)  # ids decide the order of what is due at one moment
    for name in ("DATABASE_URL", "REDIS_URL", "SITE_URL"):
        os.environ.pop(name, None)
    os.environ.update(
        DJANGO_SETTINGS_MODULE="config.settings",
        CARILLON_ENV_FILE="",
        CARILLON_DEMO="1",
        CARILLON_HOME=str(folder),
        REDIS_URL=f"unix://{folder}/nobody.sock",
        LOG_LEVEL="CRITICAL",
        DATABASE_POOL="0",
    )
    import django
    from django.conf import settings

    settings.DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=OFF;PRAGMA foreign_keys=ON;PRAGMA wal_autocheckpoint=20000;"
    )
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    django.setup()
    import structlog
    from django.core.management import call_command

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    call_command("migrate", verbosity=0, interactive=False)
    put_in_place()


def put_in_place() -> None:
    """The simulated networks are the networks, each worker of the simulation has a lock of its own, answers are saved at once."""
    from types import MappingProxyType

    from django.conf import settings

    import networks
    from accounts.notify import live
    from networks.contract import Site
    from networks.wire import deadline
    from scheduler.delivery import owners, scribe
    from trust.machine import hands
    from trust.machine.simulated import LEDGER, SHAPES

    everywhere = MappingProxyType({**networks.all(), **SHAPES})
    networks.all = lambda: everywhere  # type: ignore[assignment]
    settings.NETWORK_SITES = {**settings.NETWORK_SITES, **dict.fromkeys(SHAPES, Site("app", "secret"))}
    deadline.clock = lambda: LEDGER.now
    live._send = lambda *_: None  # nobody has a screen open
    owners.mine = lambda: hands.current().owner  # type: ignore[assignment,return-value]

    def is_gone(owner: str) -> bool:
        known = hands.OWNERS.get(owner)
        return known is None or known.is_gone()

    owners.is_gone = is_gone

    class AtOnce:
        """Saves each answer by the real code, without a thread in between."""

        def write(self, entry: Any) -> Any:
            from django.utils import timezone

            (made,) = scribe.save([entry], now=timezone.now())
            entry.saved.set_result(made)
            return entry.saved

    scribe.mine = AtOnce  # type: ignore[assignment]


class World:
    """Organisation and channels stay; posts begin anew with each example."""

    def __init__(self) -> None:
        from django.utils import timezone
        from django_scopes import scopes_disabled

        from accounts.channels import services as channels
        from accounts.orgs.models import Membership, Organisation
        from accounts.people.models import User
        from networks.contract import Account, Tokens
        from trust.machine.simulated import SHAPES

        with scopes_disabled():
            self.organisation = Organisation.objects.create(slug="sim", name="Sim", posts_need_approval=False)
            self.person = User.objects.create_user("person@example.org", "a-long-password")
            Membership.objects.create(organisation=self.organisation, user=self.person, roles=["planner", "admin"])
            self.channels = {
                slug: channels.add(
                    organisation=self.organisation,
                    network=slug,
                    account=Account(remote_id=f"{slug}-account", name=slug, handle=slug, tokens=Tokens(access="token")),
                    by=None,
                    now=timezone.now(),
                )
                for slug in SHAPES
            }

    def begin_anew(self) -> None:
        """No post is left, no channel waits."""
        from django.db import connection

        from accounts.channels.models import Channel
        from scheduler.hold.models import Publishing
        from trust.machine.hands import OWNERS
        from trust.machine.simulated import LEDGER

        tables = (
            "scheduler_attempt",
            "scheduler_preparation",
            "scheduler_leftover",
            "scheduler_delivery",
            "campaigns_approval",
            "campaigns_placement",
            "campaigns_version",
            "campaigns_post",
            "accounts_notice",
        )
        with connection.cursor() as cursor:
            known = connection.introspection.table_names(cursor)
            for table in tables:
                if table in known:
                    with suppress(Exception):
                        cursor.execute(f"DELETE FROM {table}")
        from django_scopes import scopes_disabled

        with scopes_disabled():
            Channel.objects.update(state="connected", throttled_until=None, problem=None)
        Publishing.objects.all().delete()
        LEDGER.__init__()  # type: ignore[misc]
        LEDGER.now = START
        OWNERS.clear()

    def plan(self, wanted: Sequence[tuple[str, float, int]], *, first: int) -> dict[str, list[str]]:
        """So many posts are approved: network, seconds from now, parts. Return the texts of each by placement."""
        from trust.machine.simulated import LEDGER
        from trust.plan import mark

        made: dict[str, list[str]] = {}
        for number, (slug, in_s, parts) in enumerate(wanted, start=first):
            texts = [f"{slug} {mark(number, part)}" for part in range(1, parts + 1)]
            made[self._approved(slug, texts, at=datetime.fromtimestamp(LEDGER.now + in_s, UTC))] = texts
        return made

    def _approved(self, slug: str, texts: list[str], *, at: datetime) -> str:
        from django.utils import timezone
        from django_scopes import scopes_disabled

        from campaigns.approvals.models import Approval
        from campaigns.posts.fingerprint import content_of, hash_of, times_of
        from campaigns.posts.models import Placement, Post, Version
        from campaigns.posts.selectors import whole

        now = timezone.now()
        with scopes_disabled():
            post = Post.objects.create(organisation=self.organisation, state=Post.State.APPROVED)
            Version.objects.create(post=post, language="fr", segments=texts)
            placement = Placement.objects.create(
                organisation=self.organisation,
                post=post,
                channel=self.channels[slug],
                languages=["fr"],
                spoken="fr",
                planned_at=at,
                zone="UTC",
                local_time=f"{at:%Y-%m-%dT%H:%M}",
            )
            post = whole(post.pk)
            shown = content_of(post)
            Approval.objects.create(
                organisation=self.organisation,
                subject_kind="post",
                subject_id=post.pk,
                fingerprint=hash_of(shown),
                terms={"times": times_of(post)},
                shown={},
                state=Approval.State.APPROVED,
                asked_at=now - timedelta(minutes=5),
                decided_at=now - timedelta(minutes=5),
            )
        return str(placement.pk.hex)

    def begin(self, verb: str, pairs: Sequence[tuple[str, int]]) -> Callable[[], None]:
        """Return the job of a worker that gets this message."""
        from django_scopes import scopes_disabled

        from scheduler.delivery import reconcile, run

        def job() -> None:
            with scopes_disabled():
                if verb == "deliver":
                    run.deliver_now(pairs)
                else:
                    for delivery_id, fence in pairs:
                        reconcile.look(delivery_id=delivery_id, fence=fence)

        return job
