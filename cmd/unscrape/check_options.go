package main

import (
	"errors"
	"os"

	"unscrape/check"
	"unscrape/input"
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
		MaxListed:   o.maxListed,
	}
	if o.updateBaseline {
		opts.MaxListed = 0 // a baseline has all
	}
	err := input.Options{Include: o.include}.Check()
	if err != nil {
		return opts, o.wrong("include", err)
	}
	if err = (input.Options{Exclude: o.exclude}).Check(); err != nil {
		return opts, o.wrong("exclude", err)
	}
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
	var err error
	switch {
	case o.updateBaseline:
		err = mayUpdate(o.baseline)
	case o.baseline != "":
		opts.Baseline, err = readBaseline(o.baseline)
	}
	if err != nil {
		return err
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

func readBaseline(name string) (*check.Baseline, error) {
	data, err := os.ReadFile(name)
	if errors.Is(err, os.ErrNotExist) {
		return nil, errors.New(name + ": no such file; --update-baseline makes it")
	}
	var b *check.Baseline
	if err == nil {
		b, err = check.ReadBaseline(data)
	}
	if err != nil {
		return nil, errors.New(name + ": " + reason(err))
	}
	return b, nil
}

// mayUpdate refuses to write a baseline over a file that is none; one without
// anything in it is lost to nobody.
func mayUpdate(name string) error {
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() == 0 {
		return nil
	}
	_, err = readBaseline(name)
	return err
}
