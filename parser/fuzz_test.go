package parser

import (
	"os"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzParse checks what holds for every document: the ledger gives the decoded
// text back, the body is made of its blocks, strings are valid UTF-8, and
// parsing again gives the same.
func FuzzParse(f *testing.F) {
	for _, name := range caseFiles(f) {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("---\ntitle: x\n---\n"))
	f.Add([]byte("News ID: 1\nNews ID: 2\n"))
	p := New(Options{})
	f.Fuzz(func(t *testing.T, data []byte) {
		h := Hints{Name: "x", Format: Text}
		if s := string(data); utf8.ValidString(s) && strings.HasPrefix(s, "<p>") && isFragment(s) && looksLikeHTML(s) {
			h.Format = Auto
		}
		articles := p.Parse(data, h)
		checkLedger(t, articles)
		for _, a := range articles {
			for _, s := range append([]string{a.ID, a.Title, a.Body, a.URL, a.Language}, a.Authors...) {
				if !utf8.ValidString(s) {
					t.Errorf("%q is no UTF-8", s)
				}
			}
		}
		again := p.Parse(data, h)
		if !reflect.DeepEqual(articles, again) {
			t.Error("parsing again gives something else")
		}
	})
}
