"""The workbench: the only room that imports a parser or opens a lexicon."""
