// Package check finds what is wrong with articles: fields that are missing,
// boilerplate that was left, duplicates, dates that cannot be, and what has
// moved since an earlier run.
//
// A Checker runs the rules that look at one article and may be shared by
// several goroutines. A Run takes what the checker returned, in the order of
// the input, runs the rules that look at all articles, and makes the Report.
// The same articles give the same report, whatever their order.
package check

import (
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"
	"golang.org/x/text/language"

	"unscrape/parser"
	"unscrape/parser/rules"
)

// Options configure a Checker. The zero value runs all rules as they are.
type Options struct {
	Severity  map[string]Severity // by id of the rule
	Threshold map[string]float64  // by id of the rule
	Overrides []Override          // later ones win
	Root      string              // absolute path of the folder that their patterns are about

	Rules       *rules.Set        // what boilerplate looks like; nil: the built-in ones
	Now         time.Time         // zero: no timestamp is in the future
	Languages   []string          // BCP 47 tags that articles may have; nil: what each states
	Map         map[string]string // from fields to the keys that records have for them
	Max         []Max
	MinArticles int
	MaxListed   int       // findings of a rule that the report lists, of those that the baseline has and of the others; 0 for all
	Against     *Summary  // of an earlier run; nil: none
	Baseline    *Baseline // nil: none
}

// An Override changes rules for some files.
type Override struct {
	Files     []string // patterns as of gitignore, ** for any folders
	Severity  map[string]Severity
	Threshold map[string]float64
}

// A Checker runs the rules. It is immutable.
type Checker struct {
	options Options
	base    settings
}

// settings are what holds for a file, by the number of the rule.
type settings struct {
	severity  []Severity
	threshold []float64
}

// New makes a checker. It fails when an option names a rule or a language that
// there is none of.
func New(o Options) (*Checker, error) {
	if o.Rules == nil {
		o.Rules = rules.Builtin()
	}
	c := &Checker{options: o}
	for _, r := range allRules {
		c.base.severity = append(c.base.severity, r.Severity)
		c.base.threshold = append(c.base.threshold, r.Limit)
	}
	if err := c.base.apply(o.Severity, o.Threshold); err != nil {
		return nil, err
	}
	for _, tag := range o.Languages {
		if _, err := language.Parse(tag); err != nil {
			return nil, fmt.Errorf("%q is not a tag of BCP 47, such as fa or pt-BR", tag)
		}
	}
	for _, over := range o.Overrides {
		probe := c.base.clone()
		if err := probe.apply(over.Severity, over.Threshold); err != nil {
			return nil, err
		}
	}
	return c, nil
}

func (s settings) clone() settings {
	return settings{slices.Clone(s.severity), slices.Clone(s.threshold)}
}

func (s settings) apply(severity map[string]Severity, threshold map[string]float64) error {
	for id, level := range severity {
		r, err := Lookup(id)
		if err != nil {
			return err
		}
		s.severity[r.number()] = level
	}
	for id, limit := range threshold {
		r, err := Lookup(id)
		if err != nil {
			return err
		}
		s.threshold[r.number()] = limit
	}
	return nil
}

// settings are those of a file.
func (c *Checker) settings(file string) settings {
	s := c.base
	for _, over := range c.options.Overrides {
		if over.matches(c.fromRoot(file)) {
			s = s.clone()
			s.apply(over.Severity, over.Threshold) // checked by New
		}
	}
	return s
}

// fromRoot is the name of a file from the folder that patterns are about.
func (c *Checker) fromRoot(file string) string {
	if c.options.Root == "" {
		return path.Clean(file)
	}
	abs, err := filepath.Abs(file)
	if err != nil {
		return file
	}
	rel, err := filepath.Rel(c.options.Root, abs)
	if err != nil {
		return file
	}
	return filepath.ToSlash(rel)
}

func (o *Override) matches(file string) bool {
	return slices.ContainsFunc(o.Files, func(pattern string) bool {
		ok, _ := doublestar.Match(pattern, file)
		return ok
	})
}

// A Result is what a checker found out about one document.
type Result struct {
	Damage   error // why a record could not be read, with its line; else nil
	name     string
	extent   extent
	findings []Finding
	articles []found
}

// An extent is how long the decoded text of a document is.
type extent struct{ lines, bytes int }

// shift moves all places behind a text of the extent.
func (r *Result) shift(by extent) {
	for i := range r.findings {
		p := &r.findings[i].Place
		p.Line += by.lines
		if p.EndLine > 0 {
			p.EndLine += by.lines
		}
		if p.Span != parser.Unknown {
			p.Span.Start += by.bytes
			p.Span.End += by.bytes
		}
	}
	for i := range r.articles {
		e := &r.articles[i].entry
		for _, line := range []*uint32{&e.line, &e.firstLine, &e.lastLine} {
			*line += uint32(by.lines)
		}
	}
}

// local is the name of a file as reports have it: those who read them want
// names from the working folder without ./ before them.
func local(name string) string {
	for strings.HasPrefix(name, "./") && len(name) > len("./") {
		name = strings.TrimLeft(name[len("./"):], "/")
	}
	return name
}

// Document runs the rules for one article on the articles of a document.
func (c *Checker) Document(name string, articles []*parser.Article) Result {
	name = local(name)
	r := Result{name: name}
	if len(articles) > 0 {
		r.extent = extent{strings.Count(articles[0].Text, "\n"), len(articles[0].Text)}
	}
	set := c.settings(name)
	var t *text
	for _, a := range articles {
		if t == nil || t.s != a.Text {
			t = &text{s: a.Text}
		}
		s := subject{Article: a, Checker: c, file: name, text: t, line: 1, findings: &r.findings}
		c.article(&s, set, &r)
	}
	return r
}

func (c *Checker) article(s *subject, set settings, r *Result) {
	before := len(r.findings)
	s.bytes = bytesOf(s.ID, s.Title, s.Body)
	for i, rule := range allRules {
		if rule.article == nil || set.severity[i] == Off {
			continue
		}
		s.rule, s.severity, s.threshold = rule, set.severity[i], set.threshold[i]
		rule.article(s)
	}
	r.articles = append(r.articles, newFound(s, r.findings[before:]))
}

// Unreadable reports an input that could not be read or parsed.
func (c *Checker) Unreadable(name string, err error) Result {
	name = local(name)
	return c.unreadable(name, c.settings(name), 0, err)
}

// unreadable reports what could not be read, in a line; 0 for a whole input.
func (c *Checker) unreadable(name string, set settings, line int, err error) Result {
	r := Result{name: name}
	if level := set.severity[unreadableInput.number()]; level != Off {
		r.findings = []Finding{{Rule: unreadableInput, Severity: level, File: name, Place: Place{Line: line, Span: parser.Unknown}, Message: err.Error()}}
	}
	return r
}
