package input

import "io"

const (
	// tapeLen is how far a tape can be rewound: longer than almost every member
	// of a WARC file.
	tapeLen = 1 << 20
	// replayLen is how much is read at once of what was read before, so that to
	// rewind costs little when only a little is read again.
	replayLen = 256
)

// A tape is a reader that remembers what was read since a mark, unless that
// is more than tapeLen.
type tape struct {
	r     io.Reader
	at    int64 // offset of the next byte to be read
	from  int64 // the mark: from <= at <= from+len(kept)-first
	kept  []byte
	first int // kept[first] lies at from; what is before it is forgotten
}

func (t *tape) Read(p []byte) (int, error) {
	if again := t.kept[t.first+int(t.at-t.from):]; len(again) > 0 {
		n := copy(p, again[:min(len(again), replayLen)])
		t.at += int64(n)
		return n, nil
	}
	n, err := t.r.Read(p)
	t.at += int64(n)
	if t.kept = append(t.kept, p[:n]...); len(t.kept)-t.first > tapeLen {
		t.kept, t.first, t.from = t.kept[:0], 0, t.at
	}
	return n, err
}

// mark forgets what lies before offset.
func (t *tape) mark(offset int64) {
	n := int(offset - t.from)
	if n <= 0 {
		return
	}
	t.first, t.from = t.first+n, offset
	if t.first > len(t.kept)/2 { // each byte is moved once
		t.kept, t.first = append(t.kept[:0], t.kept[t.first:]...), 0
	}
}

// between is what was read from one offset to another, until the next call of Read; nil
// when it is not kept.
func (t *tape) between(from, to int64) []byte {
	if from < t.from {
		return nil
	}
	kept := t.kept[t.first:]
	return kept[from-t.from : to-t.from]
}

// rewind goes back to offset, or as far as what is kept.
func (t *tape) rewind(offset int64) { t.at = max(offset, t.from) }
