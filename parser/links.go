package parser

import (
	"strconv"
	"strings"
)

// isLinks reports whether s, which begins with a bracket, is two links or more and
// nothing else: of Markdown, with signs between them, or words with the number of
// the link before each, "[1]Home [2]News [3]Sport".
func isLinks(s string) bool {
	if len(s) > 1 && isASCIIDigit(rune(s[1])) {
		return isNumberedLinks(s)
	}
	n := 0
	for ; s != ""; n++ {
		_, address, rest, ok := cutLink(s)
		if !ok || strings.Contains(address, " ") {
			return false
		}
		s = strings.TrimLeft(rest, " |/,•·*-\u00a0")
	}
	return n > 1
}

// linkList marks the list of the numbered links of a page that browsers for terminals
// put below it, with its headings ("References", "Visible links:"), and takes the
// numbers off lines that may be fields.
func (d *draft) linkList() {
	k, n := len(d.visible)-1, 0
	for ; k >= 0; k-- {
		s := d.blocks[d.visible[k]].Text
		if isNumberedAddress(s) {
			n++
		} else if n == 0 || !strings.HasSuffix(s, ":") {
			break
		}
	}
	if n < 2 {
		return // as in most texts
	}
	if k > 0 && countWords(d.blocks[d.visible[k]].Text, 2) == 1 {
		k--
	}
	for _, i := range d.visible[:k+1] {
		if b := &d.blocks[i]; !d.lines[i].prose && b.Text[0] != '[' { // else it may be a button
			b.Text = withoutLinkNumbers(b.Text)
		}
	}
	for _, i := range d.visible[k+1:] {
		d.strike(i, "list of links", "")
	}
}

// maxLinkNumber is the most digits of the number of a link.
const maxLinkNumber = 4

// withoutLinkNumbers is s without the numbers that browsers for terminals put before the
// words of a link: "By [3]Jane Roe". In running text they stay, as all that stands there.
func withoutLinkNumbers(s string) string {
	k := strings.IndexByte(s, '[')
	if k < 0 {
		return s
	}
	var sb strings.Builder
	for ; k >= 0; k = strings.IndexByte(s, '[') {
		sb.WriteString(s[:k])
		s = s[k+1:]
		number, _, ok := strings.Cut(clip(s, maxLinkNumber+1), "]")
		if rest := s[min(len(s), len(number)+1):]; ok && allDigits(number) && rest != "" && rest[0] != ' ' {
			s = rest
		} else {
			sb.WriteByte('[')
		}
	}
	sb.WriteString(s)
	return sb.String()
}

// isNumberedAddress reports whether s is a number with a full stop and an address.
func isNumberedAddress(s string) bool {
	number, address, ok := strings.Cut(s, ". ")
	return ok && len(number) < 5 && allDigits(number) && strings.Contains(address, ":/") && strings.IndexByte(strings.TrimLeft(address, " "), ' ') < 0
}

// isNumberedButton reports whether s is the number of a link in brackets and words
// that say nothing: "[5]Print".
func (d *draft) isNumberedButton(s string) bool {
	number, words, ok := strings.Cut(s[1:], "]")
	return ok && allDigits(number) && words != "" && words[0] != ' ' && d.rules().Knows(words)
}

// maxLinkWords is the most words of a link in a menu.
const maxLinkWords = 5

// isNumberedLinks reports whether s is links with numbers in brackets before
// them, each one more than the last.
func isNumberedLinks(s string) bool {
	number, n := 0, 0
	for part := range strings.SplitSeq(s[1:], "[") {
		digits, words, ok := strings.Cut(part, "]")
		k, err := strconv.Atoi(digits)
		if !ok || err != nil || n > 0 && k != number+1 || words == "" || words[0] == ' ' || countWords(words, maxLinkWords+1) > maxLinkWords || endsSentence(words) {
			return false
		}
		number = k
		n++
	}
	return n > 1
}

// maxCommand bounds what may stand before a path, in bytes.
const maxCommand = 8

// maxFileName is the most bytes of the name of a file.
const maxFileName = 160

// isFileName reports whether s is a path on a disk of Windows, perhaps behind
// a command of one letter, or a name that ends as those of pictures and documents do or
// has what it is and how large behind it.
func isFileName(s string) bool {
	if len(s) > maxFileName || s[len(s)-1] == '.' {
		return false
	}
	if s[0] == '[' && s[len(s)-1] == ']' { // a picture
		s = s[1 : len(s)-1]
	}
	if i := strings.IndexByte(s[:min(len(s), maxCommand)], '\\'); i > 1 && s[i-1] == ':' && isASCIILetter(s[i-2]) {
		return countWords(s[i:], 2) < 2
	}
	if endsInBracket(s) {
		return isKindAndSize(s[strings.LastIndexAny(s, "([")+1 : len(s)-1])
	}
	for dot := len(s) - 4; dot > 0 && dot >= len(s)-5; dot-- {
		if s[dot] == '.' {
			return strings.IndexByte(s, ' ') < 0 && fileEnds[strings.ToLower(s[dot+1:])]
		}
	}
	return false
}

// isKindAndSize reports whether s is the kind of a document and how many bytes it has:
// "PDF, 412 kB".
func isKindAndSize(s string) bool {
	kind, size, _ := strings.Cut(s, " ")
	unit := strings.ToLower(strings.TrimLeft(size, " -–0123456789.,"))
	return fileEnds[strings.ToLower(strings.TrimRight(kind, ",;:"))] && hasDigit(size) && (unit == "kb" || unit == "mb" || unit == "b")
}

// fileEnds are how names of pictures and of documents end.
var fileEnds = map[string]bool{"pdf": true, "doc": true, "docx": true, "xls": true, "xlsx": true, "hwp": true, "odt": true, "rtf": true, "zip": true, "jpg": true, "jpeg": true, "png": true, "gif": true, "webp": true, "bmp": true}
