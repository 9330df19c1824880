package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Match is a label found in a line and the value behind it.
type Match struct {
	*Label
	Text   string // the label as written
	Value  string // the rest of the line, or up to the next label, without outer white space; "" when Alone
	Start  int    // offset of Text in the line
	Offset int    // offset of Value in the line
	Sep    bool   // a separator, or a bracket that closes, stands between them
	Alone  bool   // the line ends behind the label: the value may be the next line
	Fits   bool   // the value has the label's shape
	Lang   string // language of the label as in rule files; "" when it is of none
}

// Label returns the label that line begins with, the longest of several.
// A label without a separator counts only when its rule says so and the value
// has the shape; with a separator, Fits tells whether it has.
func (s *Set) Label(line string) (Match, bool) {
	spaced := spacedKey(line)
	i := skipSpace(spaced, 0)
	m, ok := s.labelAt(spaced, i, skipLead(spaced, i), false)
	if ok {
		m.Text = line[m.Start : m.Start+len(m.Text)]
	}
	return m, ok
}

// maxKey bounds the length in bytes of a key with underscores.
const maxKey = 48

// spacedKey is line with spaces for the underscores of the key that it begins with, as
// programs write them: "published_at: 5 May".
func spacedKey(line string) string {
	head := line[:min(len(line), maxKey)]
	if k := strings.IndexByte(head, '_'); k <= 0 || strings.IndexByte(head[:k], ' ') >= 0 {
		return line
	}
	end := strings.IndexAny(head, ":=\t ")
	if end < 0 {
		end = len(head)
	}
	return strings.ReplaceAll(line[:end], "_", " ") + line[end:]
}

// BeginsWithLabel reports whether line begins with the words of a label that has
// a role, whatever stands behind them.
func (s *Set) BeginsWithLabel(line, role string) bool {
	start := skipLead(line, skipSpace(line, 0))
	for _, p := range s.parts {
		var h hits
		p.find(ofLabels, line, start, &h)
		for _, x := range h.list[:h.n] {
			if p.labels[x.entry].Role == role {
				return true
			}
		}
	}
	return false
}

// labelAt looks for a label at line[start:]; line[i:start] are ornaments. In
// a list of fields the value behind it has no end yet, so that its shape does
// not count.
func (s *Set) labelAt(line string, i, start int, list bool) (Match, bool) {
	var best Match
	found := false
	for _, p := range s.parts {
		var h hits
		p.find(ofLabels, line, start, &h)
		for k := h.n - 1; k >= 0; k-- {
			x := h.list[k]
			if found && int(x.end) < best.Start+len(best.Text) {
				break
			}
			m, ok := p.match(line, i, start, x, list)
			if ok && (!found || m.beats(best)) {
				best, found = m, true
			}
		}
	}
	return best, found
}

// beats prefers the longer label and, of labels with one phrase, the strict
// one: its value has told which is meant.
func (m Match) beats(other Match) bool {
	return len(m.Text) > len(other.Text) || len(m.Text) == len(other.Text) && m.Strict && !other.Strict
}

// match sees what stands behind the phrase of x.
func (p *part) match(line string, i, start int, x hit, list bool) (Match, bool) {
	l, end := p.labels[x.entry], int(x.end)
	gap := readGap(line, end, line[i:start], l.Shape)
	if !gap.sep && !l.Bare && !l.Code && gap.end < len(line) {
		return Match{}, false
	}
	m := Match{Label: l, Text: line[start:end], Start: start, Offset: gap.end, Sep: gap.sep, Lang: p.langs[x.lang]}
	m.setValue(line, len(line))
	m.Alone = m.Value == ""
	switch {
	case l.Code:
		return m, isCode(m.Text) && (m.Alone || gap.wide)
	case m.Alone:
		return m, l.Alone || m.Sep && !l.Strict
	case m.Sep:
		return m, !l.Strict || m.Fits || list
	}
	return m, l.Bare && (list || m.Fits) && (gap.end > end || x.tight && l.Shape != NameShape || l.Shape == IDShape && isGluedNumber(m.Value))
}

// isGluedNumber reports whether s, which stands directly behind a label of a script
// without spaces, is a number as long as those of articles are: ページ番号1004518.
func isGluedNumber(s string) bool {
	if len(s) < minGlued || s[0] < '0' || s[0] > '9' {
		return false
	}
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || s[i] == ' ' {
			return false
		}
	}
	return true
}

// minGlued is how many digits and signs such a number has.
const minGlued = 4

// setValue makes line[m.Offset:end] the value.
func (m *Match) setValue(line string, end int) {
	m.Value = strings.TrimRightFunc(line[m.Offset:max(end, m.Offset)], func(r rune) bool {
		f := fold(r)
		return f == ' ' || f == gone && !unicode.IsMark(r)
	})
	if m.Start > 0 && line[m.Start-1] == '<' { // an element: its end tag is no value
		if i := strings.LastIndex(m.Value, "</"); i >= 0 {
			m.Value = m.Value[:i]
		}
	}
	m.Fits = m.Shape.fits(m.Value, m.Sep)
}

// isCode reports whether s is capitals and digits only.
func isCode(s string) bool {
	for i := range len(s) {
		if (s[i] < 'A' || s[i] > 'Z') && (s[i] < '0' || s[i] > '9') && s[i] != '-' {
			return false
		}
	}
	return true
}

// A gap is what stands between a label and its value.
type gap struct {
	end  int
	sep  bool // a separator, or a sign that closes what lead opened
	wide bool // two spaces or a tab
}

func readGap(line string, i int, lead string, shape Shape) gap {
	g := gap{end: i}
	for spaces, dots := 0, 0; g.end < len(line); {
		r, size := utf8.DecodeRuneInString(line[g.end:])
		f := fold(r)
		switch {
		case f == gone:
		case f == ' ':
			spaces++
			g.wide = g.wide || r == '\t' || spaces > 1
			g.sep = g.sep || r == '\t' && strings.LastIndexByte(line, '\t') == g.end // the only one: no row of a table
		case f == '.' && (g.end == i || dots > 0 || strings.HasPrefix(line[g.end:], "...")): // of an abbreviation, or leaders
			dots++
			g.sep = g.sep || dots == minLeaders
		case f == ':' || f == '|' || f == '=' || r == ';' && g.end == i && i+1 < len(line) && line[i+1] != ' ' || (r == '»' || r == '›') && !(g.sep && g.end+size < len(line) && line[g.end+size] != ' ') || f == '>' && g.sep || isOrnament(r), f == '/' && behindCaseless(line, i):
			g.sep = true
		case f == '-':
			if lead == "" && !spacedDash(line, i, g.end, size, shape) {
				return g
			}
			g.sep = true
		case f == '#' && (shape == IDShape || strings.Contains(lead, "#")):
			g.sep = g.sep || shape == IDShape || g.end+size == len(line)
		case closes(r, lead) && (!g.sep || r == '*' || r == '_'):
			g.sep = true
		default:
			return g
		}
		g.end += size
	}
	return g
}

// behindCaseless reports whether line[:i] ends with a Chinese, Japanese or
// Arabic letter, behind which a slash parts a label from its value: 文/张三, كتب / علي.
func behindCaseless(line string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(line[:i])
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x620 && r <= 0x6FF
}

// minLeaders is how many dots part a label from its value by themselves.
const minLeaders = 4

// spacedDash reports whether the dash at line[at:] separates: white space,
// another sign or the end of the line stands beside it, or a date or number
// begins there.
func spacedDash(line string, end, at, size int, shape Shape) bool {
	if at > end {
		return true
	}
	r, _ := utf8.DecodeRuneInString(line[at+size:])
	return at+size == len(line) || !isWord(r) || isDigit(r) && (shape == DateShape || shape == IDShape)
}

// closes reports whether r closes what lead opened.
func closes(r rune, lead string) bool {
	switch r {
	case '*', '_', '"', '\'':
		return strings.ContainsRune(lead, r)
	case ']':
		return strings.ContainsRune(lead, '[')
	case ')':
		return strings.ContainsRune(lead, '(')
	case '>':
		return strings.ContainsRune(lead, '<')
	case '】':
		return strings.ContainsRune(lead, '【')
	case '〕':
		return strings.ContainsRune(lead, '〔')
	case '）', '］', '》', '〉', '」', '』', '〗':
		return lead != ""
	}
	return false
}
