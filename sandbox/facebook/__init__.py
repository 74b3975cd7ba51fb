"""Facebook Pages through Graph v25.0. Sources: developers.facebook.com/docs/pages-api, docs/graph-api/reference/page (v25.0)."""
