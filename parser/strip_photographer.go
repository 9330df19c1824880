package parser

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Captions end with who took or gave the picture, in each language in its own way.

// endsInInitial reports whether s ends with a capital and a full stop, as a name
// in short does.
func endsInInitial(s string) bool {
	if n := len(s); n > 1 && ('a' <= s[n-2] && s[n-2] <= 'z' || strings.HasSuffix(s, "”")) { // as nearly all sentences do
		return false
	}
	s = strings.TrimSuffix(s, ".")
	r, n := utf8.DecodeLastRuneInString(s)
	before, _ := utf8.DecodeLastRuneInString(s[:len(s)-n])
	return unicode.IsUpper(r) && (before == '.' || before == ' ')
}

// endsInInitials reports whether s ends with a slash and up to five small letters, as
// the credits of Indonesian agencies do: "ANTARA FOTO/Putri Ayu/foc."
func endsInInitials(s string) bool {
	s = strings.TrimSuffix(s, ".")
	k := len(s)
	if strings.LastIndexByte(s[max(0, k-6):], '/') < 0 { // as nearly all sentences do
		return false
	}
	for k > 0 && len(s)-k < 6 && 'a' <= s[k-1] && s[k-1] <= 'z' {
		k--
	}
	return k > 0 && k < len(s) && s[k-1] == '/'
}

// maxPhotographed is the most columns of a caption that ends with the word for
// taking a picture.
const maxPhotographed = 120

// photographed reports whether s ends with a name and a word for taking or
// giving a picture, in brackets or behind an equals sign, as Chinese and
// Japanese captions do: （記者葉知秋攝）, ＝高見沢涼撮影; or behind a full stop or
// a sign of copyright: 。本报记者 葉知秋 摄, ⓒ시청 제공. In Lithuanian the word
// stands behind the name, too.
func photographed(s string) bool {
	switch last := s[len(s)-1]; {
	case last == '.' || last == 'r':
		return strings.HasSuffix(s, " nuotr.") || strings.HasSuffix(s, " nuotr")
	case last >= utf8.RuneSelf:
		if givenBy(s) {
			return true
		}
		if sentIn, ok := withoutDay(s); ok {
			return slices.ContainsFunc(photoWords, func(word string) bool { return strings.HasSuffix(sentIn, word) })
		}
	case last != ')':
		return false
	}
	tail := strings.TrimSuffix(strings.TrimSuffix(s, "）"), ")")
	if len(tail) < 3 || tail[len(tail)-1] < 0x80 {
		return false
	}
	for _, word := range photoWords {
		if name, ok := strings.CutSuffix(tail, word); ok {
			if bare := strings.TrimSuffix(name, " "); len(bare) < len(name) && isHanName(bare) { // 葉知秋 摄
				return true
			}
			k := max(strings.LastIndex(name, "（"), strings.LastIndex(name, "＝"), strings.LastIndexAny(name, "(="))
			if at := strings.LastIndex(name, ". "); at > max(k, minCaption) && countWords(name[at+1:], 3) < 3 {
				return name[len(name)-1] == ' ' // 신안군 제공
			}
			if at := max(strings.LastIndex(name, "。"), strings.LastIndex(name, "ⓒ"), strings.LastIndex(name, "©")); at > k {
				return len(name)-at <= maxCredit && (name[len(name)-1] == ' ' || name[at] != "。"[0])
			}
			return k > 0 && len(name)-k <= maxCredit && (len(tail) < len(s) || name[k] == '=' || strings.HasPrefix(name[k:], "＝"))
		}
	}
	return false
}

// givenBy reports whether s ends with a space of either width, the word for one who gives
// pictures, and that for giving: 受访者供图.
func givenBy(s string) bool {
	for _, word := range [...]string{"供图", "供圖"} {
		if name, ok := strings.CutSuffix(s, word); ok {
			k := max(strings.LastIndexByte(name, ' '), strings.LastIndex(name, "\u3000"))
			return k > 0 && isHanName(strings.Trim(name[k:], " \u3000"))
		}
	}
	return false
}

// withoutDay is s without the day behind its last space, as the captions of agencies in
// Taiwan end: 中央社記者葉知秋攝 113年3月5日.
func withoutDay(s string) (string, bool) {
	k := strings.LastIndexByte(s, ' ')
	if k <= 0 || len(s)-k > maxDay || !strings.HasSuffix(s, "日") || !strings.Contains(s[k:], "月") || !isASCIIDigit(rune(s[k+1])) {
		return "", false
	}
	return strings.TrimRight(s[:k], " "), true
}

// maxDay is the most bytes of a space and a day: " 2024年12月31日".
const maxDay = 20

// ownedBy reports whether s ends with the sign of copyright and a name, in
// brackets or behind a sentence, as "A postman on his round. (©DR)" and "A postman
// on his round. © Jean Roe" do.
func ownedBy(s string) bool {
	tail := s[max(0, len(s)-maxKey):]
	if k := strings.Index(tail, " ⓒ"); k > 0 && countWords(tail[k:], 3) < 3 && !hasDigit(tail[k:]) { // "두 자매 ⓒ강변신문"
		return true
	}
	if s[len(s)-1] != ')' {
		k := strings.Index(s, ". © ")
		return k > 0 && len(s)-k <= maxKey && !hasDigit(s[k:]) && !endsSentence(s) && countWords(s[k:], maxOwner+1) <= maxOwner
	}
	k := strings.LastIndex(s, "(©")
	return k > 0 && len(s)-k <= maxKey
}

// maxOwner is how many words the name of an owner has.
const maxOwner = 4

// ownedBySource reports whether s is a sentence and, behind a bar, the label of a
// source and a name, as "A postman on his round. | Source: The Post" has it.
func (d *draft) ownedBySource(s string) bool {
	k := lastSpaced(s, '|', maxCredit)
	if k < minCaption/2 || len(s) > maxCaption || !strings.HasPrefix(s[k:], " | ") || hasDigit(s[k:]) || !endsSentence(s[:k]) {
		return false
	}
	m, ok := d.rules().Label(s[k+len(" | "):])
	return ok && m.ID == source && m.Sep
}

// slashedName reports whether s, which ends no sentence, is one and, behind a
// slash, a name of a word or two, as Korean captions end: "…있다. /가사도초".
func slashedName(s string) bool {
	k := lastSpaced(s, '/', maxKey)
	if k < minCaption/2 || k+2 == len(s) || !endsSentence(s[:k]) {
		return false
	}
	name := s[k+2:]
	if name[0] == ' ' { // "…in the archive. / Jane Roe"
		return personal(name[1:]) && countWords(name, maxOwner+1) <= maxOwner && !strings.ContainsAny(name, "/:")
	}
	return countWords(name, 3) < 3 && !hasDigit(name) && !strings.Contains(name, "/")
}

// endsInReporter reports whether s is one sentence and, behind it, a name and the word for
// a reporter, who took the picture: "…서 있다. 나은수 기자".
func endsInReporter(s string) bool {
	name, ok := strings.CutSuffix(s, " "+reporters[0])
	k := strings.Index(name, ". ")
	return ok && k >= minCaption/2 && countWords(name[k+2:], 2) == 1 && !strings.Contains(name[k+2:], ".")
}

// lastSpaced is the place of the last space with a sign behind it among the last
// n bytes of s, -1 when there is none.
func lastSpaced(s string, sign byte, n int) int {
	from := max(0, len(s)-n)
	if strings.IndexByte(s[from:], sign) < 0 { // as in most lines
		return -1
	}
	for k := len(s) - 1; k > from; k-- {
		if s[k] == sign && s[k-1] == ' ' {
			return k - 1
		}
	}
	return -1
}

// inSquares reports whether s ends with a paper and a photographer in square brackets with
// a slash between: [Tepi Sungai/Putri Ayu].
func inSquares(s string) bool {
	if s[len(s)-1] != ']' {
		return false
	}
	k := strings.LastIndexByte(s, '[')
	if k <= 0 || len(s)-k > maxKey || hasDigit(s[k:]) {
		return false
	}
	paper, name, ok := strings.Cut(s[k+1:len(s)-1], "/")
	return ok && personal(name) && looksLikeNames(paper)
}

// inCapitals reports whether s ends with a paper and a photographer in brackets,
// the paper at least in capitals, with a slash between, as Indonesian captions
// do: (KABAR/PUTRI A).
func inCapitals(s string) bool {
	if s[len(s)-1] != ')' {
		return false
	}
	k := strings.LastIndexByte(s, '(')
	if k <= 0 || len(s)-k > maxCredit {
		return false
	}
	paper, name, ok := strings.Cut(s[k+1:len(s)-1], "/")
	upper := 0
	if isUpperWord(paper) && personal(name) {
		return len(paper) >= 4
	}
	for _, r := range name {
		switch {
		case unicode.IsUpper(r):
			upper++
		case r != ' ' && r != '.':
			return false
		}
	}
	return ok && upper >= 4 && len(paper) >= 4 && !hasDigit(paper)
}

var photoWords = []string{"攝", "摄", "攝影", "摄影", "翻攝", "供图", "供圖", "傳真", "撮影", "提供", "촬영", "제공", "자료사진"}

// isHanName reports whether s is two to four Han letters, as names of Chinese people
// are.
func isHanName(s string) bool {
	n := 0
	for _, r := range s {
		if !unicode.Is(unicode.Han, r) {
			return false
		}
		n++
	}
	return n >= 2 && n <= 4
}

// areHanNames reports whether the words of s are such names of two or three letters.
func areHanNames(s string) bool {
	n := 0
	for w := range strings.FieldsSeq(s) {
		if n++; len(w) > 3*len("者") || !isHanName(w) {
			return false
		}
	}
	return n > 0
}
