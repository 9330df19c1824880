package parser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

// TestSameInOtherBytes parses every test case that is plain text written in other ways
// that a reader does not see, and wants the same articles.
func TestSameInOtherBytes(t *testing.T) {
	everyLine := func(f func(line string) string) func(string) string {
		return func(s string) string {
			lines := strings.Split(s, "\n")
			for i, l := range lines {
				if strings.TrimSpace(l) != "" {
					lines[i] = f(l)
				}
			}
			return strings.Join(lines, "\n")
		}
	}
	for _, c := range []struct {
		name string
		with func(string) string
		but  func(name, text string) bool // what is not the same then; nil for nothing
	}{
		{"line ends of Windows", func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
			hasReturns},
		{"line ends of old Macintosh", func(s string) string { return strings.ReplaceAll(s, "\n", "\r") }, hasReturns},
		{"line separators", func(s string) string { return strings.ReplaceAll(s, "\n", "\u2028") }, hasReturns},
		{"byte order mark", func(s string) string { return "\ufeff" + s },
			func(_, s string) bool { return strings.HasPrefix(s, "\ufeff") }},
		{"no line end at the end", func(s string) string { return strings.TrimRight(s, "\n") }, nil},
		{"white space in blank lines", func(s string) string {
			lines := strings.Split(s, "\n")
			for i, l := range lines {
				if strings.TrimSpace(l) == "" {
					lines[i] = " \t" + l
				}
			}
			return strings.Join(lines, "\n")
		}, nil},
		{"margin", everyLine(func(l string) string { return "    " + l }),
			func(name, _ string) bool { return strings.HasPrefix(name, "dump-") }}, // browsers for terminals have a margin of their own
		{"no-break space", everyLine(func(l string) string {
			if len(l) > 60 || strings.HasPrefix(l, " ") {
				return l
			}
			return strings.Replace(l, " ", "\u00a0", 1)
		}), nil},
		{"letters apart from their accents", norm.NFD.String,
			func(name, s string) bool { return !strings.Contains("ca cs de es fr it pl pt sk tr vi", name[:2]) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, file := range caseFiles(t) {
				data, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				text, name := string(data), filepath.Base(file)
				if !utf8.ValidString(text) || strings.ContainsAny(text, "\x00<\f") || c.but != nil && c.but(name, text) {
					continue
				}
				articles := New(Options{}).Parse([]byte(c.with(text)), Hints{Name: file})
				checkLedger(t, articles)
				var got []goldenArticle
				for _, a := range articles {
					got = append(got, plainSpelling(golden(a)))
				}
				want := readGolden(t, strings.TrimSuffix(file, filepath.Ext(file))+".json")
				for i := range want {
					want[i] = plainSpelling(want[i])
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s (-want +got):\n%s", name, diff)
				}
			}
		})
	}
}

func hasReturns(_, s string) bool { return strings.Contains(s, "\r") }

// plainSpelling is an article with plain spaces and composed letters.
func plainSpelling(a goldenArticle) goldenArticle {
	a.Body = withoutVariants(a.Body)
	for _, s := range []*string{a.ID, a.Title} {
		if s != nil {
			*s = withoutVariants(*s)
		}
	}
	for i, s := range a.Authors {
		a.Authors[i] = withoutVariants(s)
	}
	return a
}

func TestWithoutVariants(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"5.\u00a0května 2020", "5. května 2020"},
		{"17\u202fh\u202f30", "17 h 30"},
		{"Nga\u0300y 5\u00a0tha\u0301ng 3", "Ngày 5 tháng 3"},
		{"« Été »", "« Été »"},
		{"Zero width\u200cjoiners stay", "Zero width\u200cjoiners stay"},
	} {
		if got := withoutVariants(c.in); got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}
