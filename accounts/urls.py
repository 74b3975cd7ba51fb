"""Paths of this floor. Rooms hand their views to the router; a plain view gets a path of its own."""

from django.urls import URLPattern, URLResolver, include, path
from rest_framework.routers import SimpleRouter

from accounts.channels import connect_api
from accounts.channels.api import Channels
from accounts.channels.groups.api import ChannelGroups
from accounts.channels.networks_api import NetworksView
from accounts.orgs.api import OrganisationsView, OrganisationView
from accounts.orgs.events import events
from accounts.orgs.invitations_api import AcceptView, Invitations, JoinView, LookView
from accounts.orgs.me_api import MeView
from accounts.orgs.members_api import Members
from accounts.orgs.notices_api import Notices
from accounts.people.api import Tokens
from accounts.people.telling_api import DevicesView, DeviceTryView, DeviceView, TellingView
from accounts.problems_api import ProblemView

router = SimpleRouter(use_regex_path=False)
router.register("members", Members, basename="member")
router.register("invitations", Invitations, basename="invitation")
router.register("tokens", Tokens, basename="token")
router.register("notices", Notices, basename="notice")
router.register("channels", Channels, basename="channel")
router.register("channel-groups", ChannelGroups, basename="channel-group")

urlpatterns: list[URLPattern | URLResolver] = [
    path("connect/<slug:network>/callback", connect_api.callback, name="connect-callback"),
    path("api/me/", MeView.as_view(), name="me"),
    path("api/me/telling/", TellingView.as_view(), name="telling"),
    path("api/me/devices/", DevicesView.as_view(), name="devices"),
    path("api/me/devices/<uuid:pk>/", DeviceView.as_view(), name="device"),
    path("api/me/devices/<uuid:pk>/try/", DeviceTryView.as_view(), name="device-try"),
    path("api/organisations/", OrganisationsView.as_view(), name="organisations"),
    path("api/organisation/", OrganisationView.as_view(), name="organisation"),
    path("api/invitations/look/", LookView.as_view(), name="invitation-look"),
    path("api/invitations/accept/", AcceptView.as_view(), name="invitation-accept"),
    path("api/invitations/join/", JoinView.as_view(), name="invitation-join"),
    path("api/channels/connect/", connect_api.ConnectView.as_view(), name="channels-connect"),
    path("api/channels/connections/<uuid:pk>/", connect_api.ConnectionView.as_view(), name="channels-connection"),
    path("api/networks/", NetworksView.as_view(), name="networks"),
    path("api/events/", events, name="events"),
    path("api/problems/<slug:code>/", ProblemView.as_view(), name="problem"),
    path("api/", include(router.urls)),
]
