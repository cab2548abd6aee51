"""What the encoder's answers mean: the order of their columns."""

MARKS = ("start", "source", "cue", "content")  # of a word in any attribution; "start": a cue begins here
ROLES = ("none", "source", "cue", "content")  # of a word in the attribution of one cue
ATTITUDES = (
    "asserts", "confirms", "denies", "declines", "hints", "believes", "expects", "doubts", "intends",
    "wants", "proposes", "asks", "demands", "promises", "threatens", "praises", "criticises", "warns",
)  # fmt: skip
KINDS = ("person", "office", "organisation", "outlet", "document", "country", "group", "anonymous", "unknown")  # of a cue's source
STANDINGS = ("happened", "planned", "possible", "denied")  # of the event that a word names
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "YIELD", "COOPERATE", "AID", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""Of the event that a word names, as PLOVER's coders see it (a planned visit is AGREE); YIELD is CONCEDE or RETREAT."""
SIDES = ("actor", "recipient")  # of any event: what a word is part of
