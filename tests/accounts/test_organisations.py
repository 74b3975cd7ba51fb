"""Making an organisation, setting it up, and reading who one is."""

import pytest
from django_scopes import scopes_disabled
from rest_framework.test import APIClient

from accounts.audit.models import AuditEntry
from accounts.orgs.models import Membership, Organisation
from accounts.orgs.rights import Verb, verbs_of


def create(world, **body):
    return world.client("stranger").post("/api/organisations/", {"name": "Demain · Morgen", "kind": "party"} | body, format="json")


def test_its_maker_is_administrator_and_planner(world):
    answer = create(world, languages=["fr", "nl"], time_zone="Europe/Brussels")
    assert answer.status_code == 201 and answer.json()["slug"] == "demain-morgen" and answer.json()["languages"] == ["fr", "nl"]
    (mine,) = world.client("stranger").get("/api/me/").json()["organisations"]
    assert mine["roles"] == ["admin", "planner"] and {"manage", "connect", "plan"} <= set(mine["verbs"])
    assert not {"decide_posts", "decide_money"} & set(mine["verbs"])
    assert AuditEntry.objects.get(act="organisation.created").actor_name


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Le Toit Solidaire", "le-toit-solidaire"),
        ("Été à Liège", "ete-a-liege"),
        ("API", "api-2"),
        ("***", "organisation"),
        ("Ours", "ours-2"),
    ],
)
def test_the_slug_comes_from_the_name_and_never_stands_in_the_way(world, name, slug):
    assert create(world, name=name).json()["slug"] == slug


def test_a_closed_installation_makes_no_organisations(world, settings):
    settings.OPEN = False
    assert world.client("stranger").get("/api/me/").json()["may_create_organisation"] is False
    answer = create(world)
    assert answer.status_code == 403 and answer.json()["problem"] == "organisations-closed"


def test_the_first_organisation_may_always_be_made(world, settings):
    settings.OPEN = False
    with scopes_disabled():
        Organisation.objects.all().delete()
    assert create(world).status_code == 201


def test_pressing_twice_makes_one(world):
    client = world.client("stranger")
    answers = [
        client.post("/api/organisations/", {"name": "Twice"}, format="json", HTTP_IDEMPOTENCY_KEY="k1").json()["slug"] for _ in range(2)
    ]
    assert answers == ["twice", "twice"] and Organisation.objects.filter(name="Twice").count() == 1


def test_an_administrator_sets_it_up(world):
    client = world.client("admin", world.organisation)
    changes = {
        "name": "New",
        "languages": ["nl", "fr", "nl"],
        "time_zone": "Europe/Paris",
        "time_tolerance_min": 15,
        "posts_need_approval": False,
    }
    answer = client.patch("/api/organisation/", changes, format="json")
    assert answer.status_code == 200, answer.content
    assert answer.json() | changes | {"languages": ["nl", "fr"]} == answer.json()
    assert client.get("/api/organisation/").json()["slug"] == "ours"  # addresses stay


@pytest.mark.parametrize(
    "wrong",
    [
        {"languages": []},
        {"languages": ["tlh"]},
        {"time_zone": "Europe/Atlantis"},
        {"kind": "army"},
        {"time_tolerance_min": -1},
        {"name": ""},
    ],
)
def test_what_makes_no_sense_is_refused_field_by_field(world, wrong):
    answer = world.client("admin", world.organisation).patch("/api/organisation/", wrong, format="json")
    assert answer.status_code == 400 and set(wrong) & {field.split(".")[0] for field in answer.json()["fields"]}


def test_what_cannot_be_edited_stays(world):
    world.client("admin", world.organisation).patch("/api/organisation/", {"slug": "x", "currency": "USD", "country": "US"}, format="json")
    world.organisation.refresh_from_db()
    assert (world.organisation.slug, world.organisation.currency, world.organisation.country) == ("ours", "EUR", "BE")


# ── Which organisation ───────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("wanted", ["ours", "id"])
def test_the_header_takes_an_id_or_a_slug(world, wanted):
    client = APIClient(HTTP_X_ORGANISATION=str(world.organisation.pk) if wanted == "id" else wanted)
    client.force_authenticate(world.planner)
    assert client.get("/api/organisation/").json()["slug"] == "ours"
    assert client.get("/api/organisation/?organisation=theirs", HTTP_X_ORGANISATION="").status_code == 404


def test_without_a_header_it_is_the_first(world):
    with scopes_disabled():
        Membership.objects.create(organisation=world.organisation, user=world.people["other"], roles=["viewer"])
    assert world.client("other").get("/api/organisation/").json()["slug"] == "theirs"


def test_roles_of_one_organisation_count_for_nothing_in_another(world):
    with scopes_disabled():
        Membership.objects.create(organisation=world.organisation, user=world.people["other"], roles=["viewer"])
    assert world.client("other", world.organisation).patch("/api/organisation/", {"name": "X"}, format="json").status_code == 403


# ── Me ───────────────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_person_changes_their_own_name_language_and_zone(world):
    client = world.client("planner")
    answer = client.patch("/api/me/", {"name": "Ada", "language": "nl", "time_zone": "Europe/Paris"}, format="json").json()
    assert (answer["name"], answer["language"], answer["time_zone"]) == ("Ada", "nl", "Europe/Paris")
    assert client.patch("/api/me/", {"language": "tlh"}, format="json").status_code == 400


def test_a_person_does_not_promote_themselves_through_their_profile(world):
    world.client("planner").patch(
        "/api/me/", {"is_staff": True, "is_superuser": True, "email": "x@example.org", "roles": ["admin"]}, format="json"
    )
    world.planner.refresh_from_db()
    assert not world.planner.is_staff and not world.planner.is_superuser and world.planner.email == "planner@example.org"


def test_signed_out_is_401_with_words(db):
    answer = APIClient().get("/api/me/", HTTP_ACCEPT_LANGUAGE="en")
    assert answer.status_code == 401 and answer.json()["problem"] == "sign-in-needed" and answer.json()["message"]


def test_every_role_has_what_its_table_says(world):
    for role in ("admin", "planner", "author", "approver", "treasurer", "viewer"):
        (mine,) = world.client(role).get("/api/me/").json()["organisations"]
        assert set(mine["verbs"]) == verbs_of([role]) and mine["roles"] == [role]
    assert verbs_of(["king", "viewer"]) == {Verb.SEE, Verb.SEE_MONEY}


# ── A scope never outlives its request ───────────────────────────────────────────────────────────────────────────
def test_a_defect_in_a_view_leaves_no_organisation_behind(world, monkeypatch):
    from django_scopes.state import get_scope

    from accounts.orgs.api import OrganisationView

    def broken(self, request):
        raise ZeroDivisionError

    monkeypatch.setattr(OrganisationView, "get", broken)
    with pytest.raises(ZeroDivisionError):
        world.client("planner", world.organisation).get("/api/organisation/")
    assert "organisation" not in get_scope()
