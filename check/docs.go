package check

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// WriteDocs writes the documentation of all rules as Markdown.
func WriteDocs(w io.Writer) error {
	b := bufio.NewWriter(w)
	b.WriteString("# Checks\n\n`unscrape check` runs these rules. Their severities and thresholds can be changed with `--severity RULE=LEVEL` and\n" +
		"`--threshold RULE=N`, or under the same keys of `.unscrape.yaml`. This file is generated: the texts stand with each rule\nin the folder `check`.\n\n")
	b.WriteString("| rule | severity | what is wrong |\n| --- | --- | --- |\n")
	for _, r := range allRules {
		fmt.Fprintf(b, "| [%s](#%s) | %s | %s |\n", r.ID, r.ID, r.Severity, r.Title)
	}
	for _, r := range allRules {
		b.WriteByte('\n')
		r.write(b)
	}
	return b.Flush()
}

// Explain writes the documentation of the rule as Markdown.
func (r *Rule) Explain(w io.Writer) error {
	b := bufio.NewWriter(w)
	r.write(b)
	return b.Flush()
}

func (r *Rule) write(w *bufio.Writer) {
	fmt.Fprintf(w, "## %s\n\n%s: %s.\n\n%s\n\n%s\n", r.ID, r.Severity, r.Title, r.Why, r.Mend)
	if r.Unit != "" {
		fmt.Fprintf(w, "\nThreshold: %v, the number of %s.\n", r.Limit, r.Unit)
	}
	r.Fires.write(w, "Fires")
	r.Quiet.write(w, "Quiet")
}

func (e *Example) write(w *bufio.Writer, title string) {
	fmt.Fprintf(w, "\n%s", title)
	if len(e.Flags) > 0 {
		fmt.Fprintf(w, " with `%s`", strings.Join(e.Flags, " "))
	}
	w.WriteString(":\n")
	if len(e.Earlier) > 0 {
		writeFiles(w, "earlier: ", e.Earlier)
	}
	writeFiles(w, "", e.Files)
}

// writeFiles shows the first files whole; more of the same kind add nothing.
func writeFiles(w *bufio.Writer, when string, files []File) {
	const shown = 5
	for _, f := range files[:min(len(files), shown)] {
		fmt.Fprintf(w, "\n    %s%s\n", when, f.Name)
		for line := range strings.Lines(f.Text) {
			if len(line) > 160 {
				line = line[:120] + " …\n"
			}
			line = strings.TrimRight(strings.ReplaceAll(visible(line), "\t", "\\t"), "\n")
			if line != "" {
				line = "      " + line
			}
			w.WriteString(line + "\n")
		}
	}
	if n := len(files) - shown; n > 0 {
		fmt.Fprintf(w, "\n    and %s of the same kind\n", plural(n, "file"))
	}
}

// visible escapes what Markdown must not have.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if isControl(r) {
			return '\ufffd'
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}
