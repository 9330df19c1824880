package parser

import (
	"slices"
	"strings"
	"testing"
)

const dumpedPage = `Skip to content
Home
News
Sport
Weather
Sign in
Subscribe
The Harbour Gazette
Old lighthouse becomes a school of music
By Ines Calder
12 March 2024
Share
Tweet
The lighthouse on the northern pier, dark for nineteen years, will open its doors as a school of music in the autumn.
The town council voted for the plan on Monday evening, with two members against it. The 
Foundation for Coastal Culture
, which bought the tower in 2021, pays for most of the work.
"There is no better room for a cello," said the foundation's director, who tried one on the spiral stairs.
Lessons will begin with forty pupils, and the lamp room at the top will be kept as it is.
Related stories
Ferry fares rise for the third time
Council delays decision on the market hall
Ten walks along the river
Leave a comment
Your email address will not be published
Post comment
About us
Contact
Advertise
Privacy policy
Terms of use
`

func parseOne(t *testing.T, text string) *Article {
	t.Helper()
	got := New(Options{}).Parse([]byte(text), Hints{})
	if len(got) != 1 {
		t.Fatalf("%d articles, want 1", len(got))
	}
	return got[0]
}

func TestPageKeepsTheArticleOnly(t *testing.T) {
	a := parseOne(t, dumpedPage)
	if got := a.Timestamp.String(); got != "2024-03-12" {
		t.Errorf("timestamp %q", got)
	}
	want := []string{"The lighthouse on", "The town council voted", "\"There is no better", "Lessons will begin"}
	paragraphs := strings.Split(a.Body, "\n\n")
	if len(paragraphs) != len(want) {
		t.Fatalf("%d paragraphs, want %d:\n%s", len(paragraphs), len(want), a.Body)
	}
	for i, w := range want {
		if !strings.HasPrefix(paragraphs[i], w) {
			t.Errorf("paragraph %d is %q", i, paragraphs[i])
		}
	}
}

func TestPageJoinsTheParagraphOfALink(t *testing.T) {
	a := parseOne(t, dumpedPage)
	if want := "The Foundation for Coastal Culture, which bought"; !strings.Contains(a.Body, want) {
		t.Errorf("no %q in\n%s", want, a.Body)
	}
}

func TestPageLedgerNamesTheModel(t *testing.T) {
	a := parseOne(t, dumpedPage)
	seen := 0
	for _, b := range a.Ledger {
		if b.Reason.Why != "model" {
			continue
		}
		seen++
		if high := b.Reason.Score >= 0.5; b.Role != Title && high != (b.Kind == Body) {
			t.Errorf("%v with probability %.2f: %s", b.Kind, b.Reason.Score, b.Text)
		}
	}
	if seen == 0 {
		t.Error("the model had no say")
	}
}

func TestPageExplainsTheModel(t *testing.T) {
	a := New(Options{Explain: true}).Parse([]byte(dumpedPage), Hints{})[0]
	if plain := parseOne(t, dumpedPage); a.Body != plain.Body || a.Title != plain.Title {
		t.Error("explaining changes the article")
	}
	for _, b := range a.Ledger {
		if b.Reason.Why == "model" && b.Reason.Score != 0 && b.Kind != Field && !strings.Contains(b.Reason.Detail, "(") {
			t.Errorf("%s: reason %q names no feature", b.Text, b.Reason)
		}
	}
}

// A clean text with a long list of short lines is no page with menus.
func TestModelLeavesCleanTextAlone(t *testing.T) {
	text := "Results of the village show\n\nThe jury met on Sunday and gave its prizes in twelve classes.\n\n"
	for _, s := range []string{"Carrots: Ada Finch", "Leeks: Tom Arden", "Onions: Ruth Hale", "Peas: Noor Vance", "Beans: Ed Stone", "Plums: Ida Marsh",
		"Pears: Sam Holt", "Honey: Joan Reed", "Bread: Max Lowe", "Jam: Una Pike", "Roses: Hal Dunn", "Dahlias: Kit Ames"} {
		text += s + "\n\n"
	}
	text += "All prizes were handed over by the mayor, who had grown the largest pumpkin himself.\n"
	a := parseOne(t, text)
	for _, s := range []string{"Carrots: Ada Finch", "Dahlias: Kit Ames", "All prizes were"} {
		if !strings.Contains(a.Body, s) {
			t.Errorf("%q is lost:\n%s", s, a.Body)
		}
	}
}

func TestHeadlineOfAPage(t *testing.T) {
	const headline = "Old lighthouse becomes a school of music"
	for _, c := range [][]string{ // name, and what is replaced by what
		{"the page's title with the name of the site", "Skip to content", headline + " | The Harbour Gazette\nSkip to content"},
		{"below a menu's last entry", headline, "Contact\n" + headline},
		{"below a path of sections", headline, "Home > News > Coast\n" + headline},
		{"below a numbered path of sections", headline, "1. Home\n2. Coast\n3. " + headline + "\n" + headline},
		{"beside its date", headline + "\nBy Ines Calder\n12 March 2024", headline + "          12 March 2024\nBy Ines Calder"},
		{"on two lines, as the page's title shows", "Skip to content", headline + " | The Harbour Gazette\nSkip to content", headline, "Old lighthouse becomes\na school of music"},
		{"with the name that the notice of copyright has", headline, headline + " – Harbour Gazette", "Terms of use", "© 2024 Harbour Gazette"},
		{"with a site's name behind arrows at the top only", "Skip to content", headline + " » Coast Life", headline + "\nBy", "By"},
		{"above the name of the site, which the notice of copyright has", "By Ines Calder\n", "The Gazette of Harbour and Pier\n", "Terms of use", "© 2024 The Gazette of Harbour and Pier"},
		{"far above the text", "Tweet\n", "Tweet\n" + strings.Repeat("Ferries\nTides\nBuoys\nHarbours\n", 20)},
	} {
		page := strings.NewReplacer(c[1:]...).Replace(dumpedPage)
		a := parseOne(t, page)
		if a.Title != headline {
			t.Errorf("%s: title %q", c[0], a.Title)
		}
		if got := a.Timestamp.String(); got != "2024-03-12" {
			t.Errorf("%s: timestamp %q", c[0], got)
		}
	}
}

// The entry of a menu does not tell that a headline ends with a site's name.
func TestHeadlineWithADash(t *testing.T) {
	const headline = "Old Lamps - A Keeper's Guide"
	a := parseOne(t, strings.NewReplacer("Old lighthouse becomes a school of music", headline, "Weather\n", "Weather\nOld Lamps\n").Replace(dumpedPage))
	if a.Title != headline {
		t.Errorf("title %q", a.Title)
	}
}

func TestNoArticle(t *testing.T) {
	for name, text := range map[string]string{
		"a newsletter form": "Sign up for our newsletter today.\n\nYour Email Address Sign Up Now!\n",
		"a scraper's log":   strings.Repeat("--- Page ---\nNo text could be found here.\n\n", 8),
	} {
		if a := parseOne(t, text); a.Body != "" || len(a.Warnings) == 0 {
			t.Errorf("%s: body %q, warnings %v", name, a.Body, a.Warnings)
		}
	}
}

func TestNeedle(t *testing.T) {
	text := "The Jazz quartet of Žižkov plays jazz, quizzes and Jazz again; и джаз"
	for _, w := range []string{"Jazz", "jazz", "quiz", "again;", "Žižkov", "джаз", "и", "; ", "quizzical", "of Žižkovo", "The", "The J", "аз"} {
		if got, want := newNeedle(w).in(text), strings.Index(text, w); got != want {
			t.Errorf("%q is at %d, want %d", w, got, want)
		}
	}
}

// TestTextOfVeryManyLinesIsNoPage checks that the line model, which takes memory for each
// line, is not asked about more than any page has.
func TestTextOfVeryManyLinesIsNoPage(t *testing.T) {
	for lines, want := range map[int]bool{200: true, mostLines + 1: false} {
		a := New(Options{}).Parse([]byte(strings.Repeat("Sign in\nFerry times\n", lines/2)+strings.Repeat(riverText+riverText+"\n", 9)), Hints{})[0]
		asked := slices.ContainsFunc(a.Ledger, func(b Block) bool { return b.Reason.Score != 0 })
		if asked != want {
			t.Errorf("%d lines: the model was asked: %v", lines, asked)
		}
	}
}
