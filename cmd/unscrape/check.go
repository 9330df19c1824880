package main

import (
	"context"
	"fmt"
	"iter"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"unscrape/check"
	"unscrape/input"
	"unscrape/output"
	"unscrape/parser"
)

// checkOptions are the flags of check.
type checkOptions struct {
	reading
	format         string
	color          string
	reports        []string
	severity       []string
	threshold      []string
	fields         []string
	max            []string
	minArticles    int
	against        string
	baseline       string
	updateBaseline bool
	maxListed      int
	failOn         string
	now            string
	languages      []string
	jobs           int
	files0         string

	config    string
	noConfig  bool
	explain   string
	overrides []check.Override
	root      string            // of the patterns of overrides
	setAt     map[string]string // flags that the configuration file has set: the place there
}

func (c *command) newCheck() *cobra.Command {
	o := &checkOptions{}
	cmd := &cobra.Command{
		Use:   "check [PATH...]",
		Short: "report what is wrong with scraped articles, for CI",
		Long: `check parses its inputs as unscrape does and reports what is wrong with the
articles, where, and how to mend it. JSON, JSON Lines and YAML files, and what
begins so on standard input, are read as articles already, unless
--input-format says how. docs/checks.md describes the rules, and so does
--explain RULE.

The exit status is 0 when nothing was found, 1 when something was, 3 when an
input could not be read. Every flag but --config, --no-config and --explain can
be set in a file .unscrape.yaml in the working folder or above it; the command
line wins.`,
		Example: `  unscrape check pages/
  unscrape check pages/ --format github --report sarif=out.sarif
  unscrape check pages/ --baseline known.json --update-baseline
  unscrape check pages/ --max missing-timestamp=2% --min-articles 100
  unscrape check pages/ --report json=today.json --against yesterday.json
  unscrape check --explain truncated-body`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := o.configure(cmd.Flags()); err != nil {
				return usage(err)
			}
			return o.located(c.check(cmd.Context(), o, args))
		},
	}
	o.addCheckFlags(cmd.Flags())
	o.addFlags(cmd)
	cmd.SetFlagErrorFunc(flagError)
	return cmd
}

func (o *checkOptions) addCheckFlags(f *pflag.FlagSet) {
	f.Var(oneOf(&o.format, output.ReportFormats()...), "format", "`format` of the findings: "+strings.Join(output.ReportFormats(), ", "))
	f.Var(oneOf(&o.color, "auto", "always", "never"), "color", "`when` to colour the text format: auto, always or never; NO_COLOR is honoured")
	f.StringArrayVar(&o.reports, "report", nil, "write the findings to a file, too: `FORMAT=FILE`; may be repeated")
	f.StringArrayVar(&o.severity, "severity", nil, "severity of a rule: `RULE=off|warning|error`; may be repeated")
	f.StringArrayVar(&o.threshold, "threshold", nil, "threshold of a rule: `RULE=N`; may be repeated")
	f.StringArrayVar(&o.fields, "map", nil, "key that records have for a field: `FIELD=KEY`; may be repeated")
	f.StringArrayVar(&o.max, "max", nil, "findings of a rule that the run may have: `RULE=N` or RULE=P%; may be repeated")
	f.Var(&count{value: &o.minArticles}, "min-articles", "`number` of articles that the run must have")
	o.maxListed = 10_000
	f.Var(&count{value: &o.maxListed, least: 1}, "max-listed", "`number` of findings of each rule that reports list; all are counted")
	f.StringVar(&o.against, "against", "", "JSON report `file` of an earlier run to compare with")
	f.StringVar(&o.baseline, "baseline", "", "`file` of findings that are known and do not count")
	f.BoolVar(&o.updateBaseline, "update-baseline", false, "write all findings to the baseline")
	f.Var(oneOf(&o.failOn, "warning", "error", "never"), "fail-on", "`severity` from which findings make the exit status 1: warning, error or never")
	f.StringVar(&o.now, "now", "", "`time` (RFC 3339) that nothing can have been published after; without it the future is not checked")
	f.StringSliceVar(&o.languages, "language", nil, "`tags` of the languages that articles may be in, as fa,ar; without it each is compared with what it states")
	f.VarP(jobs(&o.jobs), "jobs", "j", "`number` of documents parsed at once")
	f.StringVar(&o.files0, "files0-from", "", "read the paths from `file`, each ended by a NUL; - is standard input")
	f.StringVar(&o.config, "config", "", "configuration `file` instead of the nearest "+check.ConfigName)
	f.BoolVar(&o.noConfig, "no-config", false, "read no configuration file")
	f.StringVar(&o.explain, "explain", "", "describe a `RULE`, or all")
}

// check runs the rules on all inputs and writes the reports.
func (c *command) check(ctx context.Context, o *checkOptions, paths []string) error {
	if o.explain != "" {
		return c.explainRule(o.explain)
	}
	reports, err := o.targets()
	if err != nil {
		return usage(err)
	}
	options, err := o.options()
	if err != nil {
		return usage(err)
	}
	checker, err := check.New(options)
	if err != nil { // options has looked at all else
		return usage(o.wrong("language", err))
	}
	p, err := o.parser()
	if err != nil {
		return err
	}
	if paths, err = c.paths(o.files0, paths); err != nil {
		return err
	}
	if err := o.canWrite(reports); err != nil {
		return err
	}
	run := checker.NewRun()
	t := task{
		stream: func(doc *input.Document) bool { return doc.Whole },
		work:   func(_ *batch, out *outcome, articles []*parser.Article) { checkDocument(checker, run, out, articles) },
		write:  func(b *batch) error { c.collect(checker, run, b); return nil },
	}
	in := o.input()
	if o.inputFormat == "auto" {
		in.Whole = checker.IsRecords
	}
	walk := func(ctx context.Context) iter.Seq2[input.Document, error] { return input.Walk(ctx, paths, c.stdin, in) }
	if err := c.run(ctx, p, walk, t, o.jobs); err != nil {
		return err
	}
	if ctx.Err() != nil {
		return nil // a report of half the inputs would mislead
	}
	return c.conclude(o, run.Report(), reports)
}

// checkDocument runs the rules on a document. The results of records go to the
// run at once, as a file may have any number of them.
func checkDocument(checker *check.Checker, run *check.Run, o *outcome, articles []*parser.Article) {
	if articles != nil {
		o.results = append(o.results, checker.Document(o.doc.Name, articles))
		return
	}
	r, err := o.doc.Open()
	if err != nil {
		o.err = err
		return
	}
	defer r.Close()
	err = checker.Records(o.doc.Name, r, func(res check.Result) {
		run.Add(res)
		o.damage(res.Damage)
	})
	if err != nil {
		o.err = &input.Error{Name: o.doc.Name, Op: "read", Err: err}
	}
}

// maxDamaged is how many records of a file are named that cannot be read.
const maxDamaged = 1000

// damage remembers why a record could not be read; nil when it could.
func (o *outcome) damage(err error) {
	if err == nil {
		return
	}
	if o.damaged++; o.damaged <= maxDamaged {
		o.messages = append(o.messages, o.doc.Name+": "+err.Error())
	}
}

// collect takes the results of a batch, in the order of input.
func (c *command) collect(checker *check.Checker, run *check.Run, b *batch) {
	for i := range b.documents {
		o := &b.documents[i]
		for _, message := range o.messages {
			c.failed(message)
		}
		if more := o.damaged - len(o.messages); more > 0 {
			c.failed(fmt.Sprintf("%s: %d more records cannot be read", o.doc.Name, more))
		}
		for _, res := range o.results {
			if o.part != nil {
				run.AddPart(res, o.number)
			} else {
				run.Add(res)
			}
		}
		if failed(o.err) {
			run.Add(checker.Unreadable(inputName(o), cause(o.err)))
		}
		o.results = nil
	}
}

func (c *command) explainRule(id string) error {
	if id == "all" {
		return check.WriteDocs(c.out)
	}
	r, err := check.Lookup(id)
	if err != nil {
		return usage(err)
	}
	return r.Explain(c.out)
}
