package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/text/encoding/htmlindex"
	"gopkg.in/yaml.v3"
)

// cases are the inputs of testdata/cases with an extension.
func cases(t *testing.T, ext string) []string {
	t.Helper()
	paths, err := filepath.Glob("../../testdata/cases/*" + ext)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	return paths
}

// TestExplainGivesTheDocumentBack joins the raw texts that explain prints for
// each case.
func TestExplainGivesTheDocumentBack(t *testing.T) {
	for _, path := range cases(t, ".txt") {
		got := unscrape(t, "", "explain", "-o", "json", path)
		if got.status != statusDone || got.stderr != "" {
			t.Fatalf("%s: %+v", path, got)
		}
		var raw strings.Builder
		var encoding string
		for d := json.NewDecoder(strings.NewReader(got.stdout)); ; {
			var r ledger
			if err := d.Decode(&r); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatal(err)
			}
			for _, b := range r.Blocks {
				if b.Start != raw.Len() || b.End != raw.Len()+len(b.Raw) {
					t.Fatalf("%s: a block of %d bytes at %d has the span %d-%d", path, len(b.Raw), raw.Len(), b.Start, b.End)
				}
				raw.WriteString(b.Raw)
			}
			encoding = r.Encoding
		}
		if raw.String() != decoded(t, path, encoding) {
			t.Errorf("%s: the ledger does not give the document back", path)
		}
	}
}

// decoded is a file as UTF-8, without a byte order mark.
func decoded(t *testing.T, path, encoding string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	enc, err := htmlindex.Get(encoding)
	if err != nil {
		t.Fatal(err)
	}
	text, err := enc.NewDecoder().String(string(data))
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimPrefix(text, "\ufeff")
}

// TestRecordsFollowTheSchema validates the record of each case, in each
// format, against what unscrape schema prints.
func TestRecordsFollowTheSchema(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(unscrape(t, "", "schema").stdout))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	paths := cases(t, ".txt")
	for _, format := range []string{"json", "jsonl", "yaml"} {
		got := unscrape(t, "", append([]string{"--meta", "-o", format}, paths...)...)
		if got.status != statusDone || got.stderr != "" {
			t.Fatalf("%s: status %d, %s", format, got.status, got.stderr)
		}
		records := records(t, format, got.stdout)
		if len(records) < len(paths) {
			t.Errorf("%s: %d records of %d files", format, len(records), len(paths))
		}
		for _, r := range records {
			if err := schema.Validate(r); err != nil {
				t.Errorf("%s: %v: %v", format, r.(map[string]any)["source"], err)
			}
		}
	}
}

// records reads the stream of a format back.
func records(t *testing.T, format, text string) (all []any) {
	t.Helper()
	if format == "json" {
		if err := json.Unmarshal([]byte(text), &all); err != nil {
			t.Fatal(err)
		}
		return all
	}
	next := json.NewDecoder(strings.NewReader(text)).Decode
	if format == "yaml" {
		next = yaml.NewDecoder(strings.NewReader(text)).Decode
	}
	for {
		var r any
		if err := next(&r); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatalf("%s: %v", format, err)
		}
		all = append(all, r)
	}
}
