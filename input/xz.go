package input

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"

	"github.com/ulikunitz/xz"
	"github.com/ulikunitz/xz/lzma"
)

var errWindow = errors.New("window too large")

// newXz reads an xz file, of one or many streams. The decoder makes its
// window as large as the first block says, so that is looked at before.
func newXz(r io.Reader) (io.Reader, error) {
	in := bufio.NewReaderSize(r, 32<<10)
	head, err := in.Peek(12 + 1024) // stream header and the longest block header
	if err != nil && err != io.EOF {
		return nil, err
	}
	if xzWindow(head) > maxWindow {
		return nil, errWindow
	}
	return xz.NewReader(in)
}

// xzWindow is the size of the LZMA2 dictionary of the first block, -1 when
// head does not tell. See sections 2.1.1, 3.1 and 5.3.1 of The .xz File Format.
func xzWindow(head []byte) int64 {
	const streamHeader, compressedSize, uncompressedSize, lzma2 = 12, 0x40, 0x80, 0x21
	if len(head) < streamHeader+2 {
		return -1
	}
	flags, b := head[streamHeader+1], head[streamHeader+2:]
	for _, present := range []byte{compressedSize, uncompressedSize} {
		if flags&present != 0 {
			_, n := binary.Uvarint(b)
			b = b[max(n, 0):]
		}
	}
	if len(b) < 3 || b[0] != lzma2 || b[1] != 1 {
		return -1
	}
	size, err := lzma.DecodeDictCap(b[2])
	if err != nil {
		return -1
	}
	return size
}
