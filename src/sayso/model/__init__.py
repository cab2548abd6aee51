"""The nouns of sayso: what every room hands to the next. No room lies below this one but errors."""
