"""The shipped weights on onnxruntime: one thread, no torch, no pickle; checked against their digests when they are loaded.

All products are of eight-bit integers (dynamic quantisation; Jacob et al. 2018, CVPR), so the same article gives the same answer each
time; another kind of processor may differ in the last digits of a probability.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections import OrderedDict
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np

from sayso.errors import MissingPartError
from sayso.language.encoder.decode import Floats, Heard, Settings, Words, hear
from sayso.language.encoder.roles import TYPES
from sayso.language.encoder.window import FEATURES, Ints, Window
from sayso.language.encoder.wordpieces import WordPieces

_REMEMBERED = 2_000  # windows: about 300 articles


class Encoder:
    """The encoder with its vocabulary. Windows it has read lately it remembers, which makes copies of one text cheap."""

    def __init__(self, folder: Traversable) -> None:
        """Load the weights of a folder; raise MissingPartError where a file is not what ``weights.toml`` there says."""
        facts = tomllib.loads(folder.joinpath("weights.toml").read_text(encoding="utf-8"))
        parts = {name: _checked(folder, name, digest) for name, digest in facts["sha256"].items()}
        self.name: str = facts["name"]
        self.settings = Settings(**facts["settings"])
        words = parts["vocabulary.txt"].decode("utf-8").split("\n")
        self.cut = WordPieces({word: number for number, word in enumerate(words) if word})
        self._encoder, self._linker = _session(parts["encoder.onnx"]), _session(parts["linker.onnx"])
        self._read: OrderedDict[bytes, Heard] = OrderedDict()

    def read(self, window: Window) -> Heard:
        """Return what is heard in a window."""
        key = window.key()
        heard = self._read.pop(key, None)
        if heard is None:
            heard = hear(window, self, self.settings)
        self._read[key] = heard
        if len(self._read) > _REMEMBERED:
            self._read.popitem(last=False)
        return heard

    def forget(self) -> None:
        """Forget the windows read so far."""
        self._read.clear()

    def words(self, window: Window) -> Words:
        """See ``decode.Network``."""
        arrays = {name: window.features[name][None] for name in FEATURES}
        for name in ("ids", "owner", "first", "heads"):
            arrays[name] = getattr(window, name)[None]
        vectors, marks, standing, events = (each[0] for each in self._encoder.run(None, arrays))
        events = _sigmoid(events)
        return Words(vectors, _sigmoid(marks), _softmax(standing), events[:, : len(TYPES)], events[:, len(TYPES) :])

    def roles(self, words: Floats, anchors: Ints, distances: Ints, ties: Ints) -> tuple[Floats, Floats, Floats]:
        """See ``decode.Network``."""
        roles, cues, kinds = self._linker.run(None, {"words": words[None], "anchors": anchors, "distances": distances, "ties": ties})
        return _softmax(roles), np.concatenate((_sigmoid(cues[:, :1]), _softmax(cues[:, 1:])), axis=1), _softmax(kinds)


@cache
def encoder() -> Encoder:
    """Return the process's one encoder, loading it on first use."""
    return Encoder(files("sayso.language.encoder").joinpath("weights"))


def _checked(folder: Traversable, name: str, digest: str) -> bytes:
    found = folder.joinpath(name).read_bytes()
    if hashlib.sha256(found).hexdigest() != digest:
        raise MissingPartError(f"{name} of the encoder's weights is damaged (its SHA-256 is not {digest[:12]}...): install sayso anew")
    return found


def _session(model: bytes) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _sigmoid(logits: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-logits)), np.float32)


def _softmax(logits: Floats) -> Floats:
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), np.float32)
