// Package oracle asks a second library about the strings of the table of
// package timestamp. Run it in this folder:
//
//	go test            # or go test -update
//
// It is a module of its own, so that the library is no dependency of the
// main one.
package oracle

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	dps "github.com/markusmobius/go-dateparser"
	"unscrape/parser/timestamp"
)

var update = flag.Bool("update", false, "write differences.txt")

// TestDifferences compares the library with the values of the table. Where
// they differ, the table is right; differences.txt has the strings and what
// the library says of them. A new difference is a string to think about.
func TestDifferences(t *testing.T) {
	data, err := os.ReadFile("../testdata/dates.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	n, same := 0, 0
	for _, line := range strings.Split(string(data), "\n") {
		f := strings.Split(line, "\t")
		if len(f) != 3 || line[0] == '#' {
			continue
		}
		n++
		lang := strings.TrimSuffix(f[0], "+")
		ours, _ := timestamp.Parse(f[2], timestamp.Options{Language: lang})
		theirs := second(f[2], lang)
		if agree(ours, theirs) {
			same++
			continue
		}
		fmt.Fprintf(&out, "%s\t%s\t%s\t%s\n", f[0], f[1], show(theirs), f[2])
	}
	t.Logf("%d of %d agree", same, n)
	if *update {
		if err := os.WriteFile("differences.txt", []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("differences.txt")
	if err != nil {
		t.Fatal(err)
	}
	if out.String() != string(want) {
		t.Error("the differences are not those of differences.txt: look at them with -update and git diff")
	}
}

// second is the library's opinion; the zero time when it has none.
func second(text, lang string) time.Time {
	cfg := &dps.Configuration{
		Languages:       []string{strings.Replace(lang, "no", "nb", 1)},
		CurrentTime:     time.Date(2020, 10, 6, 12, 0, 0, 0, time.UTC),
		DefaultTimezone: time.UTC,
		StrictParsing:   true,
	}
	d, err := dps.Parse(cfg, text)
	if err != nil {
		return time.Time{}
	}
	return d.Time.UTC()
}

// agree compares as far as the text is precise. Where it states no zone both
// are local.
func agree(ours timestamp.Timestamp, theirs time.Time) bool {
	layout := map[timestamp.Precision]string{
		timestamp.Year: "2006", timestamp.Month: "2006-01", timestamp.Day: "2006-01-02",
		timestamp.Minute: "2006-01-02 15:04", timestamp.Second: "2006-01-02 15:04:05",
	}[ours.Precision]
	return !theirs.IsZero() && ours.Time.Format(layout) == theirs.Format(layout)
}

func show(t time.Time) string {
	if t.IsZero() {
		return "none"
	}
	return t.Format("2006-01-02T15:04:05Z")
}
