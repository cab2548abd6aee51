"""What the encoder's answers mean: the order of their columns."""

MARKS = ("start", "source", "cue", "content")  # of a word in any attribution; "start": a cue begins here
ROLES = ("none", "source", "cue", "content")  # of a word in the attribution of one cue
ATTITUDES = (
    "asserts", "confirms", "denies", "declines", "hints", "believes", "expects", "doubts", "intends",
    "wants", "proposes", "asks", "demands", "promises", "threatens", "praises", "criticises", "warns",
)  # fmt: skip
KINDS = ("person", "office", "organisation", "outlet", "document", "country", "group", "anonymous", "unknown")  # of a cue's source
