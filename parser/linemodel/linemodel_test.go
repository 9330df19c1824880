package linemodel

import (
	"os"
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
	lines := readPage(t, "testdata/page.txt")
	want, err := os.ReadFile("testdata/page.scores")
	if err != nil {
		t.Fatal(err)
	}
	got := Default().Score(nil, lines)
	if len(got) != len(want) {
		t.Fatalf("%d scores, want %d", len(got), len(want))
	}
	for i, w := range want {
		if d := got[i]*255 - float32(w); d > 2 || d < -2 {
			t.Errorf("line %d: %.3f, the trainer says %.3f: %s", i, got[i], float32(w)/255, lines[i].Text)
		}
	}
}

func TestScoreFindsTheArticle(t *testing.T) {
	lines := readPage(t, "testdata/page.txt")
	scores := Default().Score(nil, lines)
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

func TestScoreIsTheSameTwice(t *testing.T) {
	lines := readPage(t, "testdata/page.txt")
	m := Default()
	first := m.Score(nil, lines)
	m.Score(nil, lines[10:20]) // leaves its traces in the reused buffers
	second := m.Score(nil, lines)
	for i := range first {
		if first[i] != second[i] {
			t.Errorf("line %d: %v, then %v", i, first[i], second[i])
		}
	}
}

func TestScoreOfLittle(t *testing.T) {
	m := Default()
	for _, text := range []string{"", "x", "One line only, with a sentence in it.", "\u00ad", "a\n\n\nb", strings.Repeat("•", 1000)} {
		lines := split(text)
		if got := m.Score(nil, lines); len(got) != len(lines) {
			t.Errorf("%q: %d scores for %d lines", text, len(got), len(lines))
		}
	}
}

func TestExplainNamesFeatures(t *testing.T) {
	lines := readPage(t, "testdata/page.txt")
	w := Default().Explain(lines, 0)
	if len(w) == 0 {
		t.Fatal("no features")
	}
	for i := 1; i < len(w); i++ {
		if abs(w[i].Delta) > abs(w[i-1].Delta) {
			t.Errorf("%v stands behind %v", w[i], w[i-1])
		}
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
	scores := m.Score(nil, lines)
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		scores = m.Score(scores, lines)
	}
}
