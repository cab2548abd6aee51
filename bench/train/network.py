"""The network in training: an encoder of words, and a linker that looks at the words again with one cue marked.

The encoder's body is all-MiniLM-L6-v2 (Wang et al. 2020, NeurIPS; Reimers & Gurevych 2019, EMNLP). To each piece's vector are added those
of its word's features and a projection of its syntactic head's. The linker labels every word with its role *for one cue*, as semantic role
labellers do with their predicate (He et al. 2017, ACL), so that contents in several parts, shared sources and attributions inside others
need no special treatment.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.language.encoder.roles import ATTITUDES, KINDS, MARKS, ROLES, SIDES, STANDINGS, TYPES
from sayso.language.encoder.window import DISTANCES, FEATURES, SIZES, TIES

WIDTH, HEADS, LAYERS, PIECES, PLACES = 384, 12, 6, 30522, 512
LOOK_WIDTH, LOOK_HEADS, LOOKS = 192, 6, 2
EPS = 1e-12
_RARE = -5.0  # logit of a word that shows one type of event: one in 150


class Layer(nn.Module):
    """One post-norm transformer layer, BERT's."""

    def __init__(self, width: int, inner: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, EPS), nn.LayerNorm(width, EPS)

    def forward(self, x: Tensor, mask: Tensor | None, drop: float) -> Tensor:
        """[b, t, width] to the same; ``mask`` [b, 1, 1, t] is True where there is something."""
        b, t, w = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        a = (q @ k.transpose(2, 3)) * (w // self.heads) ** -0.5  # spelled out: on short windows twice as fast to train as the fused one
        if mask is not None:
            a = a.masked_fill(~mask, -1e4)
        a = a.softmax(-1) @ v
        x = self.norm1(x + self.out(a.transpose(1, 2).reshape(b, t, w)))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), drop, self.training))


def rows(x: Tensor, index: Tensor) -> Tensor:
    """Pick rows: [b, n, width] by [b, m] to [b, m, width]."""
    return x.gather(1, index.unsqueeze(-1).expand(-1, -1, x.shape[-1]))


class Probe(nn.Module):
    """Words' vectors to ``columns`` logits a word, over one hidden layer; ``rare``: nearly all of them no, to begin with."""

    def __init__(self, columns: int, *, rare: bool) -> None:
        super().__init__()
        self.enter, self.out = nn.Linear(WIDTH, LOOK_WIDTH), nn.Linear(LOOK_WIDTH, columns)
        if rare:
            nn.init.constant_(self.out.bias, _RARE)

    def forward(self, x: Tensor, drop: float) -> Tensor:
        """[b, w, width] to [b, w, columns]."""
        out: Tensor = self.out(F.dropout(F.gelu(self.enter(x)), drop, self.training))
        return out


class Encoder(nn.Module):
    """Pieces and words to a vector and, as logits, what each word is.

    Four marks (it starts a cue; is in a source, cue, content), how the event that it names stands, and which type that is and
    whether it is in an event's actor or recipient.
    """

    def __init__(self) -> None:
        super().__init__()
        self.word, self.place = nn.Embedding(PIECES, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.features = nn.ModuleDict({name: nn.Embedding(SIZES[name], WIDTH) for name in FEATURES})
        self.head = nn.Linear(WIDTH, WIDTH, bias=False)
        self.norm = nn.LayerNorm(WIDTH, EPS)
        self.layers = nn.ModuleList(Layer(WIDTH, 4 * WIDTH, HEADS) for _ in range(LAYERS))
        self.marks = nn.Linear(WIDTH, len(MARKS))
        self.standing = Probe(len(STANDINGS), rare=False)
        self.events = Probe(len(TYPES) + len(SIDES), rare=True)

    def forward(
        self, ids: Tensor, owner: Tensor, first: Tensor, heads: Tensor, *features: Tensor, mask: Tensor | None = None, drop: float = 0.0
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """``ids``, ``owner`` [b, p]; ``first``, ``heads`` and each feature [b, w] to [b, w, width], marks, standings, types and sides."""
        words = self.word(ids)
        starts = rows(words, first)
        about = self.head(rows(starts, heads))
        for name, values in zip(FEATURES, features, strict=True):
            about = about + self.features[name](values)
        x = self.norm(words + self.place.weight[: ids.shape[1]] + self.kind + rows(about, owner))
        for layer in self.layers:
            x = layer(x, mask, drop)
        x = rows(x, first)
        return x, self.marks(x), self.standing(x, drop), self.events(x, drop)


class Linker(nn.Module):
    """Words' vectors and one marked cue to what each word is to that cue, whether it is one, its attitude, its source's kind: logits."""

    def __init__(self) -> None:
        super().__init__()
        self.enter = nn.Linear(WIDTH, LOOK_WIDTH)
        self.distance, self.tie = nn.Embedding(DISTANCES, LOOK_WIDTH), nn.Embedding(TIES, LOOK_WIDTH)
        self.norm = nn.LayerNorm(LOOK_WIDTH, EPS)
        self.layers = nn.ModuleList(Layer(LOOK_WIDTH, 2 * LOOK_WIDTH, LOOK_HEADS) for _ in range(LOOKS))
        self.role = nn.Linear(LOOK_WIDTH, len(ROLES))
        self.cue = nn.Linear(LOOK_WIDTH, 1 + len(ATTITUDES))
        self.kind = nn.Linear(LOOK_WIDTH, len(KINDS))

    def forward(
        self, words: Tensor, anchors: Tensor, distances: Tensor, ties: Tensor, mask: Tensor | None = None, drop: float = 0.0
    ) -> tuple[Tensor, Tensor, Tensor]:
        """``words`` [a or 1, w, width], ``anchors`` [a], the others [a, w] to ([a, w, roles], [a, 1 + attitudes], [a, w, kinds])."""
        x = self.norm(self.enter(words) + self.distance(distances) + self.tie(ties))
        for layer in self.layers:
            x = layer(x, mask, drop)
        return self.role(x), self.cue(rows(x, anchors.unsqueeze(1)).squeeze(1)), self.kind(x)


class Reader(nn.Module):
    """Both together, as trained."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder, self.linker = Encoder(), Linker()


def from_sentence_encoder(folder: Path) -> Reader:
    """A Reader whose body starts from MiniLM's; what is added to its input starts at zero, its word vectors stay as they are."""
    state = load_file(str(folder / "model.safetensors"))
    reader = Reader()
    e = reader.encoder
    with torch.no_grad():
        e.word.weight.copy_(state["embeddings.word_embeddings.weight"])
        e.place.weight.copy_(state["embeddings.position_embeddings.weight"])
        e.kind.copy_(state["embeddings.token_type_embeddings.weight"][0])
        e.norm.load_state_dict({k: state[f"embeddings.LayerNorm.{k}"] for k in ("weight", "bias")})
        e.head.weight.zero_()
        for table in e.features.values():
            assert isinstance(table, nn.Embedding)
            table.weight.zero_()
        for number, layer in enumerate(e.layers):
            _load(layer, state, f"encoder.layer.{number}.")
    for part in (e.word.weight, e.place.weight, e.kind):
        part.requires_grad_(False)
    return reader


_NAMES = {
    "out": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}


def _load(layer: nn.Module, state: dict[str, Tensor], at: str) -> None:
    own = dict(layer.named_parameters())
    for key in ("weight", "bias"):
        own[f"qkv.{key}"].copy_(torch.cat([state[f"{at}attention.self.{part}.{key}"] for part in ("query", "key", "value")]))
        for name, where in _NAMES.items():
            own[f"{name}.{key}"].copy_(state[f"{at}{where}.{key}"])
