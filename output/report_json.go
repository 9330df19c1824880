package output

import (
	"unscrape/check"
	"unscrape/parser"
)

// jsonReport is the report as JSON. Its summary is what --against reads.
type jsonReport struct {
	Findings []jsonFinding  `json:"findings"`
	Absent   []jsonFinding  `json:"absent,omitempty"`
	Summary  *check.Summary `json:"summary"`
}

type jsonFinding struct {
	Rule        string         `json:"rule"`
	Severity    string         `json:"severity"`
	File        string         `json:"file"`
	Line        int            `json:"line,omitempty"`
	Column      int            `json:"column,omitempty"`
	EndLine     int            `json:"endLine,omitempty"`
	EndColumn   int            `json:"endColumn,omitempty"`
	Span        *jsonSpan      `json:"span,omitempty"` // bytes of the decoded text
	Message     string         `json:"message"`
	Unlisted    int            `json:"unlisted,omitempty"` // findings that this one stands for
	Hint        string         `json:"hint"`
	Related     []jsonLocation `json:"related,omitempty"`
	State       string         `json:"state"`
	Fingerprint string         `json:"fingerprint"`
}

type jsonSpan struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type jsonLocation struct {
	File string `json:"file"`
	Line int    `json:"line,omitempty"`
}

func newReport(r *check.Report) jsonReport {
	return jsonReport{Findings: newFindings(r.Findings), Absent: newFindings(r.Absent), Summary: r.Summary}
}

func newFindings(all []check.Finding) []jsonFinding {
	list := make([]jsonFinding, 0, len(all))
	for _, f := range all {
		j := jsonFinding{
			Rule: f.Rule.ID, Severity: f.Severity.String(), File: f.File,
			Line: f.Line, Column: f.Column, EndLine: f.EndLine, EndColumn: f.EndColumn,
			Message: f.Message, Unlisted: f.Unlisted, Hint: f.Rule.Mend, State: f.State.String(), Fingerprint: f.Fingerprint,
		}
		if f.Column > 0 && f.Span != parser.Unknown {
			j.Span = &jsonSpan{f.Span.Start, f.Span.End}
		}
		for _, l := range f.Related {
			j.Related = append(j.Related, jsonLocation{l.File, l.Line})
		}
		list = append(list, j)
	}
	return list
}
