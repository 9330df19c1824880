package input

import "io"

// tapeLen is how far a tape can be rewound: longer than almost every member
// of a WARC file.
const tapeLen = 1 << 20

// A tape is a reader that remembers what was read since a mark, unless that
// is more than tapeLen.
type tape struct {
	r    io.Reader
	at   int64 // offset of the next byte to be read
	from int64 // offset of kept[0]; from <= at <= from+len(kept)
	kept []byte
}

func (t *tape) Read(p []byte) (int, error) {
	if again := t.kept[t.at-t.from:]; len(again) > 0 {
		n := copy(p, again)
		t.at += int64(n)
		return n, nil
	}
	n, err := t.r.Read(p)
	t.at += int64(n)
	if t.kept = append(t.kept, p[:n]...); len(t.kept) > tapeLen {
		t.kept, t.from = t.kept[:0], t.at
	}
	return n, err
}

// mark forgets what lies before offset.
func (t *tape) mark(offset int64) {
	if n := offset - t.from; n > 0 {
		t.kept, t.from = append(t.kept[:0], t.kept[n:]...), offset
	}
}

// rewind goes back to offset, or as far as what is kept.
func (t *tape) rewind(offset int64) { t.at = max(offset, t.from) }
