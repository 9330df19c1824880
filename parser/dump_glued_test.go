package parser

import (
	"encoding/json"
	"os"
	"strings"
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

// The name of a window ends with the headline, with a sign and the name of the site, or where
// a menu begins. Where more of a headline follows it is not taken for one.
func TestHeadlineOfPageOnOneLine(t *testing.T) {
	data, err := os.ReadFile("../testdata/cases/dump-en-one-line-headline-again.txt")
	if err != nil {
		t.Fatal(err)
	}
	const headline = "Night buses return to the hill villages"
	const window = headline + " | Alder Valley Post Skip to content"
	for _, c := range []struct{ window, again, want string }{
		{window, headline, headline},
		{headline + " – Post Skip to content", headline, headline},
		{headline + " Skip to content", headline, headline},
		{window, headline + "?", headline + "?"},
		{headline + " of Alder Skip to content", headline, ""},
		{"Alder Valley Post Skip to content", headline, ""},
	} {
		text := strings.Replace(string(data), window, "WINDOW", 1)
		text = strings.Replace(text, headline, c.again, 1)
		text = strings.Replace(text, "WINDOW", c.window, 1)
		if got := parseOne(t, text).Title; got != c.want {
			t.Errorf("%s: %q", c.window, got)
		}
	}
}
