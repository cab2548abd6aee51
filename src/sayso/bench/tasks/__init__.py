"""One module a task: a row in, its prediction out, by the ordinary reader.

A task reads the fields of a row that its contract lists and nothing else: gold in the file is never looked at, but for the spans, pairs or
phrases that the task gives.
"""
