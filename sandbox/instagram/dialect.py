"""Instagram's words for ordered troubles."""

from sandbox.graph.dialect import GraphDialect

instagram = GraphDialect(
    slug="instagram", limit_code=80002, limit_message="There have been too many calls to this Instagram account.", usage_kind="instagram"
)
