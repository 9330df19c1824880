package output

import (
	"bufio"
	"encoding/xml"
	"strings"

	"unscrape/check"
)

// The elements of a JUnit report, valid under the schema of Jenkins and under
// that of Ant, which wants more of them. There is a suite for each rule, in
// which each finding is a test that failed; a rule without findings has one
// test that passed.
type (
	junitSuites struct {
		XMLName xml.Name     `xml:"testsuites"`
		Suites  []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name      string        `xml:"name,attr"`
		Package   string        `xml:"package,attr"`
		ID        int           `xml:"id,attr"`
		Timestamp string        `xml:"timestamp,attr"`
		Hostname  string        `xml:"hostname,attr"`
		Tests     int           `xml:"tests,attr"`
		Failures  int           `xml:"failures,attr"`
		Errors    int           `xml:"errors,attr"`
		Time      string        `xml:"time,attr"`
		Severity  junitProperty `xml:"properties>property"`
		Cases     []junitCase   `xml:"testcase"`
		Out       string        `xml:"system-out"`
		Err       string        `xml:"system-err"`
	}
	junitProperty struct {
		Name  string `xml:"name,attr"`
		Value string `xml:"value,attr"`
	}
	junitCase struct {
		Name    string        `xml:"name,attr"`
		Class   string        `xml:"classname,attr"`
		Time    string        `xml:"time,attr"`
		Failure *junitFailure `xml:"failure"`
	}
	junitFailure struct {
		Type    string `xml:"type,attr"`
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	}
)

// noTime stands for the time that Ant's schema asks for: a report does not
// depend on the clock.
const noTime = "1970-01-01T00:00:00"

func writeJUnit(w *bufio.Writer, r *check.Report) error {
	byRule := map[*check.Rule][]check.Finding{}
	for _, f := range fresh(r) {
		byRule[f.Rule] = append(byRule[f.Rule], f)
	}
	var all junitSuites
	for i, rule := range check.Rules() {
		s := junitSuite{Name: rule.ID, Package: "unscrape", ID: i, Timestamp: noTime, Hostname: "localhost", Time: "0",
			Severity: junitProperty{"severity", rule.Severity.String()}}
		for _, f := range byRule[rule] {
			s.Cases = append(s.Cases, junitFailed(f))
		}
		s.Tests, s.Failures = max(1, len(s.Cases)), len(s.Cases)
		if s.Failures == 0 {
			s.Cases = []junitCase{{Name: "no findings", Class: rule.ID, Time: "0"}}
		}
		all.Suites = append(all.Suites, s)
	}
	w.WriteString(xml.Header)
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(all); err != nil {
		return err
	}
	return w.WriteByte('\n')
}

func junitFailed(f check.Finding) junitCase {
	at := Printable(place(f))
	if at == "" {
		at = "all inputs"
	}
	text := at + ": " + Printable(f.Message) + "\n"
	if f.Source != "" {
		text += strings.TrimSpace(Printable(f.Source)) + "\n"
	}
	text += f.Rule.Mend
	return junitCase{
		Name:    at,
		Class:   f.Rule.ID,
		Time:    "0",
		Failure: &junitFailure{Type: f.Severity.String(), Message: Printable(f.Message), Text: text},
	}
}
