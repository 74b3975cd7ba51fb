"""The whole of it: everything or nothing, without a mail and without a live event."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.conf import settings
from django.db import connection, transaction
from django_scopes import scope

from accounts.orgs.models import Organisation as OrganisationRow
from bootstrap.say import Trouble, line, step
from demo.content import ORGANISATIONS
from demo.content.model import Organisation
from demo.seed import (
    channels,
    elsewhere,
    guests,
    layers,
    library,
    money,
    notices,
    phrases,
    pictures,
    posts,
    ripostes,
    routes,
    strategy,
    suppliers,
)
from demo.seed.history import History
from demo.seed.sandbox import Sandbox
from demo.seed.stage import Stage, found, hashed_password
from demo.seed.walls import Walls

ENDS_SOON = {"demain-morgen": "instagram"}  # whose sign-in nobody could renew


def fill(*, now: datetime) -> bool:
    """The demo's organisations are there; return False when there is nothing to do. Raises Trouble, then nothing is there."""
    if not settings.DEMO:
        raise Trouble("The demo's organisations are made only where CARILLON_DEMO=1 is set: this Carillon is for real work.")
    if first := OrganisationRow.objects.order_by("created_at").first():
        line(f"  The demo is left as it is: {first.name} lives here already.")
        return False
    sandbox = Sandbox.of_settings()
    if sandbox is None:
        line("  The demo is not filled: some network here is a real one, and the demo's invented pages live on the sandbox alone.")
        return False
    with step("preparing the sandbox's pages and walls"):
        sandbox.forget()
        channels.make_accounts(sandbox, ORGANISATIONS)
    with step("drawing pictures"):
        files = pictures.drawn(key for content in ORGANISATIONS for key in pictures.keys_of(content))
    kept: list[str] = []
    try:
        with Walls(sandbox) as walls, quiet(), transaction.atomic():
            password = hashed_password()
            for content in ORGANISATIONS:
                with step(f"{content.name}: people, channels, money, {len(content.posts)} posts"):
                    live_through(content, sandbox, walls, files=files, kept=kept, password=password, now=now)
            connection.run_on_commit.clear()  # the mails and live events of the past: nobody is told of it now
    except BaseException:
        pictures.remove_files(kept)
        raise
    return True


def live_through(
    content: Organisation, sandbox: Sandbox, walls: Walls, *, files: dict[str, bytes], kept: list[str], password: str, now: datetime
) -> Stage:
    """The organisation has worked with Carillon up to now."""
    stage = found(content, now=now, password=password)
    with scope(organisation=stage.row):
        history = History(until=now)
        channels.connect_all(stage, history, sandbox, ends_soon=ENDS_SOON.get(content.slug, ""))
        channels.start_campaigns(stage)
        layers.put_beside(stage)
        phrases.put_down(stage)
        strategy.set_objectives(stage)
        money.keep_the_books(stage, history)
        suppliers.keep_suppliers(stage, history)
        posts.plan_all(stage, history, walls, files=files, kept=kept)
        ripostes.plan_all(stage, history, walls)
        elsewhere.post_by_hand(stage, sandbox, files=files)
        history.play()
        routes.set_up(stage)
        guests.invite(stage)
        library.let_rights_end(stage)
        phrases.write_with_them(stage)
        notices.read_the_past(stage, now=now)
    return stage


@contextmanager
def quiet() -> Iterator[None]:
    """What happened in the past is not logged as if it happened now."""
    logging.disable(logging.INFO)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)
