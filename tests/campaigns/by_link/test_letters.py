"""The letter to somebody who decides: what it is about, as it will be, and a link of their own."""

import json
import logging
import re
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.notify import enclosures, outbox
from accounts.notify.models import Notice
from campaigns.approvals.models import Approval
from campaigns.budget.models import Request
from campaigns.by_link.models import DecisionLink
from tests.campaigns.by_link.conftest import Desk
from tests.world import draft, soon


def letter_to(desk: Desk, who: str, about: str = "") -> Any:
    Notice.objects.update(mail_at=timezone.now())
    outbox.send_due(now=timezone.now())
    to = [desk.world.people[who].email]
    return next(message for message in reversed(mail.outbox) if message.to == to and about in message.body)


def html_of(letter: Any) -> str:
    return str(letter.alternatives[0][0])


def test_a_post_is_in_its_letter_with_its_picture(desk: Desk):
    picture = desk.world.picture()
    pictures = [{"asset": str(picture.pk), "alt": "Une affiche"}]
    approval = desk.post(versions=[{"language": "fr", "segments": ["Un loyer juste, c’est 30 %."], "pictures": pictures}])
    letter = letter_to(desk, "approver")
    html = html_of(letter)
    for part in (html, letter.body):
        for words in ("Un loyer juste, c’est 30 %.", "Ours on facebook", "Pour lundi", "/d/", "please do not pass it on"):
            assert words in part, words
    source = letter.message().as_string()
    name = re.search(r'src="cid:([\w-]+)" alt="Une affiche"', html)
    assert name and f"Content-ID: <{name[1]}>" in source and "multipart/related" in source
    path = re.search(r"/d/[\w-]+", letter.body)
    assert path
    client = Client()
    nonce = re.search(r'name="shown" value="([^"]+)"', client.get(path[0]).content.decode())
    assert nonce and client.post(path[0], {"shown": nonce[1], "verdict": "approve"}).status_code == 303
    assert desk.fresh(approval).state == "approved"


def test_a_request_is_in_its_letter_with_all_that_counts(desk: Desk):
    desk.request(net_cents=400_000, vat_cents=84_000)
    letter = letter_to(desk, "approver")
    for part in (html_of(letter), letter.body):
        for words in ("1 000 affiches", "€4,840.00", "€4,000.00 and €840.00 VAT", "Affiches", "Imprimerie Dupont", "Pour le 1er mai"):
            assert words in part, words


def test_a_request_that_is_asked_with_its_offers_names_them_in_its_first_letter(desk: Desk):
    line = desk.request(net_cents=100_00)
    with scopes_disabled():
        draft = {"line": str(Request.objects.get(pk=line.subject_id).line_id), "title": "Two films", "net_cents": 300_00}
    offers = [SimpleUploadedFile(f"offre-{name}.pdf", b"%PDF-1.7\n" + name.encode()) for name in ("Dupont", "Peeters")]
    asked = desk.world.client("author").post("/api/requests/", {"request": json.dumps(draft), "files": offers}, format="multipart")
    assert asked.status_code == 201 and asked.data["is_political"] is True
    letter = letter_to(desk, "approver", "Two films")
    for part in (html_of(letter), letter.body):
        assert "Two films" in part and "offre-Dupont.pdf, offre-Peeters.pdf" in part


def test_everybody_has_a_link_of_their_own(desk: Desk):
    desk.post()
    first, second = letter_to(desk, "approver"), letter_to(desk, "second_approver")
    assert re.findall(r"/d/[\w-]+", first.body) != re.findall(r"/d/[\w-]+", second.body)
    with scopes_disabled():
        assert {link.person for link in DecisionLink.objects.all()} == {desk.world.approver, desk.world.second_approver}


def test_what_is_asked_no_more_leads_into_the_app(desk: Desk):
    approval = desk.post()
    desk.world.client("author").post(f"/api/posts/{approval.subject_id}/withdraw/", {}, format="json")
    letter = letter_to(desk, "approver")
    assert "/d/" not in letter.body and "/ours/decisions" in letter.body


@pytest.mark.parametrize("language", ["fr", "nl", "de"])
def test_it_is_in_the_readers_language(desk: Desk, language: str):
    person = desk.world.approver
    person.language = language
    person.save()
    desk.request()
    html = html_of(letter_to(desk, "approver"))
    assert f'<html lang="{language}"' in html
    assert {"fr": "Fournisseur", "nl": "Leverancier", "de": "Lieferant"}[language] in html


def test_what_cannot_be_enclosed_takes_no_letter_away(desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture):
    def fails(*_: Any) -> None:
        raise RuntimeError("no picture")

    desk.post()
    monkeypatch.setitem(enclosures._makers, "post-waits", fails)
    with caplog.at_level(logging.ERROR):
        assert "/ours/decisions" in letter_to(desk, "approver").body


def test_the_secret_is_in_no_log(desk: Desk, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]):
    desk.post()
    secret = re.search(r"/d/([\w-]+)", letter_to(desk, "approver").body)
    assert secret
    with caplog.at_level(logging.DEBUG):
        Client().get(f"/d/{secret[1]}")
        Client().post(f"/d/{secret[1]}", {"verdict": "approve"})
    out, err = capfd.readouterr()
    assert secret[1] not in caplog.text + out + err


def several(desk: Desk, count: int) -> Any:
    """So many posts are handed in at once. Return the letter to an approver."""
    author, channel = desk.world.client("author"), desk.world.channel()
    bodies = [draft(channel, text=f"Le loyer, partie {n}.", when=soon(60 * 26 * n)) for n in range(1, count + 1)]
    made = [author.post("/api/posts/", body, format="json").data["id"] for body in bodies]
    assert author.post("/api/posts/bulk/", {"action": "submit", "posts": made}, format="json").status_code == 200
    return letter_to(desk, "approver")


def test_a_letter_about_several_posts_leads_to_each_of_them(desk: Desk):
    letter = several(desk, 3)
    html = html_of(letter)
    assert [f"Le loyer, partie {n}." in part for n in (1, 2, 3) for part in (html, letter.body)] == [True] * 6
    paths = re.findall(r"/d/[\w-]+", letter.body)
    assert len(set(paths)) == 3 and set(paths) == set(re.findall(r"/d/[\w-]+", html)) and "/ours/decisions" in letter.body
    nonce = re.search(r'name="shown" value="([^"]+)"', Client().get(paths[1]).content.decode())
    assert nonce and Client().post(paths[1], {"shown": nonce[1], "verdict": "approve"}).status_code == 303
    with scopes_disabled():
        assert sorted(Approval.objects.values_list("state", flat=True)) == ["approved", "open", "open"]


def test_more_than_ten_lead_into_the_inbox(desk: Desk):
    letter = several(desk, 12)
    assert len(set(re.findall(r"/d/[\w-]+", letter.body))) == 10
    assert "and 2 more" in letter.body and "and 2 more" in html_of(letter)


def test_what_was_decided_before_the_letter_left_is_not_in_it(desk: Desk):
    author, channel = desk.world.client("author"), desk.world.channel()
    made = [
        author.post("/api/posts/", draft(channel, text=f"Partie {n}.", when=soon(60 * 26 * n)), format="json").data["id"] for n in (1, 2)
    ]
    author.post("/api/posts/bulk/", {"action": "submit", "posts": made}, format="json")
    author.post(f"/api/posts/{made[0]}/withdraw/", {}, format="json")
    letter = letter_to(desk, "approver")
    assert len(set(re.findall(r"/d/[\w-]+", letter.body))) == 1 and "Partie 2." in letter.body and "Partie 1." not in letter.body


@pytest.mark.parametrize(("text", "buttons"), [("Court.", 1), ("Un loyer juste. " * 60, 2)], ids=["short", "long"])
def test_a_long_letter_has_its_button_above_as_well(desk: Desk, text: str, buttons: int):
    desk.post(text=text)
    assert html_of(letter_to(desk, "approver")).count('class="button"') == buttons
