package check

import "sync"

// A Run collects what a checker found out and makes a report of it. It may be
// used by several goroutines at once, but for AddPart.
type Run struct {
	mu       sync.Mutex
	corpus   corpus
	findings *findings
	before   extent // of the parts so far of a document that is added in parts
}

// NewRun begins a run.
func (c *Checker) NewRun() *Run {
	found := newFindings(c.options)
	return &Run{findings: found, corpus: corpus{Checker: c, numbers: map[string]uint32{}, findings: found}}
}

// Add takes what was found out about a document, or about a record of one.
func (r *Run) Add(res Result) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, f := range res.findings {
		r.findings.add(f)
	}
	for _, f := range res.articles {
		r.corpus.add(f)
	}
}

// AddPart takes what was found out about the next part of a document that was
// parsed in parts. Its lines count from the end of the part before; number is
// that of the part, from one.
func (r *Run) AddPart(res Result, number int) {
	if number <= 1 {
		r.before = extent{}
	}
	res.shift(r.before)
	r.before.lines += res.extent.lines
	r.before.bytes += res.extent.bytes
	r.Add(res)
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
	summary.Findings = r.findings.counts()
	c.each(func(rule *Rule) {
		if rule.gate != nil {
			rule.gate(c, summary)
		}
	})
	return &Report{Findings: r.findings.list(), Absent: r.findings.absent(), Summary: summary}
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
