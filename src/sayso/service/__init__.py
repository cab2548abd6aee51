"""The corridor: the verbs of sayso, and the only place where rooms meet.

``readings`` reads one article, ``ledger`` keeps many: ``arrivals`` and ``newsroom`` bring them in, ``following`` fetches them again and
again, ``child`` is what the processes that read them run.
"""

from sayso.service.readings import extract, from_json, read, read_file, read_incoming, schema, to_json, write_html

__all__ = ["extract", "from_json", "read", "read_file", "read_incoming", "schema", "to_json", "write_html"]
