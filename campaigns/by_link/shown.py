"""What a decision is about, as a letter and its page show it: in words and pictures, for people who may have seen nothing else of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import get_language, gettext

import networks
from accounts.saying import money
from accounts.words import LANGUAGE_NAMES, word
from campaigns.approvals.models import Approval
from campaigns.budget.cards import request_card
from campaigns.budget.invoices.selectors import documents
from campaigns.by_link import saying
from campaigns.compliance.selectors import told
from campaigns.decisions.selectors import goals_of
from campaigns.decisions.since import line_name, since
from campaigns.media import fitting
from campaigns.media.models import Asset, Rendition
from campaigns.posts import filling
from campaigns.posts import selectors as posts
from campaigns.posts import services as post_services
from campaigns.posts.content import first_line, message_of, texts_of
from campaigns.posts.hurry import window_of
from campaigns.posts.models import Placement, Post
from campaigns.posts.ready import examine

TITLE_MOST = 80  # the whole text stands below it
PICTURE_PX = 900  # wide enough for a phone's whole screen, light enough for a letter


@dataclass(frozen=True)
class PictureShown:
    rendition: Rendition
    alt: str


@dataclass(frozen=True)
class Outing:
    """One post on one channel, as it will be there."""

    network: str
    colour: str
    channel: str
    when: str
    texts: tuple[str, ...]
    comment: str
    pictures: tuple[PictureShown, ...]


@dataclass(frozen=True)
class Fact:
    name: str
    value: str


@dataclass(frozen=True)
class Change:
    """`runs`: words that stayed, went or came, in order; or what was before and after."""

    name: str
    runs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Shown:
    """`sum` is what would be paid; `cents` the same for the rules. `outcome`: what a yes does. `changed`: since when `changes` are."""

    kind: str
    title: str
    asker: str
    outcome: str
    sum: str = ""
    sum_words: str = ""
    cents: int = 0
    note: str = ""
    facts: tuple[Fact, ...] = ()
    outings: tuple[Outing, ...] = ()
    changed: str = ""
    changes: tuple[Change, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def is_money(self) -> bool:
        return self.kind == "money"


def of(approval: Approval, *, now: datetime) -> Shown | None:
    """Return what this approval is about as it stands now, in the language that is spoken; None when it is gone."""
    return post_shown(approval, now=now) if approval.subject_kind == post_services.KIND else money_shown(approval)


def post_shown(approval: Approval, *, now: datetime) -> Shown | None:
    post = posts.with_content().filter(pk=approval.subject_id, deleted_at=None).first()
    if post is None:
        return None
    filling.name_all([post])
    problems, measures = examine(post, now=now)
    charged = sum(measured.cost_usd_micros for measured in measures)
    different = since([approval], posts={post.pk: post}).get(approval.pk, {})
    outings = tuple(outings_of(post, now=now))
    return Shown(
        kind="post",
        title=Truncator(first_line(post, get_language() or "")).chars(TITLE_MOST),
        asker=str(approval.asked_by or ""),
        outcome=outcome_of(approval, post, outings),
        note=approval.note,
        facts=(*served(post.campaign_id), *([Fact(gettext("Cost on X"), saying.dollars(charged))] if charged else ())),
        outings=outings,
        changed=changed_since(different),
        changes=tuple(changes_of(different.get("changes", []), post)),
        warnings=tuple(dict.fromkeys(each["message"] for each in posts.worded(problems) if each["blocks"])),
    )


def served(campaign: UUID | None) -> Iterator[Fact]:
    """Yield the campaign, what it is for, and the objective it leads to."""
    goal = goals_of([campaign]).get(campaign)
    if goal is None:
        return
    if goal["goal"]:
        yield Fact(gettext("Campaign and goal"), f"{goal['name']} – {goal['goal']}")
    else:
        yield Fact(gettext("Campaign"), goal["name"])
    if objective := goal["objective"]:
        horizons = {"short": gettext("short term"), "medium": gettext("medium term"), "long": gettext("long term")}
        yield Fact(gettext("Objective"), f"{objective['name']} ({horizons[objective['horizon']]})")


def changed_since(since: Mapping[str, Any]) -> str:
    """Return what the changes are compared with, as a heading; nothing where they are compared with nothing."""
    return {
        "approved": gettext("Changed since it was approved"),
        "decided": gettext("Changed since it was last decided on"),
        "asked": gettext("Changed since it was first asked about"),
    }.get(since.get("compared_with", ""), "")


def outcome_of(approval: Approval, post: Post, outings: tuple[Outing, ...]) -> str:
    """Return what a yes does."""
    if window := window_of(approval.terms):
        until = f"{window[1].astimezone(ZoneInfo(post.organisation.time_zone)):%H:%M}"
        return gettext("Goes out at once; after {time} no longer").format(time=until)
    where = ", ".join(dict.fromkeys(outing.network for outing in outings))
    first = min((p.planned_at for p in post.placements.all() if p.planned_at and not p.claimed_at), default=None)
    if first is None:
        return where
    return gettext("Goes out {when}, {where}").format(when=saying.moment(first, post.organisation.time_zone), where=where)


def outings_of(post: Post, *, now: datetime) -> Iterator[Outing]:
    """Yield what has not left yet, channel by channel, with its pictures as that network gets them."""
    _, measures = examine(post, now=now)
    measured = {m.placement: m for m in measures}
    texts = texts_of(post)
    assets = {str(use.asset_id): use.asset for version in post.versions.all() for use in version.version_pictures.all()}
    for placement in post.placements.all():
        if not (found := measured.get(str(placement.pk))):
            continue
        network = networks.get(placement.channel.network)
        uses = message_of(placement, post=post, texts=texts).pictures
        yield Outing(
            network=network.label,
            colour=network.colour,
            channel=placement.channel.name,
            when=saying.moment(placement.planned_at, placement.zone) if placement.planned_at else "",
            texts=tuple(found.texts),
            comment=found.first_comment,
            pictures=tuple(
                PictureShown(rendition=small(assets[use.asset], placement, use.crop), alt=use.alt) for use in uses if use.asset in assets
            ),
        )


def small(asset: Asset, placement: Placement, crop: Mapping[str, Any] | None) -> Rendition:
    """Return the picture as this network will show it, only smaller."""
    wanted = fitting.recipe_of(asset, networks.get(placement.channel.network).spec.pictures, crop)
    scale = min(1.0, PICTURE_PX / wanted.width)
    width, height = max(1, round(wanted.width * scale)), max(1, round(wanted.height * scale))
    return fitting.rendition(asset=asset, kind=replace(wanted, mime="image/jpeg", width=width, height=height, max_bytes=0).kind)


def changes_of(found: list[dict[str, Any]], post: Post) -> Iterator[Change]:
    """Yield what is different from what was approved before."""
    channels = {str(p.channel_id): p.channel.name for p in post.placements.all()}
    for change in found:
        language = gettext(LANGUAGE_NAMES.get(change.get("language", ""), "")) if change.get("language") else ""
        channel = channels.get(change.get("channel", ""), "")
        runs = tuple((run["op"], run["text"]) for run in change.get("words", ()))
        before, after = change.get("before", ""), change.get("after", "")
        match change["what"]:
            case "text":
                yield Change(gettext("Text, {language}").format(language=language), runs)
            case "first_comment":
                yield Change(gettext("First comment, {language}").format(language=language), runs)
            case "alt_text":
                yield Change(gettext("Descriptions of pictures, {language}").format(language=language), runs)
            case "own_text":
                yield Change(gettext("Own text of {channel}").format(channel=channel), runs)
            case "link":
                yield Change(gettext("Link, {language}").format(language=language), (("removed", before), ("added", after)))
            case "time":
                zone = post.organisation.time_zone
                times = [saying.moment(datetime.fromisoformat(at), zone) for at in (before, after)]
                yield Change(gettext("Time on {channel}").format(channel=channel), (("removed", times[0]), ("added", times[1])))
            case "pictures":
                yield Change(gettext("Pictures"), (("added", gettext("Other pictures, or another order")),))
            case "language_added":
                yield Change(gettext("Language"), (("added", language),))
            case "language_removed":
                yield Change(gettext("Language"), (("removed", language),))
            case "channels":
                went = ", ".join(channels.get(each, gettext("a channel that is gone")) for each in change["removed"])
                came = ", ".join(channels.get(each, "") for each in change["added"])
                yield Change(gettext("Channels"), (("removed", went), ("added", came)))
            case "campaign":
                yield Change(gettext("Campaign"), (("removed", before), ("added", after)))
            case _:
                yield Change(gettext("Something else"), ())


def money_changes_of(found: list[dict[str, Any]]) -> Iterator[Change]:
    """Yield what is asked otherwise than before."""
    names = {
        "cost": gettext("Sum"),
        "vat": gettext("VAT"),
        "title": gettext("What for"),
        "reason": gettext("Reason"),
        "line": gettext("From the line"),
        "supplier": gettext("Supplier"),
        "platform": gettext("Bought at"),
        "campaign": gettext("Campaign"),
        "needed_on": gettext("Needed on"),
        "payer": gettext("Who pays"),
        "beneficiary": gettext("For whom"),
        "is_political": gettext("Political advertising"),
    }
    for change in found:
        what = change["what"]
        sides = tuple((op, said(what, change[side])) for op, side in (("removed", "before"), ("added", "after")) if side in change)
        runs = tuple((run["op"], run["text"]) for run in change["words"]) if "words" in change else sides
        yield Change(names.get(what, gettext("Something else")), runs)


def said(what: str, value: Any) -> str:
    """Return one side of such a change as people read it."""
    match what:
        case "cost" | "vat":
            return money(value["cents"], value["currency"])
        case "payer" | "beneficiary":
            kind = gettext("the organisation itself") if value["kind"] == "own" else word(f"{what}-{value['kind']}", {})
            return f"{kind} {value['name']}".strip()
        case "is_political":
            return gettext("yes") if value else gettext("no")
        case "needed_on" if value:
            return saying.day(date.fromisoformat(value))
    return str(value)


def money_shown(approval: Approval) -> Shown | None:
    zone = ZoneInfo(approval.organisation.time_zone)
    card = request_card(approval.subject_id, on=timezone.now().astimezone(zone).date())
    if card is None:
        return None
    currency, line = card["currency"], card["line"]
    name = line_name(line)
    facts = [
        Fact(gettext("From the line"), name),
        Fact(gettext("Left on it after a yes"), money(line["left_after_cents"], currency)),
    ]
    if card["supplier"]:
        facts.append(Fact(gettext("Supplier"), card["supplier"]))
    if card["payer"] != "own":
        facts.append(Fact(gettext("Who pays"), f"{word('payer-' + card['payer'], {})} {card['payer_name']}".strip()))
    if card["beneficiary"] != "own":
        facts.append(Fact(gettext("For whom"), f"{word('beneficiary-' + card['beneficiary'], {})} {card['beneficiary_name']}".strip()))
    if card["platform"]:
        facts.append(Fact(gettext("Bought at"), word(f"platform-{card['platform']}", {})))
    if card["needed_on"]:
        facts.append(Fact(gettext("Needed on"), saying.day(card["needed_on"])))
    facts += served(card["campaign"] and card["campaign"]["id"])
    different = since([approval], posts={}).get(approval.pk, {})
    facts.append(Fact(gettext("Period"), card["period"]["name"]))
    files = [document.name for document in documents().filter(request=approval.subject_id)]
    if files:  # by name: what is in them is for who is signed in
        facts.append(Fact(gettext("Files, in Carillon"), ", ".join(files)))
    gross = money(card["gross_cents"], currency)
    net, vat = money(card["net_cents"], currency), money(card["vat_cents"], currency)
    return Shown(
        kind="money",
        title=card["title"],
        asker=card["asked_by"],
        outcome=gettext("From the line {line}").format(line=name),
        sum=gross,
        sum_words=gettext("{net} and {vat} VAT").format(net=net, vat=vat) if card["vat_cents"] else gettext("no VAT on it"),
        cents=card["gross_cents"],
        note=card["reason"],
        facts=tuple(facts),
        changed=changed_since(different),
        changes=tuple(money_changes_of(different.get("changes", []))),
        warnings=tuple(told(rule, language=get_language() or "en")["summary"] for rule in card["findings"]),
    )
