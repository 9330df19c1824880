package parser

import (
	"encoding/json"
	"os"
	"testing"
)

// The text of a page glued to one line is an article glued to one line, of
// which nothing is cut.
func TestArticleOnOneLineStaysWhole(t *testing.T) {
	data, err := os.ReadFile("../testdata/cases/dump-en-glued-sentences.json")
	if err != nil {
		t.Fatal(err)
	}
	var want struct{ Body string }
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	text := want.Body + " " + want.Body
	for _, s := range []string{text, text + "\n", text + "\r\n\r\n"} {
		a := parseOne(t, s)
		if a.Body != text || len(a.Ledger) > 2 {
			t.Errorf("%d blocks, %q", len(a.Ledger), a.Body)
		}
	}
}
