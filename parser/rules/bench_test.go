package rules

import (
	"strings"
	"testing"
)

var benchLines = []struct{ name, line string }{
	{"prose", strings.Repeat("The council met on Tuesday to speak about the new bridge over the river. ", 6)},
	{"persian", strings.Repeat("شورای شهر روز سه‌شنبه درباره پل تازه رودخانه گفت‌وگو کرد. ", 6)},
	{"chinese", strings.Repeat("市议会星期二讨论了河上的新桥。", 10)},
	{"short", "Battles rage on"},
	{"number", "12 men in a boat"},
	{"match", "Page Generated in 0/2291 sec"},
	{"label", "Published: 0339 GMT October 06, 2020"},
}

func BenchmarkBoilerplate(b *testing.B) {
	s := Builtin()
	for _, c := range benchLines {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.line)))
			b.ReportAllocs()
			for b.Loop() {
				s.Boilerplate(c.line)
			}
		})
	}
}

func BenchmarkLabel(b *testing.B) {
	s := Builtin()
	for _, c := range benchLines {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.line)))
			b.ReportAllocs()
			for b.Loop() {
				s.Label(c.line)
			}
		})
	}
}

func BenchmarkChrome(b *testing.B) {
	s := Builtin()
	for _, c := range benchLines {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s.Chrome(c.line)
			}
		})
	}
}

// BenchmarkStart is what the built-in rules add to the start of the program.
func BenchmarkStart(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		makeFoldLow()
		readPart(builtin)
	}
}
