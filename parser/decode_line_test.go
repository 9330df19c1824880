package parser

import (
	"slices"
	"strings"
	"testing"
)

func linesOf(text string, cut func(string, int) (string, int)) (lines []string) {
	for pos := 0; pos < len(text); {
		line, next := cut(text, pos)
		lines = append(lines, line)
		pos = next
	}
	return lines
}

func TestNextLine(t *testing.T) {
	long := strings.Repeat("a", lineWindow)
	tests := []struct {
		name, text string
		want       []string
	}{
		{"LF", "one\n\ntwo\n", []string{"one", "", "two"}},
		{"no terminator at the end", "one\ntwo", []string{"one", "two"}},
		{"CR LF", "one\r\n\r\ntwo\r\n", []string{"one", "", "two"}},
		{"CR CR LF is one line end", "one\r\r\ntwo\r\r\n\r\r\nthree", []string{"one", "two", "", "three"}},
		{"CR alone", "one\rtwo\r\rthree\r", []string{"one", "two", "", "three"}},
		{"mixed", "one\r\ntwo\nthree\rfour", []string{"one", "two", "three", "four"}},
		{"separators", "one\u2028two\u2029three", []string{"one", "two", "three"}},
		{"other characters of the same lead byte", "“one” – two…\nthree", []string{"“one” – two…", "three"}},
		{"no line ends", "a\u0085b\fc\vd", []string{"a\u0085b\fc\vd"}},
		{"terminator across the window", long[1:] + "\r\nx", []string{long[1:], "x"}},
		{"CR CR LF across the window", long[2:] + "\r\r\nx", []string{long[2:], "x"}},
		{"separator across the window", long[1:] + "\u2028x", []string{long[1:], "x"}},
		{"line longer than the window", long + long + "\nx", []string{long + long, "x"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := linesOf(tt.text, nextLine); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if got := linesOf(tt.text, untilLF); slices.Equal(got, tt.want) != onlyLF(tt.text) {
				t.Errorf("cut at line feeds only it is %q", got)
			}
		})
	}
}

func FuzzNextLine(f *testing.F) {
	f.Add("one\r\ntwo\r\r\n\rthree\u2028four")
	f.Add(strings.Repeat("x", lineWindow-1) + "\u2029\xE2\x80")
	f.Fuzz(func(t *testing.T, text string) {
		var joined strings.Builder
		for pos := 0; pos < len(text); {
			line, next := nextLine(text, pos)
			if next <= pos || next > len(text) {
				t.Fatalf("nextLine(%q, %d) goes to %d", text, pos, next)
			}
			end := text[pos+len(line) : next]
			switch end {
			case "\n", "\r\n", "\r\r\n", "\r", "\u2028", "\u2029":
			case "":
				if next != len(text) {
					t.Fatalf("line %q of %q ends without terminator", line, text)
				}
			default:
				t.Fatalf("terminator %q", end)
			}
			if strings.ContainsAny(line, "\n\r\u2028\u2029") {
				t.Fatalf("line %q holds a terminator", line)
			}
			joined.WriteString(line + end)
			pos = next
		}
		if joined.String() != text {
			t.Fatalf("lines joined give %q, not %q", joined.String(), text)
		}
	})
}

func BenchmarkNextLine(b *testing.B) {
	for _, line := range []string{
		strings.Repeat("The council will meet again on Friday. ", 5) + "\n",
		strings.Repeat("Городской совет соберётся в пятницу. ", 3) + "\r\n",
	} {
		text := strings.Repeat(line, 1000)
		b.Run(line[:7], func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				for pos := 0; pos < len(text); {
					_, pos = nextLine(text, pos)
				}
			}
		})
	}
}
