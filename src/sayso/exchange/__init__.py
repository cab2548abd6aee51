"""What leaves the house: one file a format. No room beside this one is known here, only the nouns."""
