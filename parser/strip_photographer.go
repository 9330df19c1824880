package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Captions end with who took or gave the picture, in each language in its own way.

// endsInInitials reports whether s ends with a slash and two or three small letters, as
// the credits of Indonesian agencies do: "ANTARA FOTO/Putri Ayu/foc."
func endsInInitials(s string) bool {
	tail := s[max(0, len(s)-6):]
	k := strings.LastIndexByte(tail, '/')
	return k >= 0 && isLowerInitials(strings.TrimSuffix(tail[k+1:], "."))
}

// maxPhotographed is the most columns of a caption that ends with a name alone.
const maxPhotographed = 120

// photoWords are words for taking or giving a picture, behind a name.
var photoWords = vocabulary["photo"]

// photographed reports whether s ends with a name and a word for taking or giving a
// picture, in brackets, behind an equals sign or a sign of copyright, or, with a space
// between name and word, behind a full stop: （記者葉知秋攝）, ＝高見沢涼撮影, ⓒ시청 제공,
// 。本报记者 葉知秋 摄. In Lithuanian the word is " nuotr.".
func photographed(s string) bool {
	switch last := s[len(s)-1]; {
	case last == '.':
		return strings.HasSuffix(s, " nuotr.")
	case last < utf8.RuneSelf && last != ')':
		return false
	}
	tail := strings.TrimSuffix(strings.TrimSuffix(s, "）"), ")")
	sent, dated := withoutDay(tail)
	for _, word := range photoWords {
		if dated && strings.HasSuffix(sent, word) {
			return true
		}
		if name, ok := strings.CutSuffix(tail, word); ok {
			return takenBy(name, len(tail) < len(s)) || strings.HasPrefix(word, "供") && givenBy(name)
		}
	}
	return false
}

// takenBy reports whether what stands before the word for taking a picture ends with a
// name. closed tells that the word stands before a bracket that closes.
func takenBy(s string, closed bool) bool {
	name, spaced := strings.CutSuffix(s, " ")
	if spaced && isHanName(name) {
		return true
	}
	k := strings.LastIndexAny(s, "（(＝=。ⓒ©")
	if at := strings.LastIndex(s, ". "); at > max(k, minCaption) && countWords(s[at+1:], 3) < 3 {
		return spaced // 신안군 제공
	}
	if k < 0 || len(s)-k > maxCredit {
		return false
	}
	switch sign, _ := utf8.DecodeRuneInString(s[k:]); sign {
	case '（', '(':
		return closed && k > 0
	case '。':
		return spaced
	}
	return true
}

// givenBy reports whether s ends with a space of either width and the word for one who
// gives pictures: 受访者.
func givenBy(s string) bool {
	k := max(strings.LastIndexByte(s, ' '), strings.LastIndex(s, "\u3000"))
	return k > 0 && isHanName(strings.Trim(s[k:], " \u3000"))
}

// withoutDay is s without the day behind its last space, as the captions of agencies in
// Taiwan end: 中央社記者葉知秋攝 113年3月5日.
func withoutDay(s string) (string, bool) {
	if !strings.HasSuffix(s, "日") {
		return "", false
	}
	k := strings.LastIndexByte(s, ' ')
	if k <= 0 || !isASCIIDigit(rune(s[k+1])) {
		return "", false
	}
	return strings.TrimRight(s[:k], " "), true
}

// ownedBy reports whether s ends with the sign of copyright and a name, in brackets or
// behind a sentence: "A postman on his round. (©DR)", "A postman on his round. © Jean Roe".
func ownedBy(s string) bool {
	from := max(0, len(s)-maxSetOff)
	k := from + strings.Index(s[from:], "©")
	if k <= max(1, from-1) {
		return false
	}
	if s[len(s)-1] == ')' {
		return s[k-1] == '('
	}
	return strings.HasSuffix(s[:k], ". ") && !hasDigit(s[k:]) && !endsSentence(s) && countWords(s[k:], maxOwner+1) <= maxOwner
}

// maxOwner is how many words the name of an owner has.
const maxOwner = 4

// ownedBySource reports whether s is a sentence and, behind a bar, the label of a
// source and a name, as "A postman on his round. | Source: The Post" has it.
func (d *draft) ownedBySource(s string) bool {
	k := lastSpaced(s, '|', maxCredit)
	if k < minCaption/2 || hasDigit(s[k:]) || !endsSentence(s[:k]) {
		return false
	}
	return d.namesSource(strings.TrimLeft(s[k:], " |"))
}

// slashedName reports whether s, which ends no sentence, is one and, behind a
// slash, a name of a word or two, as Korean captions end: "…있다. /가사도초".
func slashedName(s string) bool {
	k := lastSpaced(s, '/', maxSetOff)
	if k < minCaption/2 || !endsSentence(s[:k]) {
		return false
	}
	name := s[k+2:]
	if name == "" || hasDigit(name) || strings.ContainsAny(name, "/:") {
		return false
	}
	return name[0] == ' ' && personal(name) || name[0] != ' ' && !startsLower(name) && countWords(name, 3) < 3
}

// endsInReporter reports whether s is one sentence and, behind it, a name and the word for
// a reporter, who took the picture: "…서 있다. 나은수 기자".
func endsInReporter(s string) bool {
	name, ok := strings.CutSuffix(s, " "+reporters[0])
	k := strings.Index(name, ". ")
	return ok && k >= minCaption/2 && countWords(name[k+2:], 2) == 1
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

// inBrackets reports whether s ends with a paper and a photographer in brackets with a
// slash between, as Indonesian captions do, the paper or the name in capitals if the
// brackets are round: [Tepi Sungai/Putri Ayu], (KABAR/Putri Ayu), (Kabar/PUTRI); or behind
// a sentence with a colon or slash between: (The Post: Jane Roe), (Jane Roe/The Post).
func inBrackets(s string) bool {
	if !endsInBracket(s) {
		return false
	}
	k := lastBracket(s)
	if k <= 0 {
		return false
	}
	paper, rest := cutAny(s[k+1:len(s)-1], ":/")
	name := strings.TrimLeft(rest, ":/ ")
	if rest != "" && (personal(name) || personal(paper)) && startsUpper(name) && startsUpper(paper) && countWords(paper, 4) < 4 && countWords(name, 4) < 4 && s[k-1] == ' ' && endsSentence(s[:k-1]) && wordBefore(s[:k-2]) > 2 {
		return true
	}
	if rest == "" || len(paper) < 4 || hasDigit(s[k:]) || strings.IndexByte(s[k:], ':') > 0 {
		return false
	}
	if s[k] == '[' || isUpperWord(paper) {
		return personal(name)
	}
	return allCapitals(name) && letterWeight(name) >= 4 && !strings.ContainsAny(name, "/:-")
}

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

// areHanNames reports whether s is such names of two or three letters.
func areHanNames(s string) bool {
	n := 0
	for w := range strings.FieldsFuncSeq(s, isNameBreak) {
		if n++; len(w) > 3*len("者") || !isHanName(w) {
			return false
		}
	}
	return n > 0
}
