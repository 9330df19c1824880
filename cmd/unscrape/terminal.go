package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"golang.org/x/term"

	"unscrape/output"
)

// isTerminal reports whether w is a terminal.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// A terminalWriter shows as escapes what JSON and YAML leave as it is and what
// could command or mislead a terminal. Data that go anywhere else stay exact.
type terminalWriter struct{ w io.Writer }

func (t terminalWriter) Write(p []byte) (int, error) {
	if _, err := t.w.Write(escaped(p)); err != nil {
		return 0, err
	}
	return len(p), nil
}

// escaped writes DEL, the control characters of C1, bidirectional controls and
// the separators of lines and paragraphs as \u and four digits.
func escaped(p []byte) []byte {
	var out []byte
	for {
		i := bytes.IndexFunc(p, misleads)
		if i < 0 && out == nil {
			return p
		}
		if i < 0 {
			return append(out, p...)
		}
		r, n := utf8.DecodeRune(p[i:])
		out = fmt.Appendf(append(out, p[:i]...), `\u%04x`, r)
		p = p[i+n:]
	}
}

// misleads reports whether a terminal must not get r, which neither JSON nor YAML
// escapes: theirs are below DEL.
func misleads(r rune) bool { return r >= 0x7F && !output.Safe(r) }
