package parser

import (
	"os"
	"strings"
	"testing"
)

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
