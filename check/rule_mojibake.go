package check

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

var mojibake = &Rule{
	ID:       "mojibake",
	Severity: Error,
	Title:    "letters were decoded with the wrong charset",
	Why:      "Text in UTF-8 was read as windows-1252 or another charset of one byte a character, and saved: é became Ã©, and every word with such a letter is lost to search.",
	Mend:     "Encode the text in the charset that the message names and decode it as UTF-8, or fetch it again.",
	Unit:     "broken letters that are too many",
	Limit:    2,
	Fires:    one("News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nCafÃ© opens again\n\nThe cafÃ© by the bridge opened again on Tuesday after nine months of work, its owner said.\n"),
	Quiet:    one("News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nCafé opens again\n\nThe CAFÉ by the bridge opened again on Tuesday after nine months of work, its owner said.\n"),
	article: func(s *subject) {
		if !s.bytes.foreign() {
			return
		}
		var n broken
		n.count(s.Title)
		n.count(s.Body)
		if n.letters == 0 || n.letters < int(s.threshold) {
			return
		}
		for _, p := range append([]passage{s.headline()}, s.body()...) {
			var here broken
			if here.count(p.text); here.letters > 0 {
				s.reportWords(p, here.run, "%s, as %q for %q: UTF-8 was read as %s", plural(n.letters, "broken letter"), here.run, here.meant, pages8[here.page].name)
				return
			}
		}
	},
}

// pages8 are the charsets that UTF-8 is taken for.
var pages8 = [pageCount]struct {
	name string
	page *charmap.Charmap
}{
	{"windows-1252", charmap.Windows1252},
	{"windows-1251", charmap.Windows1251},
	{"windows-1250", charmap.Windows1250},
	{"windows-1256", charmap.Windows1256},
	{"windows-1254", charmap.Windows1254},
	{"KOI8-R", charmap.KOI8R},
	{"Mac Roman", charmap.Macintosh},
}

// The tables say for a character which byte it is in each page (0: none), and,
// with a bit for each page, whether that byte begins or continues a character
// of UTF-8. maxPage bounds the characters that the pages have.
const (
	maxPage   = 0x2600
	pageCount = 7
)

var (
	byteOf    [pageCount][maxPage]uint8
	begins    [maxPage]uint8
	continues [maxPage]uint8
)

func init() {
	for k, p := range pages8 {
		for b := 0x80; b < 0x100; b++ {
			r := p.page.DecodeByte(byte(b))
			if r < maxPage {
				enter(k, r, b)
			}
			if b < 0xa0 { // ISO 8859-1, and bytes without a character, give C1 controls
				enter(k, rune(b), b)
			}
		}
	}
}

func enter(page int, r rune, b int) {
	byteOf[page][r] = uint8(b)
	switch {
	case b < 0xc0:
		continues[r] |= 1 << page
	case b >= 0xc2 && b < 0xf5:
		begins[r] |= 1 << page
	}
}

// broken is what was found of broken letters.
type broken struct {
	letters    int
	run, meant string // the first ones
	page       int
}

// count looks at each run of characters outside of ASCII. A run is broken when
// in one of the pages all of it is UTF-8 of characters that are in use. Two
// characters that stand for one are enough beside a letter of ASCII, or in
// windows-1252; in other pages they may be a word.
func (n *broken) count(s string) {
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		first, size := utf8.DecodeRuneInString(s[i:])
		second, _ := utf8.DecodeRuneInString(s[i+size:])
		end := i + size
		for end < len(s) && s[end] >= utf8.RuneSelf {
			end++
		}
		if first < maxPage && second < maxPage && begins[first]&continues[second] != 0 {
			inWord := i > 0 && isLetter(s[i-1]) || end < len(s) && isLetter(s[end])
			n.judge(s[i:end], begins[first]&continues[second], inWord)
		}
		i = end
	}
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

func (n *broken) judge(run string, pages uint8, inWord bool) {
	for k := range pages8 {
		if pages&(1<<k) == 0 {
			continue
		}
		meant := recode(run, &byteOf[k])
		letters := utf8.RuneCountInString(meant)
		if letters == 0 || letters == 1 && k > 0 && !inWord {
			continue
		}
		if n.letters == 0 {
			n.run, n.meant, n.page = run, meant, k
		}
		n.letters += letters
		return
	}
}

// recode is what run is when its characters are bytes of UTF-8; "" when they
// are not, or of characters that hardly any text has.
func recode(run string, bytes *[maxPage]uint8) string {
	var b strings.Builder
	for _, r := range run {
		if r >= maxPage || bytes[r] == 0 {
			return ""
		}
		b.WriteByte(bytes[r])
	}
	if s := b.String(); utf8.ValidString(s) && !strings.ContainsFunc(s, unusual) {
		return s
	}
	return ""
}

// unusual reports whether a character is hardly found in today's news: a
// control character, a phonetic letter, or a Cyrillic or Arabic letter of few
// languages.
func unusual(r rune) bool {
	switch {
	case r < 0xa0, r >= 0x180 && r < 0x370, r >= 0x460 && r < 0x490, r >= 0x492 && r < 0x5d0, r >= 0x700 && r < 0x900:
		return true
	case r >= 0x600 && r < 0x700:
		return !(r >= 0x621 && r <= 0x652 || r >= 0x660 && r <= 0x669 || strings.ContainsRune("،؛؟پچژکگی۰۱۲۳۴۵۶۷۸۹۔ے", r))
	}
	return false
}
