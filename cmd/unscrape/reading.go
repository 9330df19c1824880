package main

import (
	"errors"
	"os"
	"time"

	"github.com/spf13/cobra"

	"unscrape/input"
	"unscrape/output"
	"unscrape/parser"
	"unscrape/parser/charset"
	"unscrape/parser/rules"
	"unscrape/parser/timestamp"
)

// reading are the flags that say how documents are read, which parse, explain
// and check share.
type reading struct {
	inputFormat string
	assumeTZ    string
	dateOrder   string
	relativeTo  string
	ruleFiles   []string
	maxBytes    size
	textField   string
	include     []string
	exclude     []string
	hidden      bool
	follow      bool
	explain     bool // name in the ledger what weighed most
}

func (o *reading) addFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.VarP(oneOf(&o.inputFormat, "auto", "text", "html", "jsonl", "csv", "warc"), "input-format", "i", "`format` of the input: auto (by content; JSON too, jsonl by its first two lines), text, html, jsonl, csv or warc")
	f.StringVar(&o.assumeTZ, "assume-tz", "", "`zone` of times that state none, such as Europe/Berlin or +03:30; by default they stay local")
	f.Var(oneOf(&o.dateOrder, "", "dmy", "mdy", "ymd"), "date-order", "`order` of dates that can be read two ways: dmy, mdy or ymd; by default they are null")
	f.StringVar(&o.relativeTo, "relative-to", "", "`time` (RFC 3339) from which \"2 hours ago\" is counted; by default such times are null")
	f.StringArrayVar(&o.ruleFiles, "rules", nil, "add the rules of a YAML `file`; may be repeated")
	f.StringVar(&o.textField, "text-field", "", "`field` of JSON or CSV that holds the text; without it the first of text, html, body, content, maintext, full_text and articleBody, else the longest text")
	f.StringArrayVar(&o.include, "include", nil, "in folders and archives take only files that match this `glob`, as '*.txt' or 'news/**/*.html'; may be repeated")
	f.StringArrayVar(&o.exclude, "exclude", nil, "in folders and archives leave out what matches this `glob`; may be repeated")
	f.BoolVar(&o.hidden, "hidden", false, "in folders and archives take files whose names begin with a dot, too")
	f.BoolVar(&o.follow, "follow", false, "in folders follow symbolic links")
	o.maxBytes = input.DefaultMaxBytes
	f.Var(&o.maxBytes, "max-bytes", "refuse documents that are larger than this `size` when unpacked, such as 64M or 2G")
}

// parser makes the parser that the flags describe. Its errors are about usage.
func (o *reading) parser() (*parser.Parser, error) {
	if err := o.input().Check(); err != nil {
		return nil, usage(err)
	}
	opts := parser.Options{Explain: o.explain}
	var err error
	if opts.Dates, err = o.dates(); err != nil {
		return nil, usage(err)
	}
	if opts.Rules, err = o.rules(); err != nil {
		return nil, usage(err)
	}
	return parser.New(opts), nil
}

func (o *reading) rules() (*rules.Set, error) {
	set := rules.Builtin()
	for _, name := range o.ruleFiles {
		file, err := loadRules(name)
		if err != nil {
			return nil, err
		}
		set = set.With(file)
	}
	return set, nil
}

func loadRules(name string) (*rules.File, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, errors.New(name + ": " + reason(err))
	}
	defer f.Close()
	return rules.Load(name, f)
}

var dateOrders = map[string]timestamp.Order{"": timestamp.NoOrder, "dmy": timestamp.DMY, "mdy": timestamp.MDY, "ymd": timestamp.YMD}

func (o *reading) dates() (timestamp.Options, error) {
	t := timestamp.Options{Order: dateOrders[o.dateOrder]}
	if o.assumeTZ != "" {
		zone, err := zoneOf(o.assumeTZ)
		if err != nil {
			return t, err
		}
		t.Assume = zone
	}
	var err error
	t.Relative, err = timeFlag("relative-to", o.relativeTo)
	return t, err
}

// zoneOf reads the name of a zone in the IANA database or an offset.
func zoneOf(s string) (*time.Location, error) {
	for _, layout := range []string{"-07:00", "-0700", "Z07:00"} {
		if t, err := time.Parse(layout, s); err == nil {
			_, offset := t.Zone()
			return time.FixedZone(s, offset), nil
		}
	}
	if s == "Local" {
		return nil, &flagValueError{"assume-tz", s, "the zone must not depend on the machine; name it, such as Europe/Berlin"}
	}
	zone, err := timestamp.LoadZone(s)
	if err != nil {
		return nil, &flagValueError{"assume-tz", s, "no such zone; use a name such as Europe/Berlin or an offset such as +03:30"}
	}
	return zone, nil
}

func (o *reading) input() input.Options {
	formats := map[string]input.Format{"auto": input.Auto, "text": input.Text, "html": input.HTML, "jsonl": input.JSONL, "warc": input.WARC, "csv": input.CSV}
	return input.Options{
		MaxBytes: int64(o.maxBytes), Format: formats[o.inputFormat], TextField: o.textField,
		Include: o.include, Exclude: o.exclude, Hidden: o.hidden, FollowSymlinks: o.follow, Own: output.IsManifest, Decode: toUTF8,
	}
}

// toUTF8 reads a record in the encoding that it most probably has.
func toUTF8(record []byte) (text []byte, encoding string) {
	encoding = charset.Detect(record, "")
	s, _ := charset.Text(record, encoding)
	return []byte(s), encoding
}
