package output

import (
	"fmt"
	"strconv"
	"testing"

	"unscrape/check"
)

func TestJUnit(t *testing.T) {
	jenkins := readXSD(t, "testdata/schemas/junit-jenkins.xsd")
	for _, r := range []*check.Report{sampleReport(t), empty()} {
		text := write(t, JUnit, r, ReportOptions{})
		root := readXML(t, []byte(text))
		if err := jenkins.validate(root); err != nil {
			t.Errorf("%v in\n%s", err, text)
		}
		if err := ant(root); err != nil {
			t.Errorf("%v in\n%s", err, text)
		}
		failures := 0
		for _, s := range root.Children {
			n, _ := s.attr("failures")
			count, _ := strconv.Atoi(n)
			failures += count
		}
		if want := len(fresh(r)); failures != want {
			t.Errorf("%d failures, want %d", failures, want)
		}
	}
}

// ant is what the schema of Ant's reports asks for and that of Jenkins does
// not: attributes, the order of the children of a suite, and at most one
// failure in a test.
func ant(root *xmlNode) error {
	for id, suite := range root.Children {
		for _, name := range []string{"name", "package", "timestamp", "hostname", "tests", "failures", "errors", "time"} {
			if v, ok := suite.attr(name); !ok || v == "" {
				return fmt.Errorf("suite %d has no %s", id, name)
			}
		}
		if n, _ := suite.attr("id"); n != strconv.Itoa(id) {
			return fmt.Errorf("suite %d has the id %s", id, n)
		}
		order := []string{}
		for _, c := range suite.Children {
			if n := c.XMLName.Local; len(order) == 0 || order[len(order)-1] != n {
				order = append(order, n)
			}
			if c.XMLName.Local == "testcase" && len(c.Children) > 1 {
				return fmt.Errorf("a test has %d children", len(c.Children))
			}
		}
		if got := fmt.Sprint(order); got != "[properties testcase system-out system-err]" {
			return fmt.Errorf("suite %d has the children %s", id, got)
		}
	}
	return nil
}

// TestXSD checks that the validator refuses what it should.
func TestXSD(t *testing.T) {
	jenkins := readXSD(t, "testdata/schemas/junit-jenkins.xsd")
	for _, bad := range []string{
		`<testsuites><suite/></testsuites>`,
		`<testsuites><testsuite tests="1"/></testsuites>`,
		`<testsuite name="a" tests="1" colour="red"/>`,
		`<testsuite name="a" tests="1">text</testsuite>`,
		`<testsuite name="a" tests="1"><properties/></testsuite>`,
		`<testsuite name="a" tests="1"><system-out/><testcase name="a"/></testsuite>`,
		`<testsuite name="a" tests="1"><system-out/><system-out/></testsuite>`,
	} {
		if jenkins.validate(readXML(t, []byte(bad))) == nil {
			t.Errorf("the schema lets %s through", bad)
		}
	}
}
