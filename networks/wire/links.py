"""Read the address of a post that a person pasted: is it this network's, and what stands in its path? Pure; nothing is fetched."""

from urllib.parse import parse_qs, urlsplit

from networks.contract import Site


def parts(address: str, *, hosts: tuple[str, ...], site: Site) -> tuple[list[str], dict[str, str]] | None:
    """Return the path's segments and the query of an address at one of these hosts; None for any other.

    Where another server stands for the network (`base_url`), its addresses are read the same way.
    """
    try:
        given = urlsplit(address.strip())
        host = (given.hostname or "").lower()
    except ValueError:
        return None
    query = {name: values[0] for name, values in parse_qs(given.query).items()}
    path = [segment for segment in given.path.split("/") if segment]
    if given.scheme == "https" and host.removeprefix("www.").removeprefix("m.").removeprefix("mobile.") in hosts:
        return path, query
    base = urlsplit(site.base_url)
    stem = [segment for segment in base.path.split("/") if segment]
    if site.base_url and (given.scheme, given.netloc) == (base.scheme, base.netloc) and path[: len(stem)] == stem:
        return path[len(stem) :], query
    return None


def same_name(one: str, other: str) -> bool:
    """Return whether both name one account: capitals and a leading @ make no difference."""
    return one.lower().lstrip("@") == other.lower().lstrip("@")
