package main

import (
	"bytes"
	"errors"
	"strings"

	"unscrape/check"
	"unscrape/output"
)

// A target is where a report goes.
type target struct {
	format output.ReportFormat
	file   string // "" for standard output
}

// targets are the reports that the flags ask for.
func (o *checkOptions) targets() ([]target, error) {
	format, err := output.ParseReportFormat(o.format)
	if err != nil {
		return nil, err
	}
	all := []target{{format, ""}}
	for _, s := range o.reports {
		name, file, ok := strings.Cut(s, "=")
		if !ok || file == "" {
			return nil, &flagValueError{"report", s, "not of the form FORMAT=FILE"}
		}
		if file == "-" {
			return nil, &flagValueError{"report", s, "a report goes to a file; --format " + name + " writes to standard output"}
		}
		if format, err = output.ParseReportFormat(name); err != nil {
			return nil, o.wrong("report", err)
		}
		all = append(all, target{format, file})
	}
	return all, nil
}

// canWrite reports a file that cannot be written, before anything is read.
func (o *checkOptions) canWrite(targets []target) error {
	files := []string{}
	for _, t := range targets {
		files = append(files, t.file)
	}
	if o.updateBaseline {
		files = append(files, o.baseline)
	}
	for _, name := range files {
		if name == "" {
			continue
		}
		if err := canReplace(name); err != nil {
			return err
		}
	}
	return nil
}

// conclude writes the reports and the baseline, and decides the exit status.
func (c *command) conclude(o *checkOptions, report *check.Report, targets []target) error {
	options := output.ReportOptions{Version: version(), Baseline: o.baseline != "" && !o.updateBaseline}
	for _, t := range targets {
		if t.file == "" {
			options.Color = colored(o.color, c.stdout)
			if err := output.WriteReport(c.out, t.format, report, options); err != nil {
				return err
			}
			continue
		}
		options.Color = false
		var b bytes.Buffer
		err := output.WriteReport(&b, t.format, report, options)
		if err == nil {
			err = replaceFile(t.file, b.Bytes())
		}
		if err != nil {
			return &failure{statusOutput, errors.New(t.file + ": " + reason(err))}
		}
	}
	if o.updateBaseline {
		return c.writeBaseline(o.baseline, report)
	}
	level := check.Warning
	if o.failOn == "error" {
		level = check.Error
	}
	if c.status == statusDone && o.failOn != "never" && report.Worst() >= level {
		return &failure{statusFindings, nil}
	}
	return nil
}

func (c *command) writeBaseline(name string, report *check.Report) error {
	data, err := check.NewBaseline(report.Findings).Append(nil)
	if err == nil {
		err = replaceFile(name, data)
	}
	if err != nil {
		return &failure{statusOutput, errors.New(name + ": " + reason(err))}
	}
	return nil
}
