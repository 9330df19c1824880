package input

import (
	"bytes"
	"errors"
	"io"
	"os"
	"sync"
)

// sniffLen is how much of a file is looked at to tell what it is. A file
// that is not longer has then been read.
const sniffLen = 64 << 10

// A sniffed is an item whose beginning has been read.
type sniffed struct {
	item
	head  []byte // whole content when whole is set
	whole bool
	size  int64 // -1 when unknown
}

var heads = sync.Pool{New: func() any { return new([sniffLen + 1]byte) }}

// sniff reads the beginning of a regular file. Standard input and special
// files, which can be read only once and may block, are left to emit.
func (w *walk) sniff(it item) sniffed {
	s := sniffed{item: it}
	if it.err != nil || it.end || it.name == "-" || !it.mode.IsRegular() {
		return s
	}
	f, err := os.Open(it.name)
	if err != nil {
		s.err = fault(it.name, "open", err)
		return s
	}
	defer f.Close()
	buf := heads.Get().(*[sniffLen + 1]byte)
	defer heads.Put(buf)
	s.err = s.read(f, buf[:])
	return s
}

// read fills in head, whole and size from the beginning of f.
func (s *sniffed) read(f *os.File, buf []byte) error {
	n, err := io.ReadFull(f, buf)
	s.whole = errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
	if err != nil && !s.whole {
		return fault(s.name, "read", err)
	}
	s.head, s.size = bytes.Clone(buf[:n]), int64(n)
	if s.whole {
		return nil
	}
	info, err := f.Stat()
	if err != nil {
		return fault(s.name, "read", err)
	}
	s.size = info.Size()
	return nil
}

// kind is what the first bytes of a file say it is.
type kind uint8

const (
	plain kind = iota
	gzipped
)

func kindOf(head []byte) kind {
	switch {
	case bytes.HasPrefix(head, []byte("\x1f\x8b\x08")):
		return gzipped
	}
	return plain
}

var magics = [][]byte{
	[]byte("%PDF-"), []byte("\x89PNG\r\n\x1a\n"), []byte("\xff\xd8\xff"), []byte("GIF8"), []byte("RIFF"),
	[]byte("\x7fELF"), []byte("ID3"), []byte("OggS"), []byte("wOF"), []byte("SQLite format 3\x00"),
}

// binary reports whether head, the beginning of a file, cannot be text in
// any encoding. A stray NUL does not make a text binary, and every other
// byte of UTF-16 is NUL in most scripts.
func binary(head []byte) bool {
	for _, m := range magics {
		if bytes.HasPrefix(head, m) {
			return true
		}
	}
	head = head[:min(len(head), 8<<10)]
	var controls int
	var nul [2]int
	for i, b := range head {
		switch {
		case b == 0:
			nul[i&1]++
		case b < 0x20 && (b < '\b' || b > '\r') && b != 0x1b && b != 0x1a:
			controls++
		}
	}
	if wide := max(nul[0], nul[1]); wide*10 > len(head) && min(nul[0], nul[1])*20 <= wide {
		nul = [2]int{} // UTF-16
	}
	return (controls+nul[0]+nul[1])*20 > len(head)
}
