"""What lies outside: our own public address, the mail server, the networks."""

import smtplib
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit

import requests
from django.conf import settings
from django.core.mail import get_connection

import networks
from config.doctor.finding import Finding, note, well, wrong
from networks.contract import CanConnect, NetworkError, NotSent, Site, Throttled
from networks.wire import deadline

PATIENCE_S = 5.0
NO_SUCH_CODE = "carillon-doctor"  # no network ever handed this out
WAYS = {
    "name-not-found": "its name is not found: is there a name server, is there a way to the internet?",
    "cannot-connect": "no connection: does a firewall or a proxy stand in the way?",
    "certificate-refused": "its certificate is not trusted: does something on the way open the traffic?",
}


def site_url(*, now: datetime) -> Iterator[Finding]:
    """People, networks and mails come by SITE_URL."""
    parts = urlsplit(settings.SITE_URL)
    if not settings.DEMO and parts.scheme != "https":
        yield wrong(f"SITE_URL is {settings.SITE_URL or 'empty'}: it must begin with https://.", "Set SITE_URL to the public address.")
        return
    if parts.path not in ("", "/") or parts.query:
        yield wrong(f"SITE_URL ({settings.SITE_URL}) has a path.", "Leave only scheme and host: Carillon lives at the root.")
        return
    try:
        answer = requests.get(f"{settings.SITE_URL}/healthz", timeout=PATIENCE_S, allow_redirects=False)
        status = answer.json()["status"]
    except requests.exceptions.SSLError:
        yield wrong(f"{settings.SITE_URL} has a certificate that is not trusted.", "Renew it, or install the whole chain in the proxy.")
    except requests.RequestException as error:
        yield wrong(
            f"{settings.SITE_URL} does not answer ({type(error).__name__}): nobody can look or plan, and Instagram cannot fetch pictures.",
            "Start the web part (`manage.py part web`), and look at the proxy and the name's address.",
        )
    except (ValueError, KeyError):
        yield wrong(f"{settings.SITE_URL} answers, but not as Carillon ({answer.status_code}).", "Look at the proxy: whom does it ask?")
    else:
        yield well(f"{settings.SITE_URL} answers (health: {status})")


def mail(*, now: datetime) -> Iterator[Finding]:
    """The mail server takes us; no mail is sent."""
    where = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    try:
        connection = get_connection(timeout=PATIENCE_S)
        connection.open()
        connection.close()
    except smtplib.SMTPAuthenticationError:
        yield wrong(f"The mail server {where} refuses our name or password.", "Correct EMAIL_HOST_USER and EMAIL_HOST_PASSWORD.")
    except (OSError, smtplib.SMTPException) as error:
        yield wrong(
            f"The mail server {where} cannot be used ({type(error).__name__}): nobody gets a mail when a post goes wrong.",
            "Look at EMAIL_HOST, EMAIL_PORT, EMAIL_USE_TLS, EMAIL_USE_SSL, and whether the server runs.",
        )
    else:
        yield well(f"the mail server {where} takes our mails")


def the_networks(*, now: datetime) -> Iterator[Finding]:
    """Each network that has an application of ours is reached, and knows it: it is asked to redeem a code that does not exist."""
    for slug, site in settings.NETWORK_SITES.items():
        network = networks.all().get(slug)
        if network is None or not isinstance(network, CanConnect):
            continue
        if not site.app_id:
            yield note(
                f"{network.label} is not set up: nobody can connect it.", f"Set NETWORK_{slug.upper()}_ID and _SECRET (docs/operate.md)."
            )
            continue
        yield _asked(network, slug=slug, label=network.label, site=site)


def _asked(network: CanConnect, *, slug: str, label: str, site: Site) -> Finding:
    where = f" ({site.base_url})" if site.base_url else ""
    try:
        with deadline.sending(until=deadline.clock() + PATIENCE_S, total_s=PATIENCE_S):
            back = f"{settings.SITE_URL}/connect/{slug}/callback"
            network.accounts(site=site, redirect_uri=back, code=NO_SUCH_CODE, verifier="0" * 64)
    except NetworkError as error:
        if isinstance(error, NotSent) and not isinstance(error, Throttled) and error.code in WAYS:
            return wrong(f"{label}{where} cannot be reached: {WAYS[error.code]}", "Posts for it wait and go out late, or are missed.")
        if error.code == "app-refused":
            return wrong(
                f"{label} does not know our application.", f"Correct NETWORK_{slug.upper()}_ID and _SECRET from its developer pages."
            )
        if error.code in ("network-failed", "no-answer-in-time", "connection-lost"):
            return note(
                f"{label}{where} is reached, but does not answer well at the moment ({error.code}).", "Wait; look at its status page."
            )
    return well(f"{label}{where} is reached")
