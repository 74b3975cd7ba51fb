"""From the news to a yes in a hurry: who is asked, what the yes covers, what happens when nobody answers."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from accounts.audit.models import AuditEntry
from accounts.notify.models import Notice
from accounts.orgs.models import Organisation
from campaigns.approvals.models import Approval
from campaigns.posts import selectors as read
from campaigns.posts import services as posts
from campaigns.posts.models import Placement, Post
from campaigns.posts.templates import services as templates
from campaigns.riposte import asking, room, selectors
from campaigns.riposte.models import Duty, Lane, Riposte
from tests.guards import rewritable_approvals
from tests.world import World, draft, local

NEWS = {"headline": "Loyers : le gel abandonné", "link": "https://news.example/loyers"}


def start(world: World, who: str = "planner", **more: Any) -> dict[str, Any]:
    texts = [{"language": "fr", "segments": ["« {headline} » Nous disons non."]}, {"language": "nl", "segments": ["Wij zeggen nee."]}]
    body = {**NEWS, **({} if "template" in more else {"versions": texts}), **more}
    answer = world.client(who).post("/api/ripostes/", body, format="json")
    assert answer.status_code == 201, answer.data
    return dict(answer.data)


@pytest.fixture
def channels(world: World) -> list[Any]:
    made = [world.channel("facebook"), world.channel("twitter")]
    for channel, languages in zip(made, (["fr"], ["nl"]), strict=True):
        channel.languages = languages
        channel.save()
    return made


def put_on_call(world: World, name: str, *, hours: float = 8) -> None:
    now = timezone.now()
    with scopes_disabled():
        Duty.objects.create(
            organisation=world.organisation,
            person=world.people[name],
            starts_at=now - timedelta(hours=1),
            ends_at=now + timedelta(hours=hours),
        )


def act(world: World, who: str, riposte: dict[str, Any], verb: str, body: Any = None) -> Any:
    return world.client(who).post(f"/api/ripostes/{riposte['id']}/{verb}/", body, format="json")


def told(world: World, code: str) -> set[str]:
    return {n.user.name for n in Notice.objects.select_related("user").filter(code=code)}


def test_a_start_is_a_filled_draft_without_a_time(world: World, channels: list[Any]):
    riposte = start(world)
    assert riposte["stage"] == "draft" and riposte["is_running"] and riposte["may_ask"]
    assert riposte["content"]["versions"][0]["segments"] == ["« Loyers : le gel abandonné » Nous disons non."]
    assert [p["local_time"] for p in riposte["content"]["placements"]] == ["", ""]
    assert [m["mark"] for m in riposte["marks"]] == ["news", "started", "asked", "approved", "live", "live"]
    assert riposte["content"]["problems"] == []


def test_whoever_is_on_call_is_asked_alone_with_the_texts_in_the_letter(
    world: World, channels: list[Any], django_capture_on_commit_callbacks: Any, settings: Any
):
    put_on_call(world, "approver")
    riposte = start(world)
    assert riposte["called"] == ["Approver"]
    with django_capture_on_commit_callbacks(execute=True):
        asked = act(world, "planner", riposte, "ask").data
    assert (asked["stage"], asked["called"]) == ("asked", ["Approver"])
    assert told(world, "riposte-waits") == {"Approver"} and told(world, "post-waits") == set()
    (letter,) = mail.outbox
    assert letter.to == ["approver@example.org"]
    assert "Nous disons non." in letter.body and "Wij zeggen nee." in letter.body
    assert "/d/" in letter.body  # the link that opens this decision
    assert world.client("approver").get("/api/decisions/count/").data["waiting"] == 1
    assert world.client("second_approver").get("/api/decisions/count/").data["waiting"] == 0


def test_the_card_says_riposte_and_stands_on_top(world: World, channels: list[Any]):
    first = world.client("author").post("/api/posts/", draft(channels[0], text="Demain."), format="json").data["id"]
    world.client("author").post(f"/api/posts/{first}/submit/", {}, format="json")
    riposte = start(world)
    act(world, "planner", riposte, "ask")
    cards = world.client("approver").get("/api/decisions/").data
    assert [c["riposte"] and c["riposte"]["headline"] for c in cards] == [NEWS["headline"], None]


def test_approved_it_goes_out_the_same_moment_and_needs_no_second_yes(world: World, channels: list[Any]):
    riposte = start(world)
    act(world, "planner", riposte, "ask")
    card = world.client("approver").get("/api/decisions/").data[0]
    before = timezone.now()
    answer = world.client("approver").post(
        f"/api/decisions/{card['id']}/decide/", {"verdict": "approve", "fingerprint": card["fingerprint"]}, format="json"
    )
    assert answer.status_code == 200, answer.data
    with scopes_disabled():
        post = read.whole(riposte["post"])
        approval = Approval.objects.get(subject_id=post.pk)
        assert all(p.planned_at and before <= p.planned_at <= timezone.now() for p in post.placements.all())
        assert posts.covers(approval, post)
    shown = world.client("planner").get(f"/api/ripostes/{riposte['id']}/").data
    assert shown["stage"] == "going"
    assert next(m for m in shown["marks"] if m["mark"] == "approved")["at"] is not None


def test_in_some_minutes_it_stands_at_its_minute(world: World, channels: list[Any]):
    riposte = start(world, delay_min=20)
    act(world, "planner", riposte, "ask")
    card = world.client("approver").get("/api/decisions/").data[0]
    world.client("approver").post(
        f"/api/decisions/{card['id']}/decide/", {"verdict": "approve", "fingerprint": card["fingerprint"]}, format="json"
    )
    with scopes_disabled():
        planned = Placement.objects.filter(post=riposte["post"]).values_list("planned_at", flat=True)
    assert all(timedelta(minutes=19) < at - timezone.now() <= timedelta(minutes=20) for at in planned)


def test_nobody_approves_their_own_riposte(world: World, channels: list[Any]):
    both = world.join("both", world.organisation, ["planner", "approver"])
    put_on_call(world, "both")
    riposte = start(world, "both")
    asked = act(world, "both", riposte, "ask").data
    assert str(both) not in asked["called"] and sorted(asked["called"]) == ["Approver", "Second_Approver"]
    card = world.client("both").get(f"/api/decisions/{asked['approval']}/").data
    assert not card["may_decide"]


def test_a_change_after_the_yes_voids_it(world: World, channels: list[Any]):
    riposte = start(world)
    act(world, "planner", riposte, "ask")
    card = world.client("approver").get("/api/decisions/").data[0]
    body = {"versions": [{"language": "fr", "segments": ["Autre chose."]}, {"language": "nl", "segments": ["Wij zeggen nee."]}]}
    world.client("planner").patch(f"/api/posts/{riposte['post']}/", body, format="json")
    answer = world.client("approver").post(
        f"/api/decisions/{card['id']}/decide/", {"verdict": "approve", "fingerprint": card["fingerprint"]}, format="json"
    )
    assert answer.status_code == 409
    shown = world.client("planner").get(f"/api/ripostes/{riposte['id']}/").data
    assert (shown["stage"], shown["may_ask"]) == ("draft", True)
    assert act(world, "planner", riposte, "ask").data["stage"] == "asked"


def test_without_an_answer_the_next_is_asked_too_and_at_the_end_nobody_is_sent_for(world: World, channels: list[Any]):
    put_on_call(world, "approver")
    riposte = start(world)
    now = timezone.now()
    act(world, "planner", riposte, "ask")
    asking.ask_next_all(now=now + timedelta(minutes=4))
    assert told(world, "riposte-waits") == {"Approver"}
    asking.ask_next_all(now=now + timedelta(minutes=5, seconds=30))
    assert told(world, "riposte-waits") == {"Approver", "Second_Approver"}
    assert world.client("second_approver").get("/api/decisions/count/").data["waiting"] == 1
    asking.ask_next_all(now=now + timedelta(minutes=12))
    assert Notice.objects.filter(code="riposte-waits").count() == 2
    asking.ask_next_all(now=now + timedelta(minutes=31))
    assert told(world, "riposte-unanswered") == {"Planner"}
    asking.ask_next_all(now=now + timedelta(minutes=40))
    assert Notice.objects.filter(code="riposte-unanswered").count() == 1
    acts = AuditEntry.objects.filter(organisation_id=world.organisation.pk, subject_kind="riposte").order_by("number")
    assert list(acts.values_list("act", flat=True)) == ["riposte.started", "riposte.asked", "riposte.next_asked", "riposte.unanswered"]


def test_a_yes_after_the_window_sends_nothing_and_says_so(world: World, channels: list[Any]):
    riposte = start(world)
    act(world, "planner", riposte, "ask")
    card = world.client("approver").get("/api/decisions/").data[0]
    with scopes_disabled():
        past = (timezone.now() - timedelta(seconds=1)).isoformat()
        approval = Approval.objects.get(pk=card["id"])
        approval.terms["asap"]["until"] = past
        with rewritable_approvals():
            approval.save()
    answer = world.client("approver").post(
        f"/api/decisions/{card['id']}/decide/", {"verdict": "approve", "fingerprint": card["fingerprint"]}, format="json"
    )
    assert (answer.status_code, answer.data["problem"]) == (409, "riposte-window-over")
    shown = world.client("planner").get(f"/api/ripostes/{riposte['id']}/").data
    assert (shown["stage"], shown["may_ask"]) == ("unanswered", True)
    again = act(world, "planner", riposte, "ask").data
    assert again["stage"] == "asked" and again["approval"] != card["id"]


def test_where_no_approval_is_needed_asking_sends(world: World, channels: list[Any]):
    Organisation.objects.filter(pk=world.organisation.pk).update(posts_need_approval=False)
    shown = act(world, "planner", start(world), "ask").data
    assert shown["stage"] == "going"
    with scopes_disabled():
        assert all(p.planned_at <= timezone.now() for p in Placement.objects.filter(post=shown["post"]))


def test_called_off_it_waits_for_nobody_and_can_be_taken_up(world: World, channels: list[Any]):
    riposte = start(world)
    act(world, "planner", riposte, "ask")
    assert act(world, "planner", riposte, "call-off").data["stage"] == "called_off"
    assert world.client("approver").get("/api/decisions/count/").data["waiting"] == 0
    assert act(world, "planner", riposte, "ask").data["problem"] == "riposte-closed"
    assert act(world, "planner", riposte, "take-up").data["stage"] == "draft"


def test_what_is_in_the_way_makes_room_and_goes_back(world: World, channels: list[Any]):
    at = timezone.now() + timedelta(minutes=30)
    near = world.client("author").post("/api/posts/", draft(channels[0], text="Fête de quartier 🎉", when=local(at)), format="json").data
    world.client("author").post(
        "/api/posts/", draft(channels[0], text="Bien plus tard.", when=local(at + timedelta(hours=3))), format="json"
    )
    riposte = start(world)
    (row,) = riposte["in_the_way"]
    assert (str(row["post"]), row["may_move"]) == (near["id"], True) and 25 <= row["minutes_apart"] <= 30
    to = local(at + timedelta(hours=1))
    moves = {"moves": [{"placement": row["placement"], "local_time": to}]}
    assert act(world, "viewer", riposte, "make-room", moves).status_code == 403
    moved = act(world, "planner", riposte, "make-room", moves).data
    assert moved["in_the_way"] == []
    assert [(m["from_local"], m["local_time"]) for m in moved["moved"]] == [(row["local_time"], to)]
    back = act(world, "planner", riposte, "put-back", {"moved": [moved["moved"][0]["id"]]}).data
    assert back["moved"] == [] and back["in_the_way"][0]["local_time"] == row["local_time"]


def test_an_approved_post_put_back_is_approved_again(world: World, channels: list[Any]):
    at = timezone.now() + timedelta(minutes=30)
    near = world.client("author").post("/api/posts/", draft(channels[0], when=local(at)), format="json").data["id"]
    world.client("author").post(f"/api/posts/{near}/submit/", {}, format="json")
    card = world.client("approver").get("/api/decisions/").data[0]
    said = {"verdict": "approve", "fingerprint": card["fingerprint"]}
    world.client("approver").post(f"/api/decisions/{card['id']}/decide/", said, format="json")
    riposte = start(world)
    moves = {"moves": [{"placement": riposte["in_the_way"][0]["placement"], "local_time": local(at + timedelta(hours=1))}]}
    moved = act(world, "planner", riposte, "make-room", moves).data["moved"]
    assert world.client("viewer").get(f"/api/posts/{near}/").data["state"] == "in_review"
    act(world, "planner", riposte, "put-back", {"moved": [moved[0]["id"]]})
    assert world.client("viewer").get(f"/api/posts/{near}/").data["state"] == "approved"


def test_light_posts_of_the_day_are_listed_whatever_their_channel(world: World, channels: list[Any]):
    other = world.channel("facebook", remote_id="fb-2")
    at = timezone.now() + timedelta(hours=2)
    for text in ("Fête de quartier 🎉", "Un loyer juste."):
        world.client("author").post("/api/posts/", draft(other, text=text, when=local(at)), format="json")
    riposte = start(world)
    with scope(organisation=world.organisation):
        row = selectors.with_posts().get(pk=riposte["id"])
        found = room.light_today(row, day=(at - timedelta(hours=5), at + timedelta(hours=5)), now=timezone.now())
        assert [why for _, why in found] == [["🎉", "fête"]]
        assert room.light_today(row, day=(at + timedelta(hours=5), at + timedelta(hours=9)), now=timezone.now()) == []


def test_an_author_moves_only_their_own(world: World, channels: list[Any]):
    at = timezone.now() + timedelta(minutes=20)
    world.client("planner").post("/api/posts/", draft(channels[0], when=local(at)), format="json")
    riposte = start(world, "author")
    (row,) = riposte["in_the_way"]
    assert not row["may_move"]
    moves = {"moves": [{"placement": row["placement"], "local_time": local(at + timedelta(hours=1))}]}
    assert act(world, "author", riposte, "make-room", moves).data["problem"] == "not-your-post"


def test_a_planner_may_ask_about_an_authors_riposte_but_an_author_not_about_anothers(world: World, channels: list[Any]):
    riposte = start(world)
    assert act(world, "author", riposte, "ask").data["problem"] == "not-your-post"
    assert act(world, "viewer", riposte, "ask").status_code == 403
    assert act(world, "planner", start(world, "author"), "ask").data["stage"] == "asked"


def test_the_news_is_neither_old_nor_still_to_come(world: World, channels: list[Any]):
    for at in (timezone.now() - timedelta(days=3), timezone.now() + timedelta(hours=1)):
        answer = world.client("planner").post("/api/ripostes/", {**NEWS, "news_at": at.isoformat()}, format="json")
        assert answer.data["problem"] == "news-time-odd"


def test_without_a_text_or_template_it_begins_with_the_headline_everywhere_that_takes_it(world: World, channels: list[Any]):
    world.channel("instagram")
    riposte = dict(world.client("planner").post("/api/ripostes/", NEWS, format="json").data)
    assert {v["language"]: v["segments"] for v in riposte["content"]["versions"]} == {lang: [NEWS["headline"]] for lang in ("fr", "nl")}
    assert sorted(p["network"] for p in riposte["content"]["placements"]) == ["facebook", "twitter"]


def test_a_template_gives_its_texts_and_channels_filled(world: World, channels: list[Any]):
    with scope(organisation=world.organisation):
        row = templates.keep(
            organisation=world.organisation,
            by=world.planner,
            now=timezone.now(),
            name="Logement",
            is_riposte=True,
            versions=[{"language": "fr", "segments": ["« {headline} » Non. {link}"], "link": "", "with_utm": True, "pictures": []}],
            placements=[{"channel": str(channels[0].pk), "languages": ["fr"]}],
        )
    body = {**NEWS, "template": str(row.pk)}
    riposte = world.client("planner").post("/api/ripostes/", body, format="json").data
    assert riposte["template_name"] == "Logement"
    assert riposte["content"]["versions"][0]["segments"] == [f"« {NEWS['headline']} » Non. {NEWS['link']}"]
    assert [p["network"] for p in riposte["content"]["placements"]] == ["facebook"]
    with scope(organisation=world.organisation):
        templates.change(template=row, by=world.planner, now=timezone.now(), is_riposte=False)
    assert world.client("planner").post("/api/ripostes/", body, format="json").data["problem"] == "template-gone"


def test_a_stop_is_said_and_still_holds(world: World, channels: list[Any]):
    riposte = start(world)
    Organisation.objects.filter(pk=world.organisation.pk).update(stopped_at=timezone.now(), stop_reason="Deuil")
    shown = world.client("planner").get(f"/api/ripostes/{riposte['id']}/").data
    assert (shown["is_stopped"], shown["stop_reason"]) == (True, "Deuil")


def test_the_list_has_what_runs_what_is_past_and_figures(world: World, channels: list[Any]):
    running, done = start(world), start(world)
    news = timezone.now() - timedelta(minutes=20)
    with scope(organisation=world.organisation):
        Riposte.objects.filter(pk=done["id"]).update(news_at=news)
        Post.objects.filter(pk=done["post"]).update(state=Post.State.APPROVED)
        for placement, minutes in zip(Placement.objects.filter(post=done["post"]).order_by("spoken"), (10, 12), strict=True):
            Placement.objects.filter(pk=placement.pk).update(
                outcome="published", outcome_at=news + timedelta(minutes=minutes), claimed_at=news
            )
    found = world.client("viewer").get("/api/ripostes/").data
    assert [r["id"] for r in found["running"]] == [running["id"]]
    assert [(r["id"], r["stage"], r["live_after_s"]) for r in found["past"]] == [(done["id"], "live", 720)]
    assert found["figures"] == {"count": 1, "median_s": 720, "best_s": 720, "in_time": 1}


class TestRota:
    def test_planners_set_it_and_people_see_until_when(self, world: World):
        now = timezone.now()
        body = {"person": str(world.approver.pk), "starts": local(now - timedelta(hours=1)), "ends": local(now + timedelta(hours=5))}
        assert world.client("author").post("/api/duties/", body, format="json").status_code == 403
        assert world.client("planner").post("/api/duties/", body, format="json").status_code == 201
        mine = world.client("approver").get("/api/on-call/").data
        assert mine["is_mine"] and mine["mine_until"] is not None and [p["name"] for p in mine["now"]] == ["Approver"]
        (duty,) = mine["duties"]
        assert (duty["starts"], duty["ends"]) == (body["starts"], body["ends"])
        assert world.client("approver").delete(f"/api/duties/{duty['id']}/").status_code == 403
        assert world.client("admin").delete(f"/api/duties/{duty['id']}/").status_code == 204
        acts = AuditEntry.objects.filter(organisation_id=world.organisation.pk).values_list("act", flat=True)
        assert list(acts.order_by("number")) == ["rota.on_call", "rota.off_call"]

    def test_only_who_may_decide_can_be_on_call(self, world: World):
        body = {"person": str(world.author.pk), "starts": "2030-01-07T00:00", "ends": "2030-01-14T00:00"}
        assert world.client("planner").post("/api/duties/", body, format="json").data["problem"] == "person-cannot-decide"
        body = {"person": str(world.other.pk), "starts": "2030-01-07T00:00", "ends": "2030-01-14T00:00"}
        assert world.client("planner").post("/api/duties/", body, format="json").data["problem"] == "person-cannot-decide"

    @pytest.mark.parametrize(
        ("starts", "ends", "problem"),
        [
            ("2030-01-07T10:00", "2030-01-07T09:00", "duty-ends-before-start"),
            ("2020-01-07T10:00", "2020-01-08T09:00", "duty-is-over"),
            ("2030-03-31T02:30", "2030-04-02T09:00", "time-skipped"),
            ("tomorrow", "2030-04-02T09:00", "time-not-understood"),
        ],
    )
    def test_odd_spans_are_refused_with_the_reason(self, world: World, starts: str, ends: str, problem: str):
        body = {"person": str(world.approver.pk), "starts": starts, "ends": ends}
        assert world.client("planner").post("/api/duties/", body, format="json").data["problem"] == problem

    def test_everybody_says_of_themselves_that_they_are_away(self, world: World):
        put_on_call(world, "approver")
        today = timezone.localdate()
        body = {"person": str(world.approver.pk), "starts_on": str(today), "ends_on": str(today + timedelta(days=3))}
        assert world.client("second_approver").post("/api/absences/", body, format="json").status_code == 403
        assert world.client("approver").post("/api/absences/", body, format="json").status_code == 201
        found = world.client("approver").get("/api/on-call/").data
        assert found["now"] == [] and not found["is_mine"]
        assert world.client("approver").delete(f"/api/absences/{found['absences'][0]['id']}/").status_code == 204

    def test_the_default_person_and_the_minutes(self, world: World):
        body = {"default_person": str(world.second_approver.pk), "patience_min": 3}
        assert world.client("approver").patch("/api/on-call/", body, format="json").status_code == 403
        found = world.client("admin").patch("/api/on-call/", body, format="json").data
        assert (found["default_person"]["name"], found["patience_min"], found["target_min"]) == ("Second_Approver", 3, 15)
        assert world.client("admin").patch("/api/on-call/", {"default_person": None}, format="json").data["default_person"] is None
        with scopes_disabled():
            assert Lane.objects.count() == 1


def channels_of(riposte: dict[str, Any]) -> set[str]:
    return {str(p["channel"]) for p in riposte["content"]["placements"]}


def test_the_lane_says_where_a_riposte_goes_and_one_press_says_otherwise(world: World, channels: list[Any]):
    facebook, x = (str(channel.pk) for channel in channels)
    world.channel("instagram")
    client = world.client("planner")
    lane = client.patch("/api/on-call/", {"left_out": [x]}, format="json").data
    assert [(c["network"], c["is_on"], c["needs_picture"]) for c in lane["channels"]] == [
        ("facebook", True, False),
        ("instagram", False, True),
        ("twitter", False, False),
    ]
    assert channels_of(start(world)) == {facebook}
    switched = start(world, channels=[x])
    assert channels_of(switched) == {x}
    assert switched["content"]["placements"][0]["languages"] == ["nl"]


def test_chosen_channels_outweigh_the_template_and_keep_what_it_says_of_them(world: World, channels: list[Any]):
    facebook, x = (str(channel.pk) for channel in channels)
    with scope(organisation=world.organisation):
        agreed = templates.keep(
            organisation=world.organisation,
            by=world.planner,
            name="Loyers",
            is_riposte=True,
            versions=[{"language": "fr", "segments": ["« {headline} »"], "pictures": []}],
            placements=[{"channel": facebook, "languages": ["fr"], "own_segments": ["Sur la page."]}],
            now=timezone.now(),
        )
    assert channels_of(start(world, template=str(agreed.pk))) == {facebook}
    both = start(world, template=str(agreed.pk), channels=[facebook, x])
    assert {str(p["channel"]): p["own_segments"] for p in both["content"]["placements"]} == {facebook: ["Sur la page."], x: None}
    assert channels_of(start(world, template=str(agreed.pk), channels=[x])) == {x}


def test_a_channel_of_strangers_cannot_be_chosen(world: World, channels: list[Any]):
    assert channels_of(start(world, channels=["00000000-0000-0000-0000-000000000001"])) == set()
