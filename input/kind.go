package input

import "bytes"

// A kind is what the first bytes of a file say that it is. The bytes are
// those that file(1) looks at.
type kind uint8

const (
	plain kind = iota
	gzipped
	zstandard
	xzed
	bzip2ed

	zipped
	tarred

	warcs
	jsonLines
	jsonText
	table
	mhtml
	mbox

	unsupported
)

var magics = []struct {
	kind  kind
	magic string
}{
	{gzipped, "\x1f\x8b\x08"},
	{zstandard, "\x28\xb5\x2f\xfd"},
	{xzed, "\xfd7zXZ\x00"},
	{bzip2ed, "BZh"},
	{zipped, "PK\x03\x04"},
	{zipped, "PK\x05\x06"}, // empty
	{warcs, "WARC/1."},
	{unsupported, "7z\xbc\xaf\x27\x1c"},
	{unsupported, "Rar!\x1a\x07"},
	{unsupported, "\x04\x22\x4d\x18"}, // lz4
	{unsupported, "\x1f\x9d"},         // compress
	{unsupported, "\x5d\x00\x00"},     // lzma
	{unsupported, "MSCF\x00\x00\x00\x00"},
}

// kindOf looks at the beginning of a file.
func kindOf(head []byte) kind {
	for _, m := range magics {
		if !bytes.HasPrefix(head, []byte(m.magic)) {
			continue
		}
		if m.kind == bzip2ed && !isBzip2(head) {
			continue
		}
		return m.kind
	}
	switch {
	case isJSONLines(head): // first, because it may be all that has come so far
		return jsonLines
	case isTar(head):
		return tarred
	case isMHTML(head):
		return mhtml
	case isMbox(head):
		return mbox
	}
	return plain
}

// isBzip2 tells a bzip2 stream from a text that begins with BZh: the first
// block begins with the digits of pi, or there is none.
func isBzip2(head []byte) bool {
	if len(head) < 10 || head[3] < '1' || head[3] > '9' {
		return false
	}
	block := string(head[4:10])
	return block == "\x31\x41\x59\x26\x53\x59" || block == "\x17\x72\x45\x38\x50\x90"
}

// kind is what s is taken for, which the user may have decided.
func (o *Options) kind(head []byte) kind {
	if o.Format == JSONL && new(objects).count(head, 1) > 0 {
		return jsonLines
	}
	k := kindOf(head)
	if o.Format == Auto || o.Format == JSONL {
		switch whole := len(head) <= sniffLen; {
		case k == plain && whole && o.isJSON(head), (k == plain || k == jsonLines) && o.isWrapped(head):
			k = jsonText
		case k == plain && o.areJSONLines(head):
			k = jsonLines
		case k == plain && o.isJSON(head):
			k = jsonText
		}
	}
	if k == jsonText {
		return k
	}
	if k == plain && (o.Format == CSV || o.Format == Auto && o.separator(head) != 0) {
		return table
	}
	if k != plain && k != warcs && k != jsonLines && k != mhtml && k != mbox {
		return k
	}
	switch o.Format {
	case Text, HTML:
		return plain
	case JSONL:
		return jsonLines
	case WARC:
		return warcs
	}
	return k
}

// telling is how many objects at the beginning of a stream tell that it is JSON
// Lines, whatever follows; 0 when nothing does.
func (o *Options) telling() int {
	switch o.Format {
	case Auto:
		return 2 // a page may begin with one
	case JSONL:
		return 1
	}
	return 0
}
