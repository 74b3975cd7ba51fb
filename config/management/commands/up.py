"""`manage.py up`: the whole of Carillon on this machine, in the foreground, until Ctrl-C."""

import os
import subprocess
import sys
import time
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.management import BaseCommand
from django.utils import timezone

from bootstrap import machine, only_one
from bootstrap.say import Trouble, line
from config.supervise import database, parts, programs, welcome
from config.supervise.supervisor import Stop, Supervisor, obey_signals


class Command(BaseCommand):
    help = "Start every part of Carillon on this machine, and end them all with Ctrl-C."
    requires_system_checks = ()  # all of Django's load the whole site for most of a second; ours are run below

    def handle(self, *args: Any, **options: Any) -> None:
        began = float(os.environ.pop("CARILLON_BEGAN", 0)) or time.time()  # `make run` began before us
        os.umask(0o077)  # the database, pictures and logs are for this account alone
        obey_signals()
        try:
            machine.check_writable(settings.HOME)
            with only_one.take(settings.HOME, note=f"process {os.getpid()}, {settings.SITE_URL}") as lock:
                supervisor = Supervisor(logs=settings.HOME / "log", lock=lock, before_fork=database.close)
                try:
                    _start(supervisor)
                    _welcome(time.time() - began)
                    supervisor.watch()
                finally:
                    supervisor.end()
        except Stop:
            line("Carillon has ended.")
        except Trouble as trouble:
            print(f"\n{trouble}", file=sys.stderr)
            sys.exit(1)


def _start(supervisor: Supervisor) -> None:
    """Every part is ready."""
    machine.check_port_free(settings.PORT, knob="PORT", what="the web app")
    if settings.DEMO:
        machine.check_port_free(settings.SANDBOX_PORT, knob="SANDBOX_PORT", what="the sandbox")
        machine.check_port_free(settings.SANDBOX_SMTP_PORT, knob="SANDBOX_SMTP_PORT", what="the sandbox's mail")
    supervisor.start([*parts.broker(), *parts.sandbox()])
    applied = database.migrate()
    _check()
    line(f"  {'database':<11} ready  {applied or 'no'} migration{'s' if applied != 1 else ''} to apply")
    if settings.DEMO and database.is_empty():
        supervisor.wait_until_ready()
        _seed()
    now = timezone.now()
    supervisor.start(parts.web())
    programs.preload()  # while the web loads what only it needs, on another core
    supervisor.start(parts.behind(since=now))
    supervisor.wait_until_ready()
    health = parts.health() or {}
    if health.get("status") != "ok":
        line(f"  /healthz is not green: {health}")


def _seed() -> None:
    """The demo's organisations are there. In a process of its own: what it connects to must not be carried over into the parts."""
    line("  Filling the demo ...")
    if subprocess.run([sys.executable, str(settings.BASE_DIR / "manage.py"), "seed_demo"]).returncode:
        raise Trouble("The demo could not be filled: the lines above say why.")


def _check() -> None:
    """Our own startup checks found nothing that must stop us; what they warn of has been said."""
    found = checks.run_checks(tags=["carillon"], databases=["default"])
    for message in found:
        line(f"  {message.id}: {message.msg} {message.hint or ''}".rstrip())
    if any(message.is_serious() for message in found):
        raise Trouble("Carillon does not start like this; the lines above say what to mend.")


def _welcome(took_s: float) -> None:
    line(f"\nCarillon is ready ({took_s:.1f} s).\n")
    for text in welcome.lines():
        line(text)
    line("\nCtrl-C ends it.")
