package output

import "strings"

// AppendFailure appends a record that stands for a document that could not be
// read: its source, and an error in the place of an article.
func (e *Encoder) AppendFailure(dst []byte, source, reason string) []byte {
	w := writer{dst: dst, style: e.style}
	w.open(&w.record)
	w.member(&w.record, "source")
	w.string(strings.ToValidUTF8(source, "\uFFFD"))
	w.member(&w.record, "error")
	w.string(strings.ToValidUTF8(reason, "\uFFFD"))
	w.close(&w.record)
	return w.dst
}
