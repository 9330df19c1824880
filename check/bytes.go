package check

import "unicode/utf8"

// A byteSet is the bytes that a text has. It is made once for each article so
// that rules need not read texts that cannot have what they look for.
type byteSet [256]bool

func bytesOf(texts ...string) (set byteSet) {
	for _, s := range texts {
		for i := 0; i < len(s); i++ {
			set[s[i]] = true
		}
	}
	return set
}

// any reports whether one of the bytes is in the set.
func (set *byteSet) any(bytes string) bool {
	for i := 0; i < len(bytes); i++ {
		if set[bytes[i]] {
			return true
		}
	}
	return false
}

// foreign reports whether there is anything but ASCII.
func (set *byteSet) foreign() bool { return set.between(utf8.RuneSelf, 0xff) }

// control reports whether there may be a control character: one of ASCII, or
// a byte that begins another.
func (set *byteSet) control() bool {
	return set.between(0, '\t'-1) || set.between('\n'+1, 0x1f) || set[0x7f] || set[0xc2] || set[0xe2]
}

func (set *byteSet) between(low, high int) bool {
	for _, has := range set[low : high+1] {
		if has {
			return true
		}
	}
	return false
}
