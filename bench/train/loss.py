"""What the network is trained to get right: the marks of every word, the roles for each cue, and which cues are none."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from network import Reader
from passages import IGNORE, Coded, Example, Gold
from torch import Tensor
from torch.nn import functional as F

from sayso.language.encoder.roles import MARKS, ROLES, TYPES
from sayso.language.encoder.window import FEATURES, Ints, distances, ties

_START = MARKS.index("start")
_SOURCE, _CUE = ROLES.index("source"), ROLES.index("cue")
_BELIEVED = 0.06  # a false start that looks at least this likely is shown to the linker as a cue that is none
_FALSE = 2  # of them a window, at most
_RARE = (0.5, 1.3, 1.4, 1.8)  # weights of the standings: about the inverse root of their shares


def pad(rows: Sequence[Ints], value: int, width: int = 0) -> Tensor:
    """Rows of differing length [n] or [n, k] as one tensor, filled up with ``value`` to ``width`` or the longest."""
    width = width or max(map(len, rows))
    out = np.full((len(rows), width, *rows[0].shape[1:]), value, np.int64)
    for k, row in enumerate(rows):
        out[k, : len(row)] = row
    return torch.from_numpy(out)


def encode(reader: Reader, batch: Sequence[Example], drop: float) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Vectors [b, w, width] of the words of a batch, their marks, standings, and types with sides."""
    windows = [e.window for e in batch]
    ids = pad([w.ids for w in windows], 0)
    features = [pad([w.features[name] for w in windows], 0) for name in FEATURES]
    arrays = (ids, *(pad([getattr(w, name) for w in windows], 0) for name in ("owner", "first", "heads")), *features)
    vectors, marks, standing, events = reader.encoder(*arrays, mask=(ids != 0)[:, None, None, :], drop=drop)
    return vectors, marks, standing, events


def loss_of(reader: Reader, batch: Sequence[Example], *, drop: float, smooth: float) -> Tensor:
    """Mean loss of a batch: marks, roles, cue or none, attitude, kind of source; standing, sides and types of events."""
    with torch.autocast("cpu", torch.bfloat16):
        vectors, marks, standing, events = encode(reader, batch, drop)
    loss = 4 * _marked(marks, pad([e.marks for e in batch], IGNORE), smooth) + loss_of_events(batch, standing, events, smooth)
    shown = linked(batch, marks.detach().float().sigmoid()[:, :, _START].numpy())
    if not shown:
        return loss
    row = torch.tensor([k for k, *_ in shown])
    anchors = torch.tensor([anchor for _, anchor, _ in shown])
    sizes, width = [len(e.words) for e in batch], vectors.shape[1]
    there = torch.arange(width)[None] < torch.tensor(sizes)[:, None]
    away = pad([distances(sizes[k], np.array([anchor]))[0] for k, anchor, _ in shown], 0, width)
    tied = pad([_ties(batch[k], anchor) for k, anchor, _ in shown], 0, width)
    with torch.autocast("cpu", torch.bfloat16):
        roles, cues, kinds = reader.linker(vectors[row], anchors, away, tied, there[row][:, None, None, :], drop)
    target = pad([gold.roles if gold else np.full(sizes[k], IGNORE) for k, _, gold in shown], IGNORE, width)
    loss = loss + 2 * _classes(roles.flatten(0, 1), target.flatten(), smooth)
    real = torch.tensor([float(gold is not None) for *_, gold in shown]) * (1 - 2 * smooth) + smooth
    loss = loss + F.binary_cross_entropy_with_logits(cues[:, 0].float(), real)
    attitude = torch.tensor([gold.attitude if gold else IGNORE for *_, gold in shown])
    loss = loss + 0.5 * _classes(cues[:, 1:], attitude, smooth)
    source = (target == _SOURCE).unsqueeze(-1)
    kind = torch.tensor([gold.kind if gold else IGNORE for *_, gold in shown])
    return loss + 0.5 * _classes((kinds.float() * source).sum(1) / source.sum(1).clamp(min=1), kind, smooth)


def loss_of_events(batch: Sequence[Example], standing: Tensor, events: Tensor, smooth: float) -> Tensor:
    """Mean loss of what is known of a batch's events: standing at their words, sides by word, types by window.

    A window shows a type when one of its words does: 1 - prod(1 - p) over them (noisy or; Maron & Lozano-Perez 1998, NIPS).
    """
    coded = [(k, e.coded) for k, e in enumerate(batch) if e.coded is not None]
    if not coded:
        return standing.sum() * 0
    rows, width = torch.tensor([k for k, _ in coded]), standing.shape[1]
    labels = pad([one.standing for _, one in coded], IGNORE, width)
    known = labels != IGNORE
    weights = torch.tensor(_RARE)
    stands = F.cross_entropy(standing[rows][known].float(), labels[known], weights, label_smoothing=smooth) if known.any() else 0
    sides = _marked(events[rows][..., len(TYPES) :], pad([one.sides for _, one in coded], IGNORE, width), smooth)
    typed = _typed(events[rows][..., : len(TYPES)].float(), [one for _, one in coded], [len(batch[k].words) for k, _ in coded])
    return stands + 2 * sides + 2 * typed


def _typed(logits: Tensor, coded: Sequence[Coded], sizes: Sequence[int]) -> Tensor:
    """Loss of the types [c, w, T] a window: of its words where they are marked, else of the whole."""
    shown = pad([one.shown for one in coded], IGNORE, logits.shape[1])
    known = shown != IGNORE
    loss = F.binary_cross_entropy_with_logits(logits[known], shown[known].float(), reduction="sum")
    silent = F.logsigmoid(-logits)  # log of: this word shows it not
    for k, one in enumerate(coded):
        none = silent[k, : sizes[k]].sum(0)
        for columns, is_shown in one.types:
            log = none[list(columns)].sum()
            loss = loss - (torch.log(-torch.expm1(log.clamp(max=-1e-4))) if is_shown else log)
    return loss / max(1, sum(bool(one.types) or bool((one.shown != IGNORE).any()) for one in coded))


def _marked(logits: Tensor, gold: Tensor, smooth: float) -> Tensor:
    """Mean binary cross-entropy over what somebody marked; nothing where there is none."""
    known = gold != IGNORE
    wanted = gold.clamp(min=0).float() * (1 - 2 * smooth) + smooth
    each = F.binary_cross_entropy_with_logits(logits.float(), wanted, reduction="none")
    return each[known].mean() if known.any() else logits.sum() * 0


def _classes(logits: Tensor, wanted: Tensor, smooth: float) -> Tensor:
    """Mean cross-entropy over the rows somebody labelled; nothing where there are none."""
    known = wanted != IGNORE
    return F.cross_entropy(logits[known].float(), wanted[known], label_smoothing=smooth) if known.any() else logits.sum() * 0


def _ties(e: Example, anchor: int) -> Ints:
    return np.asarray(ties(e.window.heads.tolist(), e.window.features["deps"].tolist(), [anchor])[0])


def linked(batch: Sequence[Example], belief: np.ndarray) -> list[tuple[int, int, Gold | None]]:
    """(window, anchor, gold) of every cue, and of the likeliest false ones with None; one a little off its cue's start still means it."""
    shown: list[tuple[int, int, Gold | None]] = []
    for k, e in enumerate(batch):
        shown += [(k, gold.anchor, gold) for gold in e.golds]
        near = belief[k, : len(e.words)].copy()
        near[[gold.anchor for gold in e.golds]] = 0
        near[e.marks[:, _START] == IGNORE] = 0
        for anchor in np.argsort(-near, kind="stable")[:_FALSE].tolist():
            if near[anchor] > _BELIEVED:
                shown.append((k, anchor, next((gold for gold in e.golds if gold.roles[anchor] == _CUE), None)))
    return shown
