"""Entity bombs in ten forms, for each kind of XML that comes in; run as a script, it reads them all and prints what they opened.

A process of its own, since an audit hook stays for good.
"""

import io
import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

SECRET = Path(__file__).resolve()
LAUGHS = "<!ENTITY a0 'haha'>" + "".join(f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 10))
FORMS = {
    "billion laughs": (f"<!DOCTYPE r [{LAUGHS}]>", "&a9;"),
    "quadratic": (f"<!DOCTYPE r [<!ENTITY a '{'a' * 50_000}'>]>", "&a;" * 20_000),
    "parameter entities": (
        "<!DOCTYPE r [<!ENTITY % a 'x'><!ENTITY % b '%a;%a;'><!ENTITY % c \"<!ENTITY d '%b;%b;'>\">%c;]>",
        "&d;",
    ),
    "external entity": (f"<!DOCTYPE r [<!ENTITY x SYSTEM 'file://{SECRET}'>]>", "[&x;]"),
    "external entity by http": ("<!DOCTYPE r [<!ENTITY x SYSTEM 'http://127.0.0.1:9/x'>]>", "[&x;]"),
    "external parameter entity": (f"<!DOCTYPE r [<!ENTITY % x SYSTEM 'file://{SECRET}'>%x;]>", "x"),
    "external document type": (f"<!DOCTYPE r SYSTEM 'file://{SECRET}'>", "x"),
    "XInclude": ("", f"<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file://{SECRET}' parse='text'/>"),
    "stylesheet": (f"<?xml-stylesheet type='text/xsl' href='file://{SECRET}'?>", "x"),
    "hidden by quotes": (f"<!DOCTYPE r [<!-- ]> --><!ENTITY b ']>'><!ENTITY x SYSTEM 'file://{SECRET}'>]>", "[&x;]"),
}
ENCODINGS = ("utf-8", "utf-16", "utf-7")
BODIES = {
    "rss": "<rss version='2.0'><channel><title>c</title><item><title>{}</title><link>http://a.example/1</link></item></channel></rss>",
    "atom": "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>{}</title><link href='http://a.example/1'/></entry></feed>",
    "sitemap": "<urlset><url><loc>http://a.example/{}</loc></url></urlset>",
    "opml": "<opml><body><outline text='x' xmlUrl='http://a.example/'>{}</outline></body></opml>",
}


def bombs() -> dict[str, bytes]:
    """Return the documents by name."""
    made = {}
    for kind, body in BODIES.items():
        for form, (prolog, words) in FORMS.items():
            for encoding in ENCODINGS:
                text = f"<?xml version='1.0' encoding='{encoding}'?>{prolog}{body.replace('{}', words)}"
                made[f"{kind}, {form}, {encoding}"] = text.encode(encoding)
    return made


def main() -> None:
    from sayso.intake.opened import items

    list(items(io.BytesIO(BODIES["rss"].encode()), "warm"))
    opened: list[str] = []

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith("socket.") or (event == "open" and not str(arguments[0]).endswith((".py", ".pyc"))):
            opened.append(f"{event} {arguments!r:.100}")
        elif event == "open" and str(arguments[0]) == str(SECRET):
            opened.append("the secret")

    documents = bombs()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.addaudithook(hook)
    found = {}
    for name, data in documents.items():
        start = time.process_time()
        said = [str(item) for item in items(io.BytesIO(data), "it")]
        found[name] = {
            "seconds": time.process_time() - start,
            "growth": max(map(len, said), default=0) / len(data),
            "leaks": "def bombs" in str(said),
        }
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(json.dumps({"opened": opened, "memory": memory, "found": found}))


if __name__ == "__main__":
    main()
