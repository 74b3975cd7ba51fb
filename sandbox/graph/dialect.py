"""How Graph words ordered troubles, for Facebook and for Instagram."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox import tokens
from sandbox.graph import params as graph_params
from sandbox.graph import token as graph_token
from sandbox.graph import usage
from sandbox.graph.errors import GraphError, unavailable
from sandbox.graph.token import ENDED
from sandbox.world import World


@dataclass(frozen=True)
class GraphDialect:
    """`limit_code` is the throttling code of this network's accounts (docs/graph-api/overview/rate-limiting)."""

    slug: str
    limit_code: int
    limit_message: str
    usage_kind: str

    async def account(self, request: Request, world: World) -> str:
        """Return the account this call is about: the token's, or a page in the path when a person's token is used."""
        found = tokens.find(world, self.slug, graph_token.raw(request, await graph_params.read(request)))
        return found["account"] if found else str(request.path_params.get("node", "")).split("_")[0]

    def throttled(self, world: World, *, account: str, seconds: float) -> Response:
        """Return the answer to a caller that called too often."""
        headers = usage.headers(account=usage.ALL, object_id=account or "0", kind=self.usage_kind, wait_s=max(seconds, 1))
        return GraphError(self.limit_code, f"(#{self.limit_code}) {self.limit_message}", transient=True, headers=headers).response()

    def broken(self) -> Response:
        return unavailable().response()

    def odd_json(self) -> Response:
        """Return what a proxy in front of Graph may say: JSON without `error`."""
        return JSONResponse({"status": "bad gateway"}, status_code=502)

    def unknown_4xx(self) -> Response:
        return GraphError(99999, "(#99999) Something that no document mentions", subcode=9999999).response()

    async def revoke(self, request: Request, world: World) -> Response:
        """The token is dead for good; return the answer that says so."""
        tokens.revoke(world, token=graph_token.raw(request, await graph_params.read(request)), subcode=460)
        return GraphError(190, ENDED[460], subcode=460).response()

    def credit_empty(self, account: str) -> Response:
        return self.unknown_4xx()
