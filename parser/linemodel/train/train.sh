#!/bin/sh
# Train the line model: train.sh CORPUS [WORK]
# CORPUS holds gold/*.json and dump/{lynx,w3m,bs4}/*.txt. Python with
# requirements.txt is looked for as $PYTHON. Writes ../line.model and the
# trainer's own scores of ../testdata/*.txt.
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
pages="-corpus $corpus -lexicon ../lexicon.txt -cases ../../../testdata/cases -rules ../../rules -words $work/words."
"$work/train" matrix $pages -out "$work/first"
"$python" train.py fit "$work/first" "$work/first.forest" --power 0.75 --oof "$work/first.p"
"$work/train" matrix $pages -out "$work/second" -scores "$work/first.p"
"$python" train.py fit "$work/second" "$work/second.forest" --floor 3
"$python" train.py fit "$work/second" "$work/title.forest" --titles --rate 0.12 --l2 2 --features 0.5
"$python" train.py fit "$work/second" "$work/foreign.forest" --floor 3 --foreign "$work/second.forest" --trees 180 --rate 0.08 --seed 2
"$python" train.py fit "$work/second" "$work/foreign.title.forest" --titles --foreign "$work/title.forest" --trees 100 --rate 0.1 --l2 5
cd "$work"
cat words.all first.forest second.forest title.forest foreign.forest foreign.title.forest > "$here/../line.model"
cd "$here"

# scores NAME MODEL [--foreign FOREST]: what the trainer says of ../testdata/NAME.txt
scores() {
	page=../testdata/$1.txt
	model=$2
	out=../testdata/$1.scores
	shift 2
	"$work/train" matrix -page "$page" -words "$work/words." -out "$work/page1"
	"$python" train.py predict "$work/page1" "$work/first.forest.cbm" "$work/page.p"
	"$work/train" matrix -page "$page" -words "$work/words." -out "$work/page2" -scores "$work/page.p"
	"$python" train.py predict "$work/page2" "$model" "$out" "$@"
}
scores page "$work/second.forest.cbm"
scores foreign "$work/foreign.forest.cbm" --foreign "$work/second.forest"

go run . eval -corpus "$corpus" -lexicon ../lexicon.txt
