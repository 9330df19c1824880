package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cespare/xxhash/v2"

	"unscrape/parser"
)

// findings are what a run has found: all of it is counted, and so much of it
// kept as is to be listed, so that memory does not grow with the input.
type findings struct {
	max      []Max
	most     int // to be listed of a rule and a state; 0 for all
	baseline *Baseline
	known    map[string]bool // fingerprints of the baseline: whether they are still to be found
	seen     map[uint64]int  // findings that have a fingerprint, by their hash
	piles    [][2]pile       // by the number of the rule and the state
}

// A pile is the findings of one rule and one state.
type pile struct {
	first []Finding // those that reports list
	count [Error + 1]int
}

func newFindings(o Options) *findings {
	s := &findings{max: o.Max, most: o.MaxListed, baseline: o.Baseline, seen: map[uint64]int{}, piles: make([][2]pile, len(allRules))}
	if o.Baseline != nil {
		s.known = map[string]bool{}
		for _, k := range o.Baseline.Findings {
			s.known[k.Fingerprint] = true
		}
	}
	return s
}

func (s *findings) add(f Finding) {
	f.Gated = slices.ContainsFunc(s.max, func(m Max) bool { return m.Rule == f.Rule })
	if s.known != nil {
		s.find(&f)
	}
	p := &s.piles[f.Rule.number()][f.State]
	p.count[f.Severity]++
	if s.most > 0 && len(p.first) >= s.most && compareFindings(f, p.first[s.most-1]) >= 0 {
		return
	}
	f.Source = strings.Clone(f.Source) // it would hold the whole document
	p.first = append(p.first, f)
	if n := len(p.first); s.most > 0 && (n == s.most || n == 2*s.most) {
		p.cut(s.most)
	}
}

// cut keeps those that come first in the order of reports.
func (p *pile) cut(most int) {
	slices.SortStableFunc(p.first, compareFindings)
	if most > 0 && len(p.first) > most {
		clear(p.first[most:])
		p.first = p.first[:most]
	}
}

// find looks a finding up in the baseline. Of several with one hash it has
// first what comes first.
func (s *findings) find(f *Finding) {
	h := f.hash()
	if print := fingerprint(h, s.seen[h]+1); s.known[print] {
		f.State, f.Fingerprint = StateUnchanged, print
		s.known[print] = false
		s.seen[h]++
	}
}

// counts are how many findings there are, by the ids of rules.
func (s *findings) counts() map[string]int {
	all := map[string]int{}
	for i := range s.piles {
		for _, p := range s.piles[i] {
			for _, n := range p.count {
				if n > 0 {
					all[allRules[i].ID] += n
				}
			}
		}
	}
	return all
}

// list returns the findings that reports list, in their order, each with its
// fingerprint. One stands for those that are not listed, of each rule, state
// and severity.
func (s *findings) list() (all []Finding) {
	for i := range s.piles {
		for state := range s.piles[i] {
			p := &s.piles[i][state]
			p.cut(s.most)
			left := p.count
			for _, f := range p.first {
				left[f.Severity]--
			}
			all = append(all, p.first...)
			for severity, n := range left {
				if n > 0 {
					f := unlisted(allRules[i], Severity(severity), n)
					f.State, f.Gated = State(state), p.first[0].Gated
					all = append(all, f)
				}
			}
		}
	}
	slices.SortStableFunc(all, compareFindings)
	for i := range all {
		if f := &all[i]; f.Fingerprint == "" {
			h := f.hash()
			s.seen[h]++
			f.Fingerprint = fingerprint(h, s.seen[h])
		}
	}
	return all
}

// unlisted stands for findings that are not listed.
func unlisted(r *Rule, severity Severity, n int) Finding {
	return Finding{
		Rule: r, Severity: severity, Unlisted: n, Place: Place{Span: parser.Unknown}, detail: "unlisted",
		Message: fmt.Sprintf("%s of this rule not listed; --max-listed N lists more", plural(n, "finding")),
	}
}

// absent are the findings of the baseline that are no longer there. Those of
// rules that no longer exist are dropped.
func (s *findings) absent() (absent []Finding) {
	if s.baseline == nil {
		return nil
	}
	for _, k := range s.baseline.Findings {
		r, err := Lookup(k.Rule)
		if err != nil || !s.known[k.Fingerprint] {
			continue
		}
		f := Finding{Rule: r, Severity: r.Severity, File: k.File, Message: k.Message, State: StateAbsent, Fingerprint: k.Fingerprint}
		f.Line = k.Line
		absent = append(absent, f)
	}
	slices.SortFunc(absent, func(a, b Finding) int {
		return strings.Compare(a.File+"\x00"+a.Fingerprint, b.File+"\x00"+b.Fingerprint)
	})
	return absent
}

// hash is that of what the fingerprint is made of.
func (f *Finding) hash() uint64 {
	return xxhash.Sum64String(f.Rule.ID + "\x00" + f.File + "\x00" + f.detail)
}

// fingerprint is that of the n-th finding with a hash.
func fingerprint(h uint64, n int) string {
	if n > 1 {
		h = xxhash.Sum64String(fmt.Sprint(h, n))
	}
	return fmt.Sprintf("%016x", h)
}
