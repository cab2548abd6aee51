"""The terminal's door: parse a request, call the service, render; no logic."""
