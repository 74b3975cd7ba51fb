"""The consent page that a network shows: who asks, for what, with which account; Allow or Cancel."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sandbox import accounts, tokens, views
from sandbox.world import World, world_of

LABEL = {"facebook": "Facebook", "instagram": "Instagram", "twitter": "X"}


@dataclass(frozen=True)
class Ask:
    """What an application asks a person for. `scopes` maps each to words; `many` lets several accounts be chosen."""

    network: str
    redirect_uri: str
    state: str | None
    scopes: dict[str, str]
    denied: dict[str, str]
    many: bool = False
    challenge: str = ""
    ending: str = ""


def broken(network: str, title: str, detail: str) -> Response:
    """Return the page a person sees when the application's address is wrong; nobody is sent back to it."""
    return views.page("consent-broken.html", status=400, network=network, label=LABEL[network], title=title, detail=detail)


async def answer(request: Request, ask: Ask) -> Response:
    """Show the page, or do what its button says."""
    world = world_of(request)
    problem, typed = "", {"name": "", "handle": ""}
    checked: list[str] = []
    if request.method == "POST":
        form = await request.form()
        match form.get("choice"):
            case "cancel":
                return back(ask, ask.denied)
            case "create":
                typed = {"name": str(form.get("new_name", "")), "handle": str(form.get("new_handle", ""))}
                problem, checked = _create(world, ask.network, typed)
            case "allow":
                chosen = _chosen(world, ask, form)
                if chosen:
                    return _allow(world, ask, form, chosen)
                problem = "Choose a Page first." if ask.many else "Choose an account first."
    offered = accounts.offered(world, ask.network)
    return views.page(
        f"consent-{ask.network}.html",
        status=400 if problem else 200,
        ask=ask,
        accounts=offered,
        checked=checked or [offered[0]["id"]],
        problem=problem,
        typed=typed if problem else {"name": "", "handle": ""},
        app=world.environment.app_name,
        host=urlsplit(ask.redirect_uri).netloc,
        network=ask.network,
        label=LABEL[ask.network],
        person=accounts.PERSON_NAME,
    )


def _create(world: World, network: str, typed: dict[str, str]) -> tuple[str, list[str]]:
    """Make the account typed on the spot; return what is wrong with it, or nothing and the new account as chosen."""
    try:
        made = accounts.create(world, network=network, name=typed["name"], handle=typed["handle"].strip())
    except accounts.UnfitAccount as error:
        return f"That account cannot be made: {error}.", []
    return "", [made["id"]]


def _chosen(world: World, ask: Ask, form: FormData) -> list[str]:
    ids = [str(account_id) for account_id in form.getlist("account") if accounts.get(world, ask.network, str(account_id))]
    return ids if ask.many else ids[:1]


def _allow(world: World, ask: Ask, form: FormData, chosen: list[str]) -> Response:
    ticked = form.getlist("scope")
    scopes = [scope for scope in ask.scopes if scope in ticked] if "scoped" in form else list(ask.scopes)
    code = tokens.issue_code(
        world, network=ask.network, accounts=chosen, scopes=scopes, redirect_uri=ask.redirect_uri, challenge=ask.challenge
    )
    return back(ask, {"code": code})


def back(ask: Ask, values: dict[str, str]) -> Response:
    """Send the person back to the application, its state with them as it came."""
    if ask.state is not None:
        values = {**values, "state": ask.state}
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in values.items())
    return RedirectResponse(f"{ask.redirect_uri}{'&' if '?' in ask.redirect_uri else '?'}{query}{ask.ending}", status_code=303)
