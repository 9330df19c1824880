package parser

import (
	"slices"
	"strings"
	"testing"
)

// Lines are cut where two texts meet with nothing between, not within names.
func TestSeams(t *testing.T) {
	for _, parts := range [][]string{
		{"Home", "News", "About us"},
		{"Harbour", "The mill turns again", "By Rosalind Achterberg", "Published March 4, 2024", "4 min read"},
		{"Nobody had asked the miller.", "He would have said no."},
		{"“Wait for the moon,” he said. “It comes.”", "How the mill works", "Twice a day the sea comes in."},
		{"What does it cost?", "10 answers"},
		{"TIDES", "Today at the bridge"},
		{"Sign in", "“The mill” turns"},
		{"Jobs", "Advertise", "© 2024 Harbour Gazette"},
		{"Мост закрыт до осени", "В школе открыли мастерскую"},
		{"Die Mühle steht wieder", "Für den Müller ist es die erste"},
		{"Home   ", "Tides   ", "Boats"},
		{"Follow us on YouTube", "WhatsApp", "Print"},
		{"Ian McDonald and Ann MacDonald keep it on macOS."},
		{"Alle MüllerInnen kamen zur Mühle."},
		{"See mill.example/tideTables?whichTide=Spring for more."},
		{"The valve calls openGate(highWater) when the pond is full."},
		{"The U.S. Navy kept one of them.  It burnt down."},
	} {
		line := strings.Join(parts, "")
		page := seams{said: map[string]int{}}
		page.add(line)
		page.stops = 1
		if got := page.parts(0, line); !slices.Equal(got, parts) {
			t.Errorf("%q", got)
		}
	}
}

// A word that a page has twice is a name.
func TestSeamsOfNames(t *testing.T) {
	lines := []string{"The TideWheel turns.It hums.", "A TideWheel hums.It turns."}
	page := seams{said: map[string]int{}}
	for _, s := range lines {
		page.add(s)
	}
	for k, want := range [][]string{{"The TideWheel turns.", "It hums."}, {"A TideWheel hums.", "It turns."}} {
		if got := page.parts(k, lines[k]); !slices.Equal(got, want) {
			t.Errorf("%q", got)
		}
	}
}

// Paragraphs of an article that stand on one line without anything between stay as
// they are: there is no menu with which they would be a page.
func TestArticleWithoutBreaksStaysWhole(t *testing.T) {
	line := strings.Repeat("The gates fall shut when the ebb begins and the wheel turns slowly.The miller has five hours in which to grind.", 9)
	text := "The tide mill turns again\n\n" + line + "\n"
	if a := parseOne(t, text); a.Title != "The tide mill turns again" || a.Body != line {
		t.Errorf("%q, %q", a.Title, a.Body)
	}
}
