package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"unscrape/check"
)

var update = flag.Bool("update", false, "write generated files anew")

// TestRuleExamples runs check on the examples of each rule: one has a finding
// of the rule, the other has none.
func TestRuleExamples(t *testing.T) {
	for _, r := range check.Rules() {
		t.Run(r.ID, func(t *testing.T) {
			if got := findingsOf(t, r.Fires); !slices.Contains(got, r.ID) {
				t.Errorf("the example that fires has only %v", got)
			}
			if got := findingsOf(t, r.Quiet); slices.Contains(got, r.ID) {
				t.Errorf("the quiet example has %v", got)
			}
		})
	}
}

// findingsOf returns the rules that an example has findings of.
func findingsOf(t *testing.T, e check.Example) (ids []string) {
	t.Helper()
	t.Chdir(t.TempDir())
	writeFiles(t, e.Files)
	args := append([]string{"check", "--format", "json", "--no-config", "."}, e.Flags...)
	if len(e.Earlier) > 0 {
		t.Chdir(t.TempDir())
		writeFiles(t, e.Earlier)
		earlier := filepath.Join(t.TempDir(), "earlier.json")
		runJSON(t, "check", ".", "--format", "json", "--no-config", "--report", "json="+earlier)
		t.Chdir(t.TempDir())
		writeFiles(t, e.Files)
		args = append(args, "--against", earlier)
	}
	for _, f := range runJSON(t, args...).Findings {
		ids = append(ids, f.Rule)
	}
	return ids
}

type jsonReport struct {
	Findings []struct {
		Rule, File string
		Line       int
	}
}

func runJSON(t *testing.T, args ...string) (report jsonReport) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	c := &command{stdin: strings.NewReader(""), stdout: &stdout, stderr: &stderr}
	run(t, c, args...)
	if err := json.Unmarshal(stdout.Bytes(), &report); err != nil {
		t.Fatalf("%v: %v\n%s%s", args, err, stdout.Bytes(), stderr.Bytes())
	}
	return report
}

func writeFiles(t *testing.T, files []check.File) {
	t.Helper()
	for _, f := range files {
		if err := os.MkdirAll(filepath.Dir(f.Name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(f.Name, []byte(f.Text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// TestDocs compares the documentation of the rules with what they say.
func TestDocs(t *testing.T) {
	const name = "../../docs/checks.md"
	var want bytes.Buffer
	if err := check.WriteDocs(&want); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(name, want.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want.Bytes()) {
		t.Errorf("%s is not what the rules say: run go test ./cmd/unscrape -run TestDocs -update", name)
	}
}

// TestConfigDocumented reads the configuration that the documentation shows.
func TestConfigDocumented(t *testing.T) {
	data, err := os.ReadFile("../../docs/check.md")
	if err != nil {
		t.Fatal(err)
	}
	_, text, ok := strings.Cut(string(data), "Unknown keys are errors.\n\n")
	text, _, ok2 := strings.Cut(text, "\n## ")
	if !ok || !ok2 {
		t.Fatal("no configuration in docs/check.md")
	}
	t.Chdir(t.TempDir())
	writeFiles(t, []check.File{
		{Name: check.ConfigName, Text: strings.ReplaceAll(text, "\n    ", "\n")[4:]},
		{Name: "our-rules.yaml", Text: ""},
		{Name: "page.txt", Text: "News ID: 41\n\nBridge opens again\n\nThe bridge over the river opened again on Tuesday, the town council said.\n"},
	})
	report := runJSON(t, "check", "page.txt", "--format", "json")
	got := ""
	for _, f := range report.Findings {
		got += f.Rule + " "
	}
	if want := "too-few-articles missing-timestamp short-body wrong-language "; got != want {
		t.Errorf("findings %s, want %s", got, want)
	}
}
