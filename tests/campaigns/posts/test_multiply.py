"""One message into several: cut where people would cut, on times that can be, as drafts that know where they come from."""

from datetime import timedelta

import pytest
from django.utils import timezone

from campaigns.posts.multiply.pieces import cut, sentences, units_in
from tests.world import World, draft

NB = "\u00a0"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Qui paie{NB}? Les locataires, toujours. Et M. Dupont le sait bien{NB}!", 3),
        (f"«{NB}Nous ne partirons pas.{NB}» C’est dit, et c’est répété partout.", 2),
        ("Dat kost ca. 300 euro per maand, bv. in Brussel. Wie betaalt dat?", 2),
        ("Am 1. Mai sind wir z. B. in Eupen. Kommen Sie auch dorthin!", 2),
        ("Rent is up 5.5 percent, e.g. in Leuven. What do we do about it?", 2),
        ("من يدفع الثمن؟ المستأجرون دائمًا وفي كل مكان. لن نسكت بعد اليوم!", 3),
        ("מי משלם את המחיר? הדיירים תמיד משלמים. לא נשתוק יותר!", 3),
        ("A first thought… and it goes on after that without an end", 1),
        ("Lisez tout sur https://example.org/a.b/c. Puis partagez autour de vous.", 2),
    ],
)
def test_sentences_end_where_people_end_them(text, found):
    assert len(sentences(text)) == found
    assert " ".join(sentences(text)) == text


def test_a_text_is_cut_at_its_coarsest_joints_first():
    assert units_in(["Partie une, assez longue.", "Partie deux, assez longue."])[0] == "part"
    assert units_in(["Un premier paragraphe, long.\n\nUn second paragraphe, long."])[0] == "paragraph"
    assert units_in(["Rien qu’une phrase ici"]) == []


def test_quotations_of_every_kind_are_found():
    text = "Elle dit « nous restons ici » et il répond “wij blijven hier”, puis „wir bleiben hier“."
    assert cut([text], "quote") == ["nous restons ici", "wij blijven hier", "wir bleiben hier"]


def test_tags_go_with_what_came_before_and_a_short_cry_with_what_follows():
    assert cut(["Non. Nous n’accepterons pas cette loi injuste.\n#Logement #Bruxelles"], "sentence") == [
        "Non. Nous n’accepterons pas cette loi injuste.\n#Logement #Bruxelles"
    ]


@pytest.fixture
def world(db, home):
    return World.make()


@pytest.fixture
def author(world):
    return world.client("author", world.organisation)


TEXT = "Les loyers montent partout à Bruxelles. Les salaires ne suivent pas du tout. Nous demandons un plafond."


def made(client, *channels, text=TEXT):
    post = client.post("/api/posts/", draft(*channels, text=text), format="json").data["id"]
    at = f"{timezone.now() + timedelta(days=3):%Y-%m-%dT10:00}"
    client.post(f"/api/posts/{post}/move/", {"local_time": at}, format="json")
    return post, at


def preview(client, post, **asked):
    return client.post(f"/api/posts/{post}/multiply/preview/", asked, format="json")


def test_by_quote_each_sentence_goes_a_day_after_another(world, author):
    post, at = made(author, world.channel())
    shown = preview(author, post, how="quote").data
    assert shown["units"] == ["sentence"]
    texts = [p["versions"][0]["segments"][0] for p in shown["proposals"]]
    assert texts[0] == "Les loyers montent partout à Bruxelles." and len(texts) == 3
    times = [p["placements"][0]["local_time"] for p in shown["proposals"]]
    assert times == sorted(set(times)) and min(times) > at


def test_by_channel_the_same_text_is_moved_off_the_day_of_the_original(world, author):
    page, other = world.channel("facebook"), world.channel("twitter")
    post, at = made(author, page)
    here, there = preview(author, post, how="channel", channels=[str(page.pk), str(other.pk)]).data["proposals"]
    assert here["notes"] == ["moved-on"] and here["placements"][0]["local_time"] > at
    assert there["notes"] == [] and there["placements"][0]["local_time"] == at


def test_reminders_begin_otherwise_and_one_that_has_passed_has_no_time(world, author):
    post, at = made(author, world.channel())
    event = f"{timezone.now() + timedelta(days=5):%Y-%m-%dT19:00}"
    asked = {"how": "reminder", "reminders": ["week-before", "day-before", "days-after"], "event": event}
    week, day, after = preview(author, post, **asked).data["proposals"]
    assert (week["notes"], week["placements"][0]["local_time"]) == (["past"], "")
    assert day["versions"][0]["segments"][0].startswith("C’est demain")
    assert after["placements"][0]["local_time"] > at


def test_drafts_are_made_together_remember_their_source_and_go_together(world, author):
    post, _ = made(author, world.channel())
    drafts = [{"versions": p["versions"], "placements": p["placements"]} for p in preview(author, post, how="quote").data["proposals"]]
    done = author.post(f"/api/posts/{post}/multiply/", {"drafts": drafts}, format="json")
    assert done.status_code == 201 and len(done.data["posts"]) == 3
    first = author.get(f"/api/posts/{done.data['posts'][0]}/").data
    assert (first["state"], str(first["made_from"]["id"])) == ("draft", post)
    assert author.get(f"/api/posts/?made_from={post}").data["count"] == 3
    gone = author.post("/api/posts/bulk/", {"action": "delete", "posts": [str(pk) for pk in done.data["posts"]]}, format="json")
    assert gone.data["done"] == 3 and author.get(f"/api/posts/?made_from={post}").data["count"] == 0


def test_none_is_made_when_one_cannot_be(world, author):
    post, _ = made(author, world.channel())
    [good, *_] = preview(author, post, how="quote").data["proposals"]
    bad = {"versions": good["versions"], "placements": [{"channel": str(world.other.pk), "languages": ["fr"]}]}
    drafts = [{"versions": good["versions"], "placements": good["placements"]}, bad]
    assert author.post(f"/api/posts/{post}/multiply/", {"drafts": drafts}, format="json").data["problem"] == "channel-gone"
    assert author.get(f"/api/posts/?made_from={post}").data["count"] == 0


def test_readers_make_nothing_and_strangers_find_nothing(world, author):
    post, _ = made(author, world.channel())
    assert preview(world.client("viewer", world.organisation), post, how="quote").status_code == 403
    assert preview(world.client("other", world.other), post, how="quote").status_code == 404
    assert preview(author, post, how="sideways").status_code == 400
