package check

import (
	"slices"
	"strings"
)

// Severity says how much a finding weighs.
type Severity uint8

const (
	Off     Severity = iota // the rule is not run
	Warning                 // somebody should look
	Error                   // the data is broken
)

var severityNames = []string{"off", "warning", "error"}

// String is the severity as configuration and reports write it.
func (s Severity) String() string { return severityNames[s] }

// ParseSeverity is the inverse of String.
func ParseSeverity(name string) (Severity, error) {
	i := slices.Index(severityNames, name)
	if i < 0 {
		return Off, Unknown("severity", name, severityNames)
	}
	return Severity(i), nil
}

// A Rule is one thing that can be wrong. Its texts are its documentation.
type Rule struct {
	ID       string // kebab-case, stable
	Severity Severity
	Title    string // what is wrong, in a few words
	Why      string // why it matters
	Mend     string // what to do about it
	Unit     string // what the threshold counts; "" when the rule has none
	Limit    float64
	Fires    Example // has a finding of the rule
	Quiet    Example // has none

	article func(*subject)          // for rules that look at one article; else nil
	corpus  func(*corpus)           // for rules that look at all of them; else nil
	gate    func(*corpus, *Summary) // for rules that look at what the others found; else nil
}

// An Example is what check is run on, as files of a folder.
type Example struct {
	Files   []File
	Earlier []File // what an earlier run, given with --against, saw
	Flags   []string
}

// A File is a file of an example.
type File struct{ Name, Text string }

// allRules are sorted by id. init fills them, as rules refer to them.
var allRules []*Rule

func init() {
	allRules = []*Rule{
		ambiguousTimestamp,
		controlCharacters,
		deepNesting,
		drift,
		duplicateBody,
		duplicateID,
		duplicateTitle,
		emptyBody,
		futureTimestamp,
		invalidRecord,
		leftoverBoilerplate,
		leftoverMarkup,
		missingID,
		missingTimestamp,
		missingTitle,
		mixedZones,
		mojibake,
		nearDuplicate,
		noArticle,
		replacedCharacters,
		shortBody,
		tooFewArticles,
		tooManyFindings,
		truncatedBody,
		unreadableInput,
		wrongLanguage,
	}
}

// Rules returns all rules in the order of their ids. They must not be changed.
func Rules() []*Rule { return slices.Clone(allRules) }

// Lookup returns the rule with the id. Its error names the nearest id.
func Lookup(id string) (*Rule, error) {
	i, ok := slices.BinarySearchFunc(allRules, id, func(r *Rule, id string) int { return strings.Compare(r.ID, id) })
	if !ok {
		return nil, Unknown("rule", id, ruleIDs())
	}
	return allRules[i], nil
}

func ruleIDs() []string {
	ids := make([]string, len(allRules))
	for i, r := range allRules {
		ids[i] = r.ID
	}
	return ids
}

// number is the place of the rule in allRules.
func (r *Rule) number() int { return slices.Index(allRules, r) }
