"""The draft a riposte begins with: what was sent, else a template's texts and channels, else the bare headline on the lane's channels."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from accounts.channels.models import Channel
from accounts.orgs.models import Organisation
from accounts.problems import Refusal
from campaigns.posts.draft import Draft
from campaigns.posts.templates import selectors as templates
from campaigns.riposte import calling
from campaigns.riposte.filling import bare_placements, bare_versions, chosen_placements, filled, takes_part, untimed


def draft_for(
    organisation: Organisation, given: Draft, *, template: UUID | None, channels: Collection[UUID] | None = None, headline: str, link: str
) -> tuple[Draft, str]:
    """Return the draft, and the name of the template it is made of; `channels` says which ones it goes to, None: as agreed.

    Raises Refusal when there is no such template for ripostes.
    """
    draft, name = given, ""
    if template:
        row = templates.template(template)
        if row is None or not row.is_riposte:
            raise Refusal("template-gone", fields={"template": "template-gone"})
        agreed, name = templates.draft_of(row), row.name
        draft = replace(
            given,
            title=given.title if given.title is not None else agreed.title,
            campaign=given.campaign if given.has_campaign else agreed.campaign,
            has_campaign=True,
            versions=agreed.versions if given.versions is None else given.versions,
            placements=agreed.placements if given.placements is None else given.placements,
        )
    if draft.versions is None:
        draft = replace(draft, versions=bare_versions(organisation.languages, headline=headline, link=link))
    known = Channel.objects.exclude(state=Channel.State.DISCONNECTED).order_by("network", "name")
    if channels is not None:
        draft = replace(draft, placements=chosen_placements(draft.placements or (), channels, known, organisation.languages))
    elif draft.placements is None:
        lane = calling.lane_of(organisation)
        taking = [channel for channel in known if takes_part(channel, left_out=lane.left_out)]
        draft = replace(draft, placements=bare_placements(taking, organisation.languages))
    versions = [filled(v, headline=headline, link=link) for v in draft.versions or ()]
    return replace(draft, versions=versions, placements=[untimed(p) for p in draft.placements or ()]), name
