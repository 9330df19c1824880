package parser

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// reporters are the words for a reporter that stand behind the name.
var reporters = []string{"기자", "특파원", "記者", "记者"}

// reporterLines marks lines of the head and the tail as "한서윤 기자
// name@example.org": a name, the word for a reporter, and perhaps an address; and as those
// of agencies in Turkey, which may stand on the first line of the text.
func (d *draft) reporterLines() {
	if d.first < len(d.blocks) && d.first < d.last && d.blocks[d.first].Kind == Body {
		if name, ok := reporterInTown(d.blocks[d.first].Text); ok {
			d.reporter(d.first, name)
		}
	}
	for i := range d.edges() {
		if !d.open(i) && d.blocks[i].Reason.Why != whyAbove || d.lines[i].end {
			continue
		}
		name, ok := reporterIn(d.withoutButtons(d.blocks[i].Text))
		if !ok {
			name, ok = reporterInTown(d.blocks[i].Text)
		}
		if ok {
			d.reporter(i, name)
		}
	}
}

// reporter marks line i, which names a reporter.
func (d *draft) reporter(i int, name string) {
	if d.art.Authors == nil {
		d.art.Authors = splitNames(name)
	}
	d.mark(i, Field, Byline, "name of a reporter", "")
}

// maxReporterDateline bounds the bytes of a text within which its dateline names the reporters.
const maxReporterDateline = 160

// reporterInDateline takes the names that the dateline of the text has, which a summary
// may stand before.
func (d *draft) reporterInDateline() {
	if d.art.Authors != nil {
		return
	}
	i := d.first
	for range 2 {
		if i >= len(d.blocks) {
			return
		}
		text := clip(d.blocks[i].Text, maxReporterDateline)
		if name := reporterInKoreanDateline(text); name != "" {
			d.art.Authors = splitNames(name)
			return
		}
		if names := cmp.Or(reportersInBrackets(text), reporterBehindAgency(text)); names != "" {
			d.art.Authors = splitNames(names)
			return
		}
		i = d.next(i + 1)
	}
}

// reporterInKoreanDateline is the name behind the brackets with place and agency that a
// Korean text begins with, up to the word for a reporter and the equals sign: "(강릉=항구통신)
// 한서윤 기자 = "; "" when there is none.
func reporterInKoreanDateline(s string) string {
	if s == "" || s[0] != '(' && s[0] != '[' {
		return ""
	}
	agency, rest := cutAny(s, ")]")
	name, _, ok := strings.Cut(strings.TrimLeft(rest, ")] "), "=")
	if name = withoutReporter(name); !ok || !strings.Contains(agency, "=") || !looksLikeNames(name) || !shortParts(name) {
		return ""
	}
	return name
}

// reporterBehindAgency is the names that a dateline has behind place, agency and comma, before
// a full stop: "КУРГАН, 12 фев - РИА Новости, Светлана Горячкина. ", or between slashes; "" for none.
func reporterBehindAgency(s string) string {
	if _, job, _ := strings.Cut(s, "/"); hasJobWord(job[:strings.IndexByte(job, ' ')+1]) {
		agency, name, _ := strings.Cut(job[strings.IndexByte(job, ' ')+1:], " ")
		if name, _, ok := strings.Cut(name, "/"); ok && allCapitals(agency) && allPersonal(name) {
			return name
		}
	}
	town, _ := cutAny(s, ", ")
	for _, dash := range dashes {
		_, said, _ := strings.Cut(s, dash)
		agency, rest, _ := strings.Cut(said, ", ")
		if name, _, ok := strings.Cut(rest, ". "); ok && isUpperWord(town) && isPlace(dash+agency) && strings.IndexByte(agency, '.') < 0 && allPersonal(name) {
			return name
		}
	}
	return ""
}

// reportersInBrackets are the names that the dateline of a Chinese text has in brackets
// behind the word for a reporter, up to the bracket or to the place: "本报海门5月20日电（记者
// 林小禾、周舟）", "（河岸社記者林小禾台北12日電）"; "" when there are none.
func reportersInBrackets(text string) string {
	for _, word := range reporters[2:] {
		head, rest, ok := strings.Cut(text, word)
		if !ok {
			continue
		}
		if at := strings.LastIndexAny(head, "（("); at < 0 || strings.ContainsAny(head[at:], "）)") {
			continue
		}
		names, behind := cutAny(strings.TrimLeft(rest, " "), "）)")
		if k := firstDigit(names); k > 0 { // the place and the day
			names = beforePlace(names[:k])
		}
		if behind != "" && areHanNames(names) {
			return names
		}
	}
	return ""
}

// beforePlace is the name of two or three signs before a county or a place that agencies
// in Taiwan report from, "" when s is no such.
func beforePlace(s string) string {
	for _, place := range taiwanPlaces {
		if name := strings.TrimSuffix(strings.TrimRight(s, "市縣"), place); len(name) < len(strings.TrimRight(s, "市縣")) {
			if n := utf8.RuneCountInString(name); n == 2 || n == 3 {
				return name
			}
		}
	}
	return ""
}

// taiwanPlaces are the cities and counties of Taiwan, and others with a bureau.
var taiwanPlaces = vocabulary["bureau"]

// withoutButtons is s without a row of buttons behind the word for a reporter.
func (d *draft) withoutButtons(s string) string {
	if len(s) > maxReporterLine {
		return s
	}
	for _, word := range reporters[:2] {
		head, row, ok := strings.Cut(s, word)
		if !ok || head == "" || !strings.HasPrefix(row, " ") {
			continue
		}
		if button, _, _ := strings.Cut(row[1:], " "); d.rules().Boilerplate(button) != nil {
			return head + word
		}
	}
	return s
}

// reporterIn is the name of a line that holds a name, the word for a reporter
// before or behind it, and perhaps a place or an address.
func reporterIn(s string) (name string, ok bool) {
	if len(s) > maxReporterLine || asciiPrefix(s) == len(s) {
		return "", false
	}
	for _, word := range reporters {
		if !strings.Contains(s, word) {
			continue
		}
		if k := strings.Index(s, "사진 "); k > 0 && strings.ContainsAny(s[:k], "·|,/") { // who took the pictures
			s = strings.TrimRight(s[:k], " ·|,/")
		}
		name, rest, _ := strings.Cut(withoutTask(s), word)
		first, _ := utf8.DecodeRuneInString(rest)
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " "))
		if unicode.Is(unicode.Hangul, first) {
			continue // 기자회견
		}
		if strings.Trim(name, " [【（(〔［") == "" || endsInSlash(name) || strings.HasSuffix(name, " ") && noSpaces(next) { // 記者許文心∕竹溪報導, 河岸報／記者許文心／竹溪報導, 河岸報 記者許文心
			name, _ = cutAny(strings.TrimLeft(rest, " 　"), "∕/／（(　 ") // the place follows
			rest = ""
		} else if first == ' ' && noSpaces(lastRune(name)) && areHanNames(rest) { // 河岸客户端记者 林小禾 周舟
			name, rest = strings.Join(strings.Fields(rest), "、"), ""
		}
		name = strings.Trim(behindPaper(name), " []()【】（）〔〕［］/=")
		rest = strings.TrimSpace(rest)
		if looksLikeNames(name) && shortParts(name) && (rest == "" || strings.Contains(rest, "@") || !hasWord(rest)) {
			return name, true
		}
	}
	return "", false
}

// reporterInTown is the name before a slash, a town in capitals and the agency in
// brackets, as agencies in Turkey sign: "Aylin KOÇ/HAVSA (Edirne), (TKA)".
func reporterInTown(s string) (name string, ok bool) {
	if len(s) > maxReporterLine || s[len(s)-1] != ')' {
		return "", false
	}
	name, rest, _ := strings.Cut(s, "/")
	town, agency := cutAny(rest, " ,(")
	return name, personal(name) && isUpperWord(town) && strings.Contains(agency, ", (")
}

// withoutReporter is a name without the word for a reporter behind it, and
// without what follows that: "한서윤 기자 name@example.org"; or without that of the
// own paper before it: "本报记者 葉知秋".
func withoutReporter(s string) string {
	for _, w := range reporters {
		if own, name, ok := strings.Cut(s, w); ok && name != "" && len(own) <= len("本报") && !strings.Contains(own, " ") {
			return strings.TrimLeft(name, " \u3000")
		}
		if i := strings.Index(s, " "+w); i > 0 && i <= maxNames/2 {
			rest := s[i+1+len(w):]
			if rest == "" || rest[0] == ' ' || rest[0] == '(' || rest[0] == '=' {
				return s[:i]
			}
		}
	}
	return s
}

// isReport reports whether s is a desk or a name and the Chinese words for a report from
// somewhere, with a slash or a space between: "生活中心／綜合報導".
func isReport(s string) bool {
	if len(s) > maxReporterLine || !strings.HasSuffix(s, "報導") && !strings.HasSuffix(s, "报道") {
		return false
	}
	who, where := cutAny(s, "∕/／ 　")
	return shortParts(who) && shortParts(where)
}

// behindPaper is what a Korean line says behind the place and the paper of a reporter:
// "[항구신문=김하나", "(부산=항구신문) 김하나", "항구신문 김하나". Names are of two or three
// letters, with no space in them, and papers' of four or more.
func behindPaper(s string) string {
	s = strings.TrimRight(s, " ")
	if r := lastRune(s); r < 0xAC00 || r > 0xD7A3 {
		return s
	}
	if k := strings.LastIndexAny(s, "=)]/"); k >= 0 && countWords(s[:k], 3) < 3 { // else a caption
		s = s[k+1:]
	}
	if paper, name, ok := strings.Cut(strings.TrimLeft(s, " "), " "); ok && utf8.RuneCountInString(paper) > 3 {
		return name
	}
	return s
}

// endsInSlash reports whether s is a short name without digits and a slash.
func endsInSlash(s string) bool {
	s = strings.TrimRight(s, " ")
	name := strings.TrimRight(s, "∕/／")
	return len(name) < len(s) && !hasDigit(name) && shortParts(name)
}

// tasks are words before the name and the word for a reporter: "글 김하늘 기자".
var tasks = []string{"기자명 ", "글·사진 ", "글/사진 ", "글 ", "취재 "}

func withoutTask(s string) string {
	for _, task := range tasks {
		if rest, ok := strings.CutPrefix(s, task); ok {
			return rest
		}
	}
	return s
}

// shortParts reports whether s is at most three words, none longer than names
// are in Chinese, Japanese and Korean.
func shortParts(s string) bool {
	n := 0
	for w := range strings.FieldsFuncSeq(s, isNameBreak) {
		if n++; n > 3 || columns(w) > 10 {
			return false
		}
	}
	return n > 0
}

// maxReporterLine bounds the length in bytes of a reporter's line.
const maxReporterLine = 105
