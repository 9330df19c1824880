package output

import (
	"bufio"
	"fmt"
	"strings"

	"unscrape/check"
)

// perKind is how many annotations of a kind GitHub shows in a step.
const perKind = 10

// writeGitHub writes workflow commands. What GitHub would not show is counted
// in a notice.
func writeGitHub(w *bufio.Writer, r *check.Report) {
	for _, level := range []check.Severity{check.Error, check.Warning} {
		shown, more := 0, 0
		for _, f := range fresh(r) {
			if f.Severity != level {
				continue
			}
			if f.Unlisted > 0 || shown == perKind {
				more += f.Count()
				continue
			}
			annotate(w, f)
			shown++
		}
		if more > 0 {
			fmt.Fprintf(w, "::notice title=unscrape::%s more: GitHub shows %d of a kind; --report sarif=FILE lists more\n",
				plural(more, level.String()), perKind)
		}
	}
}

func annotate(w *bufio.Writer, f check.Finding) {
	fmt.Fprintf(w, "::%s title=%s", f.Severity, githubProperty(f.Rule.ID))
	if f.File != "" {
		fmt.Fprintf(w, ",file=%s", githubProperty(Printable(f.File)))
	}
	if f.Line > 0 {
		fmt.Fprintf(w, ",line=%d", f.Line)
	}
	if f.Column > 0 {
		fmt.Fprintf(w, ",col=%d", f.Column)
		if f.EndLine == f.Line {
			fmt.Fprintf(w, ",endColumn=%d", f.EndColumn+1)
		}
	}
	fmt.Fprintf(w, "::%s\n", githubData.Replace(Printable(f.Message)))
}

// The escapes of workflow commands (actions/toolkit, command.ts).
var (
	githubData  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubValue = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func githubProperty(s string) string { return githubValue.Replace(s) }
