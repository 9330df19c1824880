package charset

import "unicode/utf8"

// IsASCII reports whether text has ASCII characters only.
func IsASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// UTF8 reports whether data, which is not valid UTF-8, is meant as such: most
// of its multi-byte sequences are well-formed. Legacy text contains such
// sequences by chance, though hardly the longer ones.
func UTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			bad++
			i += illFormed(data[i:])
			continue
		}
		good += 2*size - 3
		i += size
	}
	return good > bad
}

// Detect is the encoding that data, which is neither UTF-8 nor UTF-16, looks
// like; the declared one, when it is not "" and data makes sense in it.
func Detect(data []byte, declared string) string {
	if utf8.Valid(data) {
		return "utf-8"
	}
	if declared != "" && declared != "utf-8" {
		return declared
	}
	return "windows-1252"
}
