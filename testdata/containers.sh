#!/usr/bin/env bash
# Packs one folder with the tools that people use, and wants the same articles
# from every form of it. Usage: testdata/containers.sh ./unscrape
# A form whose tool is missing is left out, with a message; with --all that is
# a failure.
set -euo pipefail
all=false
if [ "${1:-}" = --all ]; then all=true; shift; fi
unscrape=$(realpath "$1")
cd "$(dirname "$0")/.."
work=$(mktemp -d)
server=
cleanup() { [ -z "$server" ] || kill "$server"; rm -rf "$work"; }
trap cleanup EXIT
go build -o "$work/generate" ./testdata/generate
cd "$work"
./generate folder in 300

passed=0 failed=0 skipped=0
# articles NAME...: what unscrape makes of inputs, without what names the container
articles() { "$unscrape" "$@" -o jsonl --fields id,timestamp,title,body | LC_ALL=C sort; }
articles in > want
[ "$(wc -l < want)" = 300 ] || { echo "the folder has $(wc -l < want) articles, not 300" >&2; exit 1; }

# form NAME TOOL COMMAND: COMMAND makes NAME from the folder in
form() {
  if ! command -v "$2" > /dev/null; then
    echo "skipped: $1, because there is no $2"
    skipped=$((skipped + 1))
    return
  fi
  bash -euo pipefail -c "$3" > log 2>&1 || { cat log; exit 1; }
  if articles "$1" > got && cmp -s want got; then
    passed=$((passed + 1))
  else
    echo "FAILED: $1 ($3) gives other articles than the folder: $(wc -l < got) of them"
    failed=$((failed + 1))
  fi
}

form a.tar tar 'tar cf a.tar in'
form gnu.tar tar 'tar --format=gnu -cf gnu.tar in'
form v7.tar tar 'tar --format=v7 -cf v7.tar in'
form pax.tar tar 'tar --format=pax -cf pax.tar in'
form a.tar.gz gzip 'tar czf a.tar.gz in'
form a.tar.bz2 bzip2 'tar cjf a.tar.bz2 in'
form a.tar.xz xz 'tar cJf a.tar.xz in'
form blocks.tar.xz xz 'tar cf - in | xz -T2 --block-size=65536 > blocks.tar.xz'
form a.tar.zst zstd 'tar cf - in | zstd -q -19 > a.tar.zst'
form pigz.tar.gz pigz 'tar cf - in | pigz > pigz.tar.gz'
form a.zip zip 'zip -qr a.zip in'
form stored.zip zip 'zip -qr0 stored.zip in'
form piped.zip zip 'zip -qr - in | cat > piped.zip'
form bzip2.zip zip 'zip -qr -Z bzip2 bzip2.zip in'
form 7z.zip 7z '7z a -bd -tzip 7z.zip in'
form 7z.tar 7z '7z a -bd -ttar 7z.tar in'
form 7z.tar.xz 7z '7z a -bd -ttar 7z2.tar in; 7z a -bd -txz 7z.tar.xz 7z2.tar'
form nested.zip zip 'tar czf nested.tar.gz in; zip -q nested.zip nested.tar.gz'
for tool in gzip bzip2 xz zstd pigz; do
  form "each-$tool" "$tool" "cp -r in each-$tool; find each-$tool -type f -print0 | xargs -0 $tool -q; find each-$tool -name '*.txt' -delete"
done

./generate serve in 127.0.0.1:0 > address &
server=$!
for _ in $(seq 50); do [ -s address ] && break; sleep 0.1; done
find in -type f | sed "s|^in|http://$(cat address)|" > urls
form wget.warc.gz wget 'wget -q -i urls --warc-file=wget -O /dev/null'
form plain.warc wget 'wget -q -i urls --warc-file=plain --no-warc-compression -O /dev/null'
form chunked.warc.gz wget "sed 's|\$|?chunked|' urls > chunked; wget -q -i chunked --warc-file=chunked -O /dev/null"
form gzipped.warc.gz wget "sed 's|\$|?gzip|' urls > gzipped; wget -q -i gzipped --header 'Accept-Encoding: gzip' --warc-file=gzipped -O /dev/null"

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] || exit 1
if $all && [ "$skipped" != 0 ]; then exit 1; fi
