"""Facebook's addresses below /facebook."""

from starlette.routing import BaseRoute, Route

from sandbox.door import endpoint
from sandbox.facebook import comments, dialog, feed, me, node, photos, tokens
from sandbox.facebook.dialect import facebook
from sandbox.graph.version import SEGMENT

V = f"/facebook/{SEGMENT}"

routes: list[BaseRoute] = [
    Route(V + "/dialog/oauth", dialog.dialog, methods=["GET", "POST"]),
    Route(V + "/oauth/access_token", endpoint(facebook, "token", tokens.access_token), methods=["GET", "POST"]),
    Route(V + "/debug_token", endpoint(facebook, "status", tokens.debug_token), methods=["GET"]),
    Route(V + "/me", endpoint(facebook, "me", me.me), methods=["GET"]),
    Route(V + "/me/permissions", endpoint(facebook, "me", me.permissions), methods=["GET"]),
    Route(V + "/me/accounts", endpoint(facebook, "me", me.pages), methods=["GET"]),
    Route(V + "/{node}/feed", endpoint(facebook, "create", feed.create), methods=["POST"]),
    Route(V + "/{node}/feed", endpoint(facebook, "look", feed.read), methods=["GET"]),
    Route(V + "/{node}/published_posts", endpoint(facebook, "look", feed.read), methods=["GET"]),
    Route(V + "/{node}/comments", endpoint(facebook, "comment", comments.create), methods=["POST"]),
    Route(V + "/{node}/comments", endpoint(facebook, "look", comments.listing), methods=["GET"]),
    Route(V + "/{node}/photos", endpoint(facebook, photos.operation, photos.create), methods=["POST"]),
    Route(V + "/{node}/picture", endpoint(facebook, "me", node.picture), methods=["GET"]),
    Route(V + "/{node}", endpoint(facebook, node.read_operation, node.read), methods=["GET"]),
    Route(V + "/{node}", endpoint(facebook, node.edit_operation, node.edit), methods=["POST"]),
    Route(V + "/{node}", endpoint(facebook, "delete", node.delete), methods=["DELETE"]),
]
