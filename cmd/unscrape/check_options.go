package main

import (
	"errors"
	"os"

	"unscrape/check"
)

// options are those of the checker.
func (o *checkOptions) options() (check.Options, error) {
	opts := check.Options{
		Severity:    map[string]check.Severity{},
		Threshold:   map[string]float64{},
		Overrides:   o.overrides,
		Root:        o.root,
		Languages:   o.languages,
		Map:         map[string]string{},
		MinArticles: o.minArticles,
	}
	var err error
	if err = check.SetSeverities(opts.Severity, o.severity); err != nil {
		return opts, o.wrong("severity", err)
	}
	if err = check.SetThresholds(opts.Threshold, o.threshold); err != nil {
		return opts, o.wrong("threshold", err)
	}
	if err = check.SetKeys(opts.Map, o.fields); err != nil {
		return opts, o.wrong("map", err)
	}
	for _, s := range o.max {
		m, err := check.ParseMax(s)
		if err != nil {
			return opts, o.wrong("max", err)
		}
		opts.Max = append(opts.Max, m)
	}
	if opts.Now, err = timeFlag("now", o.now); err != nil {
		return opts, err
	}
	if opts.Rules, err = o.rules(); err != nil {
		return opts, err
	}
	return opts, o.earlier(&opts)
}

// earlier reads what earlier runs left.
func (o *checkOptions) earlier(opts *check.Options) error {
	if o.updateBaseline && o.baseline == "" {
		return errors.New("--update-baseline needs --baseline FILE")
	}
	if o.baseline != "" && !o.updateBaseline {
		data, err := os.ReadFile(o.baseline)
		if errors.Is(err, os.ErrNotExist) {
			return errors.New(o.baseline + ": no such file; --update-baseline makes it")
		}
		if err == nil {
			opts.Baseline, err = check.ReadBaseline(data)
		}
		if err != nil {
			return errors.New(o.baseline + ": " + reason(err))
		}
	}
	if o.against != "" {
		data, err := os.ReadFile(o.against)
		if err == nil {
			opts.Against, err = check.ReadSummary(data)
		}
		if err != nil {
			return errors.New(o.against + ": " + reason(err))
		}
	}
	return nil
}
