package timestamp

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// names are the words of one kind and value in a language.
func names(lang int, k kind, value int) []string {
	var all []string
	for _, w := range words {
		for _, s := range senses[w.first : int(w.first)+int(w.n)] {
			if s.kind == k && int(s.value) == value && langSets[s.langs].has(lang) {
				all = append(all, w.text)
			}
		}
	}
	return all
}

// shapes are ways to write a date, with the parts W weekday, D day, M month's
// name, N month's number, Y year.
var namedShapes = []string{
	"D M Y", "D. M Y", "D M, Y", "D de M de Y", "M D, Y", "M D Y", "W, D M Y", "W, M D, Y", "(D M Y)", "D-M-Y", "Y M D", "Y-M-D", "D/M/Y", "Y. M D.",
}

var numberShapes = []string{"Y-N-D", "Y/N/D", "Y.N.D", "D.N.Y", "W, D.N.Y", "Y年N月D日", "Y년 N월 D일", "Y. N. D."}

// clocks are ways to write a time, with the parts H hour, h hour of twelve,
// m minute, s second, p am or pm.
var clocks = []string{"", " H:m", ", H:m", " - H:m:s", " h:m p", ", h:m p", " | H:m"}

var offsets = []string{"", "", " Z", " GMT", " UTC", " +0330", " -04:00", " GMT+7", " (UTC-3)"}

func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lang := rapid.IntRange(0, len(languages)-1).Draw(t, "language")
		at := time.Date(rapid.IntRange(1900, 2049).Draw(t, "year"), 1, 1+rapid.IntRange(0, 364).Draw(t, "day"),
			0, 0, rapid.IntRange(0, 86399).Draw(t, "second"), 0, time.UTC)
		month, weekday := names(lang, kindMonth, int(at.Month())), names(lang, kindWeekday, int(at.Weekday()))
		shape := rapid.SampledFrom(numberShapes).Draw(t, "shape")
		if languages[lang].code == "am" { // whose other dates of numbers are of one calendar or the other
			shape = "Y-N-D"
		}
		if len(month) > 0 && rapid.Bool().Draw(t, "named") {
			shape = rapid.SampledFrom(namedShapes).Draw(t, "shape")
			month = []string{rapid.SampledFrom(month).Draw(t, "month")}
		}
		clock := rapid.SampledFrom(clocks).Draw(t, "clock")
		offset := ""
		if clock != "" {
			offset = rapid.SampledFrom(offsets).Draw(t, "offset")
		}
		day := rapid.SampledFrom(append(weekday, "")).Draw(t, "weekday")
		text := write(shape, at, strings.Join(month[:min(len(month), 1)], ""), day) + write(clock, at, "", "") + offset
		got, problem := Parse(text, Options{Language: languages[lang].code})
		if want := wanted(at, clock, offset); exact(got) != want {
			t.Fatalf("%s %q: %s %v, want %s", languages[lang].code, text, exact(got), problem, want)
		}
	})
}

func write(shape string, at time.Time, month, weekday string) string {
	if weekday == "" {
		shape = strings.TrimPrefix(shape, "W, ")
	}
	var b strings.Builder
	for _, part := range shape {
		switch part {
		case 'W':
			b.WriteString(weekday)
		case 'D':
			fmt.Fprintf(&b, "%02d", at.Day())
		case 'M':
			b.WriteString(month)
		case 'N':
			fmt.Fprintf(&b, "%02d", int(at.Month()))
		case 'Y':
			fmt.Fprintf(&b, "%d", at.Year())
		case 'H':
			fmt.Fprintf(&b, "%02d", at.Hour())
		case 'h':
			fmt.Fprintf(&b, "%d", (at.Hour()+11)%12+1)
		case 'm':
			fmt.Fprintf(&b, "%02d", at.Minute())
		case 's':
			fmt.Fprintf(&b, "%02d", at.Second())
		case 'p':
			b.WriteString(at.Format("PM"))
		default:
			b.WriteRune(part)
		}
	}
	return b.String()
}

// wanted is the value, as exact writes it, of the text that write makes.
func wanted(at time.Time, clock, offset string) string {
	if clock == "" {
		return at.Format("2006-01-02")
	}
	zone := ""
	if offset != "" {
		zone = "Z"
		at = at.Add(-map[string]time.Duration{" +0330": 210, " -04:00": -240, " GMT+7": 420, " (UTC-3)": -180}[offset] * time.Minute)
	}
	if strings.Contains(clock, "s") {
		return at.Format("2006-01-02T15:04:05") + zone
	}
	return at.Format("2006-01-02T15:04") + zone
}
