package input

import (
	"encoding/binary"
	"testing"
)

func TestText8(t *testing.T) {
	isControl := func(b byte) bool { return b < '\b' || b > '\r' && b < ' ' }
	for a := range 256 {
		for b := range 256 {
			x := [8]byte{' ', '\n', byte(a), byte(b), 0xFF, 'a', byte(b), byte(a)}
			want := 0
			for want < len(x) && !isControl(x[want]) {
				want++
			}
			if got := text8(binary.LittleEndian.Uint64(x[:])); got != want {
				t.Fatalf("%q: %d bytes of text, want %d", x, got, want)
			}
		}
	}
}
