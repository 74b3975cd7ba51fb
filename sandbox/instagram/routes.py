"""Instagram's addresses below /instagram."""

from starlette.routing import BaseRoute, Route

from sandbox.door import endpoint
from sandbox.graph.version import SEGMENT
from sandbox.instagram import comments, containers, dialog, publish, reads, tokens
from sandbox.instagram.dialect import instagram

V = f"/instagram/{SEGMENT}"

routes: list[BaseRoute] = [
    Route("/instagram/oauth/authorize", dialog.dialog, methods=["GET", "POST"]),
    Route("/instagram/oauth/access_token", endpoint(instagram, "token", tokens.from_code), methods=["POST"]),
    Route("/instagram/access_token", endpoint(instagram, "token", tokens.exchange), methods=["GET"]),
    Route("/instagram/refresh_access_token", endpoint(instagram, "token", tokens.refresh), methods=["GET"]),
    Route(V + "/me", endpoint(instagram, "me", reads.me), methods=["GET"]),
    Route("/instagram/me", endpoint(instagram, "me", reads.me), methods=["GET"]),
    Route(V + "/{node}/media", endpoint(instagram, "container", containers.create), methods=["POST"]),
    Route(V + "/{node}/media", endpoint(instagram, "look", reads.listing), methods=["GET"]),
    Route(V + "/{node}/comments", endpoint(instagram, "comment", comments.create), methods=["POST"]),
    Route(V + "/{node}/comments", endpoint(instagram, "look", comments.listing), methods=["GET"]),
    Route(V + "/{node}/media_publish", endpoint(instagram, "publish", publish.publish), methods=["POST"]),
    Route(V + "/{node}/content_publishing_limit", endpoint(instagram, "limit", reads.limit), methods=["GET"]),
    Route(V + "/{node}", endpoint(instagram, reads.node_operation, reads.node), methods=["GET"]),
    Route(V + "/{node}", endpoint(instagram, "delete", reads.not_with_this_login), methods=["DELETE"]),
    Route(V + "/{node}", endpoint(instagram, "edit", reads.not_with_this_login), methods=["POST"]),
]
