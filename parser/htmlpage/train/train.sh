#!/bin/sh
# Train the page model: train.sh CORPUS [WORK]
# CORPUS holds gold/*.json and html/*.html.gz. Python with requirements.txt is
# looked for as $PYTHON. Writes ../classes.txt, ../page.model and the
# trainer's own scores of some rows in ../testdata.
set -eu
corpus=$1
work=${2:-$(mktemp -d)}
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
mkdir -p "$work/first" "$work/second"
cd "$here"
go build -o "$work/train" .

"$work/train" -corpus "$corpus" -work "$work" -step words
"$python" train.py classes "$work"
"$work/train" -corpus "$corpus" -work "$work" -step first
"$python" train.py first "$work/first"
"$work/train" -corpus "$corpus" -work "$work" -step second
"$python" train.py second "$work/second"

"$work/train" -corpus "$corpus" -lexicon ../../linemodel/lexicon.txt -cases ../../../testdata -rules ../../rules -work "$work" -step foreign
"$python" train.py foreign "$work/foreign"

cp "$work/classes.txt" ../classes.txt
cat "$work/first/forest.bin" "$work/second/forest.bin" "$work/foreign/forest.bin" > ../page.model
cp "$work/foreign/sample.rows" "$work/foreign/sample.scores" ../testdata
