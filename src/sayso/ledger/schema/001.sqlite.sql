-- The words that claims are found by. "ascii" leaves every letter beyond ASCII as it is: words are folded before they come here.
CREATE VIRTUAL TABLE terms USING fts5 (words, who, through, about, place, outlet, tags, tokenize = 'ascii');
