"""Signing in through the consent page, and keeping the sign-in alive."""

import dataclasses
from datetime import UTC, datetime, timedelta

import pytest

from networks.contract import NotSent, Refused, SignInLost, Throttled, Tokens, Unknown
from tests.networks.playground import VERIFIER, Playground, adapter

SLUGS = ("facebook", "instagram", "twitter")


def connect(play, slug, code, **changes):
    verifier = changes.pop("verifier", VERIFIER)
    site = dataclasses.replace(play.site(slug), **changes)
    return adapter(slug).accounts(site=site, redirect_uri=play.redirect_uri(slug), code=code, verifier=verifier)


def test_facebook_opens_every_page_that_was_chosen_each_with_its_own_lasting_token(play: Playground):
    pages = [play.new_account("facebook", f"Section {n}") for n in range(3)]
    found = play.sign_in("facebook", *pages[:2])
    assert [account.remote_id for account in found] == pages[:2]
    assert {account.tokens.expires_at for account in found} == {None} and len({account.tokens.access for account in found}) == 2
    assert [account.name for account in found] == ["Section 0", "Section 1"]
    assert all(account.handle and account.avatar_url for account in found)


def test_instagram_gives_a_token_of_sixty_days(play: Playground):
    (account,) = play.sign_in("instagram", play.new_account("instagram"))
    assert account.tokens.expires_at and timedelta(days=59) < account.tokens.expires_at - datetime.now(UTC) < timedelta(days=61)
    assert set(account.tokens.scopes) == set(adapter("instagram").scopes) and account.handle


def test_instagram_answers_in_either_shape(play: Playground):
    play.sandbox.settings(instagram_data_wrapped=True)
    try:
        (account,) = play.sign_in("instagram", play.new_account("instagram"))
    finally:
        play.sandbox.settings(instagram_data_wrapped=False)
    assert account.remote_id and set(account.tokens.scopes) == set(adapter("instagram").scopes)


def test_x_gives_two_hours_and_a_refresh_token(play: Playground):
    (account,) = play.sign_in("twitter", play.new_account("twitter"))
    assert account.tokens.expires_at and timedelta(hours=1) < account.tokens.expires_at - datetime.now(UTC) <= timedelta(hours=2)
    assert account.tokens.refresh and set(account.tokens.scopes) == set(adapter("twitter").scopes)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_code_serves_once(play: Playground, slug):
    code = play.code(slug, play.new_account(slug))
    connect(play, slug, code)
    with pytest.raises(Refused, match="code-refused"):
        connect(play, slug, code)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_code_nobody_gave_out_is_refused(play: Playground, slug):
    with pytest.raises(Refused, match="code-refused"):
        connect(play, slug, "made-up")


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("wrong", [{"app_secret": "wrong"}, {"app_id": "wrong"}])
def test_an_application_that_is_not_known_is_named_as_the_reason(play: Playground, slug, wrong):
    with pytest.raises(Refused, match="app-refused"):
        connect(play, slug, play.code(slug, play.new_account(slug)), **wrong)


def test_x_wants_the_verifier_that_was_begun_with(play: Playground):
    with pytest.raises(Refused):
        connect(play, "twitter", play.code("twitter", play.new_account("twitter")), verifier="w" * 64)


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize(
    ("kind", "expected"),
    [("5xx_before", Unknown), ("html_body", Unknown), ("reset_before", Unknown), ("429", Throttled), ("cut_body", Unknown)],
)
def test_trouble_while_connecting_is_said_as_it_is(play: Playground, slug, kind, expected):
    code = play.code(slug, play.new_account(slug))
    play.fault(slug, "token", kind)
    with pytest.raises(expected):
        connect(play, slug, code)


# ── Refreshing ───────────────────────────────────────────────────────────────────────────────────────────────────
def refresh(play, slug, tokens):
    return adapter(slug).refresh(site=play.site(slug), tokens=tokens)


def test_x_gives_a_new_pair_and_the_old_one_is_spent(play: Playground):
    (account,) = play.sign_in("twitter", play.new_account("twitter"))
    new = refresh(play, "twitter", account.tokens)
    assert new.access != account.tokens.access and new.refresh != account.tokens.refresh
    assert refresh(play, "twitter", new).access
    with pytest.raises(SignInLost, match="sign-in-ended"):
        refresh(play, "twitter", account.tokens)


def test_instagram_refreshes_a_token_that_is_a_day_old(play: Playground):
    (account,) = play.sign_in("instagram", play.new_account("instagram"))
    with pytest.raises(NotSent, match="too-early"):
        refresh(play, "instagram", account.tokens)
    play.sandbox.settings(clock_offset_seconds=25 * 3_600)
    try:
        assert refresh(play, "instagram", account.tokens).access
    finally:
        play.sandbox.settings(clock_offset_seconds=0)


@pytest.mark.parametrize("slug", ["instagram", "twitter"])
def test_a_token_the_network_does_not_know_ends_the_sign_in(play: Playground, slug):
    with pytest.raises(SignInLost):
        refresh(play, slug, Tokens(access="IGAAunknown", refresh="unknown"))


@pytest.mark.parametrize("slug", ["instagram", "twitter"])
@pytest.mark.parametrize("kind", ["5xx_before", "html_body", "reset_before", "429", "odd_json", "unknown_4xx"])
def test_trouble_while_refreshing_never_ends_a_sign_in(play: Playground, slug, kind):
    (account,) = play.sign_in(slug, play.new_account(slug))
    play.fault(slug, "token", kind)
    with pytest.raises((NotSent, Unknown, Throttled)):
        refresh(play, slug, account.tokens)


def test_x_refreshing_without_an_answer_is_unknown_since_the_token_may_be_spent(play: Playground):
    (account,) = play.sign_in("twitter", play.new_account("twitter"))
    play.fault("twitter", "token", "5xx_after")
    with pytest.raises(Unknown):
        refresh(play, "twitter", account.tokens)
