"""Facebook's words for ordered troubles."""

from sandbox.graph.dialect import GraphDialect

facebook = GraphDialect(slug="facebook", limit_code=32, limit_message="Page request limit reached", usage_kind="pages")
