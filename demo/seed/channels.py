"""Channels, with tokens as the networks' sign-in hands them out, and campaigns."""

import io
from datetime import datetime, timedelta
from functools import partial

import networks
from accounts.channels import services as channels
from accounts.channels import tokens as sealed_tokens
from accounts.channels.models import Channel as ChannelRow
from campaigns.plan import services as plan
from campaigns.plan.models import Campaign
from demo.content.model import Channel, Organisation, monday
from demo.pictures import avatar
from demo.seed.history import History
from demo.seed.sandbox import Sandbox, encoded
from demo.seed.stage import Stage
from networks.contract import Account, CanConnect, Tokens
from networks.wire import oauth

LASTS = timedelta(days=3, hours=6)  # what is left of the token that nobody could renew
RENEWED = timedelta(days=10)  # how long ago tokens of many days were renewed
WARNED = (timedelta(days=13, hours=20), timedelta(days=6, hours=20))  # before it ends


def make_accounts(sandbox: Sandbox, organisations: tuple[Organisation, ...]) -> None:
    """The sandbox has the organisations' pages and profiles."""
    signs = {channel.avatar: "" for content in organisations for channel in content.channels}
    for key in signs:
        out = io.BytesIO()
        avatar(key).save(out, "PNG")
        signs[key] = encoded(out.getvalue())
    sandbox.make_accounts(
        [
            {
                "network": channel.network,
                "id": channel.remote_id,
                "name": channel.name,
                "handle": channel.handle,
                "avatar_png_base64": signs[channel.avatar],
            }
            for content in organisations
            for channel in content.channels
        ]
    )


def connect_all(stage: Stage, history: History, sandbox: Sandbox, *, ends_soon: str = "") -> None:
    """Every channel is connected from the beginning. `ends_soon` is the key of one whose sign-in ends within a few days."""
    admin = stage.person("admin")
    for channel in stage.content.channels:
        answer = sandbox.grant(channel.network, channel.remote_id)
        adapter = networks.get(channel.network)
        assert isinstance(adapter, CanConnect)
        tokens = partial(oauth.tokens, answer, scopes=adapter.scopes)
        first = tokens(now=stage.founded)
        account = Account(
            remote_id=channel.remote_id,
            name=channel.name,
            handle=channel.handle,
            tokens=first,
            avatar_url=sandbox.avatar(channel.network, channel.remote_id),
        )
        row = channels.add(organisation=stage.row, network=channel.network, account=account, by=admin, now=stage.founded)
        ChannelRow.objects.filter(pk=row.pk).update(connected_at=stage.founded)
        stage.channels[channel.key] = channels.edit(
            channel=row, by=admin, languages=list(channel.languages), weekly_target=channel.weekly_target, now=stage.founded
        )
        if first.expires_at is None:
            continue
        life = first.expires_at - stage.founded
        if channel.key == ends_soon:
            ends = stage.now + LASTS
            history.at(ends - life, partial(renew, stage, channel, tokens(now=ends - life)))
            for before in WARNED:
                history.at(ends - before, _warn)
        else:
            renewed = stage.now - (RENEWED if life > 2 * RENEWED else timedelta(0))
            history.at(renewed, partial(renew, stage, channel, tokens(now=renewed)))


def renew(stage: Stage, channel: Channel, tokens: Tokens, moment: datetime) -> None:
    """The channel holds these tokens since then, as after a renewal."""
    row = stage.channels[channel.key]
    ChannelRow.objects.filter(pk=row.pk).update(**sealed_tokens.sealed(row, tokens, now=moment))


def _warn(moment: datetime) -> None:
    channels.warn_of_expiry(now=moment)


def start_campaigns(stage: Stage) -> None:
    """The year's campaigns are there."""
    first = monday(stage.now.astimezone(stage.zone).date())
    for campaign in stage.content.campaigns:
        row = plan.start(
            organisation=stage.row,
            by=stage.person("planner"),
            name=campaign.name,
            utm=campaign.utm,
            goal=campaign.goal,
            horizon=campaign.horizon,
            colour=campaign.colour,
            weekly_target=campaign.weekly,
            starts_on=first + timedelta(days=campaign.start),
            ends_on=first + timedelta(days=campaign.end),
            now=stage.founded,
        )
        Campaign.objects.filter(pk=row.pk).update(created_at=stage.founded)
        stage.campaigns[campaign.key] = row
