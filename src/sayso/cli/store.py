"""What the commands that work on a ledger share: which one, who judges, and how many read."""

from __future__ import annotations

from typing import Annotated

import typer

Store = Annotated[
    str,
    typer.Option("--store", metavar="FILE", envvar="SAYSO_STORE", help="The ledger: a file, or a PostgreSQL address (postgresql://...)."),
]
Contact = Annotated[
    str | None,
    typer.Option(metavar="WHO", envvar="SAYSO_CONTACT", help="Your mail or web address, told to every site that is asked for a page."),
]
Workers = Annotated[int | None, typer.Option(metavar="N", help="How many processes read at once; as many as there are cores.")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", envvar="SAYSO_BY", help="Who judges; the user of this machine.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
DEFAULT = "news.sayso"
