package check

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

var truncatedBody = &Rule{
	ID:       "truncated-body",
	Severity: Warning,
	Title:    "the text breaks off",
	Why:      "The page shows the rest after a click or to subscribers, or the scraper cut the text at a length.",
	Mend:     "Fetch the whole article, from its print version or its feed.",
	Fires: one("News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nBridge opens again\n\n" + prose +
		"\nCyclists asked for a lane of their own, and the council promised that the wish would be heard when the street in front of the\n"),
	Quiet: one("News ID: 41\nPublished: 2020-10-06 08:30 GMT\n\nBridge opens again\n\n" + prose +
		"\nCyclists asked for a lane of their own, and the council promised that the wish would be heard.\n"),
	article: func(s *subject) {
		parts := s.body()
		if len(parts) == 0 {
			return
		}
		last := parts[len(parts)-1]
		text := strings.TrimRightFunc(last.text, unicode.IsSpace)
		if words := readMore(text); words != "" {
			s.reportWords(last, words, "the text ends with %q", words)
			return
		}
		for _, dots := range []string{"…", "...", "[…]", "[...]", "(…)", "(...)"} {
			if strings.HasSuffix(text, dots) && len(text) >= longPassage {
				s.reportWords(last, dots, "the text ends with %q", dots)
				return
			}
		}
		if len(text) >= 2*longPassage && breaksOff(text) && !isCredit(text) && others(parts) {
			s.report(last.span, "the last paragraph ends in the middle of a sentence: %q", lastWords(text))
		}
	},
}

// isCredit reports whether text ends with an address or with a name, as the
// credits of pictures and lists of people do.
func isCredit(text string) bool {
	word := text[strings.LastIndexAny(text, " \n")+1:]
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "(“\"'"))
	return unicode.IsUpper(first) || unicode.IsTitle(first) || strings.ContainsAny(word, "/@")
}

// longPassage is the length in bytes from which a passage is a sentence rather
// than a heading or an item of a list.
const longPassage = 60

// breaksOff reports whether text ends with a letter, a comma, a dash or a
// bracket.
func breaksOff(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsLetter(r) || unicode.IsMark(r) && r != '\u200d' || strings.ContainsRune(",،、，;-–—(", r)
}

// others reports whether the passages before the last one, as far as they are
// long, end as sentences do in their script: at least two, and nearly all.
func others(parts []passage) bool {
	long, ended := 0, 0
	for _, p := range parts[:len(parts)-1] {
		if len(p.text) >= longPassage {
			long++
			if !breaksOff(p.text) {
				ended++
			}
		}
	}
	return ended >= 2 && ended*10 >= long*9
}

func lastWords(text string) string {
	words := strings.Fields(text)
	if len(words) > 5 {
		words = words[len(words)-5:]
	}
	s := strings.Join(words, " ")
	if n := utf8.RuneCountInString(s); n > 40 {
		s = string([]rune(s)[n-40:])
	}
	return s
}

// more are the words on the link to the rest of an article.
var more = []string{
	"read more", "continue reading", "read full article", "read the full story", "full story", "view more", "show more",
	"weiterlesen", "mehr lesen", "lire la suite", "lire plus", "leer más", "seguir leyendo", "ver más", "ler mais",
	"leia mais", "continue lendo", "continua a leggere", "leggi tutto", "lees verder", "läs mer", "les mer", "læs mere",
	"lue lisää", "czytaj dalej", "czytaj więcej", "číst dál", "celý článek", "čítať ďalej", "tovább olvasom",
	"pročitaj više", "pročitajte više", "opširnije", "preberi več", "citește mai mult", "прочети още", "още",
	"читать далее", "читать полностью", "подробнее", "читати далі", "детальніше", "devamını oku", "devamı",
	"ادامه مطلب", "بیشتر بخوانید", "اقرأ المزيد", "المزيد", "לקריאה נוספת", "और पढ़ें", "आगे पढ़ें", "xem thêm",
	"đọc tiếp", "baca selengkapnya", "selengkapnya", "อ่านต่อ", "阅读全文", "阅读更多", "查看全文", "閱讀更多", "続きを読む",
	"もっと見る", "더보기", "더 보기", "전체보기",
}

// readMore is the words at the end of text that lead to the rest of it, as
// far as they are an utterance of their own.
func readMore(text string) string {
	const longest = 64
	if cut := len(text) - longest; cut > 0 {
		for cut < len(text) && !utf8.RuneStart(text[cut]) {
			cut++
		}
		text = text[cut:]
	}
	bare := strings.TrimRight(text, " .…»›>→]）)")
	lower := strings.ToLower(bare)
	for _, words := range more {
		before, ok := strings.CutSuffix(lower, words)
		if !ok || len(lower) != len(bare) {
			continue
		}
		before = strings.TrimRight(before, " ")
		r, _ := utf8.DecodeLastRuneInString(before)
		if before == "" || strings.ContainsRune(".…!?。！？।؟۔»«[(|\"”", r) {
			return bare[len(bare)-len(words):]
		}
	}
	return ""
}
