"""The one version: of the package, of the reader, and of every Reading it writes."""

__version__ = "0.1.0"
