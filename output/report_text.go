package output

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"

	"unscrape/check"
)

// Colours as ANSI SGR codes.
const (
	red, yellow, blue, bold = "31;1", "33;1", "34", "1"
)

// A textWriter writes findings for people: the place, what is wrong, the line,
// and with the first finding of each rule how to mend it.
type textWriter struct {
	*bufio.Writer
	color bool
}

func writeText(b *bufio.Writer, r *check.Report, o ReportOptions) {
	w := textWriter{b, o.Color}
	hinted := map[*check.Rule]bool{}
	all, errors, known := 0, 0, 0
	for _, f := range r.Findings {
		all += f.Count()
		if f.State != check.StateNew {
			known += f.Count()
			continue
		}
		if f.Severity == check.Error {
			errors += f.Count()
		}
		w.finding(f)
		if !hinted[f.Rule] {
			w.note("hint", f.Rule.Mend)
			hinted[f.Rule] = true
		}
	}
	w.total(all-known, errors, r.Summary.Articles)
	if o.Baseline {
		fmt.Fprintf(w, "%s known from the baseline", plural(known, "finding"))
		if n := len(r.Absent); n > 0 {
			fmt.Fprintf(w, "; %s in it no longer found, --update-baseline removes them:", plural(n, "finding"))
		}
		w.WriteByte('\n')
		for _, f := range r.Absent {
			fmt.Fprintf(w, "  %s: %s [%s]\n", Printable(place(f)), Printable(f.Message), f.Rule.ID)
		}
	}
}

func (w textWriter) total(n, errors, articles int) {
	if n == 0 {
		fmt.Fprintf(w, "no findings in %s\n", plural(articles, "article"))
		return
	}
	fmt.Fprintf(w, "%s in %s: %s, %s\n", plural(n, "finding"), plural(articles, "article"), plural(errors, "error"), plural(n-errors, "warning"))
}

func (w textWriter) paint(code, s string) string {
	if !w.color {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (w textWriter) finding(f check.Finding) {
	level := yellow
	if f.Severity == check.Error {
		level = red
	}
	if at := place(f); at != "" {
		w.WriteString(w.paint(bold, Printable(at)) + ": ")
	}
	fmt.Fprintf(w, "%s: %s [%s]\n", w.paint(level, f.Severity.String()), Printable(f.Message), f.Rule.ID)
	if strings.TrimSpace(f.Source) != "" {
		w.source(f)
	}
	if len(f.Related) > 1 {
		var names []string
		for _, l := range f.Related {
			names = append(names, l.String())
		}
		w.note("also", strings.Join(names, ", "))
	}
}

// source shows the line, and marks the words where columns can be counted on:
// in a line of ASCII.
func (w textWriter) source(f check.Finding) {
	number := strconv.Itoa(f.Line)
	line := strings.ReplaceAll(f.Source, "\t", " ")
	shown := Printable(line)
	fmt.Fprintf(w, "  %s %s\n", w.paint(blue, number+" |"), shown)
	if shown != line || !isASCII(line) || f.Column > len(line) {
		return
	}
	end := len(line)
	if f.EndLine == f.Line {
		end = min(end, f.EndColumn)
	}
	if f.Column == 1 && end == len(line) {
		return
	}
	marks := strings.Repeat(" ", f.Column-1) + w.paint(yellow, strings.Repeat("^", max(1, end-f.Column+1)))
	fmt.Fprintf(w, "  %s %s\n", w.paint(blue, strings.Repeat(" ", len(number))+" |"), marks)
}

func (w textWriter) note(name, text string) {
	fmt.Fprintf(w, "  %s %s\n", w.paint(blue, "= "+name+":"), Printable(text))
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0
}

// place is where a finding is, as compilers write it; "" for the whole run.
func place(f check.Finding) string {
	s := check.Location{File: f.File, Line: f.Line}.String()
	if f.Column > 0 {
		s += ":" + strconv.Itoa(f.Column)
	}
	return s
}
