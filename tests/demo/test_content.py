"""The demo's content holds together: within the networks' limits, no key without its other end, a full week on any weekday."""

import re
from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from demo.content import ORGANISATIONS, toit_solidaire
from demo.content.demain_morgen import ORGANISATION as PARTY
from demo.content.model import BRUSSELS, Channel, DemoPost, Organisation, typeset
from demo.pictures import ALT, AVATARS, PICTURES
from demo.pictures.registry import DRAWINGS
from networks.wire.text import weighted_length

ROLES = {"admin", "planner", "author", "approver", "treasurer", "viewer"}
WEEKDAYS = [datetime(2026, 11, 23, 8, 3, tzinfo=BRUSSELS) + timedelta(days=n) for n in range(7)]
EVENINGS = [day.replace(hour=23, minute=20) for day in WEEKDAYS]

placements = [
    pytest.param(o, post, o.channel(key), id=f"{o.slug}-{post.key}-{key}")
    for o in ORGANISATIONS
    for post in o.posts
    for key in post.channels
]


MARKS = "?utm_source=twitter&utm_medium=social&utm_campaign=nos-quartiers&utm_content=0123456789ab"


def texts_of(post: DemoPost, channel: Channel) -> tuple[str, ...]:
    """The texts as they may go out at the longest: marked links stand after the first."""
    first, *rest = post.segments(channel)
    return ("\n\n".join((first, *(link + MARKS for link in post.links(channel)))), *rest)


@pytest.mark.parametrize(("org", "post", "channel"), placements)
def test_a_placement_is_within_its_networks_limits(org: Organisation, post: DemoPost, channel: Channel) -> None:
    texts = texts_of(post, channel)
    assert post.languages(channel), "no version in a language of this channel"
    assert all(text.strip() for text in texts)
    if channel.network == "twitter":
        assert max(weighted_length(text) for text in texts) <= 280
        assert len(post.pictures) <= 4
    else:
        assert len(texts) == 1, "only X takes a thread here"
    if channel.network == "instagram":
        assert 1 <= len(post.pictures) <= 10
        assert len(texts[0]) <= 2200
        assert len(re.findall(r"#\w+", texts[0])) <= 30
        assert all(0.8 <= w / h <= 1.91 + 0.01 for w, h in (DRAWINGS[p].size for p in post.pictures))
        assert len({DRAWINGS[p].size for p in post.pictures if len(post.pictures) == 1}) <= 1


@pytest.mark.parametrize("org", ORGANISATIONS, ids=lambda o: o.slug)
def test_every_key_has_its_other_end(org: Organisation) -> None:
    campaigns, channels, lines = {c.key for c in org.campaigns}, {c.key for c in org.channels}, {line.code for line in org.budget.lines}
    for post in org.posts:
        assert post.campaign in campaigns
        assert set(post.channels) <= channels
        assert len(set(post.channels)) == len(post.channels) > 0
        assert set(post.pictures) <= set(PICTURES)
        assert set(post.override) <= set(post.channels)
        assert org.person(post.author)
        assert bool(post.comment) == (post.state == "changes")
        assert (post.minutes_from_now is None) == bool(post.time)
        for version in post.versions.values():
            assert len(version.alts) == len(post.pictures)
            assert not version.link or version.link.startswith(f"{org.site}/")
    assert {expense.line for expense in org.budget.expenses} | {request.line for request in org.budget.requests} <= lines
    assert {expense.campaign for expense in org.budget.expenses} | {request.campaign for request in org.budget.requests} <= campaigns
    for request in org.budget.requests:
        assert org.person(request.by)
        assert bool(request.decided_by) == (request.state != "open")
        assert not request.decided_by or org.person(request.decided_by) != org.person(request.by)
    for keyed in (org.posts, org.people, org.channels, org.campaigns):
        assert max(Counter(one.key for one in keyed).values()) == 1
    assert {c.horizon for c in org.campaigns} == {"short", "medium", "long"}
    assert set().union(*(p.roles for p in org.people)) >= ROLES
    assert {p.avatar for p in org.people} | {c.avatar for c in org.channels} <= set(AVATARS)
    assert all(p.email.endswith(".example") for p in org.people)


@pytest.mark.parametrize("org", ORGANISATIONS, ids=lambda o: o.slug)
def test_nothing_is_said_twice_on_one_channel(org: Organisation) -> None:
    said = Counter((key, text) for post in org.posts for key in post.channels for text in post.segments(org.channel(key)))
    assert said.most_common(1)[0][1] == 1


@pytest.mark.parametrize("now", WEEKDAYS + EVENINGS, ids=lambda now: f"{now:%a-%H}")
def test_the_partys_week_is_full_on_whatever_day_it_is_loaded(now: datetime) -> None:
    start = now.date() - timedelta(days=now.weekday())
    days = {start + timedelta(days=n): 0 for n in range(-7, 14)}
    states: Counter[str] = Counter()
    for post in PARTY.posts:
        when = post.when(now=now)
        days[when.date()] += len(post.channels)
        states[post.state_at(now=now)] += 1
        assert (post.state_at(now=now) == "published") == (when <= now)
    counts = list(days.values())
    assert 84 <= sum(counts[7:14]) <= 96
    assert min(counts[7:14]) >= 6
    assert 24 <= sum(counts[:7]) <= 34
    assert sum(counts[14:]) >= 10
    assert states["review"] >= 3
    assert states["draft"] >= 3


def test_five_and_more_go_out_within_the_first_minutes() -> None:
    soon = [post for post in PARTY.posts if post.minutes_from_now is not None]
    kinds = [
        (set(post.versions), len(post.channels), max(len(v.segments) for v in post.versions.values()), bool(post.pictures)) for post in soon
    ]
    assert len(soon) >= 5
    assert all(post.state == "scheduled" for post in soon)
    assert max(post.minutes_from_now or 0 for post in soon) <= 15
    assert any(languages == {"fr"} for languages, *_ in kinds)
    assert any(languages == {"nl"} for languages, *_ in kinds)
    assert any(languages == {"fr", "nl"} and channels == 4 and pictures for languages, channels, _, pictures in kinds)
    assert any(segments > 2 for _, _, segments, _ in kinds)
    assert any(post.minutes_from_now is not None for post in toit_solidaire.ORGANISATION.posts)


def test_the_partys_digital_share_is_short_of_its_target() -> None:
    budget = PARTY.budget
    assert budget.planned_share() == pytest.approx(0.46, abs=0.005)
    assert budget.actual_share() == pytest.approx(0.41, abs=0.005)
    assert budget.target_permille == 500
    assert sum(request.state == "open" for request in budget.requests) == 3


@pytest.mark.parametrize("org", ORGANISATIONS, ids=lambda o: o.slug)
def test_money_is_plausible(org: Organisation) -> None:
    today = datetime(2026, 1, 9, tzinfo=BRUSSELS).date()
    for expense in org.budget.expenses:
        assert expense.vat_cents in {round(expense.net_cents * rate / 100) for rate in (0, 6, 21)}
        assert today.replace(month=1, day=1) <= expense.on(today) <= today
    for one, other in pairwise(org.budget.expenses):
        assert one.part <= other.part
    for line in org.budget.lines:
        assert sum(e.net_cents + e.vat_cents for e in org.budget.expenses if e.line == line.code) <= line.planned_cents
    said = " ".join(f"{line.name}" for line in org.budget.lines).lower()
    assert not any(name in said for name in ("meta", "facebook", "google", "tiktok", "twitter"))


def test_every_picture_is_described_in_three_languages() -> None:
    assert set(ALT) == set(PICTURES)
    for words in ALT.values():
        assert set(words) == {"fr", "nl", "en"}
        assert all(20 < len(text) <= 1000 for text in words.values())


def test_french_gets_its_no_break_spaces() -> None:
    assert typeset("« Quoi ? » : 30 %", "fr") == "«\u00a0Quoi\u00a0?\u00a0»\u00a0: 30\u00a0%"
    assert typeset("Wat ? 30 %", "nl") == "Wat ? 30 %"
