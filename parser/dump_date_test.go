package parser

import (
	"strings"
	"testing"
)

// Each case changes the page of dump_test.go in places, old before new; its
// date stands on a line of its own below the byline otherwise.
func TestDateOfAPage(t *testing.T) {
	const (
		date   = "12 March 2024\n"
		byline = "By Ines Calder\n" + date
		menu   = "Skip to content"
		lead   = "The town council voted"
		behind = "Related stories"
	)
	for _, c := range []struct {
		name, want string
		change     []string
	}{
		{"glued to a name and an update", "2024-03-12", []string{byline, "Ines CalderMarch 12, 2024Updated: May 3, 2024\n"}},
		{"glued to a section in capitals", "2024-03-12", []string{date, "Coast LifeMARCH 12, 2024\n"}},
		{"glued to the time of reading", "2024-03-12", []string{date, "March 12, 20245 min read\n"}},
		{"glued to tags", "2024-03-12", []string{date, "March 12, 2024music, lighthouses, coast\n"}},
		{"before that of an update", "2024-03-12", []string{date, "March 12, 2024May 3, 2024\n"}},
		{"behind that of an update", "2024-03-12", []string{date, "May 3, 2024March 12, 2024\n"}},
		{"below that of an update", "2024-03-12", []string{date, "3 May 2024\n" + date}},
		{"at the head of many words", "2024-03-12", []string{byline, "Posted on March 12, 2024 by Ines Calder - 5 comments on the old lighthouse that becomes a school of music for forty pupils\n"}},
		{"above the headline, with another behind the first lines", "2024-03-12", []string{"The Harbour Gazette\n", date, byline, "", lead, "Ferry fares rise | 3 May 2024\n" + lead}},
		{"above the headline, with another far below it", "2024-03-12", []string{"The Harbour Gazette\n", date, byline, strings.Repeat("Ferries\nTides\n", 6) + "Ferry fares rise | 3 May 2024\n"}},
		{"with a label behind the first lines", "2024-03-12", []string{lead, "Released: 9 June 2023 by Pier Press\n" + lead}},
		{"by the headline's repeat", "2024-03-12", []string{byline, "", menu, menu + "\nOld lighthouse becomes a school of music\n12 March 2024"}},
		{"in digits of an order that another date shows", "2024-03-12", []string{date, "03/12/2024\n", behind, behind + "\n02/27/2024"}},
		{"in digits that can be read two ways", "", []string{date, "03/12/2024\n"}},
		{"of an update alone", "2024-05-03", []string{date, "Updated 3 May 2024\n"}},

		{"behind the text", "2024-03-12", []string{date, "", behind, "Published March 12, 2024\n" + behind}},
		{"behind the text, in Spanish", "2024-03-12", []string{date, "", behind, "Publicado el 12 de marzo de 2024\n" + behind}},
		{"behind the text, in Russian", "2024-03-12", []string{date, "", behind, "Опубликовано 12 марта 2024\n" + behind}},
		{"behind the text, below its label", "2024-03-12", []string{date, "", behind, "Topics\nMusic\nPublished\n" + date + behind}},
		{"behind the text, below the author", "2024-03-12", []string{byline, "", behind, "Written by\nInes Calder\n" + date + behind}},
		{"behind the text, alone", "2024-03-12", []string{byline, "", behind, date + behind}},
		{"behind the text, twice", "", []string{date, "", behind, "Published March 12, 2024\nPublished March 3, 2024\n" + behind}},
		{"below the heading of other stories", "", []string{byline, "", behind, behind + "\n12 March 2024"}},
		{"of a reference", "", []string{date, "", behind, "Harbour Letters. 2014 Oct 1;174(10):1587-95.\n" + behind}},
		{"without a year", "", []string{date, "March 12\n"}},
	} {
		a := parseOne(t, strings.NewReplacer(c.change...).Replace(dumpedPage))
		if got := a.Timestamp.String(); got != c.want {
			t.Errorf("%s: timestamp %q, want %q", c.name, got, c.want)
		}
	}
}

func TestUnglue(t *testing.T) {
	for in, want := range map[string]string{
		"May 3, 20205 min":           "May 3, 2020 5 min",
		"May 3, 2020Updated":         "May 3, 2020 Updated",
		"Jane RoeMay 3, 2020":        "Jane Roe May 3, 2020",
		"May 3, 2020tides, 12 boats": "May 3, 2020 tides, 12 boats",
		"Jane McRoe":                 "Jane McRoe",
		"May 3, 2020":                "May 3, 2020",
		"20201 people":               "20201 people",
	} {
		if got := unglue(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
