"""A session for addresses that users type. Never used for the networks themselves, never able to reach our own machines."""

import ipaddress
from typing import Any

import requests
from requests_hardened import Config, HTTPSession  # type: ignore[import-untyped, unused-ignore]
from requests_hardened.ip_filter import InvalidIPAddress  # type: ignore[import-untyped, unused-ignore]
from requests_hardened.ip_filter_adapter import IPFilterAdapter  # type: ignore[import-untyped, unused-ignore]

# What requests-hardened lets through: deprecated site-local addresses and IPv4 written inside IPv6.
ALSO_REFUSED = (ipaddress.ip_network("fec0::/10"), ipaddress.ip_network("::/96"))


class NotAllowed(Exception):
    """The address is not on the public internet, or not one that may be fetched."""


class _Adapter(IPFilterAdapter):  # type: ignore[misc, unused-ignore]
    def build_connection_pool_key_attributes(self, *args: Any, **kwargs: Any) -> Any:
        """Return the pinned address. The name was looked up once and is not looked up again for connecting."""
        host, pool = super().build_connection_pool_key_attributes(*args, **kwargs)
        address = ipaddress.ip_address(str(host["host"]).strip("[]").partition("%")[0])
        if any(address in net for net in ALSO_REFUSED) or address.is_link_local or address.is_unspecified:
            raise InvalidIPAddress(address)
        return host, pool


def fetch(url: str, *, max_bytes: int, timeout_s: float = 10.0) -> bytes:
    """Return what is at a public http(s) address, without following redirects. Raises NotAllowed or requests' exceptions."""
    config = Config(ip_filter_enable=True, ip_filter_allow_loopback_ips=False, never_redirect=True, default_timeout=(3, timeout_s))
    with HTTPSession(config) as session:
        session.trust_env = False  # a proxy would look names up for itself
        session.mount("http://", _Adapter(is_https_proto=False))
        session.mount("https://", _Adapter(is_https_proto=True))
        try:
            with session.get(url, stream=True, headers={"User-Agent": "Carillon"}) as response:
                return _at_most(response, max_bytes)
        except (InvalidIPAddress, requests.exceptions.InvalidSchema, requests.exceptions.InvalidURL, requests.exceptions.MissingSchema):
            pass
    raise NotAllowed(url)


def _at_most(response: requests.Response, max_bytes: int) -> bytes:
    if response.is_redirect:
        raise NotAllowed(response.url)
    response.raise_for_status()
    body = b""
    for chunk in response.iter_content(65_536):
        body += chunk
        if len(body) > max_bytes:
            raise NotAllowed(response.url)
    return body
