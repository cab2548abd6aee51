"""Identity: an id is a hash of what a thing says, never of when it was seen.

So reading twice, or adding twice, changes nothing. Parts are length-prefixed before hashing, so that
("ab", "c") and ("a", "bc") never share an id.
"""

import hashlib


def content_id(prefix: str, *parts: object) -> str:
    """Return ``prefix-`` and 16 hexadecimal digits that depend on every part and its place.

    >>> content_id("c", "ab", "c") == content_id("c", "a", "bc")
    False
    """
    digest = hashlib.sha256()
    for part in parts:
        encoded = str(part).encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(encoded))
        digest.update(encoded)
    return f"{prefix}-{digest.hexdigest()[:16]}"
