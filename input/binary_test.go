package input

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"
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

// UTF-16 is text in every script, with a byte order mark or without; what has
// numbers of 16 bits is not.
func TestUTF16IsText(t *testing.T) {
	for _, text := range []string{
		"The harbour pilots got a second tug.\n", "ПОРТОВЫЕ ЛОЦМАНЫ получили второй буксир.\n", "Ο πλοηγοί πήραν δεύτερο ρυμουλκό.\n",
		"حصل مرشدو الميناء على قاطرة ثانية، أليس كذلك؟\n", "טייסי הנמל קיבלו גוררת שנייה.\n", "बंदरगाह के पायलटों को दूसरा टग मिला।\n",
		"นำร่องท่าเรือได้เรือลากจูงลำที่สอง\n", "港口引航员得到了第二艘拖船。\n", "항만 도선사들이 두 번째 예인선을 받았다.\n",
	} {
		for _, bom := range []string{"", "\ufeff"} {
			for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
				var b []byte
				for _, u := range utf16.Encode([]rune(bom + strings.Repeat(text, 3))) {
					b = order.AppendUint16(b, u)
				}
				if isBinary(b) {
					t.Errorf("%q in %v is taken for binary", bom+text, order)
				}
			}
		}
	}
	var numbers []byte
	for i := range uint16(500) {
		numbers = binary.LittleEndian.AppendUint16(numbers, i%40)
	}
	if !isBinary(numbers) {
		t.Error("numbers are taken for text")
	}
}
