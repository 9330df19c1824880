package check

import (
	"cmp"
	"fmt"
	"strings"

	"unscrape/parser"
)

// State says whether a baseline knows a finding.
type State uint8

const (
	StateNew       State = iota // not in the baseline, or there is none
	StateUnchanged              // in the baseline
	StateAbsent                 // in the baseline, and no longer found
)

var stateNames = []string{"new", "unchanged", "absent"}

// String is the state as SARIF's baselineState has it.
func (s State) String() string { return stateNames[s] }

// A Finding is one thing that is wrong, and where.
type Finding struct {
	Rule     *Rule
	Severity Severity
	File     string // the input's name; a folder for rules about folders; "" for the whole run
	Place           // unknown for folders and the whole run
	Message  string // one sentence, without a full stop
	Related  []Location
	State    State
	Gated    bool // counts only together with others, in a gate
	Unlisted int  // findings of the rule that this one stands for; 0 when it is one itself

	// Fingerprint tells the finding from others across runs, as long as the
	// name of the file and what is wrong in it stay the same; lines may move.
	Fingerprint string

	detail string // what else the fingerprint is made of
}

// Count is how many findings it stands for.
func (f *Finding) Count() int { return max(1, f.Unlisted) }

// A Place is where something stands in a file. Lines and columns count from
// one, columns in Unicode code points; zero means unknown. The end is that of
// the last character.
type Place struct {
	Line, Column       int
	EndLine, EndColumn int
	Span               parser.Span // bytes of the decoded text; Unknown when unknown
	Source             string      // the line as it stands in the file, cut to maxSource
}

// A Location is a line of a file.
type Location struct {
	File string
	Line int
}

// String is the location as compilers write it.
func (l Location) String() string {
	if l.Line == 0 {
		return l.File
	}
	return fmt.Sprintf("%s:%d", l.File, l.Line)
}

func compareFindings(a, b Finding) int {
	return cmp.Or(
		strings.Compare(a.File, b.File),
		a.Line-b.Line,
		a.Column-b.Column,
		strings.Compare(a.Rule.ID, b.Rule.ID),
		strings.Compare(a.Message, b.Message),
	)
}
