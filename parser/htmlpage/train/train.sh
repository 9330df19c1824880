#!/bin/sh
# Train the page model: train.sh CORPUS [WORK]
# CORPUS holds gold/*.json and html/*.html.gz. Python with requirements.txt is
# looked for as $PYTHON. Writes ../classes.txt and ../page.model.
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

cp "$work/classes.txt" ../classes.txt
cat "$work/first/forest.bin" "$work/second/forest.bin" > ../page.model
