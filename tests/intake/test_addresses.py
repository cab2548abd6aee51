"""Which addresses may be asked: none that leads inside, however it is written."""

import httpx
import pytest

from sayso.errors import UnreadableError, Why
from sayso.intake.addresses import Place, is_public, place
from tests.intake.net import fetcher_of

HOSTS = """
127.0.0.1 127.255.255.254 0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 172.16.0.1 172.31.255.255 192.168.0.1 192.168.255.255 100.64.0.1
100.127.255.255 169.254.169.254 169.254.0.1 192.0.0.1 192.0.0.170 192.0.2.1 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1
239.255.255.255 240.0.0.1 255.255.255.255 192.88.99.1
[::1] [::] [fc00::1] [fd12:3456::1] [fe80::1] [febf::1] [ff02::1] [::ffff:127.0.0.1] [::ffff:7f00:1] [::ffff:10.0.0.1] [::127.0.0.1]
[64:ff9b::7f00:1] [64:ff9b::10.0.0.1] [64:ff9b:1::7f00:1] [2002:7f00:1::] [2002:a00:1::1] [2001:0:1::1] [2001:db8::1] [fec0::1]
[100::1] [3fff::1]
2130706433 017700000001 0177.0.0.1 0x7f000001 0x7f.0.0.1 127.1 127.0.1 0x7f.1 127.0.0.01 00127.0.0.1 0 1 127.0x0.1 3232235521 10.1
%31%32%37.0.0.1 １２７.0.0.1 ①②⑦.⓪.⓪.① 127.0.0.1. 127。0。0。1 127．0．0．1 [fe80::1%25eth0] [::1%25lo]
localhost LOCALHOST localhost. app.localhost a.b.localhost localhost.localdomain printer.local vault.internal intranet nas.lan router.home
1.0.0.127.in-addr.arpa ｌｏｃａｌｈｏｓｔ local​host
""".split()
WHOLE = [
    "http://user@harbour.example/",
    "http://user:word@harbour.example/",
    "http://harbour.example@127.0.0.1/",
    "http://127.0.0.1\\@harbour.example/",
    "http:\\\\127.0.0.1/",
    "http://127.0.0.1\t/",
    "http://har\nbour.example/",
    " http://127.0.0.1/",
    "http://harbour.example\x00.example/",
    "http://harbour.example:22/",
    "http://harbour.example:6379/",
    "http://harbour.example:8080/",
    "http://harbour.example:0/",
    "http://harbour.example:99999/",
    "http://harbour.example:x/",
    "file:///etc/hostname",
    "ftp://harbour.example/",
    "gopher://harbour.example/",
    "data:text/html,hello",
    "jar:http://harbour.example/!/x",
    "dict://harbour.example/",
    "javascript:alert(1)",
    "//127.0.0.1/",
    "127.0.0.1",
    "http:///x",
    "http://",
    "http://[::1/",
    "http://./",
    "http://harbour.example/" + "x" * 3_000,
]
FORMS = [*(f"http://{host}/" for host in HOSTS), *WHOLE]


def test_there_are_more_than_sixty_forms() -> None:
    assert len(set(FORMS)) > 100


@pytest.mark.parametrize("url", FORMS)
def test_fetch_of_an_address_inside_sends_nothing(url: str) -> None:
    fetcher, sites = fetcher_of({})
    with pytest.raises(UnreadableError) as caught:
        fetcher.fetch(url)
    assert (caught.value.why, sites.asked) == (Why.ADDRESS, [])


@pytest.mark.parametrize("url", FORMS)
def test_fetch_led_to_an_address_inside_sends_nothing_there(url: str) -> None:
    headers = {b"Location": url.strip().encode()}
    fetcher, sites = fetcher_of({"https://harbour.example/": httpx.Response(302, headers=list(headers.items()))})
    if url == WHOLE[21] or url.startswith((" ", "http:///", "http://./")) or url == "127.0.0.1" or "\n" in url or "\x00" in url:
        pytest.skip("relative, or no header could carry it")
    with pytest.raises(UnreadableError):
        fetcher.fetch("https://harbour.example/")
    assert sites.asked == ["https://harbour.example/robots.txt", "https://harbour.example/"]


@pytest.mark.parametrize(
    ("url", "host", "port"),
    [
        ("https://harbour.example/a?b=c#d", "harbour.example", 443),
        ("http://HARBOUR.example.:80/", "harbour.example", 80),
        ("http://8.8.8.8/", "8.8.8.8", 80),
        ("https://[2606:4700::1111]/", "2606:4700::1111", 443),
        ("https://müller.example/", "xn--mller-kva.example", 443),
        ("https://my_site.harbour.example/", "my_site.harbour.example", 443),
    ],
)
def test_place_of_an_address_outside_is_where_it_leads(url: str, host: str, port: int) -> None:
    assert place(url) == Place(url.partition(":")[0], host, port)


def test_place_allows_a_host_inside_by_its_name_and_only_it() -> None:
    allowed = frozenset({"wiki.corp", "10.0.0.7"})
    assert place("http://wiki.corp:8080/x", allowed) == Place("http", "wiki.corp", 8080)
    assert place("http://10.0.0.7/x", allowed).host == "10.0.0.7"
    for url in ("http://other.corp/", "http://a.wiki.corp/", "http://10.0.0.8/", "ftp://wiki.corp/", "http://u@wiki.corp/"):
        with pytest.raises(UnreadableError, match="was not asked"):
            place(url, allowed)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_is_public_knows_the_open_internet(address: str) -> None:
    assert is_public(address)
