"""Characters in, Article out.

``load`` takes bytes from a file, ``article`` makes the Article of them (``plain.article`` of a string). Nothing here fetches, and nothing
heavy is imported before it is needed: trafilatura for a web page, py3langid for a text long enough to tell its language.
"""
