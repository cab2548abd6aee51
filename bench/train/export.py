"""Write trained weights as the reader ships them: two int8 ONNX graphs, a vocabulary, and a file that says what they are.

    python bench/train/export.py --weights A/last.pt B/last.pt --encoder DIR --name NAME --out src/sayso/language/encoder/weights

Of several trainings that went on from each other the mean is written, which reads better than either (Wortsman et al. 2022, ICML).
Pieces of scripts that English news does not hold are dropped from the vocabulary. Needs torch, onnx and onnxruntime.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import tempfile
import warnings
from pathlib import Path

import torch
from network import WIDTH, Encoder, Reader
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from sayso.language.encoder.decode import Settings
from sayso.language.encoder.window import FEATURES
from sayso.language.encoder.wordpieces import MASK

WORDS = ["vectors", "marks", "standing", "events"]
"""What the encoder's graph gives of each word."""
_KEPT = re.compile(r"(##)?[\x21-\x7e\xa0-\u024f\u2010-\u2044\u20a0-\u20bf「」『』《》〈〉]+")


def main() -> None:
    """Export one checkpoint."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--weights", type=Path, nargs="+", required=True)
    for name in ("encoder", "out"):
        ap.add_argument(f"--{name}", type=Path, required=True)
    ap.add_argument("--name", required=True)
    for name in ("look", "keep", "content", "source"):
        ap.add_argument(f"--{name}", type=float, default=getattr(Settings(), name))
    args = ap.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    reader = Reader()
    reader.load_state_dict(mean([torch.load(path, weights_only=True)["state"] for path in args.weights]))
    words = (args.encoder / "vocab.txt").read_text(encoding="utf-8").split("\n")
    kept = [k for k, word in enumerate(words) if k <= MASK or _KEPT.fullmatch(word)]
    reader.encoder.word = _only(reader.encoder.word, kept)
    (args.out / "vocabulary.txt").write_text("\n".join(words[k] for k in kept) + "\n", encoding="utf-8")
    reader.eval()
    graphs(reader, args.out)
    digests = "".join(
        f'"{name}" = "{hashlib.sha256((args.out / name).read_bytes()).hexdigest()}"\n'
        for name in ("encoder.onnx", "linker.onnx", "vocabulary.txt")
    )
    settings = "".join(f"{name} = {getattr(args, name)}\n" for name in ("look", "keep", "content", "source"))
    about = (
        "# Written by bench/train/export.py; what the weights were trained on, and how well they read, is told in docs/model-card.md.\n"
        "# source: all-MiniLM-L6-v2 (Apache-2.0), trained on; licence: Apache-2.0\n"
    )
    (args.out / "weights.toml").write_text(f'{about}name = "{args.name}"\n\n[settings]\n{settings}\n[sha256]\n{digests}', encoding="utf-8")
    print({path.name: path.stat().st_size for path in sorted(args.out.iterdir())})


def mean(states: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of several trainings' weights."""
    return {name: torch.stack([state[name].float() for state in states]).mean(0) for name in states[0]}


def _only(table: nn.Embedding, kept: list[int]) -> nn.Embedding:
    small = nn.Embedding(len(kept), WIDTH)
    small.weight.data.copy_(table.weight.data[kept])
    return small


def graphs(reader: Reader, out: Path) -> None:
    """Write ``encoder.onnx`` and ``linker.onnx``."""
    p, w, a = 23, 17, 3
    ids, owner = torch.randint(104, 900, (1, p)), torch.randint(0, w, (1, p))
    first, heads = torch.randint(1, p - 1, (1, w)), torch.randint(0, w, (1, w))
    features = [torch.ones(1, w, dtype=torch.long) for _ in FEATURES]
    names = ["ids", "owner", "first", "heads", *FEATURES]
    axes = {name: {1: "pieces" if name in ("ids", "owner") else "words"} for name in names}
    _export(
        _Plain(reader.encoder), (ids, owner, first, heads, *features), out / "encoder.onnx", names, WORDS,
        axes | {name: {1: "words"} for name in WORDS},
    )  # fmt: skip
    away, tied = torch.ones(a, w, dtype=torch.long), torch.ones(a, w, dtype=torch.long)
    both = {0: "anchors", 1: "words"}
    _export(
        reader.linker, (torch.randn(1, w, WIDTH), torch.arange(a), away, tied), out / "linker.onnx",
        ["words", "anchors", "distances", "ties"], ["roles", "cues", "kinds"],
        {"words": {1: "words"}, "anchors": {0: "anchors"}, "cues": {0: "anchors"}}
        | dict.fromkeys(("distances", "ties", "roles", "kinds"), both),
    )  # fmt: skip


class _Plain(nn.Module):
    """The encoder without its options, as the exporter likes it."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, owner: Tensor, first: Tensor, heads: Tensor, *features: Tensor) -> tuple[Tensor, ...]:
        got: tuple[Tensor, ...] = self.encoder(ids, owner, first, heads, *features)
        return got


def _export(
    part: nn.Module, given: tuple[Tensor, ...], path: Path, names: list[str], made: list[str], axes: dict[str, dict[int, str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(part, given, str(whole), input_names=names, output_names=made, dynamic_axes=axes, opset_version=17, dynamo=False)
        quantize_dynamic(str(whole), str(path), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


if __name__ == "__main__":
    main()
