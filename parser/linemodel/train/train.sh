#!/bin/sh
# Train the line model: train.sh CORPUS [WORK]
# CORPUS holds gold/*.json and dump/{lynx,w3m,bs4}/*.txt. Python with
# requirements.txt is looked for as $PYTHON. Writes ../line.model and the
# trainer's own scores of ../testdata/page.txt.
set -eu
corpus=$1
work=${2:-$(mktemp -d)}
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
mkdir -p "$work/first" "$work/second" "$work/page1" "$work/page2"
cd "$here"
go build -o "$work/train" .

"$work/train" words -corpus "$corpus" -out "$work/words.tsv"
"$python" train.py words "$work/words.tsv" "$work/words."
"$work/train" matrix -corpus "$corpus" -lexicon ../lexicon.txt -words "$work/words." -out "$work/first"
"$python" train.py fit "$work/first" "$work/first.forest" --power 0.75 --oof "$work/first.p"
"$work/train" matrix -corpus "$corpus" -lexicon ../lexicon.txt -words "$work/words." -out "$work/second" -scores "$work/first.p"
"$python" train.py fit "$work/second" "$work/second.forest" --floor 3
"$python" train.py fit "$work/second" "$work/title.forest" --titles --rate 0.12 --l2 2 --features 0.5
cat "$work/words.all" "$work/first.forest" "$work/second.forest" "$work/title.forest" > ../line.model

"$work/train" matrix -page ../testdata/page.txt -words "$work/words." -out "$work/page1"
"$python" train.py predict "$work/page1" "$work/first.forest.cbm" "$work/page.p"
"$work/train" matrix -page ../testdata/page.txt -words "$work/words." -out "$work/page2" -scores "$work/page.p"
"$python" train.py predict "$work/page2" "$work/second.forest.cbm" ../testdata/page.scores

go run . eval -corpus "$corpus" -lexicon ../lexicon.txt
