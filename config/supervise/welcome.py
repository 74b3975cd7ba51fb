"""What the person at the keyboard reads when everything is ready."""

from django.conf import settings
from django_scopes import scopes_disabled

from accounts.orgs.models import Membership

DEMO_PASSWORD = "carillon-demo"
DEMO_DOMAIN = ".example"


def lines() -> list[str]:
    """Return where everything is and, in the demo, who may sign in."""
    site, sandbox = settings.SITE_URL, f"http://localhost:{settings.SANDBOX_PORT}"
    places = [("Carillon", site, ""), ("API", f"{site}/api/docs/", "")]
    if settings.DEMO:
        places.append(("Sandbox", sandbox, "the networks' stand-in: what was published, as people would see it"))
        places.append(("Mail", f"{sandbox}/mail", "what was mailed"))
    places.append(("Logs", str(settings.HOME / "log"), ""))
    said = [f"  {what:<10} {where:<34} {note}".rstrip() for what, where, note in places]
    if settings.DEMO and (people := demo_people()):
        said += ["", f"  Sign in as one of these, with the password {DEMO_PASSWORD}:"]
        said += [f"    {email:<36} {roles}" for email, roles in people]
    return said


@scopes_disabled()
def demo_people() -> list[tuple[str, str]]:
    """Return the demo's people as (e-mail, what they may do and where), one per role."""
    memberships = Membership.objects.filter(user__email__endswith=DEMO_DOMAIN).select_related("user", "organisation")
    ordered = sorted(memberships, key=lambda one: (one.organisation.slug, -len(one.verbs()), one.user.email))
    return [(one.user.email, f"{', '.join(one.roles)} at {one.organisation.name}") for one in ordered]
