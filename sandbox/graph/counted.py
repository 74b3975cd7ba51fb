"""Count one call as Graph does, refuse it when the account or the application called too often, and tell both in its headers."""

from starlette.requests import Request

from sandbox.graph import usage
from sandbox.graph.dialect import GraphDialect
from sandbox.graph.errors import GraphError
from sandbox.store import Row
from sandbox.world import World


def call(request: Request, world: World, dialect: GraphDialect, token: Row) -> dict[str, str]:
    """Return the usage headers of this call's answer, whatever it will be.

    Raises 4 for the application, 17 for a person's token, this network's own code for an account's.
    """
    app = usage.of_app(world, network=dialect.slug)
    account = usage.of_account(world, network=dialect.slug, account=token["account"])
    told = {"object_id": token["account"], "kind": dialect.usage_kind}
    if app.is_over:
        headers = usage.headers(account=account, app=app, **told)
        raise GraphError(4, "(#4) Application request limit reached", transient=True, headers=headers)
    if account.is_over:
        code, message = dialect.limit_code, dialect.limit_message
        if token["kind"] == "user":
            code, message = 17, "User request limit reached"
        wait_s = (account.reset_ms - world.now_ms()) / 1000
        headers = usage.headers(account=account, app=app, wait_s=wait_s, **told)
        raise GraphError(code, f"(#{code}) {message}", transient=True, headers=headers)
    request.state.headers = usage.headers(account=account, app=app, **told)
    return dict(request.state.headers)
