"""A network in training behind the runtime's interface, and its figures by the benchmark's scorer."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import torch
from network import Reader
from passages import IGNORE, Example, Row

from sayso.language.encoder.decode import Floats, Settings, Words, hear
from sayso.language.encoder.roles import TYPES
from sayso.language.encoder.window import FEATURES, Ints, Window, window
from sayso.language.encoder.wordpieces import WordPieces
from sayso.language.tokens import Parse, Token
from sayso.reading.quotations import quotations
from sayso.reading.windows import quote_states, windows

_SHOWN = ("content partial", "joint", "direct joint", "indirect joint", "mixed joint")


class Trained:
    """A Reader as a ``decode.Network``."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader.eval()

    def words(self, window: Window) -> Words:
        """See ``decode.Network``."""
        arrays = [window.ids, window.owner, window.first, window.heads, *(window.features[name] for name in FEATURES)]
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            vectors, marks, standing, events = (x[0].float() for x in self._reader.encoder(*(torch.from_numpy(a)[None] for a in arrays)))
        events = events.sigmoid().numpy()
        sides = events[:, len(TYPES) :]
        return Words(vectors.numpy(), marks.sigmoid().numpy(), standing.softmax(-1).numpy(), events[:, : len(TYPES)], sides)

    def roles(self, words: Floats, anchors: Ints, distances: Ints, ties: Ints) -> tuple[Floats, Floats, Floats]:
        """See ``decode.Network``."""
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            wide = torch.from_numpy(words)[None].expand(len(anchors), -1, -1)
            roles, cues, kinds = self._reader.linker(wide, *(torch.from_numpy(x) for x in (anchors, distances, ties)))
        cues = torch.cat((cues[:, :1].float().sigmoid(), cues[:, 1:].float().softmax(-1)), 1)
        return roles.float().softmax(-1).numpy(), cues.numpy(), kinds.float().softmax(-1).numpy()


def predict(network: Any, parse: Parse, cut: WordPieces, settings: Settings) -> list[Row]:
    """The outermost attributions of a text as the benchmark's rows."""
    states = quote_states(parse, quotations(parse))
    rows = []
    for tokens in windows(parse):
        found = hear(window(tokens, states[tokens[0].i : tokens[-1].i + 1], cut), network, settings).found
        outer = [f for f in found if not any(f.anchor in other.content for other in found if other is not f)]
        for f in outer:
            row = {role: _spans(tokens, getattr(f, role)) for role in ("source", "cue", "content")}
            rows.append({**row, "attitude": f.attitude, "probability": round(f.probability, 4)})
    return rows


def _spans(tokens: Sequence[Token], words: Sequence[int]) -> list[list[int]]:
    spans: list[list[int]] = []
    for k, word in enumerate(words):
        if k and words[k - 1] == word - 1:
            spans[-1][1] = tokens[word].end
        else:
            spans.append([tokens[word].start, tokens[word].end])
    return spans


def coded_figures(reader: Reader, held: Sequence[Example]) -> str:
    """One line, in per cent: macro F1 of standings, F1 of the types of windows, and in how many without an event one is heard."""
    pairs, counts = [], Counter[str]()
    network = Trained(reader)
    for one in held:
        words = network.words(one.window)
        assert one.coded is not None
        known = np.flatnonzero(one.coded.standing != IGNORE)
        pairs += list(zip(one.coded.standing[known].tolist(), words.standing[known].argmax(1).tolist(), strict=True))
        heard = 1 - np.prod(1 - words.types, axis=0) > 0.5
        gold = {column[0] for column, shown in one.coded.types if shown and len(column) == 1}
        if len(one.coded.types) > 1:
            got = set(np.flatnonzero(heard).tolist())
            counts.update(gold=len(gold), got=len(got), right=len(gold & got), neutral=not gold, alarm=bool(got and not gold))
    gold_n, got_n, neutral = max(counts["gold"], 1), max(counts["got"], 1), max(counts["neutral"], 1)
    f1 = 200 * counts["right"] / (gold_n + got_n)
    return f"standing {100 * macro_f1(pairs):.1f} types {f1:.1f} false alarms {100 * counts['alarm'] / neutral:.1f}"


def macro_f1(pairs: Sequence[tuple[int, int]]) -> float:
    """Mean over the gold labels of the F1 of (gold, guessed) pairs."""
    labels = {gold for gold, _ in pairs}
    both, golds, guesses = Counter(g for g, p in pairs if g == p), Counter(g for g, _ in pairs), Counter(p for _, p in pairs)
    return sum(2 * both[x] / (golds[x] + guesses[x]) for x in labels) / max(len(labels), 1)


def scorer(path: Path) -> ModuleType:
    """The benchmark's scorer as a module, from its file."""
    spec = importlib.util.spec_from_file_location("score_attribution", path)
    assert spec and spec.loader, path
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_attribution"] = module
    spec.loader.exec_module(module)
    return module


def figures(judge: ModuleType, gold: Sequence[Row], got: Sequence[Sequence[Row]]) -> str:
    """One line of the figures that matter, in per cent."""
    f = judge.score(list(gold), [{"id": g["id"], "attributions": list(p)} for g, p in zip(gold, got, strict=True)], boot=1)
    line = " ".join(f"{k} {100 * f[k]['f1']:.1f}" for k in _SHOWN)
    j = f["joint"]
    tokens = " ".join(f"{role} {100 * f[f'tokens {role}']['f1']:.1f}" for role in ("content", "source", "cue"))
    return (
        f"{line} | P {100 * j['p']:.1f} R {100 * j['r']:.1f} | tokens {tokens} | head {100 * f['source given content']['head']:.1f} "
        f"nosource {100 * f['nosource given content']['acc']:.1f} | n {f['n']['gold']} {f['n']['pred']}"
    )
