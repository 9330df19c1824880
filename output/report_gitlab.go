package output

import "unscrape/check"

// gitlabIssue is a finding as GitLab's code quality reports have it
// (docs.gitlab.com/ci/testing/code_quality, "Code quality report format").
type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
}

func newGitLab(r *check.Report) []gitlabIssue {
	issues := []gitlabIssue{}
	for _, f := range fresh(r) {
		severity := "minor"
		if f.Severity == check.Error {
			severity = "major"
		}
		issues = append(issues, gitlabIssue{
			Description: f.Message,
			CheckName:   f.Rule.ID,
			Fingerprint: f.Fingerprint,
			Severity:    severity,
			Location:    gitlabLocation{fileOr(f, "."), gitlabLines{max(1, f.Line)}},
		})
	}
	return issues
}

// fileOr is the file of a finding, or a name for the whole run.
func fileOr(f check.Finding, whole string) string {
	if f.File == "" {
		return whole
	}
	return f.File
}
