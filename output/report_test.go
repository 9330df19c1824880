package output

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"unscrape/check"
	"unscrape/parser"
)

// sampleReport has a finding of each kind of place: in a line, over several
// lines, at a line, about a folder and about the whole run; one with hostile
// characters, one that the baseline has, and one that it alone has.
func sampleReport(t *testing.T) *check.Report {
	t.Helper()
	at := func(id, file string, p check.Place, message string) check.Finding {
		r, err := check.Lookup(id)
		if err != nil {
			t.Fatal(err)
		}
		return check.Finding{Rule: r, Severity: r.Severity, File: file, Place: p, Message: message, Fingerprint: fmt.Sprintf("%016x", len(message))}
	}
	unknown := check.Place{Span: parser.Unknown}
	line := check.Place{Line: 7, Column: 5, EndLine: 7, EndColumn: 9, Span: parser.Span{Start: 80, End: 85}, Source: "The <br/> bridge\tis open"}
	lines := check.Place{Line: 9, Column: 1, EndLine: 11, EndColumn: 3, Span: parser.Span{Start: 90, End: 140}, Source: "دو خط"}
	known := at("missing-title", "a.txt", check.Place{Line: 1, Span: parser.Unknown}, "the article has no headline")
	known.State = check.StateUnchanged
	copied := at("near-duplicate", "b c.txt", check.Place{Line: 2, Span: parser.Unknown}, "the body is almost that of a.txt:1, as in 3 articles")
	copied.Related = []check.Location{{File: "a.txt", Line: 1}, {File: "d.txt"}}
	absent := at("missing-id", "gone.txt", check.Place{Line: 1, Span: parser.Unknown}, "the article has no id")
	absent.State = check.StateAbsent
	return &check.Report{
		Findings: []check.Finding{
			at("too-few-articles", "", unknown, "1 article with a body, at least 2 asked for"),
			known,
			at("leftover-markup", "a.txt", line, "markup in the text: <br/>"),
			at("truncated-body", "a.txt", lines, `the last paragraph ends in the middle of a sentence: "خط"`),
			copied,
			at("control-characters", "x\x1b[31m%,:\ny.txt", line, "control character \x1b, 100% of it"),
			at("mixed-zones", "site", unknown, "2 articles state a time zone, and 3 do not"),
		},
		Absent: []check.Finding{absent},
		Summary: &check.Summary{Articles: 5, Findings: map[string]int{"leftover-markup": 1},
			Folders: map[string]*check.Folder{".": {Articles: 5, Filled: map[string]int{"id": 4}, Length: [3]int{1, 2, 3}, Rules: map[string]int{}}}},
	}
}

func write(t *testing.T, f ReportFormat, r *check.Report, o ReportOptions) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteReport(&b, f, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func empty() *check.Report { return &check.Report{Summary: &check.Summary{}} }

func TestText(t *testing.T) {
	got := write(t, Text, sampleReport(t), ReportOptions{Baseline: true})
	lines := []string{
		"error: 1 article with a body, at least 2 asked for [too-few-articles]",
		"a.txt:7:5: warning: markup in the text: <br/> [leftover-markup]",
		"  7 | The <br/> bridge is open",
		"    |     ^^^^^",
		"  9 | دو خط",
		"b c.txt:2: warning: the body is almost that of a.txt:1, as in 3 articles [near-duplicate]",
		"  = also: a.txt:1, d.txt",
		`x\x1b[31m%,:\x0ay.txt:7:5: error: control character \x1b, 100% of it [control-characters]`,
		"6 findings in 5 articles: 2 errors, 4 warnings",
		"1 finding known from the baseline; 1 finding in it no longer found, --update-baseline removes them:",
		"  gone.txt:1: the article has no id [missing-id]",
	}
	for _, line := range lines {
		if !strings.Contains(got, line+"\n") {
			t.Errorf("no line %q in\n%s", line, got)
		}
	}
	if strings.Contains(got, "no headline") {
		t.Errorf("a finding of the baseline is shown:\n%s", got)
	}
	if got := write(t, Text, empty(), ReportOptions{}); got != "no findings in 0 articles\n" {
		t.Errorf("empty report is %q", got)
	}
	color := write(t, Text, sampleReport(t), ReportOptions{Color: true})
	for _, code := range []string{"\x1b[31;1merror\x1b[0m", "\x1b[33;1mwarning\x1b[0m"} {
		if !strings.Contains(color, code) {
			t.Errorf("no %q in colour", code)
		}
	}
}

func TestGitHub(t *testing.T) {
	want := `::error title=too-few-articles::1 article with a body, at least 2 asked for
::error title=control-characters,file=x\x1b[31m%25%2C%3A\x0ay.txt,line=7,col=5,endColumn=10::control character \x1b, 100%25 of it
::warning title=leftover-markup,file=a.txt,line=7,col=5,endColumn=10::markup in the text: <br/>
::warning title=truncated-body,file=a.txt,line=9,col=1::the last paragraph ends in the middle of a sentence: "خط"
::warning title=near-duplicate,file=b c.txt,line=2::the body is almost that of a.txt:1, as in 3 articles
::warning title=mixed-zones,file=site::2 articles state a time zone, and 3 do not
`
	if diff := cmp.Diff(want, write(t, GitHub, sampleReport(t), ReportOptions{})); diff != "" {
		t.Error(diff)
	}
	r := sampleReport(t)
	for range 12 {
		r.Findings = append(r.Findings, r.Findings[2])
	}
	got := write(t, GitHub, r, ReportOptions{})
	if n := strings.Count(got, "::warning "); n != 10 {
		t.Errorf("%d warnings, want 10", n)
	}
	if notice := "::notice title=unscrape::6 warnings more: GitHub shows 10 of a kind"; !strings.Contains(got, notice) {
		t.Errorf("no %q in\n%s", notice, got)
	}
}

func TestSARIF(t *testing.T) {
	s := schemaFile(t, "sarif-2.1.0.json")
	for name, r := range map[string]*check.Report{"findings": sampleReport(t), "empty": empty()} {
		for _, baseline := range []bool{false, true} {
			text := write(t, SARIF, r, ReportOptions{Version: "v1.2.3", Baseline: baseline})
			doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Validate(doc); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	var log struct {
		Runs []struct {
			Results []struct {
				RuleID, BaselineState string
				Locations             []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine, StartColumn, EndColumn int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(write(t, SARIF, sampleReport(t), ReportOptions{Baseline: true})), &log); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range log.Runs[0].Results {
		at := r.Locations[0].PhysicalLocation
		got = append(got, fmt.Sprint(r.RuleID, " ", r.BaselineState, " ", at.ArtifactLocation.URI, at.Region))
	}
	want := []string{
		"too-few-articles new .{0 0 0}",
		"missing-title unchanged a.txt{1 0 0}",
		"leftover-markup new a.txt{7 5 10}",
		"truncated-body new a.txt{9 1 4}",
		"near-duplicate new b%20c.txt{2 0 0}",
		"control-characters new ./x%1B%5B31m%25,:%0Ay.txt{7 5 10}",
		"mixed-zones new site{0 0 0}",
		"missing-id absent gone.txt{1 0 0}",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func schemaFile(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	data, err := os.ReadFile("testdata/schemas/" + name)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(name, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestGitLab(t *testing.T) {
	s := schemaFile(t, "gitlab-codequality.json")
	for _, r := range []*check.Report{sampleReport(t), empty()} {
		text := write(t, GitLab, r, ReportOptions{})
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(doc); err != nil {
			t.Error(err)
		}
		if got, want := len(doc.([]any)), len(fresh(r)); got != want {
			t.Errorf("%d issues, want %d", got, want)
		}
	}
}

func TestReportIsReadBack(t *testing.T) {
	r := sampleReport(t)
	text := write(t, Report, r, ReportOptions{Baseline: true})
	got, err := check.ReadSummary([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(fmt.Sprint(*r.Summary.Folders["."]), fmt.Sprint(*got.Folders["."])); diff != "" {
		t.Error(diff)
	}
	for _, part := range []string{`"state": "unchanged"`, `"span": {`, `"start": 80`, `"absent": [`, `"hint": "`} {
		if !strings.Contains(text, part) {
			t.Errorf("no %s in\n%s", part, text)
		}
	}
}
