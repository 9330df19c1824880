package check

import "slices"

// A Run collects what a checker found out and makes a report of it. It must
// not be used by several goroutines at once.
type Run struct {
	corpus   corpus
	findings []Finding
	partOf   string // the document that parts of are being added; else ""
	before   extent // of its parts so far
}

// NewRun begins a run.
func (c *Checker) NewRun() *Run {
	return &Run{corpus: corpus{Checker: c, numbers: map[string]uint32{}}}
}

// Add takes what was found out about the next document.
func (r *Run) Add(res Result) {
	r.partOf = ""
	r.findings = append(r.findings, res.findings...)
	for _, f := range res.articles {
		r.corpus.add(f)
	}
}

// AddPart takes what was found out about the next part of a document that was
// parsed in parts. Its lines count from the end of the part before, when that
// was added just before.
func (r *Run) AddPart(res Result) {
	if r.partOf != res.name {
		r.partOf, r.before = res.name, extent{}
	}
	res.shift(r.before)
	r.before.lines += res.extent.lines
	r.before.bytes += res.extent.bytes
	part, before := r.partOf, r.before
	r.Add(res)
	r.partOf, r.before = part, before
}

// A Report is what a run found.
type Report struct {
	Findings []Finding // by file, line, column and rule; those that the baseline has, too
	Absent   []Finding // that the baseline has and the run has not
	Summary  *Summary
}

// Report runs the rules that look at all articles. The run is over then.
func (r *Run) Report() *Report {
	c := &r.corpus
	c.link(min(int(c.base.threshold[nearDuplicate.number()]), maxApart))
	c.each(func(rule *Rule) {
		if rule.corpus != nil {
			rule.corpus(c)
		}
	})
	summary := c.summary()
	c.findings = append(r.findings, c.findings...)
	for i := range c.findings {
		f := &c.findings[i]
		summary.Findings[f.Rule.ID]++
		f.Gated = slices.ContainsFunc(c.options.Max, func(m Max) bool { return m.Rule == f.Rule })
	}
	c.each(func(rule *Rule) {
		if rule.gate != nil {
			rule.gate(c, summary)
		}
	})
	report := &Report{Findings: c.findings, Summary: summary}
	sortFindings(report.Findings)
	if b := c.options.Baseline; b != nil {
		report.Absent = b.compare(report.Findings)
	}
	return report
}

// each makes each rule that is on the current one.
func (c *corpus) each(f func(*Rule)) {
	for i, rule := range allRules {
		if c.base.severity[i] != Off || len(c.options.Overrides) > 0 {
			c.rule = rule
			f(rule)
		}
	}
}

// Worst is the highest severity of findings that are new and count by
// themselves.
func (r *Report) Worst() Severity {
	worst := Off
	for _, f := range r.Findings {
		if f.State == StateNew && !f.Gated {
			worst = max(worst, f.Severity)
		}
	}
	return worst
}
