"""Put the demo's deliveries where a story begins, which would take hours by waiting: the rows only, in the product's own database."""

import os
import subprocess
import sys

from tests.browser.product import Product
from tests.sandbox_server import ROOT

BEGIN = """
from datetime import timedelta
from django.utils import timezone
from django_scopes import scope
from accounts.orgs.models import Organisation
from campaigns.posts.models import Placement
from scheduler.delivery.models import Attempt, Delivery
now = timezone.now()
organisation = Organisation.objects.get(slug="demain-morgen")
def out(network, many):
    found = Delivery.objects.filter(channel__network=network, state="published", remote_id__isnull=False)
    return list(found.order_by("-planned_at")[:many])
def put(delivery, state, code="", **fields):
    problem = {"code": code, "params": {}} if code else None
    Delivery.objects.filter(pk=delivery.pk).update(state=state, problem=problem, is_booked=True, **{"wake_at": None, **fields})
    Placement.objects.filter(pk=delivery.placement_id).update(outcome=state if state != "due" else "")
with scope(organisation=organisation):
"""
FAILED = """
    for delivery in out("facebook", 3):
        put(delivery, "failed", "spam-suspected")
"""
IN_DOUBT = """
    delivery = out("{network}", 1)[0]
    put(delivery, "needs_look", "no-answer-in-time", remote_id=None, permalink="", published_at=None, step="{step}")
    Placement.objects.filter(pk=delivery.placement_id).update(permalink="")
    Attempt.objects.filter(delivery=delivery).delete()
    said = dict(answered_at=now, outcome="Unknown", code="no-answer-in-time", detail="Read timed out. (read timeout=20)")
    Attempt.objects.create(delivery=delivery, fence=2, step="{step}", intent_at=delivery.planned_at, **said)
    print(delivery.pk)
"""
ON_ITS_WAY = """
    delivery = out("facebook", 1)[0]
    put(delivery, "due", wake_at=now + timedelta(hours=1), not_after=now + timedelta(hours=2))
    print(delivery.placement.post_id)
"""


def put(carillon: Product, what: str) -> str:
    """Return what the script printed last."""
    return run(carillon, BEGIN + what)


def run(carillon: Product, script: str) -> str:
    """Return what the script, which has the product's own modules and database, printed last."""
    environment = {**os.environ, "CARILLON_ENV_FILE": "", "CARILLON_DEMO": "1", "CARILLON_HOME": str(carillon.home)}
    environment |= {"DJANGO_SETTINGS_MODULE": "config.settings", "SANDBOX_PORT": str(carillon.sandbox_port), "PORT": str(carillon.port)}
    command = [sys.executable, "manage.py", "shell", "-v", "0", "-c", script]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip().rsplit("\n", 1)[-1]
