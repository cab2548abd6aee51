"""Train the encoder of attributions.

    python bench/train/train.py --train polnear_train.jsonl --own passages/*.txt --encoder DIR --scorer score_attribution.py --out DIR

Every tenth article of the training file, every eighth passage and every fifth coded sentence is held out to choose and calibrate by, unless
`--all` is given. What is kept is the average of the weights over the last few hundred steps (exponential moving average; Polyak & Juditsky
1992).
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import torch
from coded import coded_examples, is_held
from judge import Trained, coded_figures, figures, predict, scorer
from loss import loss_of
from marked import read_marked
from marked_events import read_marked_events
from network import Reader, from_sentence_encoder
from passages import Example, Row, examples
from rich.progress import track
from vary import names, vary

from sayso.language.encoder.decode import Settings
from sayso.language.encoder.wordpieces import WordPieces
from sayso.language.parse import parser
from sayso.language.tokens import Parse

Windows = Callable[[Row, Parse, WordPieces], Iterable[Example]]
"""What makes a row's windows."""


def arguments() -> argparse.Namespace:
    """What the command line says."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("train", "encoder", "scorer", "out"):
        ap.add_argument(f"--{name}", type=Path, required=True)
    ap.add_argument("--own", type=Path, nargs="*", default=[], help="files of marked passages")
    ap.add_argument("--own-times", type=int, default=4, help="how often an epoch shows them")
    ap.add_argument("--coded", type=Path, nargs="*", default=[], help="files of rows whose events are coded, or whose standing is told")
    ap.add_argument("--coded-times", type=int, default=2, help="how often an epoch shows them")
    ap.add_argument("--all", action="store_true", help="train on the held-out articles too")
    ap.add_argument("--start", type=Path, help="go on from these weights (last.pt of another run)")
    ap.add_argument("--epochs", type=int, default=10)
    ap.add_argument("--rate", type=float, default=2e-4, help="learning rate of the body; four times that for the rest")
    ap.add_argument("--pieces", type=int, default=3072, help="word pieces a batch")
    ap.add_argument("--drop", type=float, default=0.1)
    ap.add_argument("--smooth", type=float, default=0.03)
    ap.add_argument("--vary", type=float, default=1.0)
    ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--limit", type=int, help="first articles only, to try things out")
    ap.add_argument("--seed", type=int, default=0)
    return ap.parse_args()


def batches(data: Sequence[Example], pieces: int) -> list[list[Example]]:
    """Examples of like length in groups of about ``pieces`` pieces, padding counted."""
    out: list[list[Example]] = [[]]
    for one in sorted(data, key=lambda e: len(e.window.ids)):
        if out[-1] and (len(out[-1]) + 1) * len(one.window.ids) > pieces:
            out.append([])
        out[-1].append(one)
    return out


def vocabulary(encoder: Path) -> WordPieces:
    """The pieces of the model folder ``encoder``."""
    words = (encoder / "vocab.txt").read_text(encoding="utf-8").split("\n")
    return WordPieces({word: number for number, word in enumerate(words) if word})


def read_rows(path: Path) -> list[Row]:
    """The rows of a JSON Lines file, or of one of passages of our own with marked events."""
    if path.suffix == ".txt":
        return read_marked_events(path)
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def load(rows: Sequence[Row], cut: WordPieces, what: str, made: Windows = examples) -> list[Example]:
    """The windows of all rows, parsed."""
    parse = parser().parse
    return [e for row in track(rows, f"parsing {what}") for e in made(row, parse(row["text"]), cut) if 2 < len(e.window.ids) <= 512]


def main() -> None:
    """Train, judge after each epoch, keep the last average."""
    args = arguments()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    cut = vocabulary(args.encoder)
    rows = read_rows(args.train)[: args.limit]
    held = [(row, parser().parse(row["text"])) for row in rows[::10]]
    news = load(rows if args.all else [row for k, row in enumerate(rows) if k % 10], cut, "the news")
    marked = [row for path in args.own for row in read_marked(path)]
    own = load([row for k, row in enumerate(marked) if args.all or k % 8], cut, "own passages")
    of_events = [(row, is_held(row, k)) for path in args.coded for k, row in enumerate(read_rows(path))]
    held_coded = load([row for row, out in of_events if out], cut, "held events", coded_examples)
    coded = load([row for row, out in of_events if args.all or not out], cut, "events", coded_examples)
    pool = names([*news, *own])
    print(f"{len(news)} windows of news, {len(own)} of our own, {len(coded)} of events", flush=True)
    reader = from_sentence_encoder(args.encoder)
    if args.start:
        reader.load_state_dict(torch.load(args.start, weights_only=True)["state"], strict=False)
    mean = copy.deepcopy(reader).eval()
    moving = [(n, p) for n, p in reader.named_parameters() if p.requires_grad]
    body = [p for n, p in moving if n.startswith(("encoder.layers", "encoder.norm"))]
    rest = [p for n, p in moving if not n.startswith(("encoder.layers", "encoder.norm"))]
    opt = torch.optim.AdamW([{"params": body, "lr": args.rate}, {"params": rest, "lr": 4 * args.rate}], weight_decay=0.01, fused=True)
    rates, begun, seen, step = [group["lr"] for group in opt.param_groups], time.time(), 0, 0
    for epoch in range(args.epochs):
        shown = [*news, *own * args.own_times, *coded * args.coded_times]
        groups = batches([vary(e, cut, pool, rng, args.vary) for e in shown], args.pieces)
        rng.shuffle(groups)
        reader.train()
        running = 0.0
        for k, group in enumerate(groups):
            done = (epoch + k / len(groups)) / args.epochs
            scale = min(1.0, done * args.epochs / 0.3 + 0.01) * max(0.01, 1 - done)
            for setting, rate in zip(opt.param_groups, rates, strict=True):
                setting["lr"] = rate * scale
            loss = loss_of(reader, group, drop=args.drop, smooth=args.smooth)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_([p for _, p in moving], 1.0)
            opt.step()
            opt.zero_grad()
            average(mean, reader, min(0.998, (1 + step) / (20 + step)))
            step += 1
            seen += sum(len(e.window.ids) for e in group)
            running = 0.98 * running + 0.02 * loss.item() if k else loss.item()
            if k % 50 == 0:
                print(f"epoch {epoch} {100 * done:.1f}% loss {running:.4f} {seen / (time.time() - begun):.0f} pieces/s", flush=True)
        torch.save({"state": mean.state_dict(), "arguments": {k: str(v) for k, v in vars(args).items()}}, args.out / "last.pt")
        got = [predict(Trained(mean), parse, cut, Settings(keep=0.5)) for _, parse in held]
        line = figures(scorer(args.scorer), [row for row, _ in held], got)
        print(f"== epoch {epoch} {time.time() - begun:.0f}s {line} | {coded_figures(mean, held_coded)}", flush=True)


@torch.no_grad()
def average(mean: Reader, reader: Reader, keep: float) -> None:
    """Move the average a little towards the current weights."""
    pairs = [(m, p) for m, p in zip(mean.parameters(), reader.parameters(), strict=True) if p.requires_grad]
    torch._foreach_lerp_([m for m, _ in pairs], [p for _, p in pairs], 1 - keep)


if __name__ == "__main__":
    main()
