// Package charset finds out how the bytes of a document stand for text and
// turns them into UTF-8.
//
// It holds the mechanisms only: what a byte order mark says (BOM), what the
// document says of itself (Declared), what the bytes look like (UTF16, UTF8,
// Detect), and the conversion (Text). Which of them is believed is the
// caller's decision.
//
// Encodings go by their names in the WHATWG Encoding Standard in lower case,
// as "windows-1252", and by "utf-32le" and "utf-32be", which it leaves out.
package charset

import (
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
)

// Name is the name of the encoding that a label such as "Latin1" or "cp1251"
// stands for; "" when the label is not known.
func Name(label string) string {
	label = strings.ToLower(strings.Trim(label, " \t\n\f\r\"'"))
	if alias, ok := aliases[label]; ok {
		label = alias
	}
	if strings.HasPrefix(label, "utf-32") {
		return label
	}
	enc, err := htmlindex.Get(label)
	if err != nil {
		return ""
	}
	name, err := htmlindex.Name(enc)
	if err != nil || name == "replacement" || name == "x-user-defined" {
		return ""
	}
	return name
}

// aliases are labels that occur in files though the standard lacks them.
var aliases = map[string]string{
	"utf-16":     "utf-16le",
	"utf-32":     "utf-32le",
	"utf32":      "utf-32le",
	"cp932":      "shift_jis",
	"cp936":      "gbk",
	"cp949":      "euc-kr",
	"cp950":      "big5",
	"cp874":      "windows-874",
	"cp-1251":    "windows-1251",
	"cp-1252":    "windows-1252",
	"win-1251":   "windows-1251",
	"win1251":    "windows-1251",
	"uhc":        "euc-kr",
	"iso8859-15": "iso-8859-15",
}

// Agree reports whether a declared encoding and the one that was found to be
// used are the same but for what labels leave open: the byte order, and how
// much of a family of encodings that contain one another is meant.
func Agree(declared, used string) bool {
	return family(declared) == family(used)
}

func family(name string) string {
	switch {
	case strings.HasPrefix(name, "utf-16"), strings.HasPrefix(name, "utf-32"):
		return name[:len("utf-16")]
	case name == "gbk":
		return "gb18030"
	}
	return name
}

// BOM is the encoding that the byte order mark at the start of data names,
// and the mark's length in bytes; "" and 0 when there is none.
func BOM(data []byte) (name string, size int) {
	switch {
	case hasPrefix(data, "\xEF\xBB\xBF"):
		return "utf-8", 3
	case hasPrefix(data, "\xFF\xFE\x00\x00") && len(data)%4 == 0:
		return "utf-32le", 4
	case hasPrefix(data, "\x00\x00\xFE\xFF"):
		return "utf-32be", 4
	case hasPrefix(data, "\xFF\xFE"):
		return "utf-16le", 2
	case hasPrefix(data, "\xFE\xFF"):
		return "utf-16be", 2
	}
	return "", 0
}

func hasPrefix(data []byte, prefix string) bool {
	return len(data) >= len(prefix) && string(data[:len(prefix)]) == prefix
}

// Text is data, without byte order mark, read in the encoding of that name;
// bytes that the encoding gives no meaning become U+FFFD, and replaced says
// how many such were written. The text is valid UTF-8 and does not alias
// data. An unknown name reads as UTF-8.
func Text(data []byte, name string) (text string, replaced int) {
	switch name {
	case "utf-16le":
		return utf16Text(data, littleEndian)
	case "utf-16be":
		return utf16Text(data, bigEndian)
	case "utf-32le":
		return utf32Text(data, littleEndian)
	case "utf-32be":
		return utf32Text(data, bigEndian)
	}
	enc, err := htmlindex.Get(family(name)) // the decoder of gbk is that of gb18030, says the standard
	if err != nil || name == "utf-8" {
		return utf8Text(data)
	}
	return legacyText(data, enc)
}

// legacyText leaves the conversion to golang.org/x/text, whose decoders write
// U+FFFD for what they cannot read and never fail.
func legacyText(data []byte, enc encoding.Encoding) (string, int) {
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return utf8Text(data)
	}
	text := string(out)
	return text, strings.Count(text, "\uFFFD")
}
