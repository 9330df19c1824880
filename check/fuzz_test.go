package check

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"unscrape/parser"
)

// FuzzDocument checks any document: each finding is about a place that is
// there, and two runs find the same.
func FuzzDocument(f *testing.F) {
	names, err := filepath.Glob("../testdata/cases/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for i := 0; i < len(names); i += 24 {
		data, err := os.ReadFile(names[i])
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, r := range Rules() {
		f.Add([]byte(r.Fires.Files[0].Text))
	}
	p := parser.New(parser.Options{})
	f.Fuzz(func(t *testing.T, data []byte) {
		first, second := findingsIn(t, p, data), findingsIn(t, p, data)
		if len(first) != len(second) {
			t.Fatalf("%d findings, then %d", len(first), len(second))
		}
		lines := 1 + bytes.Count(data, []byte("\n"))
		if lines == 1 { // old Macintosh
			lines += bytes.Count(data, []byte("\r"))
		}
		for i, x := range first {
			if x.Fingerprint != second[i].Fingerprint {
				t.Errorf("another fingerprint for %v", x)
			}
			if x.Line < 0 || x.Column < 0 || x.EndLine < 0 || x.EndLine > 0 && x.EndLine < x.Line || utf8.Valid(data) && x.Line > lines {
				t.Errorf("no such place: %+v", x.Place)
			}
			if !utf8.ValidString(x.Message) || !utf8.ValidString(x.Source) {
				t.Errorf("not UTF-8: %+v", x)
			}
		}
	})
}

func findingsIn(t *testing.T, p *parser.Parser, data []byte) []Finding {
	c := newChecker(t, Options{Languages: []string{"en"}})
	run := c.NewRun()
	run.Add(c.Document("a.txt", p.Parse(data, parser.Hints{Name: "a.txt"})))
	return run.Report().Findings
}

// FuzzRecords checks any files of records: nothing that is in them ends the
// reading, and it makes no difference how much of them is read at once.
func FuzzRecords(f *testing.F) {
	for _, s := range []string{
		"{\"id\": \"1\"}\n{\"id\": \"2\", \"titl\n{\"id\": 3}\n",
		"[\n {\"id\": 1 2},\n {\"body\": \"x\"}, 7\n]\n",
		"id: [\n---\n- a\n- id: 1\n",
		"\xff\xfe{\x00}\x00",
		"{\"a\":\"\x95\\\"}\n{\"b\": 1}",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c := newChecker(t, Options{})
		for _, name := range []string{"a.json", "a.yaml"} {
			var messages [2]string
			for i, r := range []io.Reader{strings.NewReader(s), iotest.OneByteReader(strings.NewReader(s))} {
				err := c.Records(name, r, func(res Result) {
					for _, x := range res.findings {
						messages[i] += fmt.Sprintln(x.Line, x.Message)
					}
				})
				if err != nil {
					t.Fatal(err)
				}
			}
			if messages[0] != messages[1] {
				t.Errorf("%s\nbyte by byte:\n%s", messages[0], messages[1])
			}
		}
	})
}
