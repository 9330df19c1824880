package output

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"unscrape/check"
)

// A ReportFormat is a way of writing findings.
type ReportFormat uint8

const (
	Text   ReportFormat = iota // for people
	Report                     // JSON; a later run is compared with it
	SARIF                      // 2.1.0, for code scanning
	JUnit                      // XML, for test dashboards
	GitHub                     // workflow commands that annotate files
	GitLab                     // code quality
)

var reportFormats = []string{"text", "json", "sarif", "junit", "github", "gitlab"}

// ReportFormats are the names of the formats of findings.
func ReportFormats() []string { return slices.Clone(reportFormats) }

// ParseReportFormat returns the format of a name. Its error names the nearest.
func ParseReportFormat(name string) (ReportFormat, error) {
	i := slices.Index(reportFormats, name)
	if i < 0 {
		return 0, check.Unknown("report format", name, reportFormats)
	}
	return ReportFormat(i), nil
}

// ReportOptions say how findings are written.
type ReportOptions struct {
	Color    bool   // in Text
	Version  string // of the program, in SARIF
	Baseline bool   // findings were compared with a baseline
}

// WriteReport writes what a run found. Only Report and SARIF have findings
// that the baseline has, too; Text counts them.
func WriteReport(w io.Writer, f ReportFormat, r *check.Report, o ReportOptions) error {
	b := bufio.NewWriterSize(w, 1<<16)
	var err error
	switch f {
	case Text:
		writeText(b, r, o)
	case Report:
		err = encodeJSON(b, newReport(r))
	case SARIF:
		err = encodeJSON(b, newSARIF(r, o))
	case JUnit:
		err = writeJUnit(b, r)
	case GitHub:
		writeGitHub(b, r)
	case GitLab:
		err = encodeJSON(b, newGitLab(r))
	}
	if err != nil {
		return err
	}
	return b.Flush()
}

func encodeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// fresh are the findings that a baseline does not have.
func fresh(r *check.Report) []check.Finding {
	return slices.DeleteFunc(slices.Clone(r.Findings), func(f check.Finding) bool { return f.State != check.StateNew })
}

// plural is a number with its noun.
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
