#!/usr/bin/env bash
# Times the whole process against wc -w, cat and xargs cat, on one large file
# and on a folder of files, both made of copies of one labelled article, and
# how long it takes to start:
#
#	testdata/bench/process.sh [MEGABYTES [FILES [RUNS]]]    500, 20000, 5
#
# All files are read once before, so that they come out of the page cache. The
# commands take turns, so that a busy moment hits all of them; each figure is
# the median of the runs: the time on the wall and, which other programs disturb
# less, on all cores. TMPDIR needs room for both inputs.
set -euo pipefail
cd "$(dirname "$0")/../.."

megabytes=${1:-500} files=${2:-20000} runs=${3:-5} starts=41
article=testdata/cases/en-labelled-long-subheading.txt
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
go build -o "$dir/unscrape" ./cmd/unscrape
unscrape=$dir/unscrape large=$dir/large.txt folder=$dir/folder

make_inputs() {
  { cat $article; echo; } > "$dir/one"
  for _ in $(seq 200); do cat "$dir/one"; done > "$dir/block"
  for _ in $(seq $((megabytes * 1000000 / $(wc -c < "$dir/block") + 1))); do cat "$dir/block"; done > "$large"
  for i in $(seq 0 $((files - 1))); do
    if [ $((i % 100)) = 0 ]; then
      sub=$folder/$(printf %03d $((i / 100)))
      mkdir -p "$sub"
    fi
    cp $article "$sub/$(printf %05d "$i").txt"
  done
  cat "$large" > /dev/null
  find "$folder" -type f -print0 | sort -z > "$dir/names"
  xargs -0 cat < "$dir/names" > /dev/null
}

# timed NAME COMMAND appends the seconds that a command takes to
# $dir/NAME.times: on the wall, and on all cores.
timed() {
  local TIMEFORMAT='%R %U %S'
  { time bash -c "$2" > /dev/null; } 2>&1 | awk '{ printf "%.3f %.3f\n", $1, $2 + $3 }' >> "$dir/$1.times"
}

# median NAME COLUMN of the times.
median() { awk -v c="$2" '{ print $c }' "$dir/$1.times" | sort -n | awk '{ t[NR] = $1 } END { print t[int((NR + 1) / 2)] }'; }

# compare CPUS WHAT NAME=COMMAND... times commands in turn on the given cores
# and prints their medians, each with its ratios to the others before it.
compare() {
  local cpus=$1 what=$2 pair other name ratios
  shift 2
  rm -f "$dir"/*.times
  for _ in $(seq "$runs"); do
    for pair in "$@"; do timed "${pair%%=*}" "exec taskset -c $cpus ${pair#*=}"; done
  done
  printf '\n%-30s     wall   all cores\n' "$what, cores $cpus"
  for pair in "$@"; do
    name=${pair%%=*} ratios=
    for other in "$@"; do
      [ "$other" = "$pair" ] && break
      ratios+="  $(ratio "$name" "${other%%=*}" 1) ($(ratio "$name" "${other%%=*}" 2)) x ${other%%=*}"
    done
    printf '  %-26s %8.3f s %8.3f s%s\n' "$name" "$(median "$name" 1)" "$(median "$name" 2)" "$ratios"
  done
}

ratio() { awk -v a="$(median "$1" "$3")" -v b="$(median "$2" "$3")" 'BEGIN { printf "%.2f", a / (b > 0 ? b : 0.001) }'; }

# startup NAME COMMAND prints the median time of many runs of a command.
startup() {
  rm -f "$dir"/*.times
  for _ in $(seq $starts); do timed start "$2"; done
  printf '  %-38s %4.0f ms\n' "$1" "$(awk -v t="$(median start 1)" 'BEGIN { print t * 1000 }')"
}

make_inputs
for cpus in 0 0,1; do
  compare $cpus "one file of $megabytes MB" "cat=cat $large" "wc -w=wc -w $large" "unscrape=$unscrape -o jsonl $large"
done
for cpus in 0 0,1; do
  compare $cpus "a folder of $files files" "xargs cat=xargs -0 cat < $dir/names" "unscrape=$unscrape -o jsonl $folder"
done
printf '\nstart, median of %d runs, the shell that starts it included\n' $starts
startup "nothing (true)" "exec true"
startup "unscrape version" "exec $unscrape version"
startup "first byte of an article" "$unscrape $article | head -c 1"
