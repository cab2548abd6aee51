"""The way in: what a user names - files, folders, feeds, archives, addresses - becomes a stream of documents, one at a time.

``sources`` takes the names, ``Fetcher`` asks the network, ``children`` runs a function over documents in processes that may die. Nothing
here knows how an article is taken out of a document or where it is kept. A bad document is one ``Failed``, never the end of the stream.
"""
