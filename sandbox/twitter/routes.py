"""X's addresses below /twitter, as api.x.com and x.com have them."""

from starlette.routing import BaseRoute, Route

from sandbox.door import endpoint
from sandbox.twitter import authorize, create, reads, tokens, uploads
from sandbox.twitter.dialect import twitter

V = "/twitter/2"

routes: list[BaseRoute] = [
    Route("/twitter/i/oauth2/authorize", authorize.authorize, methods=["GET", "POST"]),
    Route(V + "/oauth2/token", endpoint(twitter, "token", tokens.token), methods=["POST"]),
    Route(V + "/oauth2/revoke", endpoint(twitter, "token", tokens.revoke), methods=["POST"]),
    Route(V + "/users/me", endpoint(twitter, "me", reads.me), methods=["GET"]),
    Route(V + "/users/{id}/tweets", endpoint(twitter, "look", reads.timeline), methods=["GET"]),
    Route(V + "/tweets", endpoint(twitter, "create", create.create), methods=["POST"]),
    Route(V + "/tweets", endpoint(twitter, "look", reads.many), methods=["GET"]),
    Route(V + "/tweets/{id}", endpoint(twitter, "look", reads.one), methods=["GET"]),
    Route(V + "/tweets/{id}", endpoint(twitter, "delete", create.delete), methods=["DELETE"]),
    Route(V + "/media/upload", endpoint(twitter, "upload", uploads.one_shot), methods=["POST"]),
    Route(V + "/media/upload", endpoint(twitter, "status", uploads.status), methods=["GET"]),
    Route(V + "/media/upload/initialize", endpoint(twitter, "upload", uploads.initialize), methods=["POST"]),
    Route(V + "/media/upload/{id}/append", endpoint(twitter, "upload", uploads.append), methods=["POST"]),
    Route(V + "/media/upload/{id}/finalize", endpoint(twitter, "upload", uploads.finalize), methods=["POST"]),
    Route(V + "/media/metadata", endpoint(twitter, "metadata", uploads.metadata), methods=["POST"]),
]
