"""Marks on links that say where a visit came from. Aggregate only: no mark names a person. Pure."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit


def tagged(link: str, *, network: str, campaign: str, content: str) -> str:
    """Return the link with utm_source, utm_medium, utm_campaign and utm_content; marks that are there already stay."""
    parts = urlsplit(link)
    query = parse_qsl(parts.query, keep_blank_values=True)
    present = {name for name, _ in query}
    marks = {"utm_source": network, "utm_medium": "social", "utm_campaign": campaign, "utm_content": content}
    query += [(name, value) for name, value in marks.items() if value and name not in present]
    return urlunsplit(parts._replace(query=urlencode(query)))
