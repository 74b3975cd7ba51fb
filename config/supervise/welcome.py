"""What the person at the keyboard reads when everything is ready."""

from django.conf import settings
from django_scopes import scopes_disabled

from accounts.orgs.models import Membership
from accounts.orgs.rights import Role

DEMO_PASSWORD = "carillon-demo"
DEMO_DOMAIN = ".example"


def lines() -> list[str]:
    """Return where everything is and, in the demo, who may sign in."""
    site, sandbox = settings.SITE_URL, f"http://localhost:{settings.SANDBOX_PORT}"
    places = [("Carillon", site, ""), ("API", f"{site}/api/docs/", "")]
    if settings.DEMO:
        places.append(("Sandbox", sandbox, "the networks' stand-in: what was published, as people would see it"))
        places.append(("Mail", f"{sandbox}/mail", "what was mailed"))
        places.append(("Break it", f"{site}/break-it", "kill, wipe and cut while posts go out, and count what arrives"))
    places.append(("Logs", str(settings.HOME / "log"), ""))
    said = [f"  {what:<10} {where:<34} {note}".rstrip() for what, where, note in places]
    if settings.DEMO and (people := demo_people()):
        said += ["", f"  Sign in as one of these, with the password {DEMO_PASSWORD}:"]
        said += [f"    {email:<36} {roles}" for email, roles in people]
    return said


@scopes_disabled()
def demo_people() -> list[tuple[str, str]]:
    """Return (e-mail, what they are and where): one per role of the first organisation, and the others' administrators."""
    memberships = Membership.objects.filter(user__email__endswith=DEMO_DOMAIN).select_related("user", "organisation")
    named = [one for one in memberships if one.user.email.split("@")[0] in one.roles]
    named.sort(key=lambda one: (one.organisation.created_at, list(Role).index(Role(one.roles[0]))))
    first = named[0].organisation if named else None
    return [(one.user.email, f"{one.roles[0]}, {one.organisation.name}") for one in named if one.organisation == first or one.is_admin]
