"""Addresses: which may be asked. What leads inside - this machine, this network, a cloud's own services - is refused before a byte is sent.

A name is checked as it is written (``place``) and every address it resolves to before one is connected to (``is_public``). Hosts inside can
be allowed by name, and only so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from sayso.errors import UnreadableError, Why

PORTS = {"http": 80, "https": 443}
LONGEST = 2_000
_INSIDE = ("localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "arpa", "onion", "test", "invalid")
_NUMBER = re.compile(r"(?:0[xX][0-9a-fA-F]*|\d+)")
_PLAIN = re.compile(r"(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})")
_NETS = [ip_network(net) for net in "0.0.0.0/8 192.0.0.0/24 192.88.99.0/24 198.18.0.0/15 224.0.0.0/4 240.0.0.0/4".split()]
_WIDE = [IPv6Network(net) for net in "2001::/23 2001:db8::/32 2002::/16 3fff::/20".split()]
_TRANSLATED = IPv6Network("64:ff9b::/96")  # RFC 6052: the last four bytes are an address of the old kind


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address leads: the scheme, the host as it goes on the wire, the port."""

    scheme: str
    host: str
    port: int


def place(url: str, allowed: Set[str] = frozenset()) -> Place:
    """Return where ``url`` leads; raise UnreadableError when it is no web address, or one inside that ``allowed`` does not name."""
    odd = next((char for char in url if ord(char) <= 32 or ord(char) == 127 or char == "\\"), None)
    if odd is not None or len(url) > LONGEST:
        raise _refused(url, f"holds the character {odd!r}" if odd else f"is longer than {LONGEST:,} characters")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise _refused(url, f"is malformed ({error})") from error
    if parts.scheme not in PORTS:
        raise _refused(url, f"has the scheme {parts.scheme!r:.40}, expected http or https")
    if "@" in parts.netloc or "%" in parts.netloc:
        raise _refused(url, "holds a user's name or an encoded host")
    host = _host(parts, url)
    if host not in allowed:
        _check(host, port if port is not None else PORTS[parts.scheme], url)
    return Place(parts.scheme, host, port if port is not None else PORTS[parts.scheme])


def is_public(address: str) -> bool:
    """Say whether an IP address is one of the open internet."""
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv4Address):
        return ip.is_global and not any(ip in net for net in _NETS)
    return _is_public_wide(ip)


def _is_public_wide(ip: IPv6Address) -> bool:
    if ip in _TRANSLATED:
        return is_public(str(IPv4Address(int(ip) & 0xFFFFFFFF)))
    is_unicast = int(ip) >> 125 == 1  # 2000::/3; mapped, compatible, local and multicast ones lie outside
    return is_unicast and ip.is_global and ip.scope_id is None and not any(ip in net for net in _WIDE)


def _host(parts: SplitResult, url: str) -> str:
    written = unicodedata.normalize("NFKC", parts.hostname or "").replace("\u3002", ".").rstrip(".").lower()
    if not written:
        raise _refused(url, "has no host")
    if written.isascii():
        return written
    try:
        return written.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise _refused(url, f"has a host that is no name ({error})") from error


def _check(host: str, port: int, url: str) -> None:
    if port not in PORTS.values():
        raise _refused(url, f"has the port {port}, expected 80 or 443")
    labels = host.split(".")
    if ":" in host or _NUMBER.fullmatch(labels[-1]):
        if ":" not in host and not _PLAIN.fullmatch(host):
            raise _refused(url, f"writes its host in an unusual way ({host!r:.60})")
        if not is_public(host):
            raise _refused(url, f"leads inside ({host})")
    elif len(labels) < 2 or labels[-1] in _INSIDE or not all(re.fullmatch(r"[a-z0-9_-]{1,63}", label) for label in labels):
        raise _refused(url, f"leads inside or nowhere ({host!r:.60})")


def _refused(url: str, reason: str) -> UnreadableError:
    return UnreadableError(f"{url!r:.200} was not asked: it {reason}; a host inside must be allowed by its name", why=Why.ADDRESS)
