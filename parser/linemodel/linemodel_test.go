package linemodel

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

// readPage splits a text into lines as callers do.
func readPage(t testing.TB, name string) []Line {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return split(string(data))
}

func split(text string) []Line {
	var out []Line
	blank := 0
	for l := range strings.Lines(text) {
		l = strings.TrimRight(l, "\n")
		if strings.TrimSpace(l) == "" {
			blank++
			continue
		}
		out = append(out, Line{l, blank})
		blank = 0
	}
	return out
}

// TestScoreAgreesWithTrainer compares with the scores that the trainer's own
// library gave the lines, in 255ths.
func TestScoreAgreesWithTrainer(t *testing.T) {
	for _, page := range []string{"page", "foreign"} {
		lines := readPage(t, "testdata/"+page+".txt")
		want, err := os.ReadFile("testdata/" + page + ".scores")
		if err != nil {
			t.Fatal(err)
		}
		var p Page
		if Default().ScorePage(&p, lines); len(p.Body) != len(want) {
			t.Fatalf("%s: %d scores, want %d", page, len(p.Body), len(want))
		}
		for i, w := range want {
			if p.Body[i]*255 <= floor+0.5 {
				continue // the first forest's word
			}
			if d := p.Body[i]*255 - float32(w); d > 2 || d < -2 {
				t.Errorf("%s: line %d: %.3f, the trainer says %.3f: %s", page, i, p.Body[i], float32(w)/255, lines[i].Text)
			}
		}
	}
}

// TestScorePageKnowsTheLanguage has a page in English, which only the forests for
// English are asked about, and one that others have a say in.
func TestScorePageKnowsTheLanguage(t *testing.T) {
	for page, same := range map[string]bool{"page": true, "foreign": false} {
		lines := readPage(t, "testdata/"+page+".txt")
		var whole Page
		Default().ScorePage(&whole, lines)
		if part := score(lines); slices.Equal(whole.Body, part.Body) != same {
			t.Errorf("%s: %v as a page, %v as lines", page, whole.Body, part.Body)
		}
	}
}

// TestScorePageKnowsTeasers has summaries of other stories below the text, as long
// as its paragraphs.
func TestScorePageKnowsTeasers(t *testing.T) {
	lines := readPage(t, "testdata/foreign.txt")
	var p Page
	Default().ScorePage(&p, lines)
	for i, l := range lines {
		switch start, _, _ := strings.Cut(l.Text, " "); start {
		case "Quem", "\"Começou", "As", "Em":
			if p.Body[i] < 0.5 {
				t.Errorf("%.2f for text: %s", p.Body[i], l.Text)
			}
		case "Barco-biblioteca", "Coral", "Relógio", "O", "A":
			if p.Body[i] >= 0.5 {
				t.Errorf("%.2f for another story: %s", p.Body[i], l.Text)
			}
		}
	}
}

func TestScoreFindsTheArticle(t *testing.T) {
	lines := readPage(t, "testdata/page.txt")
	scores := score(lines).Body
	for i, l := range lines {
		switch text := strings.TrimSpace(l.Text); {
		case strings.HasPrefix(text, "The repair cost"), strings.HasPrefix(text, "The old harbour"), strings.HasPrefix(text, "Lorries above"):
			if scores[i] < 0.5 {
				t.Errorf("%.2f for a paragraph: %s", scores[i], text)
			}
		case text == "* Weather", text == "Tweet", strings.HasPrefix(text, "We use cookies"), strings.HasPrefix(text, "© 2024"):
			if scores[i] >= 0.5 {
				t.Errorf("%.2f for page furniture: %s", scores[i], text)
			}
		}
	}
}

func TestScoreFindsTheHeadline(t *testing.T) {
	lines := readPage(t, "testdata/page.txt")
	titles := score(lines).Titles
	if len(titles) == 0 {
		t.Fatal("no candidate")
	}
	if i := titles[0].Line; i == 0 || strings.TrimSpace(lines[i].Text) != "Harbour bridge reopens after two years" {
		t.Errorf("line %d: %s", i, lines[i].Text)
	}
}

// TestScoreFindsTheHeadlineFarAboveTheLongerPart has the text of a page cut in
// two by a list that is longer than a headline stands from its text.
func TestScoreFindsTheHeadlineFarAboveTheLongerPart(t *testing.T) {
	text := strings.Split(`The lock keepers told the council on Monday that the gates had been shut for most of the winter.
Nobody knew when the boats would be let through again, said Ines Marlow, who has lived on the water for nine years.
The canal was dug in 1831, and its walls have moved by as much as four centimetres since the flood of last autumn.
Engineers want to drain two basins before they can say what the repair will cost and who is going to pay for it.
"We were promised an answer in December, and we are still waiting," one of the skippers said at the meeting.
The council had set aside a third of the money that a similar repair took in the neighbouring town.
Traders on the quay say that they have lost half of their customers, as visitors stay away from an empty canal.
A spokesman said that the works would begin as soon as the water had fallen, but he would not name a date.
Fish have been moved to a pond behind the mill, where volunteers feed them with what the bakery has left over.
Until then the barges must take the longer way by the river, which costs them a day and more fuel.`, "\n")
	var b strings.Builder
	b.WriteString("* Home\n* News\n* Weather\n* Contact\n\nCanal locks stay shut until the spring\n\nBy Ines Marlow\n\n")
	b.WriteString(strings.Join(text[:3], "\n\n") + "\n\n")
	for i := range maxTitleGap + 20 {
		fmt.Fprintf(&b, "* Notice %d\n", i)
	}
	b.WriteString("\n" + strings.Join(text[3:], "\n\n"))
	lines := split(b.String())
	titles := score(lines).Titles
	if len(titles) == 0 || lines[titles[0].Line].Text != "Canal locks stay shut until the spring" {
		t.Errorf("%v", titles[:min(len(titles), 3)])
	}
}

func TestScoreIsTheSameTwice(t *testing.T) {
	lines := readPage(t, "testdata/page.txt")
	m := Default()
	var p Page
	m.Score(&p, lines)
	first := slices.Clone(p.Body)
	m.Score(&p, lines[10:20]) // leaves its traces in the reused buffers
	m.Score(&p, lines)
	if !slices.Equal(first, p.Body) {
		t.Errorf("%v, then %v", first, p.Body)
	}
}

func score(lines []Line) Page {
	var p Page
	Default().Score(&p, lines)
	return p
}

func TestScoreOfLittle(t *testing.T) {
	for _, text := range []string{"", "x", "One line only, with a sentence in it.", "\u00ad", "a\n\n\nb", strings.Repeat("•", 1000)} {
		lines := split(text)
		if got := score(lines).Body; len(got) != len(lines) {
			t.Errorf("%q: %d scores for %d lines", text, len(got), len(lines))
		}
	}
}

func TestExplainNamesFeatures(t *testing.T) {
	lines := readPage(t, "testdata/page.txt")
	seen := 0
	Default().Explain(lines, func(i int, w []Weight) {
		if seen++; len(w) == 0 {
			t.Errorf("line %d: no features", i)
		}
		for k := 1; k < len(w); k++ {
			if math.Abs(float64(w[k].Delta)) > math.Abs(float64(w[k-1].Delta)) {
				t.Errorf("line %d: %v stands behind %v", i, w[k], w[k-1])
			}
		}
	})
	if seen != len(lines) {
		t.Errorf("%d of %d lines explained", seen, len(lines))
	}
}

func TestModelIsSmall(t *testing.T) {
	if n := len(embedded); n > 300_000 {
		t.Errorf("%d bytes, want at most 300,000", n)
	}
}

func TestReadRefusesDamage(t *testing.T) {
	for n := 0; n < len(embedded); n += 997 {
		if _, err := Read(embedded[:n]); err == nil {
			t.Fatalf("read the first %d of %d bytes", n, len(embedded))
		}
	}
	if _, err := Read(append(embedded[:len(embedded):len(embedded)], 0)); err == nil {
		t.Error("read a model with a byte behind it")
	}
}

func BenchmarkScore(b *testing.B) {
	lines := readPage(b, "testdata/page.txt")
	n := 0
	for _, l := range lines {
		n += len(l.Text) + 1
	}
	m := Default()
	var p Page
	m.Score(&p, lines)
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		m.Score(&p, lines)
	}
}
