"""The page of a letter's link: looking decides nothing, a person's press decides once, and no rule of the app can be got round."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from accounts.orgs.models import Membership
from campaigns.approvals.models import Decision
from campaigns.budget.invoices import documents
from campaigns.budget.models import Request
from campaigns.by_link import selectors, services
from campaigns.by_link.models import DecisionLink
from campaigns.posts.models import Version
from tests.campaigns.by_link.conftest import Desk


def shown(client: Client, path: str) -> str:
    """Return what the page that is shown sends back with a press, or nothing when there is nothing to press."""
    found = re.search(r'name="shown" value="([^"]+)"', client.get(path).content.decode())
    return found[1] if found else ""


def press(client: Client, path: str, verdict: str = "approve", comment: str = "", nonce: str | None = None) -> Any:
    nonce = shown(client, path) if nonce is None else nonce
    return client.post(path, {"shown": nonce, "verdict": verdict, "comment": comment})


def text(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def test_a_post_is_approved_in_two_taps(desk: Desk):
    approval = desk.post()
    path, client = desk.link(approval), Client()
    page = client.get(path)
    for words in ("Un loyer juste", "Ours on facebook", "Author", "Pour lundi", "Approve"):
        assert words in page.content.decode(), words
    answer = press(client, path)
    assert (answer.status_code, answer["Location"]) == (303, path)
    assert desk.fresh(approval).state == "approved"
    after = text(client, path)
    assert "You approved this on" in after and "goes out by itself" in after and 'name="shown"' not in after


def test_what_the_network_charges_is_said(desk: Desk):
    assert "Cost on X" not in text(Client(), desk.link(desk.post()))
    assert "US$0.20" in text(Client(), desk.link(desk.post("twitter", text="Lisez https://example.org/loyers")))


def test_money_shows_what_it_is_and_is_committed(desk: Desk):
    approval = desk.request()
    with scope(organisation=approval.organisation):
        given: dict[str, Any] = {"request": Request.objects.get(pk=approval.subject_id), "by": None, "now": timezone.now()}
        documents.keep(organisation=approval.organisation, content=b"%PDF-1.7", name="offre.pdf", **given)
    path, client = desk.link(approval), Client()
    page = text(client, path)
    for words in ("€121.00", "€100.00 and €21.00 VAT", "1 000 affiches", "Affiches", "Imprimerie Dupont", "Pour le 1er mai", "offre.pdf"):
        assert words in page, words
    press(client, path)
    assert desk.fresh(approval).state == "approved"


@pytest.mark.parametrize("method", ["get", "head"])
def test_looking_decides_nothing_and_uses_nothing_up(desk: Desk, method: str):
    approval = desk.post()
    path = desk.link(approval)
    for headers in ({}, {"sec-purpose": "prefetch"}, {"accept": "text/html"}, {"user-agent": "SafeLinks"}):
        for _ in range(10):
            answer = getattr(Client(), method)(path, headers=headers)
            assert answer.status_code == 200
    with scopes_disabled():
        assert DecisionLink.objects.get().used_at is None and not Decision.objects.exists()
    assert press(Client(), path).status_code == 303


def test_the_page_sends_nothing_by_itself_and_tells_nobody_its_address(desk: Desk):
    answer = Client().get(desk.link(desk.post()))
    page = answer.content.decode()
    assert "<script" not in page and "refresh" not in page
    assert (answer["Referrer-Policy"], answer["Cache-Control"]) == ("no-referrer", "no-store")
    assert "noindex" in answer["X-Robots-Tag"]


def test_nothing_is_decided_without_the_page_that_was_shown(desk: Desk):
    approval = desk.post()
    path = desk.link(approval)
    other = shown(Client(), desk.link(approval, "second_approver"))
    for nonce in ("", "forged", other):
        answer = press(Client(), path, nonce=nonce)
        assert answer.status_code == 409 and "nothing was decided yet" in answer.content.decode()
    assert desk.fresh(approval).state == "open"


def test_a_link_is_used_up(desk: Desk):
    approval = desk.post()
    path, client = desk.link(approval), Client()
    nonce = shown(client, path)
    press(client, path, nonce=nonce)
    again = press(client, path, verdict="reject", comment="Non", nonce=nonce)
    assert again.status_code == 409
    with scopes_disabled():
        assert Decision.objects.count() == 1


def test_a_link_opens_one_decision_only(desk: Desk):
    first = desk.post()
    second = desk.request()
    nonce = shown(Client(), desk.link(second))
    assert press(Client(), desk.link(first), nonce=nonce).status_code == 409
    assert {desk.fresh(first).state, desk.fresh(second).state} == {"open"}


def test_no_needs_a_comment_and_loses_none(desk: Desk):
    approval = desk.post()
    path, client = desk.link(approval), Client()
    answer = press(client, path, verdict="ask_changes")
    assert answer.status_code == 400 and "Please say in a few words" in answer.content.decode()
    assert press(client, path, verdict="ask_changes", comment="Un autre mot").status_code == 303
    assert desk.fresh(approval).state == "changes_asked"
    with scopes_disabled():
        assert Decision.objects.get().comment == "Un autre mot"


def test_a_comment_survives_a_refusal(desk: Desk):
    path = desk.link(desk.post())
    answer = press(Client(), path, verdict="reject", comment="Ma raison", nonce="old")
    assert "Ma raison" in answer.content.decode()


def test_an_unknown_link_says_so(db: None):
    answer = Client().get("/d/nothing")
    assert answer.status_code == 404 and "leads nowhere" in answer.content.decode()
    assert Client().post("/d/nothing", {"verdict": "approve"}).status_code == 404


def test_a_link_that_is_over_offers_a_new_one(desk: Desk, mailoutbox: list[Any], django_capture_on_commit_callbacks: Any):
    approval = desk.post()
    path = desk.link(approval, ago=timedelta(days=4))
    assert "which are over" in text(Client(), path) and not shown(Client(), path)
    with django_capture_on_commit_callbacks(execute=True):
        answer = Client().post(path, {"act": "anew"})
    assert "A new link is in your mail" in answer.content.decode()
    letter = mailoutbox[-1]
    assert letter.to == [desk.world.approver.email]
    new = re.search(r"/d/[\w-]+", str(letter.body))
    assert new and new[0] not in answer.content.decode()
    assert press(Client(), new[0]).status_code == 303
    assert desk.fresh(approval).state == "approved"


def test_new_links_are_not_sent_one_after_the_other(desk: Desk):
    path = desk.link(desk.post(), ago=timedelta(days=4))
    assert Client().post(path, {"act": "anew"}).status_code == 200
    assert Client().post(path, {"act": "anew"}).status_code == 429


def test_whoever_is_signed_in_has_the_new_link_at_once(desk: Desk):
    approval = desk.post()
    path, client = desk.link(approval, ago=timedelta(days=4)), Client()
    client.force_login(desk.world.approver)
    answer = client.post(path, {"act": "anew"})
    assert answer.status_code == 303 and "/d/" in answer["Location"]


def test_a_changed_post_is_not_decided_by_the_old_link(desk: Desk):
    approval = desk.post()
    path, client = desk.link(approval), Client()
    nonce = shown(client, path)
    author, post = desk.world.client("author"), approval.subject_id
    author.patch(f"/api/posts/{post}/", {"versions": [{"language": "fr", "segments": ["Autre chose."]}]}, format="json")
    author.post(f"/api/posts/{post}/submit/", {}, format="json")
    assert press(client, path, nonce=nonce).status_code == 409
    page = text(client, path)
    assert "changed or taken back" in page and "Send me a new link" in page and "Autre chose" not in page
    client.force_login(desk.world.approver)
    new = client.post(path, {"act": "anew"})["Location"]
    assert "Autre chose" in text(client, new[new.index("/d/") :])


def test_a_post_changed_behind_the_products_back_is_not_decided(desk: Desk):
    approval = desk.post()
    path, client = desk.link(approval), Client()
    nonce = shown(client, path)
    with scopes_disabled():
        Version.objects.update(segments=["Glissé."])
    assert press(client, path, nonce=nonce).status_code == 409
    assert desk.fresh(approval).state == "open" and not shown(client, path)


def test_what_somebody_else_decided_is_said(desk: Desk):
    approval = desk.post()
    path, second = desk.link(approval), desk.link(approval, "second_approver")
    late = shown(Client(), second)
    press(Client(), path)
    assert press(Client(), second, nonce=late).status_code == 409
    assert "Approver approved this on" in text(Client(), second)


def test_somebody_else_who_is_signed_in_does_not_decide(desk: Desk):
    approval = desk.post()
    path, client = desk.link(approval), Client()
    nonce = shown(Client(), path)
    client.force_login(desk.world.second_approver)
    assert client.get(path).status_code == 403 and "somebody else" in text(client, path)
    assert press(client, path, nonce=nonce).status_code == 409
    assert client.post(path, {"act": "anew"}).status_code == 403
    assert desk.fresh(approval).state == "open"


def test_more_money_than_the_limit_needs_a_person_who_is_signed_in(desk: Desk):
    approval = desk.request(net_cents=400_000, vat_cents=84_000)
    path, client = desk.link(approval), Client()
    page = text(client, path)
    assert "Sign in to decide" in page and 'name="shown"' not in page
    own = re.search(r"/sign-in\?next=(/d/of/[\w-]+)", page)
    assert own
    client.force_login(desk.world.approver)
    nonce = shown(client, path)
    assert nonce and shown(client, own[1])
    assert press(Client(), path, nonce=nonce).status_code == 403  # the page of somebody signed in, sent by nobody
    assert press(client, path, nonce=nonce).status_code == 303
    assert desk.fresh(approval).state == "approved"


def test_the_address_after_signing_in_opens_nothing_for_others(desk: Desk):
    approval = desk.request(net_cents=400_000)
    desk.link(approval)
    with scopes_disabled():
        path = f"/d/of/{DecisionLink.objects.get().pk}"
    nobody = Client().get(path)
    assert (nobody.status_code, nobody["Location"].endswith(f"/sign-in?next={path}")) == (302, True)
    assert Client().post(path, {"verdict": "approve"}).status_code == 404
    other = Client()
    other.force_login(desk.world.second_approver)
    assert other.get(path).status_code == 404


def test_the_limit_is_the_organisations(desk: Desk):
    world = desk.world
    with scope(organisation=world.organisation):
        services.set_limit(organisation=world.organisation, limit_cents=0, by=world.admin, now=timezone.now())
        assert selectors.limit_of(world.organisation) == 0
    assert "Sign in to decide" in text(Client(), desk.link(desk.request(net_cents=100, vat_cents=0)))


def test_a_lower_limit_holds_for_links_that_are_out_already(desk: Desk):
    path = desk.link(desk.request(net_cents=10_000, vat_cents=0))
    assert shown(Client(), path)
    with scope(organisation=desk.world.organisation):
        services.set_limit(organisation=desk.world.organisation, limit_cents=5_000, by=desk.world.admin, now=timezone.now())
    assert not shown(Client(), path)


def test_whoever_has_left_decides_nothing(desk: Desk):
    approval = desk.post()
    path = desk.link(approval)
    nonce = shown(Client(), path)
    with scopes_disabled():
        Membership.objects.filter(user=desk.world.approver).delete()
    assert Client().get(path).status_code == 403
    assert press(Client(), path, nonce=nonce).status_code == 409
    assert desk.fresh(approval).state == "open"


def test_a_link_gives_nobody_a_right_they_lack(desk: Desk):
    """An author's own work, and a viewer's: a link to it decides no more than the app lets them."""
    approval = desk.post()
    for who, words in (("author", "yourself"), ("viewer", "role")):
        path = desk.link(approval, who)
        page = text(Client(), path)
        assert words in page and 'name="shown"' not in page, who
    assert desk.fresh(approval).state == "open"


def test_the_page_speaks_the_language_of_its_owner(desk: Desk):
    person = desk.world.approver
    person.language = "fr"
    person.save()
    assert '<html lang="fr"' in text(Client(headers={"accept-language": "de"}), desk.link(desk.post()))


def test_too_many_tries_are_told_to_wait(desk: Desk):
    client = Client()
    codes = [client.get(f"/d/guess-{number}").status_code for number in range(70)]
    assert codes[0] == 404 and codes[-1] == 429


def test_only_the_hash_of_the_secret_is_kept(desk: Desk):
    secret = desk.link(desk.post()).rpartition("/")[2]
    with scopes_disabled():
        row = DecisionLink.objects.values().get()
    assert secret not in str(row) and row["digest"] == selectors.digest(secret)
