package parser

import (
	"fmt"
	"strings"
	"testing"
)

// The signs that set a headline off are no part of it, and it is found with them.
func TestFramedHeadline(t *testing.T) {
	const headline = "The mill turns again"
	const body = "The tide mill ground flour on Saturday for the first time in ninety-one years, and a baker took the first sack.\n\n" +
		"It took the volunteers eleven winters to dress the stones and hang the gates that keep the sea in the pond."
	for _, frame := range []string{
		"%s", "****** %s ******", "=== %s ===", "== %s", "--- %s ---", "~~ %s ~~", "# %s", "# %s #", "## %s ##", "h1. %s", "**%s**", "# **%s**", "*%s*", "_%s_",
		"■ %s", "■%s", "◆ %s", "» %s", "▶ %s", "【%s】", "<h1>%s</h1>", `<h2 class="big">%s</h2>`,
		"%s\n====================", "====================\n%s\n====================", "Harbour news\n%s\n====================",
	} {
		a := parseOne(t, fmt.Sprintf(frame, headline)+"\n\n3 May 2021\n\n"+body+"\n")
		if a.Title != headline || a.Body != body {
			t.Errorf("%s: %q, %q", frame, a.Title, a.Body)
		}
	}
}

// Signs that are words of a headline stay.
func TestSignsOfHeadlines(t *testing.T) {
	for _, s := range []string{
		"»The sea waits for nobody«: talk with a miller", "【Notice】The mill turns again", "#1 mill in the county", "-5 degrees in the mill",
		"*** of hearts", "[" + strings.Repeat("[[", 2_000_000), "The 2*2*2 of milling", "C# in the mill", "_ and other signs _", "x", "【】",
	} {
		if got := plainTitle(s); got != s {
			t.Errorf("%.40q: %.40q", s, got)
		}
	}
}
