package check

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// A Baseline is the findings that a project has accepted for now. It is kept
// as JSON, sorted, one finding a line, so that its history can be read.
type Baseline struct{ Findings []Known }

// A Known is a finding in a baseline. Line and message are as they were when
// it was written; only the fingerprint is compared.
type Known struct {
	Fingerprint string `json:"fingerprint"`
	Rule        string `json:"rule"`
	File        string `json:"file"`
	Line        int    `json:"line,omitempty"`
	Message     string `json:"message"`
}

// ReadBaseline reads what Append wrote.
func ReadBaseline(data []byte) (*Baseline, error) {
	b := &Baseline{}
	err := fromJSON(data, &b.Findings)
	isNone := func(k Known) bool { return k.Fingerprint == "" || k.Rule == "" }
	if err == nil && (b.Findings == nil || slices.ContainsFunc(b.Findings, isNone)) {
		err = errors.New("it is no list of findings with rule and fingerprint")
	}
	if err != nil {
		return nil, fmt.Errorf("no baseline, as --update-baseline writes it: %w", err)
	}
	return b, nil
}

// fromJSON is json.Unmarshal with errors that name no types of Go.
func fromJSON(data []byte, to any) error {
	err := json.Unmarshal(data, to)
	var wrong *json.UnmarshalTypeError
	switch {
	case err == nil:
		return nil
	case !errors.As(err, &wrong):
		return fmt.Errorf("not JSON: %w", err)
	case wrong.Field != "":
		return fmt.Errorf("its %s is of the wrong type, %s", wrong.Field, wrong.Value)
	}
	return fmt.Errorf("it is of the wrong type, %s", wrong.Value)
}

// NewBaseline is the baseline of all findings but those of gates, which must
// be seen again in each run.
func NewBaseline(findings []Finding) *Baseline {
	b := &Baseline{}
	for _, f := range findings {
		if f.Rule.gate != nil || f.Unlisted > 0 {
			continue
		}
		b.Findings = append(b.Findings, Known{f.Fingerprint, f.Rule.ID, f.File, f.Line, f.Message})
	}
	return b
}

// Append appends the baseline as JSON to dst.
func (b *Baseline) Append(dst []byte) ([]byte, error) {
	dst = append(dst, '[')
	for i, k := range b.Findings {
		line, err := json.Marshal(k)
		if err != nil {
			return dst, err
		}
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(append(dst, '\n', ' ', ' '), line...)
	}
	return append(dst, "\n]\n"...), nil
}
