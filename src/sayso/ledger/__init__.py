"""The ledger: what came in, what it says and what people decided about it, kept, found again and never lost."""
