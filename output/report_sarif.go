package output

import (
	"net/url"
	"path"
	"strings"

	"unscrape/check"
)

// The parts of SARIF 2.1.0 (OASIS, 2020) that findings need.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string      `json:"id"`
		Short   sarifText   `json:"shortDescription"`
		Full    sarifText   `json:"fullDescription"`
		Help    sarifText   `json:"help"`
		Default sarifConfig `json:"defaultConfiguration"`
	}
	sarifConfig struct {
		Level string `json:"level"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Level        string            `json:"level"`
		Message      sarifText         `json:"message"`
		Locations    []sarifLocation   `json:"locations"`
		Related      []sarifLocation   `json:"relatedLocations,omitempty"`
		Fingerprints map[string]string `json:"partialFingerprints"`
		State        string            `json:"baselineState,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int        `json:"startLine"`
		StartColumn int        `json:"startColumn,omitempty"`
		EndLine     int        `json:"endLine,omitempty"`
		EndColumn   int        `json:"endColumn,omitempty"` // of the character behind
		Snippet     *sarifText `json:"snippet,omitempty"`
	}
)

const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

func newSARIF(r *check.Report, o ReportOptions) sarifLog {
	index := map[*check.Rule]int{}
	run := sarifRun{
		Tool:       sarifTool{sarifDriver{Name: "unscrape", Version: o.Version}},
		ColumnKind: "unicodeCodePoints",
		Results:    []sarifResult{},
	}
	for i, rule := range check.Rules() {
		index[rule] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{
			ID: rule.ID, Short: sarifText{rule.Title}, Full: sarifText{rule.Why}, Help: sarifText{rule.Mend},
			Default: sarifConfig{rule.Severity.String()},
		})
	}
	for _, list := range [][]check.Finding{r.Findings, r.Absent} {
		for _, f := range list {
			run.Results = append(run.Results, sarifOf(f, index[f.Rule], o.Baseline))
		}
	}
	return sarifLog{sarifSchema, "2.1.0", []sarifRun{run}}
}

func sarifOf(f check.Finding, rule int, baseline bool) sarifResult {
	res := sarifResult{
		RuleID: f.Rule.ID, RuleIndex: rule, Level: f.Severity.String(), Message: sarifText{f.Message},
		Locations:    []sarifLocation{{sarifPhysical{Artifact: sarifArtifact{artifactURI(fileOr(f, "."))}, Region: region(f)}}},
		Fingerprints: map[string]string{"unscrape/v1": f.Fingerprint},
	}
	for _, l := range f.Related {
		at := sarifPhysical{Artifact: sarifArtifact{artifactURI(l.File)}}
		if l.Line > 0 {
			at.Region = &sarifRegion{StartLine: l.Line}
		}
		res.Related = append(res.Related, sarifLocation{at})
	}
	if baseline {
		res.State = f.State.String()
	}
	return res
}

func region(f check.Finding) *sarifRegion {
	if f.Line == 0 {
		return nil
	}
	r := &sarifRegion{StartLine: f.Line, StartColumn: f.Column, EndLine: f.EndLine}
	if f.Column > 0 {
		r.EndColumn = f.EndColumn + 1
	}
	if f.Source != "" && f.EndLine == f.Line {
		r.Snippet = &sarifText{f.Source}
	}
	return r
}

// artifactURI is the name of a file as a URI reference: relative to where the
// program ran, or of the scheme file when the name is absolute.
func artifactURI(name string) string {
	name = strings.ReplaceAll(name, "\\", "/")
	u := url.URL{Path: name}
	if path.IsAbs(name) {
		u.Scheme = "file"
	}
	return u.String()
}
